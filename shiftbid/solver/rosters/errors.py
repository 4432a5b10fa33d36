"""What the processes of a solve raise among themselves."""

from __future__ import annotations

from shiftbid.solver.rosters.tables import IntArray


class NoRosterError(Exception):
    """Some people have no legal roster at all; told to the caller as a result."""

    def __init__(self, people: IntArray) -> None:
        super().__init__(f"{len(people)} people have no legal roster")
        self.people = people
