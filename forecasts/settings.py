"""What a forecast may know besides the counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from forecasts.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from forecasts.history import SeriesKey

DayClass: TypeAlias = Literal["working", "off", "holiday"]
Progress: TypeAlias = "Callable[[float, str], None]"


@dataclass(frozen=True, slots=True)
class Event:
    """A planned event: a campaign, a match, a product launch.

    Parameters
    ----------
    hall
        The hall it draws customers to; empty: all halls.
    start, end
        Local times, half-open.
    name
        Events of one name are taken to have one effect.
    uplift
        Expected count divided by the usual count (1.3: thirty per cent more); None: learnt from past events
        of this name.
    """

    hall: str
    start: datetime
    end: datetime
    name: str
    uplift: float | None = None


@dataclass(frozen=True, slots=True)
class DayNotice:
    """An announced day that differs from the country's calendar.

    Parameters
    ----------
    day_class
        ``working`` (a substituted weekend day), ``off`` (a day off in lieu), or ``holiday``.
    name
        Name of the holiday as in earlier years; empty: the calendar's own, if it has one.
    """

    day_class: DayClass
    name: str = ""


@dataclass(frozen=True, slots=True)
class ForecastSettings:
    """Calendar, events and knobs of a forecast.

    Parameters
    ----------
    country, subdivision
        ISO 3166 codes for public holidays; None: none are known.
    seed
        Seed of everything random; the same seed, history and settings give the same forecast.
    quantiles
        Levels wanted, increasing, each strictly between 0 and 1.
    events
        Past and coming events.
    closed_days
        Days on which every hall is closed.
    notices
        Announced days that differ from the country's calendar (substituted working days).
    daily_totals
        Expected customers a day of a series with little or no history, by series.
    threads
        How many models are fitted side by side, 3 at most, and how many parts of a forecast are answered side by side;
        the forecast does not depend on it.
    trial_days
        How many whole past days are forecast as if not known, to learn how far totals of days and of halls stray; 0:
        none, and no totals can be asked for.
    """

    country: str | None = None
    subdivision: str | None = None
    seed: int = 0
    quantiles: tuple[float, ...] = (0.1, 0.5, 0.9)
    events: tuple[Event, ...] = ()
    closed_days: frozenset[date] = frozenset()
    notices: Mapping[date, DayNotice] = field(default_factory=dict["date", DayNotice])
    daily_totals: Mapping[SeriesKey, float] = field(default_factory=dict["SeriesKey", float])
    threads: int = 2
    trial_days: int = 0

    def __post_init__(self) -> None:
        levels = self.quantiles
        if list(levels) != sorted(set(levels)) or not all(0 < level < 1 for level in levels):
            raise SettingsError(f"quantiles must increase strictly between 0 and 1, not {levels}")
        for event in self.events:
            if event.uplift is not None and not 0 <= event.uplift <= 100:
                raise SettingsError(f'the uplift of "{event.name}" must be between 0 and 100, not {event.uplift}')
            if (event.start.tzinfo is None) != (event.end.tzinfo is None) or event.end <= event.start:
                raise SettingsError(f'the event "{event.name}" must end after it starts')
