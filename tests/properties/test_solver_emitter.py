"""The emitter against the checker: a model allows exactly the choices in which the checker finds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.math_opt.python import mathopt

from shiftbid.domain.timeline import Interval
from shiftbid.rules.checker import breach_of
from shiftbid.rules.clauses import AnyFree, AtLeast, AtMost, Average, Clause, Excess, Part, Scope, Term, shifts_of
from shiftbid.solver.cp_sat import CpSatWork, solve_rows
from shiftbid.solver.emitter import ClauseRows
from shiftbid.solver.rows import CpSatRows, LinearRows

CANDIDATES = ("a", "b", "c", "d", "e")
HISTORY = ("x", "y")
SCOPE = Scope("RULE", Interval(0, 1))

ids = st.sampled_from((*CANDIDATES, *HISTORY, "unknown"))
id_sets = st.sets(ids, max_size=4).map(lambda some: tuple(sorted(some)))
when = st.one_of(st.just(()), st.sets(ids, min_size=1, max_size=2).map(lambda some: tuple(sorted(some))))
terms = st.lists(st.builds(Term, ids, st.integers(0, 5)), max_size=5).map(tuple)
unit_pairs = st.sets(st.sampled_from(CANDIDATES), min_size=2, max_size=3).map(
    lambda some: AtMost(SCOPE, tuple(Term(shift) for shift in sorted(some)), 1)
)
at_most = st.builds(AtMost, st.just(SCOPE), terms, st.integers(0, 8), when)
at_least = st.builds(AtLeast, st.just(SCOPE), terms, st.integers(0, 8), when)


@st.composite
def free_blocks(draw: st.DrawFn) -> AnyFree:
    """Some of up to four blocks stay free: of each clause at most as many as it has blocks."""
    blocks = tuple(draw(st.lists(id_sets, min_size=1, max_size=4)))
    return AnyFree(SCOPE, blocks, draw(when), draw(st.integers(1, len(blocks))))


any_free = free_blocks()
parts = st.lists(st.builds(Part, terms, st.integers(0, 6)), min_size=1, max_size=3).map(tuple)
excess = st.builds(Excess, st.just(SCOPE), parts, st.integers(0, 5), when)
term_blocks = st.lists(terms, min_size=1, max_size=3).map(tuple)
average = st.builds(Average, st.just(SCOPE), term_blocks, st.integers(0, 6), when)


def subsets(items: Iterable[str]) -> Iterator[frozenset[str]]:
    pool = tuple(items)
    return (frozenset(some) for some in chain.from_iterable(combinations(pool, size) for size in range(len(pool) + 1)))


def keeps(clause: Clause, chosen: frozenset[str]) -> bool:
    """Kept as the checker sees it: history alone is nobody's fault, except where shifts are still owed."""
    everything = chosen | set(HISTORY)
    if breach_of(clause, everything) is None:
        return True
    involved = (shifts_of(clause) | set(clause.when)) & everything
    if isinstance(clause, AtLeast):
        owed = set(CANDIDATES) & (shifts_of(clause) | set(clause.when))
        return not owed
    return bool(involved) and involved <= set(HISTORY)


def allowed_by_linear(clauses: list[Clause], chosen: frozenset[str]) -> bool:
    rows = LinearRows(relaxed=False)
    columns = {shift: rows.whole(0, 1) for shift in CANDIDATES}
    ClauseRows(rows, columns, frozenset(HISTORY), clauses)
    for shift, column in columns.items():
        rows.row([(column, 1)], int(shift in chosen), int(shift in chosen))
    result = mathopt.solve(rows.model, mathopt.SolverType.HIGHS)
    return result.termination.reason is mathopt.TerminationReason.OPTIMAL


def assert_same(clauses: list[Clause]) -> None:
    rows = CpSatRows()
    columns = {shift: rows.whole(0, 1) for shift in CANDIDATES}
    ClauseRows(rows, columns, frozenset(HISTORY), clauses)
    for chosen in subsets(CANDIDATES):
        narrowed = rows.narrowed({column: int(shift in chosen) for shift, column in columns.items()})
        allowed = bool(solve_rows(narrowed, CpSatWork(1.0, 1)).values)
        assert allowed == all(keeps(clause, chosen) for clause in clauses), chosen


@given(st.lists(unit_pairs, max_size=4), at_most)
@settings(max_examples=60, deadline=None)
def test_at_most_allows_what_the_checker_allows(pairs: list[AtMost], clause: AtMost) -> None:
    assert_same([*pairs, clause])


@given(st.lists(unit_pairs, max_size=3), at_least)
@settings(max_examples=60, deadline=None)
def test_at_least_allows_what_the_checker_allows(pairs: list[AtMost], clause: AtLeast) -> None:
    assert_same([*pairs, clause])


@given(st.lists(unit_pairs, max_size=3), any_free)
@settings(max_examples=60, deadline=None)
def test_any_free_allows_what_the_checker_allows(pairs: list[AtMost], clause: AnyFree) -> None:
    assert_same([*pairs, clause])


@given(st.lists(unit_pairs, max_size=3), excess)
@settings(max_examples=60, deadline=None)
def test_excess_allows_what_the_checker_allows(pairs: list[AtMost], clause: Excess) -> None:
    assert_same([*pairs, clause])


@given(st.lists(unit_pairs, max_size=3), average)
@settings(max_examples=60, deadline=None)
def test_average_allows_what_the_checker_allows(pairs: list[AtMost], clause: Average) -> None:
    assert_same([*pairs, clause])


@given(st.lists(st.one_of(unit_pairs, at_most, at_least, any_free, excess, average), min_size=2, max_size=6))
@settings(max_examples=60, deadline=None)
def test_clauses_together_allow_what_the_checker_allows(clauses: list[Clause]) -> None:
    assert_same(clauses)


@given(
    st.lists(st.one_of(unit_pairs, at_most, at_least, any_free, excess, average), min_size=1, max_size=5),
    st.sets(st.sampled_from(CANDIDATES)).map(frozenset),
)
@settings(max_examples=60, deadline=None)
def test_a_linear_model_takes_the_same_rows(clauses: list[Clause], chosen: frozenset[str]) -> None:
    assert allowed_by_linear(clauses, chosen) == all(keeps(clause, chosen) for clause in clauses)


@given(st.lists(unit_pairs, max_size=4), id_sets)
@settings(max_examples=40, deadline=None)
def test_a_free_block_counts_one_exactly_when_nothing_of_it_is_chosen(
    pairs: list[AtMost], block: tuple[str, ...]
) -> None:
    for chosen in subsets(CANDIDATES):
        rows = CpSatRows()
        columns = {shift: rows.whole(0, 1) for shift in CANDIDATES}
        free = ClauseRows(rows, columns, frozenset(HISTORY), pairs).free(block)
        narrowed = rows.narrowed({column: int(shift in chosen) for shift, column in columns.items()})
        values = solve_rows(narrowed, CpSatWork(1.0, 1)).values
        if values:
            total = free.constant + sum(weight * values[column] for column, weight in free.terms)
            assert total == int(not chosen.intersection(block))
