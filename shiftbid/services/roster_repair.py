"""Repair of a published roster by the fewest people: after an absence, a footfall surprise, or a change by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.rules.book import RulePack
from shiftbid.rules.situation import Situation
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.services.publication import HallPublication
from shiftbid.services.published_staff import published_staff
from shiftbid.services.situations import candidate_shifts, situations_of
from shiftbid.solver.award_model import AwardPerson, AwardProblem
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.repair import RepairProblem, RepairResult, repair

STAGE = "repair"
REPAIR_WORK = 10.0
NEAR_DAYS = 3
"""Days before and after the cause on which shifts may change."""

Cell = tuple[str, str]
"""An employee and a shift id."""


@dataclass(frozen=True, slots=True)
class RepairCause:
    """What has happened to a roster.

    Attributes
    ----------
    first, last
        Days that it concerns.
    known
        Day on which it is known: nothing before it changes, and nobody's shift is taken away or moved until
        `notice_days` later.
    lost
        Shifts that somebody cannot have, whether published or not.
    forced
        Shifts that somebody is to have.
    demand
        Heads needed now, where that differs from what was published.
    """

    first: date
    last: date
    known: date
    notice_days: int = 0
    lost: frozenset[Cell] = frozenset()
    forced: frozenset[Cell] = frozenset()
    demand: tuple[DemandSlot, ...] | None = None


@dataclass(frozen=True, slots=True)
class RosterGround:
    """A publication with the shifts that may be given and everybody's situation."""

    publication: HallPublication
    pack: RulePack
    shifts: Mapping[str, Shift]
    situations: Mapping[str, Situation]


@dataclass(frozen=True, slots=True)
class RepairedRoster:
    """The repair, and the roster with it; as published where there is no repair."""

    result: RepairResult
    assignments: tuple[Assignment, ...]

    @property
    def found(self) -> bool:
        """Whether there is a repair."""
        return self.result.status in (SolveStatus.OPTIMAL, SolveStatus.FEASIBLE)


def roster_ground(publication: HallPublication, calendar: Calendar, pack: RulePack) -> RosterGround:
    """Read what a repair stands on: adopted templates on every day, and whatever the roster holds besides."""
    hall, roster = publication.hall, publication.roster
    adopted = next(menu.templates for menu in publication.menus if menu.id == publication.adopted_menu)
    shifts = {shift.id: shift for shift in candidate_shifts(adopted, hall, roster.period.days)}
    shifts |= {each.shift.id: each.shift for each in roster.assignments}
    staff = published_staff(publication)
    situations = situations_of(staff, hall, roster.period, calendar, pack, tuple(shifts.values()))
    return RosterGround(publication, pack, shifts, situations)


def repaired_roster(ground: RosterGround, cause: RepairCause, seed: int, listener: ProgressListener) -> RepairedRoster:
    """Cover the demand again with the fewest people touched; law always."""
    found = repair(
        _problem(ground, cause),
        CpSatWork(REPAIR_WORK, seed),
        lambda share, text: listener(Progress(STAGE, share, text)),
    )
    return RepairedRoster(found, _repaired(ground, found))


def _problem(ground: RosterGround, cause: RepairCause) -> RepairProblem:
    publication = ground.publication
    people = tuple(
        AwardPerson(
            employee=employee,
            contract_minutes=0,
            candidates=situation.candidates,
            fixed=situation.fixed,
            clauses=tuple(ground.pack.clauses(situation)),
            points={},
            day_off_points={},
            pinned=frozenset(shift for who, shift in cause.forced if who == employee),
        )
        for employee, situation in ground.situations.items()
    )
    near = timedelta(days=NEAR_DAYS)
    days = [
        day
        for day in publication.roster.period.days
        if cause.first - near <= day <= cause.last + near and day >= cause.known
    ]
    movable = cause.known + timedelta(days=cause.notice_days)
    published: dict[str, set[str]] = {}
    for each in publication.roster.assignments:
        published.setdefault(each.employee, set()).add(each.shift.id)
    return RepairProblem(
        AwardProblem(publication.demand if cause.demand is None else cause.demand, people, None),
        {employee: frozenset(ids) for employee, ids in published.items()},
        cause.lost,
        open_days=frozenset(day for day in days if day >= movable),
        offer_days=frozenset(day for day in days if day < movable),
    )


def _repaired(ground: RosterGround, found: RepairResult) -> tuple[Assignment, ...]:
    assignments = ground.publication.roster.assignments
    if found.status not in (SolveStatus.OPTIMAL, SolveStatus.FEASIBLE):
        return tuple(assignments)
    dropped = {(change.employee, shift) for change in found.changes for shift in change.dropped}
    kept = [each for each in assignments if (each.employee, each.shift.id) not in dropped]
    added = [Assignment(change.employee, ground.shifts[shift]) for change in found.changes for shift in change.added]
    return tuple(sorted((*kept, *added), key=lambda each: (each.shift.span, each.employee)))
