"""Moves of one day: a person takes another shift or the day off, and one other may take what they had instead.

Their effect on every stage is counted by plain arithmetic, so that anybody can recompute why a wish was not granted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from shiftbid.rules.checker import breach_of
from shiftbid.rules.clauses import AtLeast, Clause, shifts_of
from shiftbid.solver.award_costs import PersonCosts, burden_of, points_of
from shiftbid.solver.award_model import AwardPerson, AwardProblem, CoverGroup


@dataclass(frozen=True, slots=True)
class Turn:
    """A person (by number) has a shift (None: no shift) on a day instead of whatever they have."""

    person: int
    takes: str | None


@dataclass(frozen=True, slots=True)
class DayMove:
    """One or two people's turns of one day."""

    day: date
    turns: tuple[Turn, ...]


class Effect(NamedTuple):
    """What a move adds to each stage of the award; below 0 is better."""

    missing: int
    time_off: int
    shortfall: int
    floor: int
    welfare: int
    burden: int
    ties: int

    @property
    def improves(self) -> bool:
        """Whether the award is better with the move; welfare is not given up for burden, nor burden for welfare."""
        first, unchanged = self[:4], (0, 0, 0, 0)
        if first != unchanged:
            return first < unchanged
        if self.welfare == 0 == self.burden:
            return self.ties < 0
        return self.welfare <= 0 and self.burden <= 0


class StandingAward:
    """An award in which moves are weighed and made.

    Parameters
    ----------
    chosen
        Each person's shifts.
    """

    def __init__(
        self,
        problem: AwardProblem,
        groups: Sequence[CoverGroup],
        costs: Sequence[PersonCosts],
        chosen: Sequence[frozenset[str]],
    ) -> None:
        self._people = [
            _Holder(person, cost, ids, problem.tie_numbers or {})
            for person, cost, ids in zip(problem.people, costs, chosen, strict=True)
        ]
        self._groups: dict[str, list[CoverGroup]] = {}
        for group in groups:
            for shift in group.shifts:
                self._groups.setdefault(shift, []).append(group)
        self._known_missing: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
        self._heads: dict[str, int] = {}
        for shift in (shift for ids in chosen for shift in ids):
            self._heads[shift] = self._heads.get(shift, 0) + 1

    @property
    def chosen(self) -> tuple[frozenset[str], ...]:
        """Each person's shifts."""
        return tuple(frozenset(each.chosen) for each in self._people)

    def of_day(self, person: int, day: date) -> tuple[str, ...]:
        """What a person has on a day."""
        return self._people[person].by_day.get(day, ())

    def ways(self, person: int, day: date, takes: str | None) -> Iterator[DayMove]:
        """Moves by which a person takes a shift of a day: alone, or with somebody who takes what the person had."""
        first = Turn(person, takes)
        yield DayMove(day, (first,))
        held = self.of_day(person, day)
        if len(held) > 1:
            return
        leaves = held[0] if held else None
        for other in range(len(self._people)):
            theirs = self.of_day(other, day)
            if other == person or len(theirs) > 1 or theirs == held:
                continue
            if leaves is None and theirs != (takes,):
                # The person leaves nothing, so only who has the shift can give it up.
                continue
            yield DayMove(day, (first, Turn(other, leaves)))

    def ways_without(self, person: int, day: date) -> Iterator[DayMove]:
        """Moves by which a person does not have their shift of a day: it lapses, or somebody gives theirs for it."""
        held = self.of_day(person, day)
        yield DayMove(day, (Turn(person, None),))
        if len(held) != 1:
            return
        for other in range(len(self._people)):
            theirs = self.of_day(other, day)
            if other != person and len(theirs) <= 1 and theirs != held:
                yield DayMove(day, (Turn(person, theirs[0] if theirs else None), Turn(other, held[0])))

    def best(self, moves: Iterator[DayMove]) -> tuple[DayMove, Effect] | None:
        """The lawful move that is best by the stages in order, an improving one first; None where none is lawful."""
        # Whether the person whose wish it is may take their turn decides most moves, and is the same in many of them.
        open_moves = [move for move in moves if self._may(move.turns[0], move.day)]
        weighed = sorted(
            ((self.effect(move), move) for move in open_moves),
            key=lambda pair: (not pair[0].improves, pair[0], [turn.person for turn in pair[1].turns]),
        )
        return next(((move, effect) for effect, move in weighed if self.is_lawful(move)), None)

    def effect(self, move: DayMove) -> Effect:
        """Count what a move adds to the stages."""
        parts = [self._people[turn.person].effect(turn.takes, move.day) for turn in move.turns]
        gone = [shift for turn in move.turns for shift in self.of_day(turn.person, move.day)]
        come = [turn.takes for turn in move.turns if turn.takes is not None]
        return Effect(self._missing_added(gone, come), *(sum(column) for column in zip(*parts, strict=True)))

    def points_change(self, person: int, move: DayMove) -> tuple[int, int]:
        """A person's points before and after a move."""
        (takes,) = (turn.takes for turn in move.turns if turn.person == person)
        return self._people[person].points_change(takes, move.day)

    def is_lawful(self, move: DayMove) -> bool:
        """Whether everybody may have what the move gives them, beside their other shifts."""
        return all(self._may(turn, move.day) for turn in move.turns)

    def keeps_law(self, person: int) -> bool:
        """Whether nothing that a person has breaks a rule."""
        return self._people[person].keeps_law()

    def do(self, move: DayMove) -> None:
        """Make a move."""
        self._known_missing.clear()
        for turn in move.turns:
            for shift in self.of_day(turn.person, move.day):
                self._heads[shift] -= 1
            if turn.takes is not None:
                self._heads[turn.takes] = self._heads.get(turn.takes, 0) + 1
            self._people[turn.person].take(turn.takes, move.day)

    def _may(self, turn: Turn, day: date) -> bool:
        return self._people[turn.person].may_take(turn.takes, day)

    def _missing_added(self, gone: Sequence[str], come: Sequence[str]) -> int:
        left, right = list(gone), list[str]()
        for shift in come:
            if shift in left:
                left.remove(shift)
            else:
                right.append(shift)
        if not left and not right:
            return 0
        key = (tuple(sorted(left)), tuple(sorted(right)))
        if key not in self._known_missing:
            self._known_missing[key] = self._count_missing_added(*key)
        return self._known_missing[key]

    def _count_missing_added(self, gone: Sequence[str], come: Sequence[str]) -> int:
        touched = {id(group): group for shift in (*gone, *come) for group in self._groups.get(shift, ())}
        added = 0
        for group in touched.values():
            heads = sum(self._heads.get(shift, 0) for shift in group.shifts)
            more = sum(shift in group.shifts for shift in come) - sum(shift in group.shifts for shift in gone)
            added += group.count * (max(0, group.heads - heads - more) - max(0, group.heads - heads))
        return added


