"""Answers claims of seats so that law and cover always hold.

A full award that contains every claim accepted so far is kept as the witness. A claim it already contains is accepted
at once; one of a seat whose heads are all claimed is refused at once. Otherwise the person changes places that day with
somebody who holds the seat without having claimed it, where law and cover allow it; else the person, those who hold the
seat, and some others are solved anew with the claim fixed, and the claim is accepted where the heads missing do not
rise. What a larger group might still have allowed is refused: the guard errs on the side of cover.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from shiftbid.solver.nash_award.group_model import GroupModel, Place, room_left
from shiftbid.solver.nash_award.linear_answer import solve_linear
from shiftbid.solver.nash_award.seats import OFF, IntArray, SeatAward, law_broken, unmet

_HELPERS = 8
_SECONDS = 2.0
_GAP = 0.01


class ClaimGuard:
    """Keeps an award while claims come in.

    Attributes
    ----------
    rosters
        Everybody's rosters: all claims accepted so far, and what cover needs beside them.
    """

    def __init__(self, award: SeatAward, rosters: Sequence[IntArray], seed: int) -> None:
        self.rosters = [roster.copy() for roster in rosters]
        self._award = award
        self._unmet = unmet(award, rosters)
        self._claimed = [np.full(award.days, OFF, dtype=np.int64) for _ in award.people]
        self._random = np.random.default_rng(seed)

    def claim(self, number: int, place: Place) -> bool:
        """Answer a person's claim of a seat; an accepted seat is never taken back."""
        day, template = place
        held = self.rosters[number][day] == template
        accepted = bool(held) or (
            self._is_legal_alone(number, place)
            and self._is_open(place)
            and (self._change_places(number, place) or self._rearrange(number, place))
        )
        if accepted:
            self._claimed[number][day] = template
        return accepted

    def _is_legal_alone(self, number: int, place: Place) -> bool:
        """Whether a seat fits the law and the seats claimed already, were nobody else there."""
        award, person = self._award, self._award.people[number]
        day, template = place
        mine = self._claimed[number]
        if mine[day] != OFF or not award.may_work(person)[place]:
            return False
        worked = np.append(np.flatnonzero(mine != OFF), day)
        week = int(award.week_of[day])
        if (award.week_of[worked] == week).sum() > person.week_most[week]:
            return False
        if award.saturday[worked].sum() > person.max_saturdays:
            return False
        before = day > 0 and award.after_yesterday[day] and mine[day - 1] != OFF
        after = day + 1 < award.days and award.after_yesterday[day + 1] and mine[day + 1] != OFF
        return (not before or bool(award.follows[mine[day - 1], template])) and (
            not after or bool(award.follows[template, mine[day + 1]])
        )

    def _is_open(self, place: Place) -> bool:
        """Whether a head of the seat is not claimed yet."""
        day, template = place
        claimed = sum(claims[day] == template for claims in self._claimed)
        return bool(claimed < self._award.seats[place])

    def _change_places(self, number: int, place: Place) -> bool:
        """Let the person and somebody who holds the seat unclaimed change that day, if law and cover allow it."""
        award = self._award
        day, template = place
        for other, roster in enumerate(self.rosters):
            if other == number or roster[day] != template or self._claimed[other][day] == template:
                continue
            pair = [self.rosters[number].copy(), roster.copy()]
            pair[0][day], pair[1][day] = template, pair[0][day]
            if law_broken(replace(award, people=(award.people[number], award.people[other])), pair):
                continue
            kept = self.rosters[number], roster
            self.rosters[number], self.rosters[other] = pair
            same_skills = set(award.people[number].skills) == set(award.people[other].skills)
            if same_skills or unmet(award, self.rosters) <= self._unmet:
                return True
            self.rosters[number], self.rosters[other] = kept
        return False

    def _rearrange(self, number: int, place: Place) -> bool:
        award = self._award
        day, template = place
        yielding = [
            other
            for other, roster in enumerate(self.rosters)
            if other != number and roster[day] == template and self._claimed[other][day] != template
        ]
        others = self._random.choice(len(award.people), size=min(_HELPERS, len(award.people)), replace=False)
        group = sorted({number, *yielding[:_HELPERS], *map(int, others)})
        built = GroupModel(award, group, room_left(award, self.rosters, group), relaxed=False)
        for member, choice in zip(group, built.choices, strict=True):
            fixed = self._claimed[member].copy()
            if member == number:
                fixed[day] = template
            for at in np.flatnonzero(fixed != OFF):
                column = choice.get((int(at), int(fixed[at])))
                if column is None:
                    return False
                column.lower_bound = 1.0
        built.strive_for_points()
        built.unmet_row.upper_bound = self._unmet
        answer = solve_linear(built.model, _SECONDS, _GAP)
        if answer.values is None:
            return False
        for member, roster in built.rosters(answer.values).items():
            self.rosters[member] = roster
        self._unmet = min(self._unmet, unmet(award, self.rosters))
        return True
