"""Replays of published votes and rounds: the records from their files, the inputs from a database."""

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
from shiftbid.services.publication import HallPublication, JsonObject
from shiftbid.services.published_pack import pack_of
from shiftbid.services.replay import Replay, ReplayOrder
from shiftbid.services.replay_election import replay_election
from shiftbid.services.replay_round import replay_round
from shiftbid.storage.database import Database

ELECTIONS, ROUNDS = "election.json", "round.json"


def run_replay(order: ReplayOrder, listener: ProgressListener) -> tuple[Replay, ...]:
    """Count every vote and solve every round of a published folder or record again (`Replayer`)."""
    path = order.path
    paths = [path / ELECTIONS, path / ROUNDS] if path.is_dir() else [path]
    records = [each for one in paths for each in _records(one)]
    beside = (path if path.is_dir() else path.parent) / DATABASE_FILE
    url = order.url or (sqlite_url(beside) if beside.is_file() else embedded_url())
    with Database(url) as database, database.unit_of_work() as unit:
        found = [(each, *_inputs(unit, each)) for each in records]
        return tuple(
            replay_round(record, publication, context.calendar, pack_of(publication, context), listener)
            if _is_round(record)
            else replay_election(record, publication, listener)
            for record, publication, context in found
        )


def _records(path: Path) -> Sequence[Mapping[str, Any]]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return content["rounds"] if "rounds" in content else content["elections"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), [f"cannot be read as a record of votes or bidding rounds: {error}"]) from error


def _inputs(unit: UnitOfWork, record: Mapping[str, Any]) -> tuple[HallPublication, PublicationContext]:
    """What a vote or round was published with: the version with its seed, or else the latest."""
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
    same = [each for each in found if _published(each[0], record).get("seed") == record["seed"]]
    return (same or found[-1:])[0]


def _published(publication: HallPublication, record: Mapping[str, Any]) -> JsonObject:
    """The record that was published, of the kind of another."""
    return publication.bidding_round if _is_round(record) else publication.election


def _is_round(record: Mapping[str, Any]) -> bool:
    return "bids" in record
