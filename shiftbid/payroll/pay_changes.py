"""The difference between two runs of a period's pay: what a correction adds and takes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from shiftbid.domain.pay import PayLine

Key = tuple[str, date, str, str]


def pay_changes(before: Sequence[PayLine], after: Sequence[PayLine]) -> tuple[PayLine, ...]:
    """Lines that turn one run's pay into the other's, by employee, day, hall and pay class.

    Minutes and cents are negative where less is paid than before; what is paid alike is left out, whatever rule or
    shift it came from. Rule and source are the later run's, or the earlier's where the pay is gone.
    """
    changes: dict[Key, tuple[int, int]] = {}
    samples: dict[Key, PayLine] = {}
    for sign, lines in ((-1, before), (1, after)):
        for line in lines:
            key = _key(line)
            minutes, cents = changes.get(key, (0, 0))
            changes[key] = (minutes + sign * line.minutes, cents + sign * line.cents)
            samples[key] = line
    return tuple(
        replace(samples[key], minutes=minutes, cents=cents)
        for key, (minutes, cents) in sorted(changes.items())
        if minutes or cents
    )


def _key(line: PayLine) -> Key:
    return line.employee, line.day, line.hall, line.pay_class.value
