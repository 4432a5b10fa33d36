"""The United States: federal law, California, and the laws on predictable schedules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from shiftbid.verifier.fact_limits import PrivateTimeOff, PublicTimeOff
from shiftbid.verifier.limits import (
    DayOfRestInSeven,
    Limit,
    MealPeriods,
    NotPublished,
    PaidRests,
    RestBetweenDays,
)
from shiftbid.verifier.packs import house
from shiftbid.verifier.packs.pack import Pack
from shiftbid.verifier.pay.tables import CaliforniaPay, LateChangePay, LateChangeSums, ShortRestPay, WorkweekPay

_WAGE_ACT_FROM = date(1940, 10, 24)
_POSTED = "when the schedule became known"
_CHANGES = "late changes of the schedule"

_FEDERAL: Final[tuple[Limit, ...]] = (
    NotPublished("US-OT-RATE", _WAGE_ACT_FROM, "29 USC 207(a)(1)", "what overtime is paid"),
    PrivateTimeOff("US-COMP-PRIVATE", _WAGE_ACT_FROM, "29 USC 207(o)", week_minutes=40 * 60),
    PublicTimeOff(
        "US-COMP-PUBLIC-CAP",
        date(1986, 4, 15),
        "29 USC 207(o)(3)",
        week_minutes=40 * 60,
        balance_minutes=240 * 60,
        rate_percent=150,
    ),
)
_POLICY: Final[tuple[Limit, ...]] = (
    *house.EVERYWHERE,
    house.DAY,
    house.WEEK,
    house.FREE_DAY,
    house.ROW,
    house.BREAK,
    house.STRETCH,
)


_WORKWEEK: Final = WorkweekPay(week_minutes=40 * 60)  # 29 USC 207(a)


def _pack(pack_id: str, pay: WorkweekPay, *limits: Limit) -> Pack:
    return Pack(pack_id, (*_FEDERAL, *limits), pay)


_DAY = 24 * 60
_FORTNIGHT = 14 * _DAY


def _scheduling(short_rest: ShortRestPay, late_change: LateChangePay | LateChangeSums) -> WorkweekPay:
    return replace(_WORKWEEK, short_rest=short_rest, late_change=late_change)


UNITED_STATES: Final = _pack("US", _WORKWEEK, *_POLICY, house.REST)

CALIFORNIA: Final = Pack(
    id="US-CA",
    limits=(
        *_FEDERAL,
        # The first meal begins by the end of the fifth hour, the second by that of the tenth (Brinker, 2012).
        MealPeriods(
            "CA-MEAL-1",
            date(2000, 1, 1),
            "Labor Code 512(a)",
            meals=1,
            after_minutes=5 * 60,
            meal_minutes=30,
            waivable_minutes=6 * 60,
        ),
        MealPeriods(
            "CA-MEAL-2",
            date(2000, 1, 1),
            "Labor Code 512(a)",
            meals=2,
            after_minutes=10 * 60,
            meal_minutes=30,
            waivable_minutes=12 * 60,
        ),
        PaidRests(
            "CA-REST-10",
            date(2001, 1, 1),
            "IWC wage orders s. 12",
            rest_minutes=10,
            every_minutes=4 * 60,
            from_minutes=3 * 60 + 30,
            meal_minutes=30,
        ),
        DayOfRestInSeven("CA-ONE-IN-SEVEN", date(1937, 8, 27), "Labor Code 551, 552 and 556", short_minutes=6 * 60),
        *house.EVERYWHERE,
        house.REST,
        house.DAY,
        house.WEEK,
        house.FREE_DAY,
        house.ROW,
    ),
    pay=CaliforniaPay(  # Labor Code 510(a) and 226.7(c)
        day_minutes=8 * 60,
        double_minutes=12 * 60,
        week_minutes=40 * 60,
        seventh_day_minutes=8 * 60,
        premium_minutes=60,
    ),
)

OREGON: Final = _pack(
    "US-OR",
    _scheduling(
        ShortRestPay(10 * 60, "short_rest50"),  # ORS 653.442(2)
        LateChangePay(  # ORS 653.455(2) and (3)
            notice_minutes=_FORTNIGHT,
            tolerance_minutes=30,
            added_minutes=60,
            cut_percent=50,
            cut_notice_minutes=_FORTNIGHT,
        ),
    ),
    NotPublished("OR-NOTICE", date(2018, 7, 1), "ORS 653.436", _POSTED),
    RestBetweenDays("OR-REST", date(2018, 7, 1), "ORS 653.442", rest_minutes=10 * 60, agreed_minutes=0),
    *_POLICY,
)

SEATTLE: Final = _pack(
    "US-SEA",
    _scheduling(  # SMC 14.22
        ShortRestPay(10 * 60, "short_rest50"),
        LateChangePay(
            notice_minutes=_FORTNIGHT,
            tolerance_minutes=0,
            added_minutes=60,
            cut_percent=50,
            cut_notice_minutes=_FORTNIGHT,
        ),
    ),
    NotPublished("SEA-NOTICE", date(2017, 7, 1), "SMC 14.22", _POSTED),
    *_POLICY,
    house.REST,
)

CHICAGO: Final = _pack(
    "US-CHI",
    _scheduling(  # MCC 6-110
        ShortRestPay(10 * 60, "short_rest25", whole_shift=True),
        LateChangePay(
            notice_minutes=_FORTNIGHT,
            tolerance_minutes=0,
            added_minutes=60,
            cut_percent=50,
            cut_notice_minutes=_DAY,
        ),
    ),
    NotPublished("CHI-NOTICE", date(2020, 7, 1), "MCC 6-110", _POSTED),
    RestBetweenDays("CHI-REST", date(2020, 7, 1), "MCC 6-110", rest_minutes=10 * 60, agreed_minutes=0),
    *_POLICY,
)

_NEW_YORK_FROM = date(2017, 11, 26)

NEW_YORK_RETAIL: Final = _pack(
    "US-NYC",
    _WORKWEEK,
    NotPublished("NYC-RETAIL-NOTICE", _NEW_YORK_FROM, "NYC Admin. Code 20-1252", _POSTED),
    NotPublished("NYC-RETAIL-ONCALL", _NEW_YORK_FROM, "NYC Admin. Code 20-1251", _CHANGES),
    *_POLICY,
    house.REST,
)

NEW_YORK_FAST_FOOD: Final = _pack(
    "US-NYC-FF",
    _scheduling(
        ShortRestPay(11 * 60, "fixed_premium", cents=100_00),  # NYC Admin. Code 20-1231
        LateChangeSums(  # NYC Admin. Code 20-1222(a)
            added=((7 * _DAY, 15_00), (_FORTNIGHT, 10_00)),
            cut=((_DAY, 75_00), (7 * _DAY, 45_00), (_FORTNIGHT, 20_00)),
        ),
    ),
    NotPublished("NYC-FF-NOTICE", _NEW_YORK_FROM, "NYC Admin. Code 20-1221", _POSTED),
    RestBetweenDays("NYC-FF-CLOPEN", _NEW_YORK_FROM, "NYC Admin. Code 20-1231", rest_minutes=11 * 60, agreed_minutes=0),
    *_POLICY,
)
