"""Explanations of published plans: read from the database, explain, word."""

from __future__ import annotations

from shiftbid.bootstrap.places import embedded_url
from shiftbid.rules.book import load_pack
from shiftbid.services.conflict_wording import ConflictWords
from shiftbid.services.missing_demand import ExplainOrder, explain_missing, told
from shiftbid.services.neighbour_halls import neighbour_spans
from shiftbid.services.progress import ProgressListener
from shiftbid.services.published_plan import PublishedSpan, published_plan
from shiftbid.services.told_conflict import HallExplanation
from shiftbid.solver.explanation.conflict import Explanation
from shiftbid.storage.database import Database

SEED = 1


def run_explain(order: ExplainOrder, listener: ProgressListener) -> tuple[HallExplanation, ...]:
    """Explain the latest plan of a hall, or of every hall (`Explainer`).

    What neighbour halls have published is read only where somebody of theirs could help, and after all is explained:
    no transaction is open meanwhile.
    """
    with Database(order.url or embedded_url()) as database:
        with database.unit_of_work() as unit:
            plan = published_plan(unit, order.hall, None)
        explained = [(span, *_explained(span, listener)) for span in plan.spans]
        with database.unit_of_work() as unit:
            return tuple(
                told(
                    span.publication.hall.id,
                    explanation,
                    words,
                    order.language,
                    neighbour_spans(unit, span.publication.hall, plan.period) if explanation.conflicts else (),
                )
                for span, explanation, words in explained
            )


def _explained(span: PublishedSpan, listener: ProgressListener) -> tuple[Explanation, ConflictWords]:
    pack = load_pack(span.pack, span.publication.roster.period.first)
    return explain_missing(span.publication, span.calendar, pack, SEED, listener)
