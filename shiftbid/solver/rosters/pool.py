"""Legal personal rosters known so far, each once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from shiftbid.solver.rosters.tables import OFF, FloatArray, IntArray, Roster, RosterTables

_FIRST_ROOM = 1024


class RosterPool:
    """Grows only; a roster keeps its number."""

    def __init__(self, tables: RosterTables) -> None:
        self._tables = tables
        self._known: set[tuple[int, bytes]] = set()
        self._size = 0
        self._person = np.empty(_FIRST_ROOM, dtype=np.int64)
        self._cost = np.empty(_FIRST_ROOM, dtype=np.int64)
        self._rosters = np.empty((_FIRST_ROOM, tables.days), dtype=np.int16)

    def __len__(self) -> int:
        return self._size

    @property
    def person(self) -> IntArray:
        """Whose each roster is; shape (rosters,)."""
        return self._person[: self._size]

    @property
    def cost(self) -> IntArray:
        """Cost of each roster's wishes; shape (rosters,)."""
        return self._cost[: self._size]

    @property
    def rosters(self) -> Roster:
        """Shape (rosters, days)."""
        return self._rosters[: self._size]

    def add(self, person: IntArray, rosters: Roster) -> IntArray:
        """Add rosters; give the numbers of those that were new."""
        new: list[int] = []
        for place, (owner, roster) in enumerate(zip(person.tolist(), rosters, strict=True)):
            key = owner, roster.tobytes()
            if key not in self._known:
                self._known.add(key)
                new.append(place)
        first = self._size
        self._size += len(new)
        self._make_room()
        self._person[first : self._size] = person[new]
        self._rosters[first : self._size] = rosters[new]
        self._cost[first : self._size] = self._tables.personal_costs(person[new], rosters[new])
        return np.arange(first, self._size)

    def numbers_of(self, roster: Roster) -> IntArray:
        """Add everybody's roster and give the numbers of all of them, in the order of the people."""
        self.add(np.arange(len(roster)), roster)
        wanted = {(person, row.tobytes()) for person, row in enumerate(roster)}
        numbers = [
            number
            for number, (person, row) in enumerate(zip(self.person.tolist(), self.rosters, strict=True))
            if (person, row.tobytes()) in wanted
        ]
        return np.array(numbers, dtype=np.int64)[np.argsort(self.person[numbers])]

    def reduced_costs(self, prices: FloatArray, person_prices: FloatArray) -> FloatArray:
        """Cost of each roster beyond what its heads and its person are priced at; shape (rosters,)."""
        return self.cost - worth(prices, self.rosters) - person_prices[self.person]

    def _make_room(self) -> None:
        room = len(self._person)
        if self._size > room:
            more = max(room, self._size)
            self._person = np.concatenate([self._person, np.empty(more, dtype=np.int64)])
            self._cost = np.concatenate([self._cost, np.empty(more, dtype=np.int64)])
            self._rosters = np.concatenate([self._rosters, np.empty((more, self._rosters.shape[1]), dtype=np.int16)])


def worth(prices: FloatArray, rosters: Roster) -> FloatArray:
    """Sum of the prices of the heads that rosters give; prices of shape (days, shifts), result (rosters,)."""
    days = np.arange(rosters.shape[1])
    return np.where(rosters != OFF, prices[days, np.maximum(rosters, 0)], 0.0).sum(axis=1)


def merged(people: Sequence[int], own: Roster, others: Roster) -> Roster:
    """Put these people's rosters in their places among the others'."""
    whole = others.copy()
    whole[np.array(people, dtype=np.int64)] = own
    return whole
