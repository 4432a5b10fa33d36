"""Replays of published rounds: the record from its file, the inputs from a database."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from shiftbid.bootstrap.places import DATABASE_FILE, embedded_url, sqlite_url
from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import Period
from shiftbid.services.ports import PublicationContext, UnitOfWork
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication
from shiftbid.services.published_pack import pack_of
from shiftbid.services.replay import Replay, ReplayOrder
from shiftbid.services.replay_round import replay_round
from shiftbid.storage.database import Database

RECORD = "round.json"


def run_replay(order: ReplayOrder, listener: ProgressListener) -> tuple[Replay, ...]:
    """Solve every round of a published folder again (`Replayer`)."""
    path = order.path / RECORD if order.path.is_dir() else order.path
    rounds = _rounds(path)
    beside = path.parent / DATABASE_FILE
    url = order.url or (sqlite_url(beside) if beside.is_file() else embedded_url())
    with Database(url) as database, database.unit_of_work() as unit:
        found = [(each, *_inputs(unit, each)) for each in rounds]
        return tuple(
            replay_round(record, publication, context.calendar, pack_of(publication, context), listener)
            for record, publication, context in found
        )


def _rounds(path: Path) -> Sequence[Mapping[str, Any]]:
    try:
        return json.loads(path.read_text(encoding="utf-8"))["rounds"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), [f"cannot be read as a record of bidding rounds: {error}"]) from error


def _inputs(unit: UnitOfWork, record: Mapping[str, Any]) -> tuple[HallPublication, PublicationContext]:
    """What the round was published with: the version with its nonce, or else the latest."""
    hall = record["hall"]
    period = Period(date.fromisoformat(record["period"]["first"]), date.fromisoformat(record["period"]["last"]))
    found: list[tuple[HallPublication, PublicationContext]] = []
    for version in range(1, unit.publications.version(hall, period) + 1):
        publication = unit.publications.get(hall, period, version)
        context = unit.publications.context(hall, period, version)
        if publication and context:
            found.append((publication, context))
    if not found:
        raise InputError("--replay", [f"the database holds nothing published for {hall} from {period.first}"])
    same = [each for each in found if each[0].bidding_round.get("nonce") == record["nonce"]]
    return (same or found[-1:])[0]
