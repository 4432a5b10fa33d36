"""What to do about an absence: the repair that touches fewest people, and who could step into each shift."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import DAYS_PER_WEEK
from shiftbid.rules.book import RulePack
from shiftbid.rules.finding import Finding
from shiftbid.rules.situation import Situation
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication
from shiftbid.services.roster_findings import newly_broken
from shiftbid.services.roster_repair import RepairCause, RosterGround, repaired_roster, roster_ground
from shiftbid.solver.repair import RepairResult


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody who cannot work from first to last day, known on a day; until then plus the notice nothing is moved.

    Attributes
    ----------
    language
        Of the rules that somebody who steps in would break: ``en`` or ``zh``.
    """

    employee: str
    first: date
    last: date
    known: date
    notice_days: int = 0
    language: str = "en"


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
    roster = publication.roster
    lost = [
        each.shift
        for each in roster.assignments
        if each.employee == absence.employee and absence.first <= each.shift.day <= absence.last
    ]
    if absence.employee not in {each.id for each in publication.employees}:
        raise InputError("absence", [f"{absence.employee} is not on the staff of {publication.hall.name}"])
    if not lost:
        raise InputError(
            "absence", [f"{absence.employee} has no shift from {absence.first} to {absence.last}; nothing to repair"]
        )
    ground = roster_ground(publication, calendar, pack)
    cannot = frozenset(
        (absence.employee, shift.id) for shift in ground.shifts.values() if absence.first <= shift.day <= absence.last
    )
    cause = RepairCause(absence.first, absence.last, absence.known, absence.notice_days, lost=cannot)
    found = repaired_roster(ground, cause, seed, listener)
    return AbsencePlan(
        tuple(OpenShift(shift, stand_ins(shift, ground, {absence.employee}, absence.language)) for shift in lost),
        found.result,
        found.assignments,
    )


def stand_ins(shift: Shift, ground: RosterGround, without: Set[str], language: str) -> tuple[StandIn, ...]:
    """Everybody else, those who break nothing first, then by pay and by minutes worked that week."""
    assignments = ground.publication.roster.assignments
    found = [
        stand_in(
            shift, [each.shift for each in assignments if each.employee == employee], situation, ground.pack, language
        )
        for employee, situation in ground.situations.items()
        if employee not in without
    ]
    return tuple(
        sorted(found, key=lambda each: (len(each.findings), each.cost_cents, each.week_minutes, each.employee))
    )


def stand_in(shift: Shift, own: Sequence[Shift], situation: Situation, pack: RulePack, language: str) -> StandIn:
    """What it would mean for a person to take a shift beside their own, told in a language (``en`` or ``zh``)."""
    tried = {each.id: each for each in (*own, shift)}.values()
    near = [each for each in (*tried, *situation.history) if abs((each.day - shift.day).days) <= DAYS_PER_WEEK // 2]
    return StandIn(
        employee=situation.employee.id,
        findings=newly_broken(replace(situation, candidates=tuple(own)), shift, pack, language),
        week_minutes=sum(each.paid_minutes for each in near),
        toil_minutes=shift.toil_minutes,
        cost_cents=round(shift.paid_minutes * situation.employee.rate_cents / 60),
    )