OwnEffect = tuple[int, int, int, int, int, int]


class _Holder:
    """One person's shifts by day, and what they come to."""

    def __init__(
        self, person: AwardPerson, cost: PersonCosts, chosen: frozenset[str], ties: Mapping[tuple[str, str], int]
    ) -> None:
        self._person = person
        self._cost = cost
        self._ties = ties
        self._shifts = {shift.id: shift for shift in person.candidates}
        self._clauses = _by_shift(person.clauses)
        self._effects: dict[tuple[str | None, date], OwnEffect] = {}
        self._lawful: dict[tuple[str | None, date], bool] = {}
        self.chosen = set(chosen)
        self.by_day: dict[date, tuple[str, ...]] = {}
        for shift in sorted(chosen):
            day = self._shifts[shift].day
            self.by_day[day] = (*self.by_day.get(day, ()), shift)
        mine = [self._shifts[shift] for shift in sorted(chosen)]
        self._points, self._burden = points_of(person, mine), burden_of(person, mine)
        self._minutes = sum(shift.paid_minutes for shift in mine)

    def effect(self, takes: str | None, day: date) -> OwnEffect:
        """What taking a shift for those of a day adds to time off due, shortfall and the stages after it."""
        if (takes, day) not in self._effects:
            self._effects[takes, day] = self._effect(takes, day)
        return self._effects[takes, day]

    def may_take(self, takes: str | None, day: date) -> bool:
        """Whether a shift may be taken for those of a day."""
        if (takes, day) not in self._lawful:
            self._lawful[takes, day] = self._may_take(takes, day)
        return self._lawful[takes, day]

    def _effect(self, takes: str | None, day: date) -> OwnEffect:
        person, cost = self._person, self._cost
        points, minutes, burden, ties = self._added(takes, day)
        back = sum(person.time_off.get(shift, 0) for shift in self.by_day.get(day, ()))
        short = max(0, person.contract_minutes - self._minutes)
        return (
            back - person.time_off.get(takes or "", 0),
            max(0, person.contract_minutes - self._minutes - minutes) - short,
            cost.floor.at(self._points + points) - cost.floor.at(self._points) if cost.floor and points else 0,
            cost.welfare.at(self._points + points) - cost.welfare.at(self._points) if cost.welfare and points else 0,
            cost.burden.at(self._burden + burden) - cost.burden.at(self._burden) if burden else 0,
            ties,
        )

    def _may_take(self, takes: str | None, day: date) -> bool:
        held = self.by_day.get(day, ())
        taken = () if takes is None else (takes,)
        if any(shift not in self._shifts for shift in taken) or self._person.pinned & (set(held) - set(taken)):
            return False
        everything = (self.chosen - set(held)) | set(taken) | self._person.fixed
        touched = {id(clause): clause for shift in (*held, *taken) for clause in self._clauses.get(shift, ())}
        return not any(_blames(clause, everything, self._person.fixed) for clause in touched.values())

    def keeps_law(self) -> bool:
        """Whether the person's shifts are theirs to have, pinned ones among them, and break no clause."""
        fixed = self._person.fixed
        if not self._person.pinned <= self.chosen <= self._shifts.keys():
            return False
        return not any(_blames(clause, self.chosen | fixed, fixed) for clause in self._person.clauses)

    def points_change(self, takes: str | None, day: date) -> tuple[int, int]:
        """Points before and after taking a shift for those of a day."""
        return self._points, self._points + self._added(takes, day)[0]

    def take(self, takes: str | None, day: date) -> None:
        """Have a shift instead of those of a day."""
        self._effects.clear()
        self._lawful.clear()
        points, minutes, burden, _ = self._added(takes, day)
        self._points, self._minutes, self._burden = (
            self._points + points,
            self._minutes + minutes,
            self._burden + burden,
        )
        self.chosen -= set(self.by_day.pop(day, ()))
        if takes is not None:
            self.by_day[day] = (takes,)
            self.chosen.add(takes)

    def _added(self, takes: str | None, day: date) -> tuple[int, int, int, int]:
        """Points, minutes, burden and tie numbers that a shift has more than those of the day."""
        held = self.by_day.get(day, ())
        after = self._worth(() if takes is None else (takes,), day)
        before = self._worth(held, day)
        return after[0] - before[0], after[1] - before[1], after[2] - before[2], after[3] - before[3]

    def _worth(self, shifts: Sequence[str], day: date) -> tuple[int, int, int, int]:
        person = self._person
        works = any(shift in self._shifts and shift not in person.time_off for shift in shifts)
        return (
            sum(person.points.get(shift, 0) for shift in shifts) if works else person.day_off_points.get(day, 0),
            sum(self._shifts[shift].paid_minutes for shift in shifts if shift in self._shifts),
            sum(person.burdens.get(shift, 0) for shift in shifts),
            sum(self._ties.get((person.employee, shift), 0) for shift in shifts),
        )


def _by_shift(clauses: Sequence[Clause]) -> Mapping[str, list[Clause]]:
    found: dict[str, list[Clause]] = {}
    for clause in clauses:
        for shift in shifts_of(clause) | set(clause.when):
            found.setdefault(shift, []).append(clause)
    return found


def _blames(clause: Clause, everything: Set[str], fixed: frozenset[str]) -> bool:
    """Whether the shifts break a clause; what the history alone breaks is not their fault."""
    if not breach_of(clause, everything):
        return False
    return isinstance(clause, AtLeast) or not (shifts_of(clause) | set(clause.when)) & everything <= fixed
