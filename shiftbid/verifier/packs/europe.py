"""The directive of the European Union, and the laws of Germany, France, Spain and the United Kingdom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from shiftbid.verifier.fact_limits import HazardousNight
from shiftbid.verifier.limits import (
    ANYBODY,
    NOBODY,
    NOT_THE_PERSON,
    AverageSinceStart,
    BreakInDay,
    BreakInShift,
    CutWeekHours,
    DayHours,
    FreeDayInWeek,
    FreeSundays,
    Limit,
    NightWork,
    NotPublished,
    ReferenceAverage,
    RestBetweenDays,
    RestBetweenShifts,
    RestDaysKept,
    RestInWeek,
    SubstituteDays,
    UnbrokenStretch,
    WeekAverage,
)
from shiftbid.verifier.packs import house
from shiftbid.verifier.packs.pack import Pack
from shiftbid.verifier.pay.tables import FrancePay, HousePay

_DIRECTIVE_FROM = date(2004, 8, 2)
_WHOLE_DAY = 24 * 60

EUROPEAN_UNION: Final = Pack(
    id="EU",
    limits=(
        RestBetweenShifts("EU-DAILY-REST", _DIRECTIVE_FROM, "Directive 2003/88/EC art. 3", rest_minutes=11 * 60),
        # The article leaves the length to national law, so that any break counts.
        BreakInShift(
            "EU-BREAK",
            _DIRECTIVE_FROM,
            "Directive 2003/88/EC art. 4",
            above_minutes=6 * 60,
            break_minutes=1,
            slice_minutes=1,
        ),
        # 24 h of art. 5 on top of the 11 h of art. 3 (CJEU C-477/21), on any days of the week (C-306/16).
        RestInWeek("EU-WEEKLY-REST", _DIRECTIVE_FROM, "Directive 2003/88/EC arts 3 and 5", rest_minutes=35 * 60),
        WeekAverage(
            "EU-WEEK-AVG",
            _DIRECTIVE_FROM,
            "Directive 2003/88/EC arts 6 and 16(b)",
            minutes=48 * 60,
            reference_weeks=17,
        ),
        # Who is a night worker is left to national law, so that only a record of it could tell.
        # Eight hours on each of six days a week: a rest day is left out (art. 16(c)).
        WeekAverage(
            "EU-NIGHT-AVG",
            _DIRECTIVE_FROM,
            "Directive 2003/88/EC art. 8(a)",
            minutes=48 * 60,
            reference_weeks=17,
            status="night_worker",
        ),
        HazardousNight(
            "EU-NIGHT-ABS",
            _DIRECTIVE_FROM,
            "Directive 2003/88/EC art. 8(b)",
            minutes=8 * 60,
            night_start_minute=0,
            night_end_minute=5 * 60,
        ),
        *house.EVERYWHERE,
        house.DAY,
        house.BREAK,
        house.STRETCH,
    ),
    pay=house.PAY,
)

_ARBZG_FROM = date(1994, 7, 1)

GERMANY: Final = Pack(
    id="DE",
    limits=(
        DayHours("DE-DAILY-MAX", _ARBZG_FROM, "ArbZG § 3 sentence 2", minutes=10 * 60, lifted_by=NOT_THE_PERSON),
        # Eight hours on each of the six working days from Monday to Saturday, over 24 weeks.
        ReferenceAverage("DE-AVG-WEEK", _ARBZG_FROM, "ArbZG § 3", minutes=6 * 8 * 60, reference_weeks=24),
        BreakInDay(
            "DE-BREAK-30",
            _ARBZG_FROM,
            "ArbZG § 4",
            above_minutes=6 * 60,
            up_to_minutes=9 * 60,
            break_minutes=30,
            slice_minutes=15,
        ),
        BreakInDay(
            "DE-BREAK-45",
            _ARBZG_FROM,
            "ArbZG § 4",
            above_minutes=9 * 60,
            up_to_minutes=_WHOLE_DAY,
            break_minutes=45,
            slice_minutes=15,
        ),
        UnbrokenStretch("DE-BREAK-6H", _ARBZG_FROM, "ArbZG § 4 sentence 3", minutes=6 * 60, slice_minutes=15),
        RestBetweenDays("DE-DAILY-REST", _ARBZG_FROM, "ArbZG § 5(1)", rest_minutes=11 * 60, agreed_minutes=11 * 60),
        # Night work is more than two hours between 23:00 and 06:00; 48 days of it in a year make a night worker.
        ReferenceAverage(
            "DE-NIGHT-AVG",
            _ARBZG_FROM,
            "ArbZG § 6(2)",
            minutes=6 * 8 * 60,
            reference_weeks=4,
            night=NightWork(start_minute=23 * 60, end_minute=6 * 60, least_minutes=121, enough_days=48),
        ),
        RestDaysKept("DE-SUNDAY", _ARBZG_FROM, "ArbZG § 9(1)"),
        FreeSundays("DE-SUNDAY-15", _ARBZG_FROM, "ArbZG § 11(1)", sundays=15),
        SubstituteDays("DE-SUNDAY-SUB", _ARBZG_FROM, "ArbZG § 11(3)", within_days=14, owed_for="sunday"),
        SubstituteDays("DE-HOLIDAY-SUB", _ARBZG_FROM, "ArbZG § 11(3)", within_days=56, owed_for="holiday"),
        *house.EVERYWHERE,
    ),
    pay=house.PAY,
)

# The part on working time was numbered anew on 10 August 2016; the thresholds stayed.
_CODE_FROM = date(2008, 5, 1)

FRANCE: Final = Pack(
    id="FR",
    limits=(
        DayHours("FR-DAILY-MAX", _CODE_FROM, "Code du travail L3121-18", minutes=10 * 60, lifted_by=NOT_THE_PERSON),
        # The week runs from Monday 0:00 to Sunday 24:00 (L3121-35).
        CutWeekHours("FR-WEEK-MAX", _CODE_FROM, "Code du travail L3121-20", minutes=48 * 60, lifted_by=NOT_THE_PERSON),
        ReferenceAverage("FR-WEEK-AVG", _CODE_FROM, "Code du travail L3121-22", minutes=44 * 60, reference_weeks=12),
        # As soon as the day's work reaches six hours.
        BreakInDay(
            "FR-BREAK",
            _CODE_FROM,
            "Code du travail L3121-16",
            above_minutes=6 * 60 - 1,
            up_to_minutes=_WHOLE_DAY,
            break_minutes=20,
            slice_minutes=20,
        ),
        RestBetweenDays(
            "FR-DAILY-REST", _CODE_FROM, "Code du travail L3131-1", rest_minutes=11 * 60, agreed_minutes=11 * 60
        ),
        FreeDayInWeek("FR-WEEK-6DAYS", _CODE_FROM, "Code du travail L3132-1"),
        RestInWeek("FR-WEEKLY-REST", _CODE_FROM, "Code du travail L3132-2", rest_minutes=(24 + 11) * 60),
        *house.EVERYWHERE,
        house.STRETCH,
    ),
    pay=FrancePay(week_minutes=35 * 60, first_minutes=8 * 60),  # Code du travail L3121-27 and L3121-36
)

_ESTATUTO_FROM = date(1995, 5, 1)

SPAIN: Final = Pack(
    id="ES",
    limits=(
        ReferenceAverage("ES-WEEK-AVG", _ESTATUTO_FROM, "ET art. 34.1", minutes=40 * 60, reference_weeks=52),
        DayHours("ES-DAILY", _ESTATUTO_FROM, "ET art. 34.3", minutes=9 * 60, lifted_by=NOT_THE_PERSON),
        RestBetweenDays("ES-DAILY-REST", _ESTATUTO_FROM, "ET art. 34.3", rest_minutes=12 * 60, agreed_minutes=12 * 60),
        BreakInShift(
            "ES-BREAK", _ESTATUTO_FROM, "ET art. 34.4", above_minutes=6 * 60, break_minutes=15, slice_minutes=15
        ),
        # A day and a half, or two of them together in fourteen days.
        RestInWeek(
            "ES-WEEKLY-REST", _ESTATUTO_FROM, "ET art. 37.1", rest_minutes=36 * 60, fortnight_minutes=2 * 36 * 60
        ),
        NotPublished("ES-OT-YEAR", _ESTATUTO_FROM, "ET art. 35.2", "overtime of the year as recorded"),
        *house.EVERYWHERE,
        house.STRETCH,
    ),
    pay=HousePay(day_minutes=9 * 60),  # the longest ordinary day, ET art. 34.3
)

_REGULATIONS_FROM = date(1998, 10, 1)
_YOUNG_FROM = date(2003, 4, 6)
_GROWN_UP = range(18, 1000)
_YOUNG = range(18)

_UK_LIMITS: Final[tuple[Limit, ...]] = (
    # The person's own opt-out of reg. 5 lifts the average, and nothing else.
    AverageSinceStart(
        "UK-WEEK-AVG",
        _REGULATIONS_FROM,
        "WTR 1998 regs 4 and 5",
        minutes=48 * 60,
        reference_weeks=17,
        lifted_by=ANYBODY,
    ),
    RestBetweenDays(
        "UK-DAILY-REST",
        _REGULATIONS_FROM,
        "WTR 1998 reg. 10(1)",
        rest_minutes=11 * 60,
        agreed_minutes=11 * 60,
        ages=_GROWN_UP,
    ),
    # 24 h a week or 48 h in fourteen days, each on top of the daily rest of 11 h (reg. 11(7)).
    RestInWeek(
        "UK-WEEKLY-REST",
        _REGULATIONS_FROM,
        "WTR 1998 reg. 11",
        rest_minutes=(24 + 11) * 60,
        fortnight_minutes=(48 + 11) * 60,
    ),
    BreakInDay(
        "UK-BREAK",
        _REGULATIONS_FROM,
        "WTR 1998 reg. 12",
        above_minutes=6 * 60,
        up_to_minutes=_WHOLE_DAY,
        break_minutes=20,
        slice_minutes=20,
    ),
    # Eight hours on each of six days; at least three hours between 23:00 and 06:00 are night work.
    AverageSinceStart(
        "UK-NIGHT-AVG",
        _REGULATIONS_FROM,
        "WTR 1998 reg. 6",
        minutes=6 * 8 * 60,
        reference_weeks=17,
        night=NightWork(start_minute=23 * 60, end_minute=6 * 60, least_minutes=180, enough_days=None),
    ),
    DayHours("UK-YOUNG-DAY", _YOUNG_FROM, "WTR 1998 reg. 5A", minutes=8 * 60, lifted_by=NOBODY, ages=_YOUNG),
    CutWeekHours("UK-YOUNG-WEEK", _YOUNG_FROM, "WTR 1998 reg. 5A", minutes=40 * 60, lifted_by=NOBODY, ages=_YOUNG),
    RestBetweenDays(
        "UK-YOUNG-REST",
        _REGULATIONS_FROM,
        "WTR 1998 reg. 10(2)",
        rest_minutes=12 * 60,
        agreed_minutes=12 * 60,
        ages=_YOUNG,
    ),
    *house.EVERYWHERE,
    house.DAY,
    house.BREAK,
    house.STRETCH,
)

UNITED_KINGDOM: Final = Pack(
    id="UK",
    limits=_UK_LIMITS,
    pay=house.PAY,
)
# The handbook of the health service adds terms of time off in lieu, no limits of its own.
HEALTH_SERVICE: Final = replace(UNITED_KINGDOM, id="UK-NHS")
