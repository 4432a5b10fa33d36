"""Planted conflicts are explained by sets that trying every roster proves minimal; what is possible never is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.conflicts import possible
from benchmarks.planted_conflicts import (
    EARLY,
    LATE,
    PLANTS,
    WHOLE,
    ZONE,
    Plant,
    Someone,
    problem_of,
)
from shiftbid.services.conflict_wording import ConflictWords, conflict_sentence, repair_sentences
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.explanation.clause_index import ClauseIndex
from shiftbid.solver.explanation.conflict import Conflict, Explanation, explain
from shiftbid.solver.explanation.elements import Pin, RuleOf
from shiftbid.solver.explanation.window_model import WindowModel

WORK = CpSatWork(work=2.0, seed=1)


def silent(share: float, text: str) -> None:
    assert 0.0 <= share <= 1.0
    assert text


def explained(plant: Plant) -> Explanation:
    return explain(problem_of(plant)[0], ZONE, WORK, silent)


def words(plant: Plant) -> ConflictWords:
    problem, pack = problem_of(plant)
    shifts = {shift.id: shift for person in problem.people for shift in person.candidates}
    return ConflictWords(pack, {person.employee: person.employee for person in problem.people}, shifts, ZONE)


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_a_planted_conflict_is_explained_by_a_minimal_set(plant: Plant) -> None:
    problem, _ = problem_of(plant)
    explanation = explained(plant)
    assert explanation.decided
    conflict = explanation.conflicts[0]
    assert conflict.minimal
    assert not possible(problem, conflict.elements)
    for element in conflict.elements:
        assert possible(problem, [other for other in conflict.elements if other != element]), element
    assert plant.rules == {each.rule for each in conflict.elements if isinstance(each, RuleOf)}
    assert plant.pins == sum(isinstance(each, Pin) for each in conflict.elements)
    assert (conflict.first != conflict.last) is plant.needs_beyond_one_day
    assert [each.member for each in conflict.repairs] == list(conflict.members)
    assert all(len(member) == 1 for member in conflict.members)


def test_thirty_kinds_are_planted() -> None:
    assert len({plant.name for plant in PLANTS}) == len(PLANTS) >= 30


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sentence_names_day_heads_rules_and_people(plant: Plant, language: str) -> None:
    conflict = explained(plant).conflicts[0]
    sentence = conflict_sentence(conflict, words(plant), language)
    need = conflict.needs[0]
    assert str(need.heads) in sentence
    assert f"{conflict.first}" in sentence or conflict.first != conflict.last
    for element in conflict.elements:
        if isinstance(element, RuleOf):
            assert element.rule in sentence
            assert element.employee in sentence
    assert "{" not in sentence


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 1), st.sampled_from([540, 780]), st.integers(1, 3)), min_size=1, max_size=4),
    st.lists(st.sets(st.integers(0, 1)), min_size=1, max_size=3),
)
def test_what_some_roster_covers_is_never_called_impossible(
    asked: list[tuple[int, int, int]], leave: list[set[int]]
) -> None:
    wanted = {(day, start): heads for day, start, heads in asked}
    plant = Plant(
        "any",
        tuple(Someone(f"P{number}", leave_days=tuple(days)) for number, days in enumerate(leave)),
        (EARLY, LATE, WHOLE),
        tuple((day, start, start + 30, heads, "counter") for (day, start), heads in sorted(wanted.items())),
        frozenset(),
    )
    problem, _ = problem_of(plant)
    conflicts = explained(plant).conflicts
    every = [element for conflict in conflicts for element in conflict.elements]
    assert all(not possible(problem, conflict.elements) for conflict in conflicts)
    if not conflicts:
        people = [ClauseIndex(person) for person in problem.people]
        assert possible(problem, WindowModel(problem.demand, people).elements)
        assert not every


def test_a_search_cut_short_says_so_and_claims_nothing() -> None:
    plant = next(each for each in PLANTS if each.name == "seven days a week")
    explanation = explain(problem_of(plant)[0], ZONE, replace(WORK, work=0.0), silent)
    assert explanation.conflicts == () or all(not conflict.minimal for conflict in explanation.conflicts)


def test_nothing_is_wrong_where_nobody_is_needed() -> None:
    plant = replace(PLANTS[0], asked=())
    assert explained(plant) == Explanation((), decided=True)


def test_each_day_that_is_impossible_by_itself_is_explained() -> None:
    asked = ((0, 540, 570, 3, "counter"), (1, 540, 570, 1, "counter"), (2, 540, 570, 3, "counter"))
    conflicts = explained(replace(PLANTS[0], asked=asked)).conflicts
    assert [conflict.first.day for conflict in conflicts] == [2, 4]
    assert [conflict.missing for conflict in conflicts] == [1, 1]


def repairs(name: str, language: str = "en") -> tuple[str, ...]:
    plant = next(each for each in PLANTS if each.name == name)
    return repair_sentences(explained(plant).conflicts[0], words(plant), language)


def test_repairs_are_ranked_from_the_gentlest_and_never_lift_the_law() -> None:
    assert repairs("one is away and one is pinned elsewhere")[0].startswith("Unpin the shift of Pinned on 2026-03-02")
    assert any("HOUSE-LEAVE" in each for each in repairs("one of three is on leave"))
    young = repairs("too young for China")
    assert young
    assert all("CN-MIN-AGE" not in each for each in young)
    assert repairs("one of three is on leave", "zh")[-1].startswith("减少")


@pytest.mark.parametrize(
    ("name", "amount"),
    [
        ("longer than a day's hours", "by 0.5 h in all"),
        ("more than 48 hours", "by 2 h in all"),
        ("more than the contract", "by 4 h in all"),
        ("one of three is on leave", "for 1 of the shifts"),
    ],
)
def test_a_repair_says_how_far_the_rule_has_to_be_relaxed(name: str, amount: str) -> None:
    assert amount in next(each for each in repairs(name) if each.startswith("Let "))


def test_no_roster_needs_less_relaxation_than_told() -> None:
    """Three shifts of four hours are needed and eight hours are in the contract: two shifts fit, the third does not."""
    plant = next(each for each in PLANTS if each.name == "more than the contract")
    (relaxed,) = (each.relaxation for each in explained(plant).conflicts[0].repairs if each.relaxation)
    assert (relaxed.minutes, relaxed.shifts) == (3 * 240 - 480, 0)


def test_a_repair_that_does_not_mend_the_whole_window_says_so() -> None:
    plant = replace(PLANTS[2], asked=((0, 540, 570, 3, "counter"), (0, 570, 600, 4, "counter")))
    conflict: Conflict = explained(plant).conflicts[0]
    told = repair_sentences(conflict, words(plant), "en")
    assert all("not the whole of 2026-03-02" in each for each in told)


def test_a_conflict_of_a_whole_week_names_days_and_rules_instead_of_hundreds_of_half_hours() -> None:
    asked = tuple((day, 540, 780, 26, "counter") for day in range(7))
    crowd = Plant("crowd", tuple(Someone(f"P{number}") for number in range(30)), (EARLY,), asked, frozenset())
    (conflict,) = explained(crowd).conflicts
    assert conflict.minimal
    assert {each.rule for each in conflict.elements if isinstance(each, RuleOf)} == {"HOUSE-WEEK-REST"}
    assert len(conflict.members) == 8, "seven days and one rule"
    assert conflict.missing == 2 * 8, "182 shifts of 8 half hours are needed, 30 people with a rest day work 180"
    sentence = conflict_sentence(conflict, words(crowd), "en")
    assert "1,456 head half-hours of counter needed" in sentence
    assert "P0, P1, P2, P3 and 26 more" in sentence
