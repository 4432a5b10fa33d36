from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from shiftbid.domain.ballot import Ballot
from shiftbid.domain.errors import InputError
from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.tie_number import tie_number
from shiftbid.solver.cover_guard import CoverGuard
from shiftbid.solver.election import elect, score_of
from shiftbid.solver.proof import ProofLimit
from shiftbid.solver.template_cover import missing_heads, week_cover
from tests.unit.solver.small_elections import by_trying_all, election

SHIFTS = {"a": "xx..", "b": "xxx.", "c": "..xx", "d": ".xx."}


def quiet(_: str) -> None:
    return


def test_only_sets_within_the_cover_limit_can_win() -> None:
    vote = election("2222", SHIFTS, "9*ab 2*c", staff=4, seats=2, tolerance=0)
    outcome = elect(vote, ProofLimit(), quiet)
    assert outcome.status is SolveStatus.OPTIMAL
    assert outcome.elected.adopted is not None
    assert outcome.elected.adopted.templates == {"a", "c"}
    assert outcome.elected.adopted.missing_heads == 0
    assert outcome.elected.adopted.heads == {"a": 2, "c": 2}
    assert outcome.elected.score == outcome.elected.bound == 11
    loose = elect(replace(vote, tolerance_heads=2), ProofLimit(), quiet)
    assert loose.elected.adopted is not None
    assert loose.elected.adopted.templates == {"a", "b"}
    assert loose.elected.score == Fraction(27, 2)


def test_without_ballots_the_tie_order_decides() -> None:
    vote = election("1111", SHIFTS, "3*", staff=2, seats=2, tolerance=9)
    outcome = elect(vote, ProofLimit(), quiet)
    assert outcome.elected.adopted is not None
    assert outcome.elected.adopted.templates == by_trying_all(vote)[2]
    seeds = {by_trying_all(replace(vote, seed=str(seed)))[2] for seed in range(9)}
    assert len(seeds) > 1


def test_no_demand_no_staff_and_more_seats_than_templates() -> None:
    outcome = elect(election("0000", SHIFTS, "ab", staff=0, seats=9, tolerance=0), ProofLimit(), quiet)
    assert outcome.status is SolveStatus.OPTIMAL
    assert outcome.elected.adopted is not None
    assert outcome.elected.adopted.templates == set("abcd")
    assert outcome.elected.adopted.missing_heads == 0
    assert outcome.elected.score == Fraction(3, 2)


def test_what_no_template_covers_is_missing() -> None:
    outcome = elect(election("11113", {"a": "xxxx."}, "a", staff=5, seats=1, tolerance=0), ProofLimit(), quiet)
    assert outcome.least_missing.bound == 3
    assert outcome.elected.adopted is not None
    assert outcome.elected.adopted.missing_heads == 3


def test_without_time_nothing_is_adopted() -> None:
    vote = election("2222", SHIFTS, "9*ab 2*c", staff=4, seats=2, tolerance=0)
    outcome = elect(vote, ProofLimit(ends_at=0.0), quiet)
    assert outcome.status is SolveStatus.UNKNOWN
    assert outcome.elected.adopted is None
    assert outcome.elected.bound == 9 * Fraction(3, 2) + 2


def test_many_templates_are_put_in_tie_order_pass_by_pass() -> None:
    templates = {f"t{number}": frozenset({0}) for number in range(55)}
    vote = replace(election("1", {}, "*", 1, 53, 0), cover=week_cover((1,), templates, 1, 53))
    outcome = elect(vote, ProofLimit(), quiet)
    assert outcome.elected.adopted is not None
    assert outcome.elected.adopted.templates == by_trying_all_tied(vote.seed, list(templates), 53)


def by_trying_all_tied(seed: str, names: list[str], seats: int) -> set[str]:
    return set(sorted(names, key=lambda name: tie_number(seed, name))[:seats])


def test_a_listener_may_cancel() -> None:
    def cancel(stage: str) -> None:
        raise KeyboardInterrupt(stage)

    with pytest.raises(KeyboardInterrupt, match="fewest"):
        elect(election("1", {"a": "x"}, "a", 1, 1, 0), ProofLimit(), cancel)


def test_points_without_a_common_unit_are_refused() -> None:
    names = [f"t{number}" for number in range(60)]
    vote = replace(
        election("1", {}, "*", 1, 60, 0),
        cover=week_cover((1,), {name: frozenset({0}) for name in names}, 1, 60),
        ballots=(Ballot("v", frozenset(names)),),
    )
    with pytest.raises(InputError, match="fewer seats"):
        elect(vote, ProofLimit(), quiet)


def test_score_counts_ballot_by_ballot() -> None:
    ballots = [Ballot("1", frozenset("abc")), Ballot("2", frozenset("c")), Ballot("3", frozenset())]
    assert score_of(ballots, frozenset("abc")) == Fraction(11, 6) + 1


def test_missing_heads_are_counted_slot_by_slot() -> None:
    cover = election("3120", SHIFTS, "*", staff=4, seats=2, tolerance=0).cover
    assert missing_heads(cover, {"a": 1, "c": 1}) == 2 + 0 + 1
    assert missing_heads(cover, {}) == 6


def test_the_guard_knows_what_can_still_cover() -> None:
    cover = election("2222", SHIFTS, "*", staff=4, seats=2, tolerance=0).cover
    guard = CoverGuard(cover, 0, ProofLimit())
    assert guard.can_extend(frozenset())
    assert guard.can_extend(frozenset("ac"))
    assert not guard.can_extend(frozenset("ab"))
    assert not guard.can_extend(frozenset("abc"))
    assert [witness.missing_heads for witness in guard.witnesses] == [0] * len(guard.witnesses)
    hurried = CoverGuard(cover, 0, ProofLimit(ends_at=0.0))
    assert not hurried.can_extend(frozenset("ac"))
    assert hurried.undecided == {frozenset("ac")}
