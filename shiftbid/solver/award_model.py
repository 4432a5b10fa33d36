"""The award as one model: each person's clauses, the cover of the demand, contract hours and points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.domain.shift import Shift
from shiftbid.rules.clauses import Clause
from shiftbid.solver.emitter import ClauseRows, Sum
from shiftbid.solver.rows import RowModel
from shiftbid.solver.satisfaction import USUAL_WELFARE, PointScale, Welfare


@dataclass(frozen=True, slots=True)
class AwardPerson:
    """What the award knows of one person.

    Attributes
    ----------
    contract_minutes
        Contracted working minutes over the whole period.
    candidates
        Shifts that may be awarded.
    fixed
        Ids of history shifts: chosen already.
    points, day_off_points
        Points of having a shift (absent: 0), and of having no shift that starts on a day.
    pinned
        Candidates that the person has in any case.
    weight
        Weight of the person's satisfaction in the welfare of all, from credit carried over.
    burdens
        Burden of having a shift (absent: 0).
    time_off
        Weight of each candidate that is a day off given back for time worked, by its id. Such a candidate staffs
        nothing, counts as worked minutes and leaves the day free; a clause allows one of them at most.
    """

    employee: str
    contract_minutes: int
    candidates: tuple[Shift, ...]
    fixed: frozenset[str]
    clauses: tuple[Clause, ...]
    points: Mapping[str, int]
    day_off_points: Mapping[date, int]
    pinned: frozenset[str]
    weight: float = 1.0
    burdens: Mapping[str, int] = field(default_factory=dict[str, int])
    time_off: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def time_off_due(self) -> int:
        """What the stage of time off counts while the person gets no day off back."""
        return max(self.time_off.values(), default=0)


@dataclass(frozen=True, slots=True)
class AwardProblem:
    """Demand in half-hours, people, and the numbers that settle ties: (employee, shift id) to a number.

    Of awards equal in all else the one with the least sum of numbers is best; numbers are at least 0 and small enough
    to be added up in 64 bits.
    """

    demand: tuple[DemandSlot, ...]
    people: tuple[AwardPerson, ...]
    tie_numbers: Mapping[tuple[str, str], int] | None
    welfare: Welfare = USUAL_WELFARE


class Total(IntEnum):
    """What is summed over an award, each the less the better.

    All but the last are stages, in this order.
    """

    MISSING = 0
    TIME_OFF = 1
    SHORTFALL = 2
    FLOOR = 3
    WELFARE = 4
    BURDEN = 5
    TIES = 6
    DISSATISFACTION = 7
    """Weighted satisfaction lacking to 1, in thousandths: stands in for the welfare in rough searches."""


@dataclass(frozen=True, slots=True)
class AwardResult:
    """The award of a period.

    Attributes
    ----------
    assignments
        (employee, shift id), sorted; empty where no legal award was found.
    stages
        One for each stage: the value reached, by plain arithmetic, and its proven limit given the stages before.
    reasons
        Why there is no award: a sentence for each person without a legal roster.
    scales
        Ends of each bidder's satisfaction, by employee.
    """

    status: SolveStatus
    assignments: tuple[tuple[str, str], ...]
    stages: tuple[Stage, ...]
    reasons: tuple[str, ...]
    scales: Mapping[str, PointScale]


@dataclass(frozen=True, slots=True)
class CoverGroup:
    """Half-hours that the same shifts staff and that need the same heads; `count` of them."""

    shifts: tuple[str, ...]
    heads: int
    count: int


@dataclass(frozen=True, slots=True)
class AwardColumns:
    """Where an award stands in a model.

    Attributes
    ----------
    taken
        For each person the 0/1 column of each candidate.
    cover
        Row of each cover group; None where no shift staffs it.
    missing, shortfall
        Sums over everybody, to be minimised.
    points
        Each person's points.
    """

    taken: tuple[Mapping[str, int], ...]
    cover: tuple[int | None, ...]
    missing: Sum
    shortfall: Sum
    points: tuple[Sum, ...]


def cover_groups(problem: AwardProblem) -> tuple[CoverGroup, ...]:
    """Gather the half-hours with demand by the shifts that staff them; same hall and skill, breaks taken out."""
    shifts = {shift.id: shift for person in problem.people for shift in person.candidates}
    by_day: dict[tuple[str, str], list[Shift]] = {}
    for shift in shifts.values():
        by_day.setdefault((shift.hall, shift.skill), []).append(shift)
    counts: dict[tuple[tuple[str, ...], int], int] = {}
    for slot in problem.demand:
        if slot.heads > 0:
            near = by_day.get((slot.hall, slot.skill), ())
            key = (tuple(sorted(shift.id for shift in near if shift.staffs(slot.slot))), slot.heads)
            counts[key] = counts.get(key, 0) + 1
    return tuple(CoverGroup(ids, heads, count) for (ids, heads), count in counts.items())


def missing_half_hours(groups: Iterable[CoverGroup], chosen: Iterable[frozenset[str]]) -> int:
    """Count the head half-hours that an award leaves missing; `chosen` holds each person's shift ids."""
    heads: dict[str, int] = {}
    for ids in chosen:
        for shift in ids:
            heads[shift] = heads.get(shift, 0) + 1
    return sum(
        group.count * max(0, group.heads - sum(heads.get(shift, 0) for shift in group.shifts)) for group in groups
    )


