"""The best roster and limit that a process knows of, its own or heard from the others."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from shiftbid.solver.rosters.messages import Found, Limit, Message
from shiftbid.solver.rosters.tables import Roster, RosterTables


class BestSoFar:
    """Tells the other processes of everything better that is found here.

    Attributes
    ----------
    found
        The best roster; an empty one of endless value at first.
    limit
        The best proven limit, None before there is one.
    """

    def __init__(self, tables: RosterTables, tell: Callable[[Message], None]) -> None:
        self._tables = tables
        self._tell = tell
        self.found = Found(np.empty((0, 0), dtype=np.int16), np.iinfo(np.int64).max)
        self.limit: int | None = None

    @property
    def value(self) -> int:
        """Value of the best roster."""
        return self.found.value

    @property
    def roster(self) -> Roster:
        """The best roster."""
        return self.found.roster

    @property
    def has_roster(self) -> bool:
        """Whether there is a roster."""
        return len(self.found.roster) > 0

    @property
    def is_proven(self) -> bool:
        """Whether no roster is better."""
        return self.limit is not None and self.value <= self.limit

    def hear(self, message: Message) -> bool:
        """Take over what another process found; whether that was a better roster."""
        if isinstance(message, Limit) and self._raises(message.value):
            self.limit = message.value
        if not isinstance(message, Found) or message.value >= self.value:
            return False
        self.found = message
        return True

    def take(self, roster: Roster) -> None:
        """Keep and tell a roster found here, where it is better."""
        value = self._tables.value(roster)
        if value < self.value:
            self.found = Found(roster.copy(), value)
            self._tell(self.found)

    def prove(self, limit: int) -> bool:
        """Keep and tell a limit proven here, where it is better; whether it is."""
        better = self._raises(limit)
        if better:
            self.limit = limit
            self._tell(Limit(limit))
        return better

    def _raises(self, limit: int) -> bool:
        return self.limit is None or limit > self.limit
