"""The clock of the store: PostgreSQL's own, which all who share it read, or for a file this computer's."""

from __future__ import annotations

import time

from sqlalchemy import Connection, text


def seconds_now() -> int:
    """Give this computer's present instant in UTC seconds."""
    return int(time.time())


def store_seconds(connection: Connection) -> int:
    """Give the present instant of the store in UTC seconds."""
    if connection.dialect.name == "postgresql":
        return int(connection.scalars(text("SELECT extract(epoch FROM clock_timestamp())")).one())
    return seconds_now()
