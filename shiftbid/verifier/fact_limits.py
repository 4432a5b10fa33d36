"""Kinds of limits that need what ``facts.csv`` tells of a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.verifier.dated_limit import DatedLimit


@dataclass(frozen=True, slots=True)
class HazardousNight(DatedLimit):
    """Working minutes in the 24 hours from the start of a shift with night work, for those whose nights are hazardous.

    Attributes
    ----------
    night_start_minute, night_end_minute
        Night on the clock, in minutes after midnight of the same day.
    """

    minutes: int
    night_start_minute: int
    night_end_minute: int


@dataclass(frozen=True, slots=True)
class HeavyLabourDay(DatedLimit):
    """Working minutes of a day of heavy labour under comprehensive hours."""

    minutes: int


@dataclass(frozen=True, slots=True)
class ApprovedAveraging(DatedLimit):
    """Nobody works comprehensive hours whose approval was refused."""


@dataclass(frozen=True, slots=True)
class CycleOvertime(DatedLimit):
    """Working minutes above the quota of a cycle of comprehensive hours, a month on average.

    Attributes
    ----------
    quota_minutes
        Whole minutes of normal time by cycle.
    """

    minutes: int
    quota_minutes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class TimeOffScope(DatedLimit):
    """No overtime of working days and no holiday work is answered with time off."""

    normal_day_minutes: int
    normal_week_minutes: int


@dataclass(frozen=True, slots=True)
class PrivateTimeOff(DatedLimit):
    """A private employer does not answer overtime of a workweek with time off."""

    week_minutes: int


@dataclass(frozen=True, slots=True)
class PublicTimeOff(DatedLimit):
    """Minutes of compensatory time that a public agency may owe for overtime, each minute earning `rate_percent`."""

    week_minutes: int
    balance_minutes: int
    rate_percent: int


FactLimit = (
    HazardousNight | HeavyLabourDay | ApprovedAveraging | CycleOvertime | TimeOffScope | PrivateTimeOff | PublicTimeOff
)
