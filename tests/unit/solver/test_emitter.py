"""Cases of the emitter that random weeks seldom meet."""

from __future__ import annotations

from itertools import product

from shiftbid.domain.timeline import Interval
from shiftbid.rules.clauses import AnyFree, AtLeast, AtMost, Clause, Excess, Part, Scope, Term
from shiftbid.solver.cp_sat import CpSatWork, solve_rows
from shiftbid.solver.emitter import ClauseRows
from shiftbid.solver.rows import CpSatRows

SCOPE = Scope("RULE", Interval(0, 1))
APART = AtMost(SCOPE, (Term("a"), Term("b")), 1)


def allowed(clauses: list[Clause], history: set[str]) -> set[str]:
    """Choices of a and b that the rows allow, as words."""
    rows = CpSatRows()
    columns = {"a": rows.whole(0, 1), "b": rows.whole(0, 1)}
    ClauseRows(rows, columns, frozenset(history), clauses)
    found: set[str] = set()
    for a, b in product((0, 1), repeat=2):
        if solve_rows(rows.narrowed({columns["a"]: a, columns["b"]: b}), CpSatWork(1.0, 1)).values:
            found.add("a" * a + "b" * b or "nothing")
    return found


def test_overtime_of_the_history_counts_in_its_own_part_whether_or_not_more_is_added() -> None:
    parts = (Part((Term("past", 5), Term("a", 3)), 2), Part((Term("b", 4),), 2))
    assert allowed([Excess(SCOPE, parts, 4)], {"past"}) == {"nothing"}
    assert allowed([Excess(SCOPE, parts, 5)], {"past"}) == {"nothing", "b"}
    assert allowed([Excess(SCOPE, parts, 6)], {"past"}) == {"nothing", "a", "b"}
    assert allowed([Excess(SCOPE, parts, 8)], {"past"}) == {"nothing", "a", "b", "ab"}


def test_shifts_that_exclude_each_other_share_one_threshold() -> None:
    part = Part((Term("past", 5), Term("a", 3), Term("b", 4)), 6)
    assert allowed([APART, Excess(SCOPE, (part,), 2)], {"past"}) == {"nothing", "a"}
    assert allowed([Excess(SCOPE, (part,), 5)], {"past"}) == {"nothing", "a", "b"}


def test_history_over_a_cap_forbids_what_would_add_to_it() -> None:
    over = AtMost(SCOPE, (Term("past", 9), Term("a", 1)), 8)
    assert allowed([over], {"past"}) == {"nothing", "b"}


def test_history_over_a_cap_forbids_only_what_switches_the_clause_on() -> None:
    over = AtMost(SCOPE, (Term("past", 9),), 8, when=("a", "b"))
    assert allowed([over], {"past"}) == {"nothing", "a", "b"}


def test_a_clause_whose_switch_nobody_can_take_never_binds() -> None:
    assert allowed([AtMost(SCOPE, (Term("a"),), 0, when=("elsewhere",))], set()) == {"nothing", "a", "b", "ab"}


def test_what_is_owed_must_be_taken_even_where_history_holds_some_of_it() -> None:
    owed = AtLeast(SCOPE, (Term("past", 2), Term("a", 2), Term("b", 1)), 4)
    assert allowed([owed], {"past"}) == {"a", "ab"}


def test_a_block_with_history_is_never_the_free_one() -> None:
    assert allowed([AnyFree(SCOPE, (("past",), ("a",), ("a", "b")))], {"past"}) == {"nothing", "b"}
