"""Which clauses of a person speak of given shifts, found without reading all of them again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from shiftbid.rules.clauses import AtLeast, Clause, shifts_of
from shiftbid.solver.award_model import AwardPerson


class ClauseIndex:
    """One person and their clauses by shift."""

    def __init__(self, person: AwardPerson) -> None:
        self.person = person
        self._by_shift: dict[str, list[int]] = {}
        candidates = {shift.id for shift in person.candidates}
        for number, clause in enumerate(person.clauses):
            for shift in (shifts_of(clause) | set(clause.when)) & candidates:
                self._by_shift.setdefault(shift, []).append(number)

    def narrowed(self, useful: Iterable[str]) -> AwardPerson:
        """Give the person with some candidates only, and the clauses that speak of them.

        Clauses that ask for a least are kept only where no candidate is left out: those left out could satisfy them.
        """
        kept = frozenset(useful)
        candidates = tuple(shift for shift in self.person.candidates if shift.id in kept)
        if len(candidates) == len(self.person.candidates):
            return self.person
        numbers = sorted({number for shift in kept for number in self._by_shift.get(shift, ())})
        return replace(self.person, candidates=candidates, clauses=tuple(self._lasting(numbers)))

    def _lasting(self, numbers: Iterable[int]) -> Iterable[Clause]:
        for number in numbers:
            clause = self.person.clauses[number]
            if not isinstance(clause, AtLeast):
                yield clause
