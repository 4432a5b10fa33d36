from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.timeline import Interval
from shiftbid.rules.clauses import AtMost, Scope, Term
from shiftbid.solver.conflicts import Conflicts, is_conflict

SCOPE = Scope("RULE", Interval(0, 1))
SHIFTS = tuple("abcdefg")
pairs = st.sets(st.sampled_from(list(combinations(SHIFTS, 2))))


def edges(groups: tuple[tuple[str, ...], ...]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(group, 2)}


@given(pairs)
def test_groups_hold_exactly_the_conflicting_pairs(conflicts: set[tuple[str, str]]) -> None:
    assert edges(Conflicts(SHIFTS, sorted(conflicts)).groups()) == conflicts


@given(pairs, st.sets(st.sampled_from(SHIFTS)))
def test_a_partition_has_every_shift_once_and_only_conflicts_within_a_part(
    conflicts: set[tuple[str, str]], shifts: set[str]
) -> None:
    parts = Conflicts(SHIFTS, sorted(conflicts)).partition(shifts)
    assert sorted(shift for part in parts for shift in part) == sorted(shifts)
    assert edges(parts) <= conflicts


def test_a_day_of_pairs_becomes_one_group() -> None:
    assert Conflicts(SHIFTS, list(combinations(SHIFTS, 2))).groups() == (SHIFTS,)


def test_only_plain_caps_of_one_are_conflicts() -> None:
    two = (Term("a"), Term("b"))
    assert is_conflict(AtMost(SCOPE, two, 1))
    assert not is_conflict(AtMost(SCOPE, two, 2))
    assert not is_conflict(AtMost(SCOPE, two, 1, when=("c",)))
    assert not is_conflict(AtMost(SCOPE, (Term("a", 2), Term("b")), 1))
    assert not is_conflict(AtMost(SCOPE, (Term("a"), Term("a")), 1))
