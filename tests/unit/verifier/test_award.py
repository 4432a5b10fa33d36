"""Sealed bids, points, reasons and the award beside the roster, after each kind of tampering."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from shiftbid.verifier import Kind
from tests.unit.verifier.findings import all_found, found
from tests.unit.verifier.published_folder import edit_csv, edit_json, row_of

SECOND_MONDAY = "2026-11-09"
Round = dict[str, Any]


def spoil(folder: Path, edit: Callable[[Round], object]) -> None:
    edit_json(folder, "round.json", lambda record: edit(record["rounds"][0]))


BID_EDITS: list[tuple[Callable[[Any], object], set[tuple[str, str, str]]]] = [
    (lambda it: it.update(nonce="another"), {("ROUND-NONCE", "", ""), ("ROUND-SEED", "", "")}),
    (lambda it: it.update(nonce_commitment="0" * 64), {("ROUND-NONCE", "", "")}),
    (
        lambda it: it.update(seed="0" * 64),
        {("ROUND-SEED", "", ""), ("ROUND-STAGE-VALUE", "", ""), ("ROUND-REASON", "E1", SECOND_MONDAY)},
    ),
    (lambda it: it.update(root="0" * 64), {("ROUND-ROOT", "", ""), ("ROUND-SEED", "", "")}),
    (lambda it: it["bids"][1].update(salt="pepper"), {("ROUND-COMMITMENT", "E2", "")}),
    (
        lambda it: it["commitments"][0].update(commitment="0" * 64),
        {("ROUND-COMMITMENT", "E1", ""), ("ROUND-ROOT", "", "")},
    ),
    (
        lambda it: it["bids"].reverse(),
        {("ROUND-ORDER", "", "")},
    ),
    (
        lambda it: it["bids"].append({"employee": "E4", "salt": "s", "wishes": []}),
        {("ROUND-COMMITMENT", "E4", "")},
    ),
    (
        lambda it: it["bids"][1]["wishes"][0].update(level="neutral"),
        {("ROUND-COMMITMENT", "E2", ""), ("ROUND-SATISFACTION", "E2", "")},
    ),
    (
        lambda it: it["bids"][1]["wishes"][0].update(level="love"),
        {
            ("ROUND-COMMITMENT", "E2", ""),
            ("ROUND-LEVEL", "E2", SECOND_MONDAY),
            ("ROUND-SATISFACTION", "E2", ""),
        },
    ),
]


@pytest.mark.parametrize(("edit", "expected"), BID_EDITS)
def test_bids_that_are_not_the_sealed_ones(
    folder: Path, edit: Callable[[Round], object], expected: set[tuple[str, str, str]]
) -> None:
    spoil(folder, edit)
    assert found(folder, Kind.ROUND) == expected


def _worsen_stage(it: Any, number: int) -> None:
    it["stages"][number]["objective"] += 0.01


def _worsen_effect(it: Any, stage: str) -> None:
    it["reasons"][0]["effect"][stage] += 1


AWARD_EDITS: list[tuple[Callable[[Any], object], set[tuple[str, str, str]]]] = [
    (lambda it: it.update(method="draft"), {("ROUND-METHOD", "", "")}),
    (lambda it: it["stages"].reverse(), {("ROUND-STAGES", "", "")}),
    *((partial(_worsen_stage, number=number), {("ROUND-STAGE-VALUE", "", "")}) for number in range(2, 6)),
    (
        lambda it: it["burdens"].update(L=2),
        {
            *(("ROUND-BURDEN", each, "") for each in ("E2", "E4", "E6")),
            ("ROUND-STAGE-VALUE", "", ""),
            ("ROUND-REASON", "E1", SECOND_MONDAY),
        },
    ),
    (lambda it: it["satisfaction"][0].update(satisfaction=0.7), {("ROUND-SATISFACTION", "E1", "")}),
    (lambda it: it["satisfaction"][5].update(satisfaction=0.7), {("ROUND-SATISFACTION", "E6", "")}),
    (lambda it: it["satisfaction"][4].update(credit_after=0.2), {("ROUND-CREDIT", "E5", "")}),
    (
        lambda it: it["satisfaction"][4].update(credit_before=0.5),
        {("ROUND-CREDIT", each, "") for each in ("E1", "E2", "E3", "E5")},
    ),
    (lambda it: it["stages"][1].update(objective=1e6), {("ROUND-STAGE-VALUE", "", "")}),
    (lambda it: it["stages"][1].update(bound=1e6), {("ROUND-BOUND", "", "")}),
    (lambda it: it["satisfaction"][3].update(points=4), {("ROUND-SATISFACTION", "E4", "")}),
    (lambda it: it["satisfaction"][3].update(wished_points=1), {("ROUND-SATISFACTION", "E4", "")}),
    (lambda it: it["reasons"].pop(0), {("ROUND-REASON", "E1", SECOND_MONDAY)}),
    (lambda it: it["reasons"].append(dict(it["reasons"][0])), {("ROUND-REASON", "E1", SECOND_MONDAY)}),
    (lambda it: it["reasons"][0].update(reason="luck"), {("ROUND-REASON", "E1", SECOND_MONDAY)}),
    (lambda it: it["reasons"][0].update(reason="law"), {("ROUND-REASON", "E1", SECOND_MONDAY)}),
    (
        lambda it: it["reasons"][2].update(reason="taken", rule=None),
        {("ROUND-REASON", "E3", SECOND_MONDAY)},
    ),
    (lambda it: it["reasons"][2].update(rule="HOUSE-DAILY-REST"), {("ROUND-REASON", "E3", SECOND_MONDAY)}),
    *(
        (partial(_worsen_effect, stage=stage), {("ROUND-REASON", "E1", SECOND_MONDAY)})
        for stage in ("missing", "time_off", "shortfall", "floor", "welfare", "burden", "ties")
    ),
    (lambda it: it["time_off"][1].update(weight=1), {("ROUND-STAGE-VALUE", "", "")}),
    (lambda it: it["reasons"][0].update(to="E3"), {("ROUND-REASON", "E1", SECOND_MONDAY)}),
    (lambda it: it["reasons"][1].update(reason="weighed"), {("ROUND-REASON", "E1", SECOND_MONDAY)}),
    (
        lambda it: it["given"].append({**it["reasons"][0], "employee": "E2", "template": "L"}),
        {("ROUND-REASON", "E2", SECOND_MONDAY)},
    ),
    (lambda it: it["reasons"][2].update(rule="XX-RULE"), {("ROUND-REASON", "E3", SECOND_MONDAY)}),
]


@pytest.mark.parametrize(("edit", "expected"), AWARD_EDITS)
def test_an_award_that_is_not_told_straight(
    folder: Path, edit: Callable[[Round], object], expected: set[tuple[str, str, str]]
) -> None:
    spoil(folder, edit)
    assert found(folder, Kind.ROUND) == expected


def test_the_missing_demand_is_counted_from_the_roster(folder: Path) -> None:
    spoil(folder, lambda it: it["stages"][0].update(objective=it["stages"][0]["objective"] + 1))
    assert found(folder, Kind.COVER) == {("COVER-ROSTER", "", "")}


def test_a_row_more_in_the_roster_was_never_awarded(folder: Path) -> None:
    day = "2026-11-14"
    edit_csv(
        folder,
        "roster",
        lambda rows: rows.append(
            {
                **row_of(rows, "E1", "2026-11-13"),
                "date": day,
                "start": f"{day}T09:00+13:00",
                "end": f"{day}T17:30+13:00",
            }
        ),
    )
    # E1's contract is served better with the row, so that the reasons' exchanges come to something else.
    assert found(folder, Kind.ROUND) == {("ROUND-AWARD", "E1", day), ("ROUND-REASON", "E1", SECOND_MONDAY)}
    sentences = [each.sentence for each in all_found(folder) if each.rule == "ROUND-AWARD"]
    assert sentences == [
        "Person 1 (E1) has in roster.csv a shift that round.json neither awards nor gives by a change: "
        "template A of hall north on Sat 2026-11-14."
    ]


def test_a_row_less_in_the_roster_was_awarded(folder: Path) -> None:
    edit_csv(folder, "roster", lambda rows: rows.remove(row_of(rows, "E1", "2026-11-13")))
    assert ("ROUND-AWARD", "E1", "2026-11-13") in found(folder, Kind.ROUND)
    assert ("ROUND-STAGE-VALUE", "", "") in found(folder, Kind.ROUND)


def test_leave_lowers_the_contracted_minutes(folder: Path) -> None:
    edit_csv(folder, "leave", lambda rows: rows.append({**rows[0], "employee": "E2", "kind": "annual"}))
    assert ("ROUND-STAGE-VALUE", "", "") in found(folder, Kind.ROUND)


DAY_OFF = ("ROUND-TIME-OFF", "E1", "2026-11-02")
TIME_OFF_EDITS: list[Callable[[Round], object]] = [
    lambda it: it["time_off"][0].update(minutes=481),
    lambda it: it["time_off"].append({**it["time_off"][0], "date": "2026-11-03"}),
    lambda it: it["award"].append({"employee": "E1", "date": "2026-11-02", "template": "A"}),
]


@pytest.mark.parametrize("edit", TIME_OFF_EDITS)
def test_a_day_off_in_lieu_is_one_free_and_paid_from_the_balance(folder: Path, edit: Callable[[Round], object]) -> None:
    spoil(folder, edit)
    assert DAY_OFF in found(folder, Kind.ROUND)


def test_a_day_off_in_lieu_stands_among_the_leave(folder: Path) -> None:
    edit_csv(folder, "leave", lambda rows: rows[0].update(kind="annual"))
    assert DAY_OFF in found(folder, Kind.ROUND)


GIVEN_AWAY = {"employee": "E1", "date": "2026-11-13", "template": "A"}


def change(version: int, dropped: list[dict[str, str]], added: list[dict[str, str]]) -> dict[str, Any]:
    at = "2026-10-01T09:00:00+00:00"
    return {"version": version, "kind": "edit", "by": "m", "at": at, "reason": "", "dropped": dropped, "added": added}


def test_a_stated_change_explains_a_row_and_leaves_the_award_as_it_was(folder: Path) -> None:
    edit_csv(folder, "roster", lambda rows: rows.remove(row_of(rows, "E1", "2026-11-13")))
    spoil(folder, lambda it: it.update(changes=[change(2, [GIVEN_AWAY], [])]))
    assert found(folder, Kind.ROUND) == set()
    assert ("COVER-ROSTER", "", "") not in found(folder, Kind.COVER)


@pytest.mark.parametrize(
    "changes",
    [
        [change(2, [{**GIVEN_AWAY, "date": "2026-11-14"}], [])],
        [change(2, [], [GIVEN_AWAY])],
        [change(3, [GIVEN_AWAY], []), change(2, [], [GIVEN_AWAY])],
    ],
)
def test_changes_that_cannot_have_been(folder: Path, changes: list[dict[str, Any]]) -> None:
    spoil(folder, lambda it: it.update(changes=changes))
    assert "ROUND-CHANGE" in {rule for rule, _, _ in found(folder, Kind.ROUND)}
