"""The published JSON records, in canonical form (RFC 8785)."""

from __future__ import annotations

from collections.abc import Sequence

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.outcome import Stage
from shiftbid.services.publication import JsonObject, Publication, StageReport

ELECTION_FORMAT = "shiftbid-election-3"
ROUND_FORMAT = "shiftbid-round-2"
SUMMARY_FORMAT = "shiftbid-summary-1"


def canonical(value: JsonObject) -> bytes:
    """Canonical UTF-8 bytes of a published record; raises BugError for what JSON cannot carry."""
    return canonical_json(dict(value)).encode("utf-8")


def election_record(publication: Publication) -> JsonObject:
    """Give the content of ``election.json``: the elections of all halls."""
    return elections_object([hall.election for hall in publication.halls])


def elections_object(elections: Sequence[JsonObject]) -> JsonObject:
    """Elections as one record, as ``election.json`` holds them."""
    return {"format": ELECTION_FORMAT, "elections": list(elections)}


def round_record(publication: Publication) -> JsonObject:
    """Give the content of ``round.json``: the bidding rounds of all halls."""
    return {"format": ROUND_FORMAT, "rounds": [hall.bidding_round for hall in publication.halls]}


def summary(publication: Publication) -> JsonObject:
    """Give the content of ``summary.json``: what each stage took and what came out.

    Not reproducible, since it holds seconds, and so not in the hash chain. A stage's own objective, bound and gap are
    those of its optimisation with the widest gap; null where it optimises nothing.
    """
    return {
        "format": SUMMARY_FORMAT,
        "period": {"first": publication.period.first.isoformat(), "last": publication.period.last.isoformat()},
        "halls": [hall.hall.id for hall in publication.halls],
        "seconds": sum(report.seconds for report in publication.reports),
        "stages": [_stage(report) for report in publication.reports],
    }


def _stage(report: StageReport) -> JsonObject:
    solved = [stage for stage in report.stages if stage.gap is not None]
    widest = max(solved, key=lambda stage: stage.gap or 0.0, default=None)
    return {
        "name": report.name,
        "seconds": report.seconds,
        "outcome": report.outcome,
        "counts": dict(report.counts),
        "objective": widest.objective if widest else None,
        "bound": widest.bound if widest else None,
        "gap": widest.gap if widest else None,
        "optimisations": [_optimisation(stage) for stage in report.stages],
    }


def _optimisation(stage: Stage) -> JsonObject:
    return {
        "name": stage.name,
        "unit": stage.unit,
        "status": stage.status.value,
        "objective": stage.objective,
        "bound": stage.bound,
        "gap": stage.gap,
        "seconds": stage.seconds,
    }
