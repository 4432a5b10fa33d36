"""China: the Labour Law, standard and comprehensive hours, part time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from shiftbid.verifier.fact_limits import ApprovedAveraging, CycleOvertime, HeavyLabourDay, TimeOffScope
from shiftbid.verifier.limits import (
    DayOvertime,
    FreeDayInWeek,
    MinimumAge,
    MonthOvertime,
    NotPublished,
    OvertimeConsent,
    PartTimeDay,
    PartTimeWeek,
)
from shiftbid.verifier.packs import house
from shiftbid.verifier.packs.pack import Pack
from shiftbid.verifier.pay.tables import ChinaPay

_LABOUR_LAW_FROM = date(1995, 1, 1)
_ORDER_174_FROM = date(1995, 5, 1)
_CONTRACT_LAW_FROM = date(2008, 1, 1)
_STATUSES = "dated statuses that tell of a person's health"


def _quotas(*, month_seconds: int, quarter_hours: int, year_hours: int) -> Mapping[str, int]:
    """Normal time of each cycle in seconds; a week has 40 h."""
    hours = {"week": 40, "quarter": quarter_hours, "year": year_hours}
    return {"month": month_seconds, **{cycle: each * 3600 for cycle, each in hours.items()}}


# 20.83 working days a month (劳社部发[2008]3号), 20.67 since 2025 (人社部发[2025]2号).
_QUOTAS: Final = (
    (date(2008, 1, 3), _quotas(month_seconds=599_904, quarter_hours=500, year_hours=2000)),
    (date(2025, 1, 1), _quotas(month_seconds=595_296, quarter_hours=496, year_hours=1984)),
)

CHINA: Final = Pack(
    id="CN",
    limits=(
        MinimumAge("CN-MIN-AGE", _LABOUR_LAW_FROM, "Labour Law art. 15", years=16),
        FreeDayInWeek("CN-WEEK-REST", _LABOUR_LAW_FROM, "Labour Law art. 38"),
        # Standard hours are 8 a day and 40 a week (Order 174 art. 3); more only after consultation (art. 41).
        OvertimeConsent(
            "CN-OT-CONSENT",
            _ORDER_174_FROM,
            "Labour Law art. 41; State Council Order 174 art. 3",
            normal_day_minutes=8 * 60,
            normal_week_minutes=40 * 60,
        ),
        DayOvertime("CN-OT-DAY-GENERAL", _ORDER_174_FROM, "Labour Law art. 41", normal_day_minutes=8 * 60, minutes=60),
        # Special reasons lift the limit to three hours; only what art. 42 names goes beyond.
        DayOvertime(
            "CN-OT-DAY-SPECIAL", _ORDER_174_FROM, "Labour Law arts 41 and 42", normal_day_minutes=8 * 60, minutes=180
        ),
        MonthOvertime(
            "CN-OT-MONTH",
            _ORDER_174_FROM,
            "Labour Law art. 41",
            normal_day_minutes=8 * 60,
            normal_week_minutes=40 * 60,
            minutes=36 * 60,
        ),
        # "Generally not more than four hours": the article advises, so that a breach only warns.
        PartTimeDay("CN-PT-DAY", _CONTRACT_LAW_FROM, "Labour Contract Law art. 68", minutes=4 * 60, warns=True),
        PartTimeWeek("CN-PT-WEEK", _CONTRACT_LAW_FROM, "Labour Contract Law art. 68", minutes=24 * 60),
        ApprovedAveraging("CN-CWH-APPROVAL", _LABOUR_LAW_FROM, "Labour Law art. 39"),
        *(
            CycleOvertime(
                "CN-CWH-OT-AVG",
                since,
                "271 (1997) s. 5",
                minutes=36 * 60,
                quota_minutes={cycle: seconds // 60 for cycle, seconds in quotas.items()},
            )
            for since, quotas in _QUOTAS
        ),
        HeavyLabourDay("CN-CWH-HEAVY-11H", date(1997, 9, 10), "271 (1997)", minutes=11 * 60),
        NotPublished("CN-PREG7-OT", _LABOUR_LAW_FROM, "Labour Law art. 61", _STATUSES),
        NotPublished("CN-PREG7-NIGHT", _LABOUR_LAW_FROM, "Labour Law art. 61", _STATUSES),
        NotPublished("CN-NURSE-OT", _LABOUR_LAW_FROM, "Labour Law art. 63", _STATUSES),
        NotPublished("CN-NURSE-NIGHT", _LABOUR_LAW_FROM, "Labour Law art. 63", _STATUSES),
        NotPublished("CN-NURSE-HOUR", date(2012, 4, 28), "Special Rules on Female Employees art. 9", _STATUSES),
        TimeOffScope(
            "CN-TOIL-SCOPE",
            _LABOUR_LAW_FROM,
            "Labour Law art. 44",
            normal_day_minutes=8 * 60,
            normal_week_minutes=40 * 60,
        ),
        *house.EVERYWHERE,
        # The law sets no rest between shifts: eleven hours are house policy here.
        house.REST,
        house.BREAK,
        house.STRETCH,
        house.ROW,
    ),
    pay=ChinaPay(
        day_minutes=8 * 60,  # Labour Law art. 44, State Council Order 174 art. 3
        week_minutes=40 * 60,
        quotas=_QUOTAS,
    ),
)
