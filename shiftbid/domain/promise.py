"""The waiting-time promise of a hall: how many minutes customers may wait, and what is meant by it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from shiftbid.domain.errors import InputError

EXAMPLE = "share:0.9:10,15,5"


class CustomerClass(StrEnum):
    """Who is waiting: VIP customers are called before regular ones."""

    VIP = "vip"
    REGULAR = "regular"


class PromiseKind(StrEnum):
    """What is promised about the minutes.

    ``SHARE``: at least ``level`` of the customers wait no longer than the limit, in expectation over many such days.
    ``MEAN``: customers wait no longer than the limit on average; ``level`` plays no part.
    """

    SHARE = "share"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Promise:
    """Waits a hall promises its customers, by class and by busy or quiet hour.

    Attributes
    ----------
    kind
        Whether a share of the customers or their mean wait is promised.
    level
        Share of customers in time, above 0 and at most 1 (used by ``SHARE`` only).
    vip_busy_minutes, regular_busy_minutes
        Longest wait in busy hours, per class.
    quiet_minutes
        Longest wait in quiet hours, for everyone.
    """

    kind: PromiseKind = PromiseKind.SHARE
    level: float = 0.9
    vip_busy_minutes: float = 10.0
    regular_busy_minutes: float = 15.0
    quiet_minutes: float = 5.0

    def __post_init__(self) -> None:
        problems: list[str] = []
        if not 0 < self.level <= 1:
            problems.append(f"level {self.level:g} is not a share; give a number above 0 and at most 1")
        problems.extend(
            f"{name} {minutes:g} is not a waiting time; give minutes, 0 or more"
            for name, minutes in (
                ("VIP minutes in busy hours", self.vip_busy_minutes),
                ("regular minutes in busy hours", self.regular_busy_minutes),
                ("minutes in quiet hours", self.quiet_minutes),
            )
            if not (math.isfinite(minutes) and minutes >= 0)
        )
        if problems:
            raise InputError("promise", problems)

    @classmethod
    def parse(cls, text: str) -> Promise:
        """Read ``kind:level:VIP busy,others busy,quiet``, such as ``share:0.9:10,15,5`` or ``mean:10,15,5``.

        Raises
        ------
        InputError
            The text has another form; every fault found is named.
        """
        parts = [part.strip() for part in text.split(":")]
        if len(parts) == 2 and parts[0].lower() == PromiseKind.MEAN:
            parts.insert(1, "1")
        if len(parts) != 3:
            raise InputError("promise", [f"{text!r}: write kind:level:minutes, such as {EXAMPLE}"])
        problems: list[str] = []
        if parts[0].lower() not in tuple(PromiseKind):
            problems.append(f"kind {parts[0]!r} is unknown; use {' or '.join(PromiseKind)}")
        level = _number(parts[1])
        if level is None:
            problems.append(f"level {parts[1]!r} is not a number; give a share such as 0.9")
        minutes = [_number(part) for part in parts[2].split(",")]
        known = [value for value in minutes if value is not None]
        if len(minutes) != 3 or len(known) != 3:
            problems.append(
                f"minutes {parts[2]!r}: give three numbers, VIP in busy hours, others in busy hours, "
                "everyone in quiet hours, such as 10,15,5"
            )
        if problems or level is None:
            raise InputError("promise", problems)
        return cls(PromiseKind(parts[0].lower()), level, *known)

    def __str__(self) -> str:
        minutes = (self.vip_busy_minutes, self.regular_busy_minutes, self.quiet_minutes)
        return f"{self.kind}:{_shortest(self.level)}:{','.join(_shortest(value) for value in minutes)}"

    def wait_limit_minutes(self, customer_class: CustomerClass, busy: bool) -> float:
        """Longest promised wait of a class in a busy or a quiet hour, in minutes."""
        if not busy:
            return self.quiet_minutes
        return self.vip_busy_minutes if customer_class is CustomerClass.VIP else self.regular_busy_minutes


def busy_hours(arrivals_per_hour: Sequence[float], threshold: float) -> tuple[bool, ...]:
    """Tell which hours are busy: those whose expected arrivals reach the threshold. Empty hours are quiet.

    Parameters
    ----------
    arrivals_per_hour
        Expected customers of all classes in each hour.
    threshold
        Customers per hour from which an hour is busy.
    """
    return tuple(arrivals > 0 and arrivals >= threshold for arrivals in arrivals_per_hour)


def default_busy_threshold(arrivals_per_hour_of_open_hours: Sequence[float]) -> float:
    """Customers per hour of the median open hour of a period; 0 where the period has no open hour."""
    return float(median(arrivals_per_hour_of_open_hours)) if arrivals_per_hour_of_open_hours else 0.0


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _shortest(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
