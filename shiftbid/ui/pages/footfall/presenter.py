"""Forecast and recent history on one axis of open hours. Qt-free.

Hours in which the hall is shut take no room: hour by hour the axis counts open hours, and every day is a block of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from shiftbid.domain.demand import FootfallSlot
from shiftbid.domain.hall import Hall
from shiftbid.domain.timeline import Interval, instant, local_day
from shiftbid.services.publication import HallPublication

HISTORY_DAYS = 28
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class FootfallHour:
    """What is known of one class of customers in one hour.

    Attributes
    ----------
    counted
        Customers counted; None where there was no reading or the hour has not come yet.
    """

    forecast: FootfallSlot | None
    counted: float | None


@dataclass(frozen=True, slots=True)
class DayBlock:
    """A day's place on the axis: positions from `first` up to, not including, `end`."""

    day: date
    first: int
    end: int

    @property
    def middle(self) -> float:
        """Position half-way through the day."""
        return (self.first + self.end) / 2


@dataclass(frozen=True, slots=True)
class ClassSeries:
    """One class of customers, hour by hour along the axis."""

    customer_class: str
    hours: tuple[FootfallHour, ...]

    @property
    def most(self) -> float:
        """Highest value drawn, so that the axis reaches it."""
        return max(
            (max(hour.counted or 0.0, hour.forecast.q90 if hour.forecast else 0.0) for hour in self.hours), default=0.0
        )

    @property
    def expected(self) -> float:
        """Customers expected over the whole forecast."""
        return sum(hour.forecast.mean for hour in self.hours if hour.forecast)

    @property
    def busiest(self) -> FootfallSlot | None:
        """Hour in which most are expected."""
        return max((hour.forecast for hour in self.hours if hour.forecast), key=lambda slot: slot.mean, default=None)


@dataclass(frozen=True, slots=True)
class FootfallSheet:
    """Everything the footfall page shows.

    Attributes
    ----------
    hours
        Open hours along the axis.
    days
        Blocks of the axis, in order.
    forecast_from
        Position at which the forecast begins.
    """

    zone: str
    hours: tuple[Interval, ...]
    days: tuple[DayBlock, ...]
    forecast_from: int
    series: tuple[ClassSeries, ...]

    def block_at(self, position: int) -> DayBlock:
        """Give the day that holds a position of the axis."""
        return next(block for block in self.days if position < block.end)


def footfall_sheet(publication: HallPublication) -> FootfallSheet:
    """Put the forecast behind the last four weeks of history."""
    hall = publication.hall
    forecast = _by_hour_and_class((slot.slot, slot.customer_class, slot) for slot in publication.forecast)
    starts = min(slot.slot.start for slot in publication.forecast)
    latest = max((count.hour.start for count in publication.history if count.hour.start < starts), default=starts)
    since = instant(local_day(latest, hall.zone) - timedelta(days=HISTORY_DAYS - 1), 0, hall.zone)
    history = _by_hour_and_class(
        (count.hour, count.customer_class, count.count)
        for count in publication.history
        if since <= count.hour.start < starts
    )
    hours = tuple(
        sorted(
            {hour for hour, _ in forecast} | {hour for hour, _ in history if _is_open(hall, hour)},
        )
    )
    classes = sorted({customer_class for _, customer_class in forecast})
    return FootfallSheet(
        zone=hall.zone,
        hours=hours,
        days=_blocks(hours, hall.zone),
        forecast_from=sum(hour.start < starts for hour in hours),
        series=tuple(
            ClassSeries(
                customer_class,
                tuple(
                    FootfallHour(forecast.get((hour, customer_class)), history.get((hour, customer_class)))
                    for hour in hours
                ),
            )
            for customer_class in classes
        ),
    )


def _by_hour_and_class(rows: Iterable[tuple[Interval, str, Value]]) -> Mapping[tuple[Interval, str], Value]:
    return {(hour, customer_class): value for hour, customer_class, value in rows}


def _is_open(hall: Hall, hour: Interval) -> bool:
    day = local_day(hour.start, hall.zone)
    return any(
        opened.overlaps(hour)
        for candidate in (day - timedelta(days=1), day)
        if (opened := hall.opening.on(candidate, hall.zone))
    )


def _blocks(hours: Sequence[Interval], zone: str) -> tuple[DayBlock, ...]:
    blocks: list[DayBlock] = []
    for position, hour in enumerate(hours):
        day = local_day(hour.start, zone)
        first = blocks.pop().first if blocks and blocks[-1].day == day else position
        blocks.append(DayBlock(day, first, position + 1))
    return tuple(blocks)
