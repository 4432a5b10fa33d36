"""How work beyond the normal is answered: with pay or with time off."""

from __future__ import annotations

from enum import StrEnum


class Ground(StrEnum):
    """What kind of work is answered."""

    WEEKDAY_OVERTIME = "weekday_overtime"
    REST_DAY_WORK = "rest_day_work"
    HOLIDAY_WORK = "holiday_work"


class Settlement(StrEnum):
    """What it is answered with."""

    PAY = "pay"
    TOIL = "toil"