def write_award(model: RowModel, people: Sequence[AwardPerson], groups: Iterable[CoverGroup]) -> AwardColumns:
    """Write the award into a model: clauses, pinned shifts, heads on each shift, half-hours missing, hours, points."""
    taken: list[Mapping[str, int]] = []
    shortfalls: list[Sum] = []
    points: list[Sum] = []
    for person in people:
        columns = {
            shift.id: model.whole(int(shift.id in person.pinned), 1)
            for shift in sorted(person.candidates, key=lambda each: (each.span, each.id))
        }
        taken.append(columns)
        rows = ClauseRows(model, columns, person.fixed, person.clauses)
        shortfalls.append(_shortfall(model, person, columns))
        points.append(_points(person, columns, rows))
    cover, missing = _cover(model, taken, groups)
    return AwardColumns(tuple(taken), cover, missing, _added(shortfalls), tuple(points))


def _cover(
    model: RowModel, taken: Sequence[Mapping[str, int]], groups: Iterable[CoverGroup]
) -> tuple[tuple[int | None, ...], Sum]:
    heads: dict[str, int] = {}
    cover: list[int | None] = []
    terms: list[tuple[int, int]] = []
    constant = 0
    for group in groups:
        if not group.shifts:
            constant += group.count * group.heads
            cover.append(None)
            continue
        for shift in group.shifts:
            if shift not in heads:
                holders = [columns[shift] for columns in taken if shift in columns]
                heads[shift] = model.whole(0, len(holders))
                model.row([(heads[shift], -1), *((column, 1) for column in holders)], 0, 0)
        missing = model.whole(0, group.heads)
        cover.append(model.row([(missing, 1), *((heads[shift], 1) for shift in group.shifts)], group.heads, None))
        terms.append((missing, group.count))
    return tuple(cover), Sum(tuple(terms), constant)


def _shortfall(model: RowModel, person: AwardPerson, columns: Mapping[str, int]) -> Sum:
    if person.contract_minutes <= 0:
        return Sum((), 0)
    short = model.whole(0, person.contract_minutes)
    worked = [(columns[shift.id], shift.paid_minutes) for shift in person.candidates]
    model.row([(short, 1), *worked], person.contract_minutes, None)
    return Sum(((short, 1),), 0)


def _points(person: AwardPerson, columns: Mapping[str, int], rows: ClauseRows) -> Sum:
    terms = [(column, person.points[shift]) for shift, column in columns.items() if person.points.get(shift)]
    constant = 0
    by_day: dict[date, list[str]] = {}
    for shift in person.candidates:
        if shift.id not in person.time_off:
            by_day.setdefault(shift.day, []).append(shift.id)
    for day, worth in person.day_off_points.items():
        if worth:
            free = rows.free(by_day.get(day, ()))
            terms += [(column, worth * weight) for column, weight in free.terms]
            constant += worth * free.constant
    return Sum(tuple(terms), constant)


def _added(sums: Iterable[Sum]) -> Sum:
    parts = tuple(sums)
    return Sum(tuple(term for part in parts for term in part.terms), sum(part.constant for part in parts))
