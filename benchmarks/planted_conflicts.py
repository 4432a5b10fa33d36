"""Halls whose demand cannot be met, each for another reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import Shift, ShiftTemplate, TemplateBreak, dated
from shiftbid.domain.staff import Consent, ConsentKind, Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, day_interval, instant
from shiftbid.rules.book import RulePack, load_pack
from shiftbid.rules.situation import Situation
from shiftbid.solver.award_model import AwardPerson, AwardProblem

ZONE = "Europe/Berlin"
MONDAY = date(2026, 3, 2)
EARLY = ShiftTemplate("early", 9 * 60, 13 * 60)
LATE = ShiftTemplate("late", 13 * 60, 17 * 60)
WHOLE = ShiftTemplate("whole", 9 * 60, 17 * 60 + 30, (TemplateBreak(13 * 60, 30, paid=False),))
LONG = ShiftTemplate("long", 8 * 60, 19 * 60, (TemplateBreak(13 * 60, 30, paid=False),))
TEN = ShiftTemplate("ten", 9 * 60, 19 * 60 + 30, (TemplateBreak(13 * 60, 30, paid=False),))
UNBROKEN = ShiftTemplate("unbroken", 9 * 60, 16 * 60)
LATE_BREAK = ShiftTemplate("late break", 8 * 60, 16 * 60, (TemplateBreak(15 * 60 + 30, 30, paid=False),))
EVENING = ShiftTemplate("evening", 18 * 60, 23 * 60)
DAWN = ShiftTemplate("dawn", 6 * 60, 10 * 60)
NIGHT = ShiftTemplate("night", 22 * 60, 30 * 60, (TemplateBreak(26 * 60, 30, paid=True),))
EXPERT = replace(EARLY, id="expert", skill="vip")


@dataclass(frozen=True)
class Someone:
    """A person of a planted hall; days count from the first Monday."""

    name: str
    skills: frozenset[str] = frozenset({"counter"})
    leave_days: tuple[int, ...] = ()
    worked: Mapping[int, ShiftTemplate] = field(default_factory=dict[int, ShiftTemplate])
    pinned: tuple[tuple[int, str], ...] = ()
    born: date = date(1990, 5, 5)
    employed_from: date = date(2020, 1, 1)
    contract_minutes: int = 2400
    system: HoursSystem = HoursSystem.STANDARD
    consents: tuple[tuple[str, ConsentKind], ...] = ()


@dataclass(frozen=True)
class Plant:
    """A hall whose demand cannot be met, and the rules and pins that must be named.

    Attributes
    ----------
    asked
        (day, first minute, last minute, heads, skill) of half hours needed.
    rules
        Rules that every explanation has to name.
    asked_hall
        Hall of the needs; the people are of hall ``h``.
    """

    name: str
    people: tuple[Someone, ...]
    templates: tuple[ShiftTemplate, ...]
    asked: tuple[tuple[int, int, int, int, str], ...]
    rules: frozenset[str]
    pins: int = 0
    pack: str = "HOUSE"
    days: int = 7
    needs_beyond_one_day: bool = False
    asked_hall: str = "h"


def on(day: int) -> date:
    """Day of the planted period."""
    return MONDAY + timedelta(days=day)


def demand_of(plant: Plant) -> tuple[DemandSlot, ...]:
    """Half-hours that the hall needs."""
    return tuple(
        DemandSlot(
            plant.asked_hall,
            Interval(instant(on(day), minute, ZONE), instant(on(day), minute + 30, ZONE)),
            skill,
            heads,
        )
        for day, first, last, heads, skill in plant.asked
        for minute in range(first, last, 30)
    )


def problem_of(plant: Plant) -> tuple[AwardProblem, RulePack]:
    """Put the hall as a problem, with the rule pack it is under."""
    pack = load_pack(plant.pack, MONDAY)
    period = Period(MONDAY, on(plant.days - 1))
    asked_days = sorted({day for day, *_ in plant.asked} | {day for each in plant.people for day, _ in each.pinned})
    shifts = tuple(dated(template, "h", on(day), ZONE) for day in asked_days for template in plant.templates)
    people = tuple(_award_person(each, shifts, period, pack) for each in plant.people)
    return AwardProblem(demand_of(plant), people, None), pack


def _award_person(someone: Someone, shifts: tuple[Shift, ...], period: Period, pack: RulePack) -> AwardPerson:
    employee = Employee(
        someone.name, someone.name, "h", someone.contract_minutes, someone.system, someone.skills, someone.born,
        someone.employed_from, 2000,
    )  # fmt: skip
    situation = Situation(
        employee,
        period,
        ZONE,
        Calendar({}),
        shifts,
        history=tuple(dated(template, "h", on(day), ZONE) for day, template in someone.worked.items()),
        leave=tuple(Leave(employee.id, day_interval(on(day), ZONE), LeaveKind.ANNUAL) for day in someone.leave_days),
        consents=tuple(Consent(employee.id, rule, MONDAY, on(60), kind) for rule, kind in someone.consents),
        week_starts_on=pack.week_starts_on,
    )
    pinned = frozenset(
        shift.id
        for day, template in someone.pinned
        for shift in shifts
        if (shift.day, shift.template) == (on(day), template)
    )
    clauses = tuple(pack.clauses(situation))
    return AwardPerson(employee.id, 0, shifts, situation.fixed, clauses, {}, {}, pinned)


def _staff(count: int, **facts: object) -> tuple[Someone, ...]:
    return tuple(Someone(f"P{number}", **facts) for number in range(count))  # pyright: ignore[reportArgumentType] # one dictionary of facts for all


def _every_day(template: ShiftTemplate, days: Sequence[int], heads: int) -> tuple[tuple[int, int, int, int, str], ...]:
    return tuple((day, template.start_minute, template.start_minute + 30, heads, template.skill) for day in days)


NINE = (0, 540, 600, 3, "counter")
WEEK = tuple(range(7))
PLANTS = (
    Plant("too few people", _staff(2), (EARLY,), (NINE,), frozenset()),
    Plant("nobody can come so early", _staff(3), (LATE,), (NINE,), frozenset()),
    Plant(
        "one of three is on leave",
        (*_staff(2), Someone("Away", leave_days=(0,))),
        (EARLY, LATE),
        (NINE,),
        frozenset({"HOUSE-LEAVE"}),
    ),
    Plant(
        "everybody is on leave",
        _staff(3, leave_days=(0, 1)),
        (EARLY,),
        ((0, 540, 570, 1, "counter"),),
        frozenset({"HOUSE-LEAVE"}),
    ),
    Plant(
        "a skill that nobody has",
        _staff(3),
        (EXPERT,),
        ((0, 540, 570, 1, "vip"),),
        frozenset({"HOUSE-SKILL"}),
    ),
    Plant(
        "the only expert is away",
        (*_staff(2), Someone("Expert", frozenset({"counter", "vip"}), leave_days=(0,))),
        (EARLY, EXPERT),
        ((0, 540, 570, 1, "vip"),),
        frozenset({"HOUSE-SKILL", "HOUSE-LEAVE"}),
    ),
    Plant(
        "the expert cannot be at two desks",
        (Someone("Expert", frozenset({"counter", "vip"})),),
        (EARLY, EXPERT),
        ((0, 540, 570, 1, "vip"), (0, 540, 570, 1, "counter")),
        frozenset({"HOUSE-ONE-SHIFT"}),
    ),
    Plant(
        "one shift a day",
        _staff(1),
        (EARLY, LATE),
        ((0, 540, 570, 1, "counter"), (0, 900, 930, 1, "counter")),
        frozenset({"HOUSE-SHIFTS-PER-DAY"}),
    ),
    Plant(
        "longer than a day's hours",
        _staff(1),
        (LONG,),
        ((0, 540, 570, 1, "counter"),),
        frozenset({"HOUSE-DAILY-HOURS"}),
    ),
    Plant(
        "no break in seven hours", _staff(2), (UNBROKEN,), ((0, 540, 570, 1, "counter"),), frozenset({"HOUSE-BREAK"})
    ),
    Plant(
        "the break comes too late",
        _staff(2),
        (LATE_BREAK,),
        ((0, 540, 570, 1, "counter"),),
        frozenset({"HOUSE-STRETCH"}),
    ),
    Plant(
        "late evening, then dawn",
        _staff(1),
        (EVENING, DAWN),
        ((0, 1200, 1230, 1, "counter"), (1, 480, 510, 1, "counter")),
        frozenset({"HOUSE-DAILY-REST"}),
        needs_beyond_one_day=True,
    ),
    Plant(
        "the shift before the period ended too late",
        _staff(1, worked={-1: EVENING}),
        (DAWN,),
        ((0, 480, 510, 1, "counter"),),
        frozenset({"HOUSE-DAILY-REST"}),
    ),
    Plant(
        "seven days a week",
        _staff(1),
        (EARLY,),
        _every_day(EARLY, WEEK, 1),
        frozenset({"HOUSE-WEEK-REST"}),
        needs_beyond_one_day=True,
    ),
    Plant(
        "two people, thirteen days a week",
        _staff(2),
        (EARLY,),
        _every_day(EARLY, WEEK, 2),
        frozenset({"HOUSE-WEEK-REST"}),
        needs_beyond_one_day=True,
    ),
    Plant(
        "six days behind them",
        _staff(1, worked=dict.fromkeys(range(-6, 0), EARLY)),
        (EARLY,),
        ((0, 540, 570, 1, "counter"),),
        frozenset({"HOUSE-CONSECUTIVE-DAYS"}),
    ),
    Plant(
        "more than 48 hours",
        _staff(1, contract_minutes=3600),
        (TEN,),
        _every_day(TEN, range(5), 1),
        frozenset({"HOUSE-WEEK-HOURS"}),
        needs_beyond_one_day=True,
    ),
    Plant(
        "more than the contract",
        _staff(1, contract_minutes=480),
        (EARLY,),
        _every_day(EARLY, (0, 1, 2), 1),
        frozenset({"HOUSE-CONTRACT"}),
        needs_beyond_one_day=True,
    ),
    Plant(
        "not employed yet",
        _staff(1, employed_from=on(3)),
        (EARLY,),
        ((0, 540, 570, 1, "counter"),),
        frozenset({"HOUSE-EMPLOYED"}),
    ),
    Plant(
        "pinned to the afternoon",
        _staff(1, pinned=((0, "late"),)),
        (EARLY, LATE),
        ((0, 540, 570, 1, "counter"),),
        frozenset({"HOUSE-SHIFTS-PER-DAY"}),
        pins=1,
    ),
    Plant(
        "pinned to the evening before",
        _staff(1, pinned=((0, "evening"),)),
        (EVENING, DAWN),
        ((1, 480, 510, 1, "counter"),),
        frozenset({"HOUSE-DAILY-REST"}),
        pins=1,
    ),
    Plant(
        "pinned while on leave",
        _staff(1, pinned=((0, "early"),), leave_days=(0,)),
        (EARLY,),
        ((0, 540, 570, 1, "counter"),),
        frozenset({"HOUSE-LEAVE"}),
    ),
    Plant(
        "one is away and one is pinned elsewhere",
        (Someone("Away", leave_days=(0,)), Someone("Pinned", pinned=((0, "late"),)), Someone("Here")),
        (EARLY, LATE),
        ((0, 540, 570, 2, "counter"),),
        frozenset({"HOUSE-LEAVE", "HOUSE-SHIFTS-PER-DAY"}),
        pins=1,
    ),
    Plant(
        "too young for China",
        _staff(1, born=date(2011, 1, 1)),
        (EARLY,),
        ((0, 540, 570, 1, "counter"),),
        frozenset({"CN-MIN-AGE"}),
        pack="CN",
    ),
    Plant(
        "overtime without consent",
        _staff(1),
        (LONG,),
        ((0, 540, 570, 1, "counter"),),
        frozenset({"CN-OT-CONSENT"}),
        pack="CN",
    ),
    Plant(
        "the Chinese rest day",
        _staff(1),
        (EARLY,),
        _every_day(EARLY, WEEK, 1),
        frozenset({"CN-WEEK-REST"}),
        pack="CN",
        needs_beyond_one_day=True,
    ),
    Plant(
        "two hours and a half above eight in China",
        _staff(1, consents=(("CN-OT-CONSENT", ConsentKind.PERSON), ("CN-OT-DAY-SPECIAL", ConsentKind.PERSON))),
        (LONG,),
        ((0, 540, 570, 1, "counter"),),
        frozenset({"CN-OT-DAY-GENERAL"}),
        pack="CN",
    ),
    Plant(
        "eleven hours in the directive",
        _staff(1),
        (EVENING, DAWN),
        ((0, 1200, 1230, 1, "counter"), (1, 480, 510, 1, "counter")),
        frozenset({"EU-DAILY-REST"}),
        pack="EU",
        needs_beyond_one_day=True,
    ),
    Plant(
        "no weekly rest in the directive",
        _staff(1),
        (WHOLE,),
        _every_day(WHOLE, WEEK, 1),
        frozenset({"EU-WEEKLY-REST"}),
        pack="EU",
        needs_beyond_one_day=True,
    ),
    Plant(
        "a night shift and the morning after",
        _staff(1),
        (NIGHT, EARLY),
        ((0, 1380, 1410, 1, "counter"), (1, 540, 570, 1, "counter")),
        frozenset({"HOUSE-DAILY-REST"}),
        needs_beyond_one_day=True,
    ),
    Plant(
        "the neighbour hall has a counter and nobody",
        _staff(3),
        (EARLY,),
        ((0, 540, 570, 1, "counter"),),
        frozenset(),
        asked_hall="neighbour",
    ),
    Plant(
        "several things at once",
        (
            Someone("Away", leave_days=(0,)),
            Someone("New", employed_from=on(5)),
            Someone("Tired", worked={-1: EVENING}),
            Someone("Fit"),
        ),
        (DAWN,),
        ((0, 480, 510, 2, "counter"),),
        frozenset({"HOUSE-LEAVE", "HOUSE-EMPLOYED", "HOUSE-DAILY-REST"}),
    ),
)
