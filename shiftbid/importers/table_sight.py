"""What a wizard shows of a table before it is taken in: its columns, what each is read as, and samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from shiftbid.importers.counts_file import FIELDS as COUNT_FIELDS
from shiftbid.importers.staff_file import FIELDS, staff_places
from shiftbid.importers.table_fields import place_fields, recogniser
from shiftbid.importers.text_table import TextTable, read_table
from shiftbid.services.set_up import IGNORE, ColumnSight

SAMPLES = 3
SAMPLE_ROWS = 20


def staff_columns(file: Path, columns: Mapping[str, str]) -> tuple[ColumnSight, ...]:
    """Columns of a staff list; of the halls it may name nothing is read, since everybody belongs to one hall.

    Raises InputError where the file cannot be read as a table.
    """
    table = read_table(file, None, recogniser(FIELDS, columns))
    places = staff_places(table.names, columns, ())
    fields = {place: field for field, place in places.places.items() if field != "hall"}
    return _sights(table, fields)


def without_halls(names: Sequence[str]) -> Mapping[str, str]:
    """What leaves the column of halls of a staff list out; empty where it has none."""
    known = tuple(field for field in FIELDS if field.name == "hall")
    places = place_fields(names, known, {}, ())
    return {places.column("hall"): IGNORE} if "hall" in places else {}


def footfall_columns(file: Path, columns: Mapping[str, str]) -> tuple[ColumnSight, ...]:
    """Columns of a file of counts; InputError where it cannot be read or a field is unknown."""
    table = read_table(file, None, recogniser(COUNT_FIELDS, columns))
    places = place_fields(table.names, COUNT_FIELDS, columns, ())
    return _sights(table, {place: field for field, place in places.places.items()})


def _sights(table: TextTable, fields: Mapping[int, str]) -> tuple[ColumnSight, ...]:
    rows = [line.fields for line in table.rows[:SAMPLE_ROWS]]
    return tuple(
        ColumnSight(name, fields.get(place, ""), _samples(rows, place)) for place, name in enumerate(table.names)
    )


def _samples(rows: Sequence[Sequence[str]], place: int) -> tuple[str, ...]:
    found = (row[place] for row in rows if place < len(row) and row[place])
    return tuple(dict.fromkeys(found))[:SAMPLES]
