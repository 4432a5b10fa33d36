"""What a wizard shows of a table before it is taken in: its columns, what each is read as, and samples."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from shiftbid.importers.footfall_columns import footfall_file
from shiftbid.importers.staff_file import FIELDS
from shiftbid.importers.table_fields import place_fields, recogniser
from shiftbid.importers.text_table import read_table
from shiftbid.importers.ticket_text import decoded, read_bytes
from shiftbid.services.imports import FootfallOrder, TableOrder
from shiftbid.services.own_footfall import FIELDS as FOOTFALL_FIELDS
from shiftbid.services.set_up import IGNORE, ColumnSight

SAMPLES = 3
SAMPLE_ROWS = 20


def staff_columns(file: Path, columns: Mapping[str, str]) -> tuple[ColumnSight, ...]:
    """Columns of a staff list; of the halls it may name nothing is read, since everybody belongs to one hall.

    Raises InputError where the file cannot be read as a table.
    """
    table = read_table(file, None, recogniser(FIELDS, columns))
    places = place_fields(table.names, FIELDS, columns, ())
    fields = {place: field for field, place in places.places.items() if field != "hall"}
    rows = [line.fields for line in table.rows[:SAMPLE_ROWS]]
    return tuple(
        ColumnSight(name, fields.get(place, ""), _samples(rows, place)) for place, name in enumerate(table.names)
    )


def without_halls(names: Sequence[str]) -> Mapping[str, str]:
    """What leaves the column of halls of a staff list out; empty where it has none."""
    known = tuple(field for field in FIELDS if field.name == "hall")
    places = place_fields(names, known, {}, ())
    return {places.column("hall"): IGNORE} if "hall" in places else {}


def footfall_columns(file: Path, columns: Mapping[str, str]) -> tuple[ColumnSight, ...]:
    """Columns of a file of counts; InputError where it cannot be read or a field is unknown."""
    read_as = footfall_file(FootfallOrder(TableOrder(file, columns=columns)), "UTC").columns
    _, text = decoded(read_bytes(file), None)
    names, *rows = [*csv.reader(text.splitlines()[: SAMPLE_ROWS + 1]), []]
    own = {name: name for name in names if name in FOOTFALL_FIELDS and name not in read_as}
    fields = {**own, **read_as}
    return tuple(ColumnSight(name, fields.get(name, ""), _samples(rows, place)) for place, name in enumerate(names))


def _samples(rows: Sequence[Sequence[str]], place: int) -> tuple[str, ...]:
    found = (row[place] for row in rows if place < len(row) and row[place])
    return tuple(dict.fromkeys(found))[:SAMPLES]
