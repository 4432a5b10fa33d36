"""Tables in which a row holds from a day to a day: one record a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from shiftbid.importers.table_fields import Cells, TableField, place_fields, recogniser
from shiftbid.importers.text_table import read_table, refuse
from shiftbid.importers.ticket_times import TimeReader, found_order
from shiftbid.services.ticket_log import DateOrder

Record = TypeVar("Record")


def read_dated_rows(
    path: Path,
    fields: Sequence[TableField],
    columns: Mapping[str, str],
    encoding: str | None,
    dates: DateOrder | None,
    record_of: Callable[[Cells, TimeReader], Record | None],
) -> tuple[Record, ...]:
    """Read a table's records in the order of its rows.

    Parameters
    ----------
    fields
        Columns of the table, all needed; `from` and `to` among them.
    columns
        Field of a column by the column's name, where the file names it in words of its own.
    dates
        Order of day and month; found in the table where None.
    record_of
        What a row says; None where a cell does not fit, which the row then says.

    Raises
    ------
    InputError
        A column is missing or a cell does not fit; every problem is named with row and column.
    """
    table = read_table(path, encoding, recogniser(fields, columns))
    places = place_fields(table.names, fields, columns, tuple((field.name,) for field in fields))
    rows = [Cells(line, places, []) for line in table.rows]
    order = dates or found_order(row.text(field) for row in rows for field in ("from", "to"))
    reader = TimeReader("UTC", order, None)
    found = [record_of(row, reader) for row in rows]
    refuse(path, [problem for row in rows for problem in row.problems])
    return tuple(each for each in found if each is not None)
