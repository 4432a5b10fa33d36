"""Turns to write: one at a time on SQLite, row by row on PostgreSQL."""

from __future__ import annotations

from sqlalchemy import Connection

WRITING = "has the turn to write"
"""Key of a connection's `info`: its transactions begin by taking SQLite's one lock for writers."""


def take_turn_to_write(connection: Connection) -> None:
    """Wait until no other program writes, then begin; called by a repository before it reads what its change rests on.

    SQLite refuses at once, instead of letting it wait, a transaction that has read and then wants to write while
    another writes. So what was read before the first change is let go, and the transaction begins anew with the lock
    taken: what a change rests on is always read after that. PostgreSQL locks rows as they are changed.
    """
    if connection.dialect.name == "sqlite" and not connection.info.get(WRITING):
        connection.rollback()
        connection.info[WRITING] = True
