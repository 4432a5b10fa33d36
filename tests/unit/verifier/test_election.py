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


def answer(ballot: int, template: str, said: str) -> Callable[[Any], object]:
    return lambda it: it["ballots"][ballot]["answers"].update({template: said})


COUNT_EDITS: list[tuple[Callable[[Any], object], set[str]]] = [
    (answer(2, "X", "cannot"), {"ELECTION-TALLY"}),
    (answer(1, "L", "accept"), {"ELECTION-TALLY"}),
    (answer(2, "X", "want"), {"ELECTION-TALLY", "ELECTION-ADOPTED"}),
    (answer(0, "L", "want"), {"ELECTION-TALLY", "ELECTION-SCORE"}),
    (answer(0, "Q", "cannot"), {"ELECTION-BALLOT"}),
    (answer(0, "X", "perhaps"), {"ELECTION-BALLOT"}),
    (lambda it: it["tally"][0].update(want=3), {"ELECTION-TALLY"}),
    (lambda it: it["tally"].pop(), {"ELECTION-TALLY"}),
    (lambda it: it["tally"].append({"template": "Q", "want": 0, "accept": 0, "cannot": 0}), {"ELECTION-TALLY"}),
    (lambda it: it["ballots"].append({"id": "b0", "answers": {}}), {"ELECTION-BALLOT"}),
    (lambda it: it.update(score="2"), {"ELECTION-SCORE"}),
    (lambda it: it.update(bound="2"), {"ELECTION-SCORE"}),
    (lambda it: it.update(bound="3"), {"ELECTION-SCORE"}),
    (lambda it: it.update(bound="3", status="feasible"), set[str]()),
    (lambda it: it.update(seats=3), {"ELECTION-ADOPTED"}),
    (lambda it: it.update(method="plurality"), {"ELECTION-METHOD"}),
    (lambda it: it["menus"][1]["templates"].append("Q"), {"ELECTION-TEMPLATE"}),
    (lambda it: it["candidates"][0].update(end_minute=1080), {"ELECTION-TEMPLATE"}),
    (lambda it: it["candidates"][0].update(breaks=[]), {"ELECTION-TEMPLATE"}),
    (lambda it: it["candidates"].append(it["candidates"][2]), {"ELECTION-TEMPLATE"}),
]


@pytest.mark.parametrize(("edit", "expected"), COUNT_EDITS)
def test_a_changed_count_is_found(folder: Path, edit: Callable[[Election], object], expected: set[str]) -> None:
    spoil(folder, edit)
    assert rules(folder, Kind.ELECTION) == expected


def adopt(menu: int, score: str) -> Callable[[Election], object]:
    """Adopt another menu, with everything else that the record says of it."""
    return lambda it: it.update(
        adopted={**it["menus"][menu], "id": "adopted"}, score=score, bound=score if score != "5/2" else it["bound"]
    )


def test_winners_that_an_exchange_beats_are_found(folder: Path) -> None:
    """X in place of L loses half a point; the set with L covers as well, as the tried heads show."""
    spoil(folder, adopt(1, "2"))
    (finding,) = [each for each in all_found(folder) if each.rule == "ELECTION-ADOPTED"]
    assert "with L in place of X the demand is covered too" in finding.sentence
    assert "5/2 points against 2" in finding.sentence


def test_a_better_set_that_leaves_too_much_missing_does_not_count(folder: Path) -> None:
    """Where nobody may work on L there is nobody to cover its hours, and X stays in its place."""
    spoil(folder, adopt(1, "2"))
    spoil(folder, lambda it: it["candidates"][1].update(weekdays=[]))
    assert "ELECTION-ADOPTED" not in rules(folder, Kind.ELECTION)


def test_equal_sets_are_told_apart_by_tie_numbers(folder: Path) -> None:
    """Of sets with the same points the one that holds the lowest sha256(seed|template) wins."""
    numbers = {name: sha256(f"{SEED}|{name}".encode()).hexdigest() for name in "LX"}

    def tie(election: Election) -> None:
        election["ballots"] = [{"id": "b1", "answers": {"A": "want"}}]
        election["tally"] = [
            {"template": name, "want": int(name == "A"), "accept": 0, "cannot": 0} for name in ("A", "L", "X")
        ]

    for menu, name in enumerate("LX"):
        spoil(folder, tie)
        spoil(folder, adopt(menu, "1"))
        assert ("ELECTION-ADOPTED" in rules(folder, Kind.ELECTION)) == (numbers[name] != min(numbers.values()))


def test_without_approvals_the_first_menu_is_adopted(folder: Path) -> None:
    def silence(election: Election) -> None:
        election["ballots"] = []
        election["tally"] = [{"template": name, "want": 0, "accept": 0, "cannot": 0} for name in ("A", "L", "X")]

    spoil(folder, silence)
    spoil(folder, adopt(0, "0"))
    assert rules(folder, Kind.ELECTION) == set()
    spoil(folder, adopt(1, "0"))
    assert "ELECTION-ADOPTED" in rules(folder, Kind.ELECTION)


