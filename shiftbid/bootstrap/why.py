"""Explanations of single cells: read the published roster from the database, explain."""

from __future__ import annotations

from shiftbid.bootstrap.places import embedded_url
from shiftbid.bootstrap.reading_notes import note_reading
from shiftbid.domain.data_reading import DataKind
from shiftbid.domain.timeline import Period
from shiftbid.rules.book import load_pack
from shiftbid.services.cell_reason import CellReason, WhyOrder
from shiftbid.services.progress import ProgressListener
from shiftbid.services.published_plan import published_plan
from shiftbid.services.reading_record import about
from shiftbid.services.why_cell import why_cell
from shiftbid.storage.database import Database

SEED = 1


def run_why(order: WhyOrder, listener: ProgressListener) -> CellReason:
    """Explain a cell of what is published for its day (`CellExplainer`)."""
    day = order.question.day
    with Database(order.url or embedded_url()) as database:
        with database.unit_of_work() as unit:
            span = published_plan(unit, order.hall, Period(day, day)).spans[0]
        seen = about((each.id for each in span.publication.employees), DataKind.SCHEDULE, DataKind.WISHES)
        note_reading(database.unit_of_work, None, span.publication.hall.zone, seen)
    pack = load_pack(span.pack, span.publication.roster.period.first)
    return why_cell(span.publication, span.calendar, pack, order.question, SEED, listener)
