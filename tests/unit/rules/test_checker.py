"""Clauses evaluated on chosen shifts, against every choice of a few shifts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, combinations

import pytest

from shiftbid.domain.timeline import Interval
from shiftbid.rules.book import load_pack
from shiftbid.rules.checker import Breach, breach_of, check, excess, weight
from shiftbid.rules.clauses import AnyFree, AtLeast, AtMost, Average, Clause, Excess, Part, Scope, Term, shifts_of
from shiftbid.rules.finding import Severity
from tests.rules.worked_case import situation_of

SCOPE = Scope("RULE", Interval(0, 86400))
A, B, C = Term("a", 3), Term("b", 4), Term("c", 5)
CHOICES = [frozenset(each) for each in chain.from_iterable(combinations("abc", size) for size in range(4))]


def _broken(clause: Clause) -> set[str]:
    return {"".join(sorted(chosen)) for chosen in CHOICES if breach_of(clause, chosen)}


@pytest.mark.parametrize(
    ("clause", "broken"),
    [
        (AtMost(SCOPE, (A, B, C), 7), {"ac", "bc", "abc"}),
        (AtMost(SCOPE, (A, B), 3, when=("c",)), {"bc", "abc"}),
        (AtLeast(SCOPE, (A, B, C), 5), {"", "a", "b"}),
        (AtLeast(SCOPE, (A, B), 4, when=("c",)), {"c", "ac"}),
        (AnyFree(SCOPE, (("a",), ("b", "c"))), {"ab", "ac", "abc"}),
        (AnyFree(SCOPE, (("a",), ("b",)), when=("c",)), {"abc"}),
        (AnyFree(SCOPE, (("a",), ("b",), ("c",)), least=2), {"ab", "ac", "bc", "abc"}),
        (Excess(SCOPE, (Part((A, B), 4), Part((C,), 4)), 3), {"abc"}),
        (Excess(SCOPE, (Part((A, B), 4), Part((C,), 4)), 2, when=("a",)), {"ab", "abc"}),
        (Average(SCOPE, ((A,), (B, C)), 4), {"c", "bc", "abc"}),
        (Average(SCOPE, ((A, B), (C,)), 4, when=("a",)), {"ab", "abc"}),
    ],
)
def test_clause_is_broken_by_exactly_these_choices(clause: Clause, broken: set[str]) -> None:
    assert _broken(clause) == broken


@pytest.mark.parametrize(
    ("clause", "measured", "limit"),
    [
        (AtMost(SCOPE, (A, B, C), 11), 12, 11),
        (AtLeast(SCOPE, (A, B, C), 13), 12, 13),
        (AnyFree(SCOPE, (("a",), ("b",))), 0, 1),
        (AnyFree(SCOPE, (("a",), ("b",), ()), least=2), 1, 2),
        (Excess(SCOPE, (Part((A, B), 4), Part((C,), 4)), 3), 4, 3),
        (Average(SCOPE, ((A, B), (C,), ()), 5), 6, 5),
    ],
)
def test_breach_measures_what_the_shifts_come_to(clause: Clause, measured: int, limit: int) -> None:
    assert breach_of(clause, frozenset("abc")) == Breach(clause, measured, limit)


def test_weight_and_excess_count_chosen_terms_only() -> None:
    assert weight((A, B, C), {"a", "c", "elsewhere"}) == 8
    assert excess((Part((A, B), 4), Part((C,), 9)), {"a", "b", "c"}) == 3


def test_shifts_of_a_clause_leave_out_its_switch() -> None:
    assert shifts_of(AtMost(SCOPE, (A, B), 1, when=("c",))) == {"a", "b"}
    assert shifts_of(AnyFree(SCOPE, (("a",), ("b", "c")))) == {"a", "b", "c"}
    assert shifts_of(Excess(SCOPE, (Part((A,), 1), Part((B,), 1)), 0)) == {"a", "b"}
    assert shifts_of(Average(SCOPE, ((A,), (B,)), 0, when=("c",))) == {"a", "b"}


def test_finding_names_the_shifts_involved_and_the_article() -> None:
    case = {"shifts": ["2026-03-02 15:00-21:30", "2026-03-03 08:00-14:00", "2026-03-05 08:00-14:00"]}
    situation = situation_of(case, "Europe/Madrid")
    taken = {shift.id for shift in situation.candidates}
    (finding,) = (
        each for each in check(load_pack("EU", date(2026, 3, 2)), situation, taken) if each.rule == "EU-DAILY-REST"
    )
    assert finding.shifts == ("hall/shift-0/2026-03-02", "hall/shift-1/2026-03-03")
    assert finding.article == "Directive 2003/88/EC art. 3"
    assert finding.severity is Severity.ILLEGAL
    assert finding.employee == "ada"
    assert finding.span == situation.candidates[1].span
    assert "10 h 30 min" in finding.sentence
    assert "11 h are needed" in finding.sentence


def test_what_history_alone_breaks_is_left_out_and_what_adds_to_it_is_not() -> None:
    pack = load_pack("HOUSE", date(2026, 3, 2))
    case = {
        "period": "2026-03-07..2026-03-15",
        "history": ["2026-03-02..2026-03-06 08:00-18:00 12:00/15/unpaid"],
        "shifts": ["2026-03-07 08:00-08:30"],
    }
    situation = situation_of(case, "Europe/Madrid")

    def rules(taken: frozenset[str]) -> Iterator[str]:
        return (each.rule for each in check(pack, situation, taken))

    assert not list(rules(frozenset()))
    assert list(rules(frozenset({situation.candidates[0].id}))) == ["HOUSE-WEEK-HOURS"]


@pytest.mark.parametrize(
    ("chosen", "measured"), [({"a"}, 300), ({"a", "b"}, 250), ({"a", "b", "c"}, None), ({"a", "d"}, 251)]
)
def test_an_average_is_over_the_blocks_that_hold_a_chosen_shift(chosen: set[str], measured: int | None) -> None:
    blocks = tuple((Term(name, minutes),) for name, minutes in (("a", 300), ("b", 200), ("c", 220), ("d", 201)))
    breach = breach_of(Average(Scope("RULE", Interval(0, 1)), blocks, 240), chosen)
    assert (breach and breach.measured) == measured