def by_rounds(method: str, *rounds: dict[str, Any]) -> Callable[[Election], object]:
    """Turn the vote into one whose seats are filled one by one."""
    return lambda it: it.update(method=method, bound=None, rounds=list(rounds))


def seat(taken: str, load: str, *skipped: dict[str, Any]) -> dict[str, Any]:
    return {"taken": {"template": taken, "supporters": 1, "load": load}, "skipped": list(skipped)}


def test_phragmen_is_counted_again_round_by_round(folder: Path) -> None:
    """A costs its two supporters 1/2 each; then L's one, who carries 1/2 already, 3/2."""
    spoil(folder, by_rounds("sequential-phragmen", seat("A", "1/2"), seat("L", "3/2")))
    assert rules(folder, Kind.ELECTION) == set()
    for rounds in (
        [seat("A", "1/2"), seat("L", "1")],
        [seat("L", "1"), seat("A", "1")],
        [seat("A", "1/2"), seat("X", "0")],
        [],
    ):
        spoil(folder, by_rounds("sequential-phragmen", *rounds))
        assert rules(folder, Kind.ELECTION) == {"ELECTION-ROUNDS"}


def test_equal_shares_is_counted_again_round_by_round(folder: Path) -> None:
    """Prices 8, 8 and 5 h, two seats of the mean price 7 h: 14/3 h each. A costs 4 h each, then Phragmén takes L."""
    spoil(folder, by_rounds("equal-shares", seat("A", "4"), seat("L", "12")))
    assert rules(folder, Kind.ELECTION) == set()
    spoil(folder, by_rounds("equal-shares", seat("A", "4"), seat("L", "8")))
    assert rules(folder, Kind.ELECTION) == {"ELECTION-ROUNDS"}


MENU_EDITS: list[tuple[Callable[[Any], object], set[str]]] = [
    (lambda menu: menu.update(missing_half_hours=menu["missing_half_hours"] - 1), {"COVER-MENU"}),
    (lambda menu: menu.update(surplus_half_hours=menu["surplus_half_hours"] + 1), {"COVER-MENU"}),
    (lambda menu: menu.update(paid_minutes=0), {"COVER-MENU"}),
    (lambda menu: menu["use"][0].update(heads=0), {"COVER-MENU"}),
    (lambda menu: menu["use"][0].update(heads=1.5), {"COVER-MENU"}),
    (lambda menu: menu["use"][0].update(template="X"), {"COVER-MENU"}),
    (lambda menu: menu["use"][0].update(heads=31), {"COVER-MENU", "COVER-CAPACITY"}),
    (lambda menu: menu.update(bound=menu["objective"] + 1), {"COVER-BOUND"}),
    (lambda menu: menu.update(bound=None), set[str]()),
]


@pytest.mark.parametrize(("edit", "expected"), MENU_EDITS)
def test_a_menu_that_does_not_cover_as_claimed(
    folder: Path, edit: Callable[[dict[str, Any]], object], expected: set[str]
) -> None:
    before = (folder / "election.json").read_text()
    spoil(folder, lambda election: edit(election["menus"][0]))
    assert rules(folder, Kind.COVER) == expected
    (folder / "election.json").write_text(before)
    spoil(folder, lambda election: edit(election["adopted"]))
    assert rules(folder, Kind.COVER) == expected


def test_what_cannot_be_missing_so_little(folder: Path) -> None:
    spoil(folder, lambda election: election.update(least_missing_bound=1))
    assert rules(folder, Kind.COVER) == {"COVER-BOUND"}


def test_a_menu_on_weekdays_on_which_it_does_not_run(folder: Path) -> None:
    spoil(folder, lambda election: election["candidates"][0].update(weekdays=[0]))
    assert rules(folder, Kind.COVER) == {"COVER-MENU"}


def test_a_menu_beyond_the_tolerance(folder: Path) -> None:
    spoil(folder, lambda election: election.update(most_missing_half_hours=0))
    assert rules(folder, Kind.COVER) == {"COVER-TOLERANCE"}


def test_a_set_dearer_than_allowed(folder: Path) -> None:
    spoil(folder, lambda election: election.update(most_paid_minutes=election["adopted"]["paid_minutes"]))
    assert rules(folder, Kind.COVER) == set()
    spoil(folder, lambda election: election.update(most_paid_minutes=election["adopted"]["paid_minutes"] - 1))
    assert rules(folder, Kind.COVER) == {"COVER-PAID"}


def test_the_adopted_flags_follow_the_vote(folder: Path) -> None:
    edit_csv(folder, "templates", lambda rows: rows[2].update(adopted="true"))
    (finding,) = all_found(folder)
    assert (finding.kind, finding.rule) == (Kind.ELECTION, "ELECTION-TEMPLATE")
    assert "template X is not adopted by the vote" in finding.sentence


def test_less_demand_than_the_menus_were_proven_for(folder: Path) -> None:
    edit_csv(folder, "demand", lambda rows: [row.update(heads="0") for row in rows])
    assert {"COVER-MENU", "COVER-ROSTER"} <= rules(folder, Kind.COVER)
