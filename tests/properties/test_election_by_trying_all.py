from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from shiftbid.domain.ballot import Ballot
from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.cover_guard import CoverGuard
from shiftbid.solver.election import Election, elect
from shiftbid.solver.proof import ProofLimit
from shiftbid.solver.template_cover import week_cover
from shiftbid.voting.contest import seat_contest
from shiftbid.voting.phragmen import phragmen_sets
from shiftbid.voting.phragmen_story import phragmen_story
from tests.unit.solver.small_elections import by_trying_all, fewest_missing

NAMES = "abcde"


@st.composite
def elections(draw: st.DrawFn) -> Election:
    demand = tuple(draw(st.lists(st.integers(0, 3), min_size=1, max_size=4)))
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    slots = st.frozensets(st.integers(0, len(demand) - 1))
    templates = {name: draw(slots) for name in names}
    approvals = draw(st.lists(st.frozensets(st.sampled_from(names)), min_size=1, max_size=6))
    ballots = tuple(Ballot(str(voter), approved) for voter, approved in enumerate(approvals))
    cover = week_cover(demand, templates, draw(st.integers(0, 3)), draw(st.integers(1, 4)))
    return Election(cover, draw(st.integers(0, 3)), ballots, draw(st.sampled_from(["1", "2", "3"])))


@settings(max_examples=60, deadline=None)
@given(elections())
def test_the_outcome_is_that_of_trying_all_sets(vote: Election) -> None:
    least, score, winners = by_trying_all(vote)
    outcome = elect(vote, ProofLimit(), lambda _: None)
    assert outcome.status is SolveStatus.OPTIMAL
    assert outcome.least_missing.bound == least
    assert outcome.elected.score == outcome.elected.bound == score
    assert outcome.elected.adopted is not None
    assert outcome.elected.adopted.templates == winners
    assert outcome.elected.adopted.missing_heads == fewest_missing(vote.cover, winners) <= least + vote.tolerance_heads
    assert set(outcome.elected.adopted.heads) == winners
    assert sum(outcome.elected.adopted.heads.values()) <= vote.cover.limits[0].most


@settings(max_examples=25, deadline=None)
@given(elections(), st.randoms(use_true_random=False))
def test_the_order_of_templates_and_ballots_changes_nothing(vote: Election, shuffler: Random) -> None:
    templates, uses, ballots = list(vote.cover.templates), list(vote.cover.uses), list(vote.ballots)
    shuffler.shuffle(templates)
    shuffler.shuffle(uses)
    shuffler.shuffle(ballots)
    shuffled = replace(
        vote, cover=replace(vote.cover, templates=tuple(templates), uses=tuple(uses)), ballots=tuple(ballots)
    )
    first, second = (elect(each, ProofLimit(), lambda _: None) for each in (vote, shuffled))
    assert first.elected.adopted == second.elected.adopted
    assert first.elected.score == second.elected.score


@settings(max_examples=25, deadline=None)
@given(elections())
def test_phragmen_ends_with_an_allowed_set(vote: Election) -> None:
    cover = vote.cover
    contest = seat_contest(cover.templates, vote.ballots, cover.adopted_count)
    least = by_trying_all(vote)[0]
    guard = CoverGuard(cover, least + vote.tolerance_heads, ProofLimit())
    rounds = phragmen_story(contest, vote.seed, guard.can_extend)
    winners = frozenset(each.taken.candidate for each in rounds)
    assert len(winners) == cover.adopted_count
    assert fewest_missing(cover, winners) <= least + vote.tolerance_heads
    unguarded = phragmen_story(contest, vote.seed, lambda _: True)
    assert frozenset(each.taken.candidate for each in unguarded) in phragmen_sets(contest)
