"""The certificate by clock hour. Qt-free.

The published rows are quarter hours; a promise is judged over the customers of a whole clock hour, so every quarter of
an hour carries the same verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.domain.timeline import local
from shiftbid.services.publication import HallPublication


class Verdict(Enum):
    """What becomes of a promise in an hour, best first."""

    KEPT = 0
    """Kept at the forecast and with 10 % more customers."""
    TIGHT = 1
    """Kept at the forecast, missed with 10 % more customers."""
    MISSED = 2


@dataclass(frozen=True, slots=True)
class ClassHour:
    """One class of customers in one clock hour.

    Attributes
    ----------
    arrivals
        Customers expected in the hour.
    least_heads, most_heads
        Fewest and most counters staffed within the hour, breaks taken off.
    share_in_time, mean_wait_minutes
        Over the customers of the hour; 1 and 0 where nobody is expected.
    """

    day: date
    hour: int
    customer_class: str
    busy: bool
    arrivals: float
    least_heads: int
    most_heads: int
    share_in_time: float
    mean_wait_minutes: float
    promise_minutes: float
    verdict: Verdict

    @property
    def kept(self) -> bool:
        """Whether the promise is kept at the forecast."""
        return self.verdict is not Verdict.MISSED


@dataclass(frozen=True, slots=True)
class CertificateSummary:
    """What a period comes to.

    Attributes
    ----------
    open_hours
        Clock hours in which the hall is open.
    kept_hours, kept_hours_at_plus10
        Those in which every class keeps its promise, at the forecast and with 10 % more customers.
    worst
        The class and hour furthest from its promise, or nearest to missing it.
    """

    open_hours: int
    kept_hours: int
    kept_hours_at_plus10: int
    worst: ClassHour | None


@dataclass(frozen=True, slots=True)
class CertificateSheet:
    """Everything the certificate page shows of a desk.

    Attributes
    ----------
    hours
        Clock hours that occur.
    classes
        Classes of customers in order of name.
    """

    promise: Promise
    days: tuple[date, ...]
    hours: tuple[int, ...]
    classes: tuple[str, ...]
    by_day_and_hour: Mapping[tuple[date, int], tuple[ClassHour, ...]]
    summary: CertificateSummary

    def cell(self, row: int, column: int, customer_class: str | None) -> tuple[ClassHour, ...]:
        """Give the classes of a cell's hour, or the one class asked for; empty where the hall is shut."""
        found = self.by_day_and_hour.get((self.days[column], self.hours[row]), ())
        return tuple(each for each in found if customer_class in (None, each.customer_class))

    def day_rows(self, column: int) -> tuple[ClassHour, ...]:
        """Give every hour and class of a day, in order of time."""
        day = self.days[column]
        found = (each for hour in self.hours for each in self.by_day_and_hour.get((day, hour), ()))
        return tuple(each for each in found if each.customer_class in self.classes)


def certified_skills(publication: HallPublication) -> tuple[str, ...]:
    """Skills of the desks that are certified, the general desk's first."""
    return tuple(dict.fromkeys(row.skill for row in publication.certificate))


def certificate_sheet(publication: HallPublication, skill: str) -> CertificateSheet:
    """Gather the quarter hours of the certificate of one desk into clock hours."""
    quarters: dict[tuple[date, int, str], list[CertificateRow]] = {}
    for row in publication.certificate:
        if row.skill == skill:
            wall = local(row.quarter.start, publication.hall.zone)
            quarters.setdefault((wall.date(), wall.hour, row.customer_class), []).append(row)
    hours = {key: _class_hour(*key, rows) for key, rows in quarters.items()}
    cells: dict[tuple[date, int], tuple[ClassHour, ...]] = {}
    for day, hour, customer_class in sorted(hours):
        cells[day, hour] = (*cells.get((day, hour), ()), hours[day, hour, customer_class])
    promise = publication.hall.promise
    return CertificateSheet(
        promise=promise,
        days=publication.roster.period.days,
        hours=tuple(sorted({hour for _, hour in cells})),
        classes=_classes(list(hours.values())),
        by_day_and_hour=cells,
        summary=_summary(cells, promise),
    )


def worst_verdict(hours: Sequence[ClassHour]) -> Verdict:
    """Give the worst verdict among classes of an hour."""
    return max((each.verdict for each in hours), key=lambda verdict: verdict.value)


def worst_class(hours: Sequence[ClassHour], promise: Promise) -> ClassHour:
    """Give the class furthest from its promise, or nearest to missing it."""
    return min(hours, key=lambda each: margin(each, promise))


def margin(hour: ClassHour, promise: Promise) -> float:
    """How far an hour is on the good side of its promise: in share of customers, or in minutes of mean wait."""
    if promise.kind is PromiseKind.SHARE:
        return hour.share_in_time - promise.level
    return hour.promise_minutes - hour.mean_wait_minutes


def _class_hour(day: date, hour: int, customer_class: str, rows: Sequence[CertificateRow]) -> ClassHour:
    kept = all(row.kept for row in rows)
    return ClassHour(
        day=day,
        hour=hour,
        customer_class=customer_class,
        busy=any(row.busy for row in rows),
        arrivals=sum(row.arrivals for row in rows),
        least_heads=min(row.heads for row in rows),
        most_heads=max(row.heads for row in rows),
        share_in_time=_mean([(row.arrivals, row.share_in_time) for row in rows], of_nobody=1.0),
        mean_wait_minutes=_mean([(row.arrivals, row.mean_wait_minutes) for row in rows], of_nobody=0.0),
        promise_minutes=min(row.promise_minutes for row in rows),
        verdict=Verdict.MISSED if not kept else Verdict.KEPT if all(r.kept_at_plus10 for r in rows) else Verdict.TIGHT,
    )


def _classes(hours: Sequence[ClassHour]) -> tuple[str, ...]:
    """Classes of which customers are expected; all where nobody is expected at all."""
    expected = {each.customer_class for each in hours if each.arrivals > 0}
    return tuple(sorted(expected or {each.customer_class for each in hours}))


def _mean(weighted: Sequence[tuple[float, float]], of_nobody: float) -> float:
    """Mean over customers: quarter hours without any weigh nothing, whatever stands in them."""
    somebody = [(weight, value) for weight, value in weighted if weight > 0]
    total = sum(weight for weight, _ in somebody)
    return sum(weight * value for weight, value in somebody) / total if total else of_nobody


def _summary(cells: Mapping[tuple[date, int], tuple[ClassHour, ...]], promise: Promise) -> CertificateSummary:
    verdicts = [worst_verdict(hours) for hours in cells.values()]
    everything = [each for hours in cells.values() for each in hours if each.arrivals > 0]
    return CertificateSummary(
        open_hours=len(verdicts),
        kept_hours=sum(verdict is not Verdict.MISSED for verdict in verdicts),
        kept_hours_at_plus10=sum(verdict is Verdict.KEPT for verdict in verdicts),
        worst=worst_class(everything, promise) if everything else None,
    )
