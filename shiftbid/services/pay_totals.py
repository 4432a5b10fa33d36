"""Totals of pay lines, as previews and exports name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shiftbid.domain.pay import WORKED, PayClass, PayLine


def minutes_by_class(lines: Iterable[PayLine]) -> Mapping[str, int]:
    """Minutes of each pay class in the order in which it first comes; fixed sums of money are left out."""
    minutes: dict[str, int] = {}
    for line in lines:
        if line.pay_class is not PayClass.FIXED_PREMIUM:
            minutes[line.pay_class.value] = minutes.get(line.pay_class.value, 0) + line.minutes
    return minutes


def worked_minutes(lines: Iterable[PayLine]) -> int:
    """Working time that is paid: what comes on top, is owed without work or pays time away is not added."""
    return sum(line.minutes for line in lines if line.pay_class in WORKED)


def fixed_cents(lines: Iterable[PayLine]) -> int:
    """All fixed sums together, in hundredths of the hall's currency."""
    return sum(line.cents for line in lines)
