"""Japan, the Australian retail award, and New Zealand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from shiftbid.verifier.limits import AgreedOvertime, BreakInDay, FreeDayInWeek, NotPublished, RestBetweenDays
from shiftbid.verifier.packs import house
from shiftbid.verifier.packs.pack import Pack
from shiftbid.verifier.pay.tables import JapanPay

_STANDARDS_FROM = date(1947, 9, 1)
_OVERTIME_CAPS_FROM = date(2019, 4, 1)
_SPECIAL_CLAUSE = "whether a special clause was agreed"

JAPAN: Final = Pack(
    id="JP",
    limits=(
        BreakInDay(
            "JP-BREAK-45",
            _STANDARDS_FROM,
            "Labour Standards Act art. 34",
            above_minutes=6 * 60,
            up_to_minutes=8 * 60,
            break_minutes=45,
            slice_minutes=1,
        ),
        BreakInDay(
            "JP-BREAK-60",
            _STANDARDS_FROM,
            "Labour Standards Act art. 34",
            above_minutes=8 * 60,
            up_to_minutes=48 * 60,
            break_minutes=60,
            slice_minutes=1,
        ),
        FreeDayInWeek("JP-RESTDAY", _STANDARDS_FROM, "Labour Standards Act art. 35"),
        AgreedOvertime(
            "JP-36-MONTH",
            _OVERTIME_CAPS_FROM,
            "Labour Standards Act art. 36(4)",
            normal_day_minutes=8 * 60,
            normal_week_minutes=40 * 60,
            minutes=45 * 60,
            over="month",
        ),
        AgreedOvertime(
            "JP-36-YEAR",
            _OVERTIME_CAPS_FROM,
            "Labour Standards Act art. 36(4)",
            normal_day_minutes=8 * 60,
            normal_week_minutes=40 * 60,
            minutes=360 * 60,
            over="year",
        ),
        NotPublished(
            "JP-36-SPECIAL-MONTH", _OVERTIME_CAPS_FROM, "Labour Standards Act art. 36(6)(ii)", _SPECIAL_CLAUSE
        ),
        NotPublished("JP-36-SPECIAL-AVG", _OVERTIME_CAPS_FROM, "Labour Standards Act art. 36(6)(iii)", _SPECIAL_CLAUSE),
        NotPublished("JP-36-SPECIAL-YEAR", _OVERTIME_CAPS_FROM, "Labour Standards Act art. 36(5)", _SPECIAL_CLAUSE),
        *house.EVERYWHERE,
        house.REST,
        house.DAY,
        house.WEEK,
        house.ROW,
        house.BREAK,
        house.STRETCH,
    ),
    pay=JapanPay(  # Labour Standards Act arts 32 and 37, Enforcement Ordinance art. 20
        day_minutes=8 * 60,
        week_minutes=40 * 60,
        month_minutes=60 * 60,
        night_start_minute=22 * 60,
        night_end_minute=5 * 60,
    ),
)

AUSTRALIAN_RETAIL: Final = Pack(
    id="AU-RETAIL",
    limits=(
        RestBetweenDays(
            "AU-BETWEEN", date(2020, 10, 1), "MA000004 clause 16.6", rest_minutes=12 * 60, agreed_minutes=10 * 60
        ),
        *house.EVERYWHERE,
        house.DAY,
        house.WEEK,
        house.FREE_DAY,
        house.ROW,
        house.BREAK,
        house.STRETCH,
    ),
    pay=house.PAY,
)

# Its law speaks of public holidays, at the rate that the house policy has too; limits and overtime are policy.
NEW_ZEALAND: Final = replace(house.HOUSE_PACK, id="NZ")
