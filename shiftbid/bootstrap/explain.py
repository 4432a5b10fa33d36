"""Explanations of published plans: read from the database, explain, word."""

from __future__ import annotations

from shiftbid.bootstrap.places import embedded_url
from shiftbid.rules.book import load_pack
from shiftbid.services.missing_demand import ExplainOrder, HallExplanation, explain_missing, told
from shiftbid.services.neighbour_halls import are_neighbours
from shiftbid.services.progress import ProgressListener
from shiftbid.services.published_plan import published_plan
from shiftbid.storage.database import Database

SEED = 1


def run_explain(order: ExplainOrder, listener: ProgressListener) -> tuple[HallExplanation, ...]:
    """Explain the latest plan of a hall, or of every hall (`Explainer`)."""
    with Database(order.url or embedded_url()) as database, database.unit_of_work() as unit:
        plan = published_plan(unit, order.hall, None)
        others = [
            each.id
            for each in unit.halls.all()
            if each.id not in plan.by_hall and plan.period in unit.publications.periods(each.id)
        ]
        beside = [span for other in others for span in published_plan(unit, other, plan.period).spans]
    explained: list[HallExplanation] = []
    for span in plan.spans:
        pack = load_pack(span.pack, span.publication.roster.period.first)
        explanation, words = explain_missing(span.publication, span.calendar, pack, SEED, listener)
        hall = span.publication.hall
        neighbours = [each for each in (*plan.spans, *beside) if are_neighbours(hall, each.publication.hall)]
        explained.append(told(hall.id, explanation, words, order.language, neighbours))
    return tuple(explained)
