from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.payroll.pay_changes import pay_changes

DAY = date(2026, 3, 2)
LINE = PayLine("a", DAY, "h1", PayClass.NORMAL, 480, "R1", "s1")
LINES = st.lists(
    st.builds(
        PayLine,
        st.sampled_from("ab"),
        st.sampled_from([DAY, date(2026, 3, 3)]),
        st.sampled_from(["h1", "h2"]),
        st.sampled_from([PayClass.NORMAL, PayClass.OVERTIME]),
        st.integers(0, 600),
        st.sampled_from(["R1", "R2"]),
        st.sampled_from(["s1", "s2"]),
    ),
    max_size=8,
)


def totals(lines: Sequence[PayLine]) -> Counter[tuple[str, date, str, str]]:
    sums: Counter[tuple[str, date, str, str]] = Counter()
    for line in lines:
        sums[line.employee, line.day, line.hall, line.pay_class.value] += line.minutes
    return sums


@given(before=LINES, after=LINES)
def test_the_earlier_run_and_the_changes_make_the_later_run(before: list[PayLine], after: list[PayLine]) -> None:
    changes = pay_changes(before, after)
    assert totals([*before, *changes]) == totals(after)
    assert all(line.minutes for line in changes)
    assert max(Counter(replace(line, minutes=0, rule="", source="") for line in changes).values(), default=1) == 1
    assert pay_changes(after, after) == ()


def test_less_pay_is_negative_and_names_what_it_came_from() -> None:
    assert pay_changes([LINE], [replace(LINE, minutes=450, rule="R2", source="s2")]) == (
        replace(LINE, minutes=-30, rule="R2", source="s2"),
    )
    assert pay_changes([LINE], []) == (replace(LINE, minutes=-480),)
    assert pay_changes([LINE], [replace(LINE, rule="R9", source="other")]) == ()


def test_sums_of_money_change_with_the_minutes() -> None:
    fixed = replace(LINE, minutes=0, cents=500)
    assert pay_changes([fixed], [replace(fixed, cents=800)]) == (replace(fixed, cents=300),)
    assert pay_changes([], [fixed, replace(fixed, source="s2")]) == (replace(fixed, cents=1000, source="s2"),)
    assert pay_changes([fixed], [fixed]) == ()
