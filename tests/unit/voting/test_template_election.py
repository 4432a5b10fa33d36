"""A vote on templates over a period whose days differ, against trying all sets."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from shiftbid.domain.ballot import VoteMethod
from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.tie_number import tie_number
from shiftbid.solver.election import score_of
from shiftbid.solver.period_cover import period_cover, relaxed_cover
from shiftbid.solver.work_limit import WorkLimit
from shiftbid.voting.elected_templates import ElectedTemplates
from shiftbid.voting.template_election import elect_templates
from tests.unit.voting.small_periods import (
    ballots_of,
    fewest_missing,
    fewest_paid_minutes,
    menu_of,
    need_of,
    paper_of,
    sets_of,
    template,
)

NAMES = ("01", "03", "12", "23", "13")
# Morning needs one head on Friday and two on Monday; three shifts a week are all that staff can take.
DEMAND = ("1110", "0000", "0000", "2211")
SHIFTS = 3
MENU = menu_of(("01", "23"), [(0, "01", 1), (0, "23", 1), (3, "01", 2), (3, "23", 1)])


def elected(method: VoteMethod, profile: str, missing: int, seed: str = "seed") -> ElectedTemplates:
    paper = paper_of(NAMES, 2, MENU, method, missing)
    need = need_of(DEMAND, SHIFTS)
    return elect_templates(paper, need, ballots_of(profile), seed, WorkLimit(), lambda _: None)


def allowed(missing: int) -> list[frozenset[str]]:
    return [names for names in sets_of(NAMES, 2) if fewest_missing(DEMAND, names, SHIFTS) <= missing]


def names_of(outcome: ElectedTemplates) -> frozenset[str]:
    return frozenset(each.id for each in outcome.adopted.templates)


@pytest.mark.parametrize("missing", [0, 1, 3])
@pytest.mark.parametrize("profile", ["3*12 2*13+12 03", "5*13 4*12+13", "2*01 2*03 2*12 2*23", "9*12+13"])
@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_best_set_that_covers_day_by_day_wins(profile: str, missing: int, seed: str) -> None:
    outcome = elected(VoteMethod.PROPORTIONAL, profile, missing, seed)
    scores = {names: score_of(ballots_of(profile), names) for names in allowed(missing)}
    best = max(scores.values())
    tied = [names for names, score in scores.items() if score == best]
    winners = min(tied, key=lambda names: sorted(tie_number(seed, name) for name in names))
    assert outcome.status is SolveStatus.OPTIMAL
    assert outcome.score == outcome.bound == best
    assert names_of(outcome) == winners
    assert outcome.adopted.missing_half_hours <= missing


@pytest.mark.parametrize("most_paid", [300, 330, 420])
@pytest.mark.parametrize("method", list(VoteMethod))
def test_no_set_wins_that_costs_too_much(method: VoteMethod, most_paid: int) -> None:
    need = replace(need_of(DEMAND, SHIFTS), most_paid_minutes=most_paid)
    paper = replace(paper_of(NAMES, 2, MENU, method, 3), most_paid_minutes=most_paid)
    profile = "5*13 4*12+13 2*03"
    outcome = elect_templates(paper, need, ballots_of(profile), "seed", WorkLimit(), lambda _: None)
    cheapest = {names: fewest_paid_minutes(DEMAND, names, SHIFTS, 3) for names in sets_of(NAMES, 2)}
    affordable = [names for names, paid in cheapest.items() if paid is not None and paid <= most_paid]
    assert names_of(outcome) in affordable
    assert outcome.adopted.paid_minutes <= most_paid
    if method is VoteMethod.PROPORTIONAL:
        assert outcome.score == outcome.bound == max(score_of(ballots_of(profile), names) for names in affordable)


def test_days_that_the_same_templates_staff_are_added_up_for_the_search() -> None:
    need = need_of(("1111", "0000", "0000", "1111"), 9)
    templates = [template(name) for name in NAMES]
    exact, eased = period_cover(need, templates, 2).problem, relaxed_cover(need, templates, 2)
    assert (len(exact.uses), len(eased.uses)) == (4 * len(NAMES), len(NAMES))
    assert eased.demand_heads == (2, 2, 2, 2)
    assert sum(eased.demand_heads) == sum(exact.demand_heads)
    assert [limit.most for limit in exact.limits] == [9, 10_000] * 2
    assert [limit.most for limit in eased.limits] == [18, 20_000]


@pytest.mark.parametrize("method", [VoteMethod.PHRAGMEN, VoteMethod.EQUAL_SHARES])
def test_seat_by_seat_only_sets_that_cover_are_reached(method: VoteMethod) -> None:
    free = elected(method, "5*12 4*13", 99)
    assert names_of(free) == {"12", "13"}
    bound = elected(method, "5*12 4*13", 0)
    assert names_of(bound) in allowed(0)
    assert (bound.status, bound.bound) == (SolveStatus.OPTIMAL, None)
    assert [each.taken.candidate for each in bound.rounds if each.taken.candidate in names_of(bound)]
    assert any(each.skipped for each in bound.rounds)


def test_without_approvals_the_first_menu_is_adopted_as_it_stands() -> None:
    outcome = elected(VoteMethod.PROPORTIONAL, "3*", 0)
    assert outcome.adopted == replace(MENU, id="adopted", title="Adopted by vote")
    assert (outcome.score, outcome.bound) == (Fraction(0), Fraction(0))


def test_the_winners_get_the_cheapest_heads_within_the_limit() -> None:
    strict, loose = (elected(VoteMethod.PROPORTIONAL, "3*01+23", missing) for missing in (0, 3))
    assert names_of(strict) == names_of(loose) == {"01", "23"}
    assert (strict.adopted.missing_half_hours, strict.adopted.surplus_half_hours) == (0, 1)
    assert strict.adopted.paid_minutes == 60 * (1 + 1 + 2 + 1)
    assert loose.adopted.missing_half_hours == 3
    assert loose.adopted.paid_minutes < strict.adopted.paid_minutes
    assert strict.adopted.objective == strict.adopted.bound == 10


def test_the_order_of_templates_and_ballots_changes_nothing() -> None:
    profile = "3*12 2*13+12 03"
    paper = paper_of(NAMES, 2, MENU, VoteMethod.PROPORTIONAL, 1)
    turned = replace(paper, candidates=paper.candidates[::-1])
    need, ballots, limit = need_of(DEMAND, SHIFTS), ballots_of(profile), WorkLimit()
    first = elect_templates(paper, need, ballots, "s", limit, lambda _: None)
    again = elect_templates(turned, need, ballots[::-1], "s", limit, lambda _: None)
    assert names_of(first) == names_of(again)
    assert (first.score, first.adopted.paid_minutes) == (again.score, again.adopted.paid_minutes)
