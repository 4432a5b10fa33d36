"""Why this person and not that one: every exchange that would change a cell of a roster, weighed stage by stage.

Each alternative is counted by plain arithmetic on the whole roster, at the award's own bids, contracts and burdens;
what changing the cell would take when the days around it may change too is solved anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from shiftbid.bidding.days_off import given_of_record
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import day_interval
from shiftbid.rules.book import RulePack
from shiftbid.rules.checker import check
from shiftbid.rules.finding import Finding
from shiftbid.services.cell_reason import (
    CellAlternative,
    CellChange,
    CellCost,
    CellQuestion,
    CellReason,
    CellRepair,
)
from shiftbid.services.cell_wording import WORDS, CellWords
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication
from shiftbid.services.roster_repair import RepairCause, repaired_roster, roster_ground
from shiftbid.services.round_on_record import request_on_record
from shiftbid.services.round_problem import RoundRequest, award_problem
from shiftbid.solver.award_costs import award_costs
from shiftbid.solver.award_model import AwardProblem, cover_groups, missing_half_hours
from shiftbid.solver.day_moves import DayMove, StandingAward, Turn
from shiftbid.solver.satisfaction import Measure, PointScale, Welfare


def why_cell(
    publication: HallPublication,
    calendar: Calendar,
    pack: RulePack,
    question: CellQuestion,
    seed: int,
    listener: ProgressListener,
) -> CellReason:
    """Say why a person has, or has not, a shift on a day, and what every other way would cost.

    Raises InputError where a person is not on the staff of the hall, or the day is not in the published period.
    """
    _refuse(publication, question)
    cell = _Cell(publication, calendar, pack, question)
    alternatives = sorted(
        cell.alternatives(),
        key=lambda each: (not each.lawful, _stage_costs(each.cost), [one.employee for one in each.changes]),
    )
    return CellReason(
        held=cell.held,
        sentence=cell.sentence(),
        recorded=cell.recorded(),
        alternatives=tuple(alternatives),
        repair=_repair(publication, calendar, pack, cell, seed, listener),
    )


def _refuse(publication: HallPublication, question: CellQuestion) -> None:
    staff = {each.id for each in publication.employees}
    people = [question.employee, *([question.instead] if question.instead else [])]
    problems = [f"{each} is not on the staff of {publication.hall.name}" for each in people if each not in staff]
    period = publication.roster.period
    if question.day not in period:
        problems.append(f"{question.day} is not in the published period, {period.first} to {period.last}")
    if question.instead == question.employee:
        problems.append(f"{question.employee} is asked for instead of themselves; name somebody else")
    if problems:
        raise InputError("roster", problems)


class _Cell:
    """A cell of a roster, and the award it stands in."""

    def __init__(
        self, publication: HallPublication, calendar: Calendar, pack: RulePack, question: CellQuestion
    ) -> None:
        self.question = question
        self.words: CellWords = WORDS[question.language]
        self._publication = publication
        self._pack = pack
        roster = [each.shift for each in publication.roster.assignments]
        self._request = request_on_record(publication.bidding_round, publication, calendar, pack, roster)
        self._shifts = {shift.id: shift for shift in self._request.shifts}
        self._problem = _problem(publication, self._request)
        self._chosen = _chosen(publication, self._problem)
        self._groups = cover_groups(self._problem)
        scales = _scales(publication)
        costs = award_costs(
            self._problem.people,
            [scales.get(person.employee) for person in self._problem.people],
            self._problem.welfare,
        )
        self._standing = StandingAward(self._problem, self._groups, costs, self._chosen)
        self._numbers = {person.employee: number for number, person in enumerate(self._problem.people)}
        self._names = {each.id: each.name for each in publication.employees}
        held = [shift for shift in self._held(question.employee) if shift in self._shifts]
        self.held = held[0] if held else None

    @property
    def missing_now(self) -> int:
        """Head half-hours of the period that the roster leaves missing."""
        return missing_half_hours(self._groups, self._chosen)

    def sentence(self) -> str:
        """What the person has, and what would be lacking without them."""
        words, name, day = self.words, self._names[self.question.employee], self.question.day
        if self.held is not None:
            alone = DayMove(self.question.day, (Turn(self._numbers[self.question.employee], None),))
            return words.held.format(
                name=name, shift=self._told(self.held), day=day, loss=words.loss(self._cost(alone))
            )
        span = day_interval(self.question.day, self._publication.hall.zone)
        for leave in self._publication.leave:
            if leave.employee == self.question.employee and leave.span.overlaps(span):
                return words.on_leave.format(name=name, day=day, kind=leave.kind.value)
        return words.free.format(name=name, day=day)

    def recorded(self) -> tuple[str, ...]:
        """What the record of the round says of the person and the day."""
        record = self._publication.bidding_round
        key = (self.question.employee, self.question.day.isoformat())
        return tuple(
            each["sentence"]
            for each in (*record["reasons"], *record["given"])
            if (each["employee"], each["date"]) == key
        )

    def alternatives(self) -> Iterator[CellAlternative]:
        """The best of the exchanges with each other person, one for each shift that could be taken."""
        for moves in self._exchanges():
            found = self._standing.best(iter(moves))
            move = found[0] if found else moves[0]
            rules = () if found else tuple(self._broken(move))
            cost, what = self._cost(move), self._what(move)
            text = (
                self.words.lawful.format(what=what, loss=self.words.loss(cost))
                if found
                else self.words.unlawful.format(what=what, rule=rules[0] if rules else self.words.pinned)
            )
            yield CellAlternative(self._changes(move), found is not None, rules, cost, self.words.priced(text, cost))

    def wanted(self) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]] | None:
        """Shifts lost and shifts forced where the cell is changed; None where nothing in particular is asked for."""
        person, other = self.question.employee, self.question.instead
        if self.held is not None:
            return frozenset({(person, self.held)}), frozenset({(other, self.held)} if other else ())
        theirs = [shift for shift in self._held(other) if shift in self._shifts] if other else []
        if other is None or not theirs:
            return None
        return frozenset({(other, theirs[0])}), frozenset({(person, theirs[0])})

    def _held(self, employee: str) -> Sequence[str]:
        return self._standing.of_day(self._numbers[employee], self.question.day)

    def _exchanges(self) -> Iterator[Sequence[DayMove]]:
        """Exchanges that change the cell, those with one person together; who is free may also just take a shift."""
        day, person = self.question.day, self._numbers[self.question.employee]
        others = [self.question.instead] if self.question.instead else sorted(self._numbers)
        for employee in others:
            other, theirs = self._numbers[employee], self._held(employee)
            if other == person or len(theirs) > 1:
                continue
            their = theirs[0] if theirs else None
            if self.held is not None and their != self.held:
                lapses = [DayMove(day, (Turn(person, None), Turn(other, self.held)))]
                swap = [DayMove(day, (Turn(person, their), Turn(other, self.held)))] if their in self._shifts else []
                yield [*swap, *lapses]
            elif self.held is None and their in self._shifts:
                yield [DayMove(day, (Turn(person, their), Turn(other, None)))]
        if self.held is None and not self.question.instead:
            of_day = sorted(shift.id for shift in self._shifts.values() if shift.day == day)
            yield from ([DayMove(day, (Turn(person, shift),))] for shift in of_day)

    def _broken(self, move: DayMove) -> Iterator[str]:
        for turn in move.turns:
            person = self._problem.people[turn.person]
            gone = self._standing.of_day(turn.person, move.day)
            before = [self._shifts[each] for each in self._chosen[turn.person] if each in self._shifts]
            kept = [shift for shift in before if shift.id not in gone]
            after = [*kept, self._shifts[turn.takes]] if turn.takes else kept
            known = {each.sentence for each in self._findings(person.employee, before)}
            for each in self._findings(person.employee, after):
                if each.sentence not in known:
                    yield each.sentence

    def _findings(self, employee: str, shifts: Sequence[Shift]) -> tuple[Finding, ...]:
        situation = replace(self._request.situations[employee], candidates=tuple(shifts))
        return tuple(check(self._pack, situation, {shift.id for shift in shifts}, self.question.language))

    def _cost(self, move: DayMove) -> CellCost:
        effect = self._standing.effect(move)
        rates = {each.id: each.rate_cents for each in self._publication.employees}
        cents = minutes = 0
        for change in self._changes(move):
            for shift, sign in ((change.added, 1), (change.dropped, -1)):
                if shift is not None and shift in self._shifts:
                    cents += sign * round(self._shifts[shift].paid_minutes * rates[change.employee] / 60)
                    minutes += sign * self._shifts[shift].toil_minutes
        return CellCost(
            missing_half_hours=effect.missing,
            time_off_due=effect.time_off,
            shortfall_minutes=effect.shortfall,
            floor=effect.floor,
            welfare=effect.welfare,
            burden=effect.burden,
            ties=effect.ties,
            cost_cents=cents,
            toil_minutes=minutes,
        )

    def _changes(self, move: DayMove) -> tuple[CellChange, ...]:
        return tuple(
            CellChange(
                self._problem.people[turn.person].employee,
                next(iter(self._standing.of_day(turn.person, move.day)), None),
                turn.takes,
            )
            for turn in move.turns
        )

    def _what(self, move: DayMove) -> str:
        parts: list[str] = []
        for change in reversed(self._changes(move)):
            name, added = self._names[change.employee], self._told(change.added)
            if change.dropped is None:
                parts.append(self.words.takes.format(name=name, shift=added))
            else:
                parts.append(self.words.gives_up.format(name=name, shift=self._told(change.dropped), other=added))
        return self.words.joint.join(parts)

    def _told(self, shift: str | None) -> str:
        return self._shifts[shift].template if shift in self._shifts else self.words.day_off


def _problem(publication: HallPublication, request: RoundRequest) -> AwardProblem:
    """The round's award problem with the roster's pinned shifts, at the welfare of its method."""
    problem, record = award_problem(request), publication.bidding_round
    pinned = {(each.employee, each.shift.id) for each in publication.roster.assignments if each.pinned}
    people = tuple(
        replace(
            person, pinned=frozenset(shift.id for shift in person.candidates if (person.employee, shift.id) in pinned)
        )
        for person in problem.people
    )
    measure = Measure.SUM if record["method"] == RoundMethod.SUM else Measure.NASH
    return replace(problem, people=people, welfare=Welfare(floor=record["floor"], measure=measure))


def _chosen(publication: HallPublication, problem: AwardProblem) -> tuple[frozenset[str], ...]:
    given = given_of_record(publication.bidding_round["time_off"])
    held: dict[str, set[str]] = {person.employee: set() for person in problem.people}
    for each in publication.roster.assignments:
        held[each.employee].add(each.shift.id)
    for person in problem.people:
        days = {shift.day: shift.id for shift in person.candidates if shift.id in person.time_off}
        held[person.employee] |= {days[day] for who, day in given if who == person.employee and day in days}
    return tuple(frozenset(held[person.employee]) for person in problem.people)


def _scales(publication: HallPublication) -> Mapping[str, PointScale]:
    return {
        each["employee"]: PointScale(each["least_points"], each["best_points"])
        for each in publication.bidding_round["satisfaction"]
        if each["least_points"] is not None
    }


def _stage_costs(cost: CellCost) -> tuple[int, ...]:
    return (
        cost.missing_half_hours,
        cost.time_off_due,
        cost.shortfall_minutes,
        cost.floor,
        cost.welfare,
        cost.burden,
        cost.ties,
    )


def _repair(
    publication: HallPublication,
    calendar: Calendar,
    pack: RulePack,
    cell: _Cell,
    seed: int,
    listener: ProgressListener,
) -> CellRepair | None:
    wanted, day = cell.wanted(), cell.question.day
    if wanted is None:
        return None
    ground = roster_ground(publication, calendar, pack)
    found = repaired_roster(ground, RepairCause(day, day, _first_day(publication), 0, *wanted), seed, listener)
    if not found.found:
        return None
    missing, people = (round(found.result.stages[stage].objective or 0) for stage in (0, 1))
    words, proven = cell.words, found.result.proven
    return CellRepair(
        missing_half_hours=missing,
        missing_now=cell.missing_now,
        people=people,
        changes=tuple(
            CellChange(each.employee, dropped, added)
            for each in found.result.changes
            for dropped, added in zip_longest(each.dropped, each.added)
        ),
        proven=proven,
        sentence=words.repair.format(
            missing=missing,
            now=cell.missing_now,
            people=people,
            certainty=words.proven if proven else words.searched,
        ),
    )


def _first_day(publication: HallPublication) -> date:
    return publication.roster.period.first
