"""The vote counted again, and each menu's proof."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from shiftbid.verifier import Kind
from tests.unit.verifier.findings import all_found, found
from tests.unit.verifier.published_folder import SEED, edit_csv, edit_json

Election = dict[str, Any]


def spoil(folder: Path, edit: Callable[[Election], object]) -> None:
    edit_json(folder, "election.json", lambda record: edit(record["elections"][0]))


def rules(folder: Path, kind: Kind) -> set[str]:
    return {rule for rule, _, _ in found(folder, kind)}


COUNT_EDITS: list[tuple[Callable[[Any], object], set[str]]] = [
    (lambda it: it["ballots"][2]["approved"].append("m1"), {"ELECTION-TALLY"}),
    (lambda it: it["tally"][0].update(approvals=3), {"ELECTION-TALLY"}),
    (lambda it: it["tally"].pop(), {"ELECTION-TALLY"}),
    (lambda it: it["tally"].append({"menu": "m3", "approvals": 0}), {"ELECTION-TALLY"}),
    (lambda it: it["ballots"][0]["approved"].append("m9"), {"ELECTION-BALLOT"}),
    (lambda it: it["ballots"][0]["approved"].append("m1"), {"ELECTION-BALLOT"}),
    (lambda it: it["ballots"].append({"id": "b0", "approved": []}), {"ELECTION-BALLOT"}),
    (lambda it: it.update(adopted="m2"), {"ELECTION-ADOPTED", "ELECTION-TEMPLATE"}),
    (lambda it: it.update(method="plurality"), {"ELECTION-METHOD"}),
    (lambda it: it["menus"][1]["templates"].append("Q"), {"ELECTION-TEMPLATE"}),
]


@pytest.mark.parametrize(("edit", "expected"), COUNT_EDITS)
def test_a_changed_count_is_found(folder: Path, edit: Callable[[Election], object], expected: set[str]) -> None:
    spoil(folder, edit)
    assert rules(folder, Kind.ELECTION) == expected


def test_equal_menus_are_drawn_by_tie_number(folder: Path) -> None:
    """The lower of sha256(seed|id) wins; a record that adopts the other is found, and only that one."""
    lower = min(("m1", "m2"), key=lambda menu: sha256(f"{SEED}|{menu}".encode()).hexdigest())

    def tie(election: Election) -> None:
        election["ballots"] = [{"id": "b1", "approved": ["m1", "m2"]}]
        election["tally"] = [{"menu": menu, "approvals": 1} for menu in ("m1", "m2")]

    for adopted in ("m1", "m2"):
        spoil(folder, lambda election, menu=adopted: (tie(election), election.update(adopted=menu)))
        assert ("ELECTION-ADOPTED" in rules(folder, Kind.ELECTION)) == (adopted != lower)


MENU_EDITS: list[tuple[Callable[[Any], object], set[str]]] = [
    (lambda menu: menu.update(missing_half_hours=menu["missing_half_hours"] - 1), {"COVER-MENU"}),
    (lambda menu: menu.update(surplus_half_hours=menu["surplus_half_hours"] + 1), {"COVER-MENU"}),
    (lambda menu: menu.update(paid_minutes=0), {"COVER-MENU"}),
    (lambda menu: menu["use"][0].update(heads=0), {"COVER-MENU"}),
    (lambda menu: menu["use"][0].update(heads=1.5), {"COVER-MENU"}),
    (lambda menu: menu["use"][0].update(template="X"), {"COVER-MENU"}),
    (lambda menu: menu.update(bound=menu["objective"] + 1), {"COVER-BOUND"}),
    (lambda menu: menu.update(bound=None), set[str]()),
]


@pytest.mark.parametrize(("edit", "expected"), MENU_EDITS)
def test_a_menu_that_does_not_cover_as_claimed(
    folder: Path, edit: Callable[[dict[str, Any]], object], expected: set[str]
) -> None:
    spoil(folder, lambda election: edit(election["menus"][0]))
    assert rules(folder, Kind.COVER) == expected


def test_a_menu_beyond_the_tolerance(folder: Path) -> None:
    spoil(folder, lambda election: election.update(tolerance_half_hours=0))
    assert rules(folder, Kind.COVER) == {"COVER-TOLERANCE"}


def test_the_adopted_flags_follow_the_vote(folder: Path) -> None:
    edit_csv(folder, "templates", lambda rows: rows[2].update(adopted="true"))
    (finding,) = all_found(folder)
    assert (finding.kind, finding.rule) == (Kind.ELECTION, "ELECTION-TEMPLATE")
    assert "template X does not belong to the adopted menu m1" in finding.sentence


def test_less_demand_than_the_menus_were_proven_for(folder: Path) -> None:
    edit_csv(folder, "demand", lambda rows: [row.update(heads="0") for row in rows])
    assert {"COVER-MENU", "COVER-ROSTER"} <= rules(folder, Kind.COVER)
