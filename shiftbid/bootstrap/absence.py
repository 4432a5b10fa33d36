"""Absences in published plans: read from the database, look for stand-ins and the repair."""

from __future__ import annotations

from shiftbid.bootstrap.places import embedded_url
from shiftbid.domain.timeline import Period
from shiftbid.rules.book import load_pack
from shiftbid.services.absence import AbsenceAnswer, AbsenceOrder, plan_absence
from shiftbid.services.progress import ProgressListener
from shiftbid.services.published_plan import published_plan
from shiftbid.storage.database import Database

SEED = 1


def run_plan_absence(order: AbsenceOrder, listener: ProgressListener) -> AbsenceAnswer:
    """Plan for an absence in what is published for its first day (`AbsencePlanner`)."""
    absence = order.absence
    with Database(order.url or embedded_url()) as database, database.unit_of_work() as unit:
        plan = published_plan(unit, order.hall, Period(absence.first, absence.first))
    span = plan.spans[0]
    pack = load_pack(span.pack, span.publication.roster.period.first)
    found = plan_absence(span.publication, span.calendar, pack, absence, SEED, listener)
    names = {each.id: each.name for each in span.publication.employees}
    return AbsenceAnswer(found, names, span.publication.hall.zone)
