from __future__ import annotations

from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.importers.dated_rows import read_dated_rows
from shiftbid.importers.table_fields import Cells, TableField
from shiftbid.importers.ticket_times import TimeReader

FIELDS = (TableField("who", ("name",)), TableField("from", ()), TableField("to", ("tot",)))


def record_of(row: Cells, reader: TimeReader) -> tuple[str, str, str] | None:
    who, first, last = row.need("who", str), row.need("from", reader.day), row.need("to", reader.day)
    return None if who is None or first is None or last is None else (who, first.isoformat(), last.isoformat())


def read(folder: Path, text: str) -> tuple[tuple[str, str, str], ...]:
    file = folder / "rows.csv"
    file.write_text(text, encoding="utf-8")
    return read_dated_rows(file, FIELDS, {}, None, None, record_of)


def test_records_come_in_the_order_of_the_rows_and_one_day_settles_the_order_of_all(tmp_path: Path) -> None:
    found = read(tmp_path, "name,from,tot\nbo,03/02/2026,04/02/2026\nana,01/02/2026,28/02/2026\n")
    assert found == (("bo", "2026-02-03", "2026-02-04"), ("ana", "2026-02-01", "2026-02-28"))


def test_every_fault_of_a_file_is_named_and_every_column_is_needed(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        read(tmp_path, "name,from,tot\n,2026-02-03,2026-02-04\nana,soon,2026-02-28\n")
    assert [(each.row, each.column) for each in refused.value.problems] == [(2, "name"), (3, "from")]
    with pytest.raises(InputError, match="to"):
        read(tmp_path, "name,from\nana,2026-02-03\n")
