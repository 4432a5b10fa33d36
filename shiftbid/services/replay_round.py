"""Replay of a bidding round: its award solved again from the public record, and whatever differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError
from shiftbid.rules.book import RulePack
from shiftbid.services.bidding_round import hold_round
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication, JsonObject
from shiftbid.services.replay import Replay, Replayed
from shiftbid.services.replay_comparison import differences, other_versions
from shiftbid.services.round_on_record import request_on_record
from shiftbid.solver.work_limit import WorkLimit

_AFTER_THE_AWARD = "changes"


def replay_round(
    record: JsonObject, publication: HallPublication, calendar: Calendar, pack: RulePack, listener: ProgressListener
) -> Replay:
    """Solve a round again on its own bids, nonce, credits and limits, and compare the records byte for byte.

    Parameters
    ----------
    record
        One round of ``round.json``.
    publication
        What was published with it: staff, leave, demand and templates are read from here, the award is not.

    Raises
    ------
    InputError
        The record does not name the limits of its solver, or its inputs do not fit together.
    """
    again = hold_round(request_on_record(record, publication, calendar, pack), _limit(record), listener).record
    said = {key: value for key, value in record.items() if key != _AFTER_THE_AWARD}
    return Replay(Replayed.AWARD, publication.hall.id, other_versions(record), differences(said, again))


def _limit(record: JsonObject) -> WorkLimit:
    limits: Mapping[str, Any] = record["limits"]
    stated = WorkLimit().as_record().keys() & {each.name for each in fields(WorkLimit)}
    missing = sorted(stated - limits.keys())
    if missing:
        raise InputError("round.json", [f"limits lack {', '.join(missing)}: this round was made by another version"])
    return WorkLimit(**{name: limits[name] for name in stated})
