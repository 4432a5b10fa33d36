"""What differs between a record and the same record made again, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shiftbid.canonical_json import canonical_json
from shiftbid.services.publication import JsonObject
from shiftbid.solver.work_limit import solver_versions

_NAMED_ROWS = 3
_SHOWN = 200


def differences(said: JsonObject, again: JsonObject) -> tuple[str, ...]:
    """Name every member of which the canonical bytes differ, with the rows that only one side has."""
    return tuple(
        _difference(key, said, again)
        for key in sorted(said.keys() | again.keys())
        if canonical_json(said.get(key)) != canonical_json(again.get(key))
    )


def other_versions(record: JsonObject) -> tuple[str, ...]:
    """Name the versions of solvers that are others here than on record."""
    here, there = solver_versions(), record["versions"]
    return tuple(
        f"{name} {there.get(name)} on record, {here.get(name)} here"
        for name in sorted(here.keys() | there.keys())
        if here.get(name) != there.get(name)
    )


def _difference(key: str, record: JsonObject, again: JsonObject) -> str:
    said, found = record.get(key), again.get(key)
    if not isinstance(said, list) or not isinstance(found, list):
        return f"{key}: {canonical_json(said)[:_SHOWN]} on record, {canonical_json(found)[:_SHOWN]} by replay"
    only_said, only_found = (_without(one, other) for one, other in ((said, found), (found, said)))
    parts = [
        f"{len(rows)} only {where}, such as {'; '.join(rows[:_NAMED_ROWS])}"
        for rows, where in ((only_said, "on record"), (only_found, "by replay"))
        if rows
    ]
    return f"{key}: {', '.join(parts) or 'in another order'}"


def _without(rows: Sequence[Any], others: Sequence[Any]) -> list[str]:
    known = {canonical_json(each) for each in others}
    return [text for text in map(canonical_json, rows) if text not in known]
