"""Absences and footfall surprises in published plans: read from the database, look for people and the repair."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from shiftbid.bootstrap.places import embedded_url
from shiftbid.bootstrap.reading_notes import note_reading
from shiftbid.domain.data_reading import DataKind
from shiftbid.domain.timeline import Period
from shiftbid.rules.book import RulePack, load_pack
from shiftbid.services.absence import AbsenceAnswer, AbsenceOrder, plan_absence
from shiftbid.services.footfall_surprise import SurpriseAnswer, SurpriseOrder, plan_surprise
from shiftbid.services.progress import ProgressListener
from shiftbid.services.published_plan import PublishedSpan, published_plan
from shiftbid.services.reading_record import about
from shiftbid.storage.database import Database

SEED = 1


def run_plan_absence(order: AbsenceOrder, listener: ProgressListener) -> AbsenceAnswer:
    """Plan for an absence in what is published for its first day (`AbsencePlanner`)."""
    absence = order.absence
    span, pack = _published(order.url, order.hall, absence.first)
    found = plan_absence(span.publication, span.calendar, pack, absence, SEED, listener)
    return AbsenceAnswer(found, _names(span), span.publication.hall.zone)


def run_plan_surprise(order: SurpriseOrder, listener: ProgressListener) -> SurpriseAnswer:
    """Plan for a footfall surprise in what is published for its first day (`SurprisePlanner`)."""
    surprise = order.surprise
    span, pack = _published(order.url, order.hall, surprise.first)
    found = plan_surprise(span.publication, span.calendar, pack, surprise, SEED, listener)
    return SurpriseAnswer(found, _names(span), span.publication.hall.zone)


def _published(url: str | None, hall: str, day: date) -> tuple[PublishedSpan, RulePack]:
    with Database(url or embedded_url()) as database:
        with database.unit_of_work() as unit:
            span = published_plan(unit, hall, Period(day, day)).spans[0]
        seen = about((each.id for each in span.publication.employees), DataKind.SCHEDULE)
        note_reading(database.unit_of_work, None, span.publication.hall.zone, seen)
    return span, load_pack(span.pack, span.publication.roster.period.first)


def _names(span: PublishedSpan) -> Mapping[str, str]:
    return {each.id: each.name for each in span.publication.employees}
