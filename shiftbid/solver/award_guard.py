"""Answers claims one after the other, so that law always holds and no claim costs cover or contract hours.

A full award that grants every claim accepted so far stands all the time. A claim that it does not grant yet is accepted
where an exchange grants it that keeps the law, moves nothing claimed and leaves the first stages of the award no worse:
of one day, with one other person or alone, or of two whole days between two people. What only a larger rearrangement
would grant is refused: the guard errs on the side of cover.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from shiftbid.solver.day_moves import DayMove, Effect, StandingAward, Turn

DAYS_AROUND = 6
"""The second day of an exchange lies at most so many days from the first."""


class AwardGuard:
    """Keeps an award while claims come in.

    Attributes
    ----------
    standing
        The award as it stands.
    """

    def __init__(self, standing: StandingAward, people: int) -> None:
        self.standing = standing
        self._people = people
        self._claimed: set[tuple[int, date]] = set()

    def claim(self, person: int, day: date, takes: str | None) -> bool:
        """Answer a claim of a shift, or of a day off (None); what is accepted is never taken back."""
        if (person, day) in self._claimed:
            return False
        accepted = (
            self.standing.of_day(person, day) == _held(takes)
            or self._by_one_day(person, day, takes)
            or self._by_two_days(person, day, takes)
        )
        if accepted:
            self._claimed.add((person, day))
        return accepted

    def _leaves_claims(self, move: DayMove) -> bool:
        """Whether a move touches no claimed day."""
        return all((turn.person, move.day) not in self._claimed for turn in move.turns)

    def _by_one_day(self, person: int, day: date, takes: str | None) -> bool:
        found = self.standing.best(filter(self._leaves_claims, self.standing.ways(person, day, takes)))
        if found is None or costs_cover(found[1]):
            return False
        self.standing.do(found[0])
        return True

    def _by_two_days(self, person: int, day: date, takes: str | None) -> bool:
        """Change whole days with somebody whose day is as wished, and another day in return."""
        standing = self.standing
        if len(standing.of_day(person, day)) > 1:
            return False
        for other in range(self._people):
            first = self._swap(person, other, day)
            if other == person or standing.of_day(other, day) != _held(takes) or not self._leaves_claims(first):
                continue
            before = standing.effect(first)
            standing.do(first)
            for second in self._in_return(person, other, day):
                if costs_cover(_added(before, standing.effect(second))):
                    continue
                standing.do(second)
                if standing.keeps_law(person) and standing.keeps_law(other):
                    return True
                standing.do(self._swap(person, other, second.day))
            standing.do(self._swap(person, other, day))
        return False

    def _in_return(self, person: int, other: int, day: date) -> list[DayMove]:
        """Days near by that two people may swap whole, those first that the person gains most by."""
        near = (day + timedelta(days=away) for away in range(-DAYS_AROUND, DAYS_AROUND + 1) if away)
        moves = [move for each in near for move in self._swaps(person, other, each) if self._leaves_claims(move)]

        def gained(move: DayMove) -> int:
            before, after = self.standing.points_change(person, move)
            return after - before

        return sorted(moves, key=lambda move: (-gained(move), move.day))

    def _swaps(self, person: int, other: int, day: date) -> Iterator[DayMove]:
        mine, theirs = self.standing.of_day(person, day), self.standing.of_day(other, day)
        if mine != theirs and len(mine) <= 1 and len(theirs) <= 1:
            yield self._swap(person, other, day)

    def _swap(self, person: int, other: int, day: date) -> DayMove:
        mine, theirs = self.standing.of_day(person, day), self.standing.of_day(other, day)
        return DayMove(day, (Turn(person, theirs[0] if theirs else None), Turn(other, mine[0] if mine else None)))


def costs_cover(effect: Effect) -> bool:
    """Whether a move makes the award worse by demand missing, time off due or contract hours, in this order."""
    return (effect.missing, effect.time_off, effect.shortfall) > (0, 0, 0)


def _added(first: Effect, second: Effect) -> Effect:
    return Effect(*(one + other for one, other in zip(first, second, strict=True)))


def _held(takes: str | None) -> tuple[str, ...]:
    return () if takes is None else (takes,)
