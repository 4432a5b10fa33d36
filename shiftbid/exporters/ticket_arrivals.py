"""Writes the arrivals of a ticket log: the columns that ``shiftbid certify --arrivals`` reads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from shiftbid.domain.errors import StorageError
from shiftbid.domain.timeline import format_instant
from shiftbid.exporters.tables import write_table
from shiftbid.services.ticket_statistics import QuarterArrivals

ARRIVAL_COLUMNS = ("hall", "start", "end", "class", "arrivals")


def write_ticket_arrivals(path: Path, arrivals: Iterable[QuarterArrivals], zone: str) -> None:
    """Write the file in one step; raises StorageError where the disk does not allow it."""
    part = path.with_name(f".{path.name}.part")
    rows = (
        (
            each.hall,
            format_instant(each.span.start, zone),
            format_instant(each.span.end, zone),
            each.customer_class.value,
            str(each.arrivals),
        )
        for each in arrivals
    )
    try:
        write_table(part, ARRIVAL_COLUMNS, rows)
        part.replace(path)
    except OSError as error:
        raise StorageError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
