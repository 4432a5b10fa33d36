"""Properties of every proportional method, against brute force and under renaming."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shiftbid.domain.ballot import Ballot
from shiftbid.voting.contest import Contest, budget_contest, seat_contest
from shiftbid.voting.ejr_plus import ejr_plus_violations
from shiftbid.voting.equal_shares import Utility
from shiftbid.voting.equal_shares_completion import Completion, equal_shares_sets
from shiftbid.voting.pav import harmonic_score, pav_optimum
from shiftbid.voting.phragmen import phragmen_sets

NAMES = "abcdef"
Sets = frozenset[frozenset[str]]
Approvals = list[frozenset[str]]
approvals = st.lists(st.frozensets(st.sampled_from(NAMES)), min_size=1, max_size=8)
seat_counts = st.integers(1, 5)
prices = st.lists(st.integers(1, 9), min_size=len(NAMES), max_size=len(NAMES))


def _ballots(sets: Sequence[frozenset[str]]) -> list[Ballot]:
    return [Ballot(str(voter), approved) for voter, approved in enumerate(sets)]


def _shares(utility: Utility, completion: Completion) -> Callable[[Contest], Sets]:
    return lambda contest: equal_shares_sets(contest, utility, completion)


BUYING: Mapping[str, Callable[[Contest], Sets]] = {
    "phragmen": phragmen_sets,
    **{f"{u.value}-{c.value}": _shares(u, c) for u in Utility for c in Completion},
}
SEATED: Mapping[str, Callable[[Contest], Sets]] = {"pav": lambda contest: pav_optimum(contest).sets, **BUYING}


def _brute_pav(contest: Contest, count: int) -> tuple[Fraction, Sets]:
    scores = {
        frozenset(chosen): sum(
            (
                group.voters
                * sum((Fraction(1, j) for j in range(1, len(group.approved & set(chosen)) + 1)), Fraction(0))
                for group in contest.groups
            ),
            Fraction(0),
        )
        for chosen in combinations(NAMES, count)
    }
    best = max(scores.values())
    return best, frozenset(each for each, score in scores.items() if score == best)


def _brute_ejr_plus(contest: Contest, elected: frozenset[str]) -> set[str]:
    """Candidates left out with a group entitled to L seats in which everybody has fewer than L, for any L."""
    short: set[str] = set()
    for name in contest.prices.keys() - elected:
        for seats in range(1, int(contest.budget) + 1):
            group = sum(g.voters for g in contest.groups if name in g.approved and len(g.approved & elected) < seats)
            if group * int(contest.budget) >= seats * contest.voters:
                short.add(name)
    return short


@given(approvals, seat_counts)
@settings(max_examples=150, deadline=None)
def test_pav_finds_the_best_score_and_every_set_that_has_it(sets: Approvals, count: int) -> None:
    contest = seat_contest(NAMES, _ballots(sets), count)
    optimum = pav_optimum(contest)
    assert (optimum.score, optimum.sets) == _brute_pav(contest, count)


@given(approvals, seat_counts)
@settings(max_examples=60, deadline=None)
def test_no_method_scores_more_than_pav(sets: Approvals, count: int) -> None:
    contest = seat_contest(NAMES, _ballots(sets), count)
    best = pav_optimum(contest).score
    for method in BUYING.values():
        assert all(harmonic_score(contest, each) <= best for each in method(contest))


@given(approvals, seat_counts, st.frozensets(st.sampled_from(NAMES), max_size=5))
@settings(max_examples=100, deadline=None)
def test_the_audit_is_the_definition_of_ejr_plus(sets: Approvals, count: int, elected: frozenset[str]) -> None:
    contest = seat_contest(NAMES, _ballots(sets), count)
    found = ejr_plus_violations(contest, elected, Utility.COST)
    assert {violation.candidate for violation in found} == _brute_ejr_plus(contest, elected)


@given(approvals, seat_counts)
@settings(max_examples=60, deadline=None)
def test_pav_and_equal_shares_leave_no_group_short(sets: Approvals, count: int) -> None:
    contest = seat_contest(NAMES, _ballots(sets), count)
    completions = (Completion.NONE, Completion.SEQ_PHRAGMEN)
    elected = pav_optimum(contest).sets.union(*(equal_shares_sets(contest, Utility.COST, c) for c in completions))
    assert not [each for each in elected if ejr_plus_violations(contest, each, Utility.COST)]


@given(approvals, prices, st.integers(1, 30), st.sampled_from(Utility))
@settings(max_examples=60, deadline=None)
def test_equal_shares_leave_no_group_short_of_a_priced_candidate(
    sets: Approvals, costs: list[int], budget: int, utility: Utility
) -> None:
    priced = {name: Fraction(cost) for name, cost in zip(NAMES, costs, strict=True)}
    contest = budget_contest(priced, _ballots(sets), Fraction(budget))
    for completion in (Completion.NONE, Completion.SEQ_PHRAGMEN):
        for each in equal_shares_sets(contest, utility, completion):
            assert not ejr_plus_violations(contest, each, utility)


@pytest.mark.parametrize("method", SEATED.values(), ids=SEATED.keys())
@given(approvals, seat_counts, st.permutations(NAMES), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_other_names_and_another_order_of_voters_change_nothing_but_names(
    method: Callable[[Contest], Sets], sets: Approvals, count: int, renamed: list[str], order: Random
) -> None:
    name_of = dict(zip(NAMES, renamed, strict=True))
    elected = method(seat_contest(NAMES, _ballots(sets), count))
    shuffled = [frozenset(name_of[name] for name in approved) for approved in sets]
    order.shuffle(shuffled)
    again = method(seat_contest(renamed, _ballots(shuffled), count))
    assert again == frozenset(frozenset(name_of[name] for name in each) for each in elected)


@pytest.mark.parametrize("method", SEATED.values(), ids=SEATED.keys())
@given(approvals, seat_counts)
@settings(max_examples=25, deadline=None)
def test_seats_are_filled_and_never_overfilled(method: Callable[[Contest], Sets], sets: Approvals, count: int) -> None:
    elected = method(seat_contest(NAMES, _ballots(sets), count))
    assert elected
    uncompleted = method in (BUYING["cost-none"], BUYING["cardinality-none"])
    assert all(len(each) <= count if uncompleted else len(each) == count for each in elected)


@pytest.mark.parametrize("method", BUYING.values(), ids=BUYING.keys())
@given(approvals, prices, st.integers(1, 30), st.permutations(NAMES), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_a_budget_is_kept_whatever_the_names_and_the_order(
    method: Callable[[Contest], Sets],
    sets: Approvals,
    costs: list[int],
    budget: int,
    renamed: list[str],
    order: Random,
) -> None:
    priced = {name: Fraction(cost) for name, cost in zip(NAMES, costs, strict=True)}
    contest = budget_contest(priced, _ballots(sets), Fraction(budget))
    elected = method(contest)
    assert elected
    assert all(contest.cost(each) <= budget for each in elected)
    name_of = dict(zip(NAMES, renamed, strict=True))
    shuffled = [frozenset(name_of[name] for name in approved) for approved in sets]
    order.shuffle(shuffled)
    moved = {name_of[name]: price for name, price in reversed(priced.items())}
    again = method(budget_contest(moved, _ballots(shuffled), Fraction(budget)))
    assert again == frozenset(frozenset(name_of[name] for name in each) for each in elected)
