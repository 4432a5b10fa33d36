"""What to do about an absence: the repair that touches fewest people, and who could step into each shift."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError
from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import DAYS_PER_WEEK
from shiftbid.rules.book import RulePack
from shiftbid.rules.finding import Finding
from shiftbid.rules.situation import Situation
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.services.publication import HallPublication
from shiftbid.services.published_staff import published_staff
from shiftbid.services.roster_findings import newly_broken
from shiftbid.services.situations import candidate_shifts, situations_of
from shiftbid.solver.award_model import AwardPerson, AwardProblem
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.repair import RepairProblem, RepairResult, repair

STAGE = "repair"
REPAIR_WORK = 10.0
NEAR_DAYS = 3
"""Days before and after the absence on which shifts may change."""


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody who cannot work from first to last day, known on a day; until then plus the notice nothing is moved."""

    employee: str
    first: date
    last: date
    known: date
    notice_days: int = 0


@dataclass(frozen=True, slots=True)
class StandIn:
    """Somebody who could step into a shift.

    Attributes
    ----------
    findings
        Rules that this would newly break; none for those who may simply be asked.
    week_minutes
        Working minutes in the seven days around the shift with it: three days before to three after.
    cost_cents
        Pay of the shift at the person's rate, without premiums.
    """

    employee: str
    findings: tuple[Finding, ...]
    week_minutes: int
    toil_minutes: int
    cost_cents: int


@dataclass(frozen=True, slots=True)
class OpenShift:
    """A shift that the absence leaves open, and who could take it: the best to ask first."""

    shift: Shift
    stand_ins: tuple[StandIn, ...]


@dataclass(frozen=True, slots=True)
class AbsencePlan:
    """Shifts left open, and the repair; `assignments` is the roster as repaired."""

    open_shifts: tuple[OpenShift, ...]
    repair: RepairResult
    assignments: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class AbsenceOrder:
    """An absence in the latest plan of a hall in a database."""

    url: str | None
    hall: str
    absence: Absence


@dataclass(frozen=True, slots=True)
class AbsenceAnswer:
    """A plan with the names of the people in it."""

    plan: AbsencePlan
    names: Mapping[str, str]
    zone: str


class AbsencePlanner(Protocol):
    """Plans for an absence, changing nothing."""

    def __call__(self, order: AbsenceOrder, listener: ProgressListener) -> AbsenceAnswer:
        """Raises InputError where hall or employee is unknown, or nothing is published for the days."""
        ...


def plan_absence(
    publication: HallPublication,
    calendar: Calendar,
    pack: RulePack,
    absence: Absence,
    seed: int,
    listener: ProgressListener,
) -> AbsencePlan:
    """Say who could step in, and how to repair the roster with the fewest people touched.

    Raises InputError where the person is not on the hall's staff or has no shift on these days.
    """
    hall, roster = publication.hall, publication.roster
    lost = [
        each.shift
        for each in roster.assignments
        if each.employee == absence.employee and absence.first <= each.shift.day <= absence.last
    ]
    if absence.employee not in {each.id for each in publication.employees}:
        raise InputError("absence", [f"{absence.employee} is not on the staff of {hall.name}"])
    if not lost:
        raise InputError(
            "absence", [f"{absence.employee} has no shift from {absence.first} to {absence.last}; nothing to repair"]
        )
    adopted = next(menu.templates for menu in publication.menus if menu.id == publication.adopted_menu)
    offered = {shift.id: shift for shift in candidate_shifts(adopted, hall, roster.period.days)}
    shifts = tuple({**offered, **{each.shift.id: each.shift for each in roster.assignments}}.values())
    staff = published_staff(publication)
    situations = situations_of(staff, hall, roster.period, calendar, pack, shifts)
    found = repair(
        _repair_problem(publication, situations, pack, absence),
        CpSatWork(REPAIR_WORK, seed),
        lambda share, text: listener(Progress(STAGE, share, text)),
    )
    return AbsencePlan(
        tuple(OpenShift(shift, stand_ins(shift, roster.assignments, situations, pack, absence)) for shift in lost),
        found,
        _repaired(roster.assignments, found, {shift.id: shift for shift in shifts}),
    )


def stand_ins(
    shift: Shift,
    assignments: Sequence[Assignment],
    situations: Mapping[str, Situation],
    pack: RulePack,
    absence: Absence,
) -> tuple[StandIn, ...]:
    """Everybody else, those who break nothing first, then by pay and by minutes worked that week."""
    found = [
        _stand_in(shift, [each.shift for each in assignments if each.employee == employee], situation, pack)
        for employee, situation in situations.items()
        if employee != absence.employee
    ]
    return tuple(
        sorted(found, key=lambda each: (len(each.findings), each.cost_cents, each.week_minutes, each.employee))
    )


def _stand_in(shift: Shift, own: Sequence[Shift], situation: Situation, pack: RulePack) -> StandIn:
    tried = {each.id: each for each in (*own, shift)}.values()
    near = [each for each in (*tried, *situation.history) if abs((each.day - shift.day).days) <= DAYS_PER_WEEK // 2]
    return StandIn(
        employee=situation.employee.id,
        findings=newly_broken(replace(situation, candidates=tuple(own)), shift, pack, "en"),
        week_minutes=sum(each.paid_minutes for each in near),
        toil_minutes=shift.toil_minutes,
        cost_cents=round(shift.paid_minutes * situation.employee.rate_cents / 60),
    )


def _repair_problem(
    publication: HallPublication, situations: Mapping[str, Situation], pack: RulePack, absence: Absence
) -> RepairProblem:
    people = tuple(
        AwardPerson(
            employee=employee,
            contract_minutes=0,
            candidates=situation.candidates,
            fixed=situation.fixed,
            clauses=tuple(pack.clauses(situation)),
            points={},
            day_off_points={},
            pinned=frozenset(),
        )
        for employee, situation in situations.items()
    )
    near = timedelta(days=NEAR_DAYS)
    days = [
        day
        for day in publication.roster.period.days
        if absence.first - near <= day <= absence.last + near and day >= absence.known
    ]
    movable = absence.known + timedelta(days=absence.notice_days)
    published: dict[str, set[str]] = {}
    for each in publication.roster.assignments:
        published.setdefault(each.employee, set()).add(each.shift.id)
    return RepairProblem(
        AwardProblem(publication.demand, people, None),
        {employee: frozenset(ids) for employee, ids in published.items()},
        frozenset(
            (absence.employee, shift.id)
            for shift in situations[absence.employee].candidates
            if absence.first <= shift.day <= absence.last
        ),
        open_days=frozenset(day for day in days if day >= movable),
        offer_days=frozenset(day for day in days if day < movable),
    )


def _repaired(
    assignments: Sequence[Assignment], found: RepairResult, shifts: Mapping[str, Shift]
) -> tuple[Assignment, ...]:
    if found.status not in (SolveStatus.OPTIMAL, SolveStatus.FEASIBLE):
        return tuple(assignments)
    dropped = {(change.employee, shift) for change in found.changes for shift in change.dropped}
    kept = [each for each in assignments if (each.employee, each.shift.id) not in dropped]
    added = [Assignment(change.employee, shifts[shift]) for change in found.changes for shift in change.added]
    return tuple(sorted((*kept, *added), key=lambda each: (each.shift.span, each.employee)))
