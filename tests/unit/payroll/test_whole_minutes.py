from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.timeline import Interval
from shiftbid.payroll.whole_minutes import whole_minutes

SECONDS = st.lists(st.tuples(st.integers(1, 50_000), st.integers(1, 50_000)), max_size=40)


def spells_of(pairs: list[tuple[int, int]]) -> list[Interval]:
    """Spells from pauses and lengths in seconds."""
    spells: list[Interval] = []
    at = 0
    for pause, length in pairs:
        spells.append(Interval(at + pause, at + pause + length))
        at += pause + length
    return spells


def test_what_one_day_loses_the_next_one_gets() -> None:
    half_past = [Interval(day * 86400 + 50, day * 86400 + 50 + 8 * 3600 + 20) for day in range(3)]
    assert [each.minutes for each in whole_minutes(half_past)] == [480, 481, 480]
    assert [each.start % 60 for each in whole_minutes(half_past)] == [0, 0, 0]


@given(SECONDS)
def test_all_spells_together_last_as_long_as_they_did(pairs: list[tuple[int, int]]) -> None:
    spells = spells_of(pairs)
    whole = whole_minutes(spells)
    true_seconds = sum(each.end - each.start for each in spells)
    assert abs(sum(each.end - each.start for each in whole) - true_seconds) <= 30
    assert all(each.start % 60 == 0 == each.end % 60 and each.start <= each.end for each in whole)
    assert all(one.end <= two.start for one, two in pairwise(whole))
    assert all(
        abs(given.end - given.start - (true.end - true.start)) < 60 for given, true in zip(whole, spells, strict=True)
    )


@given(SECONDS)
def test_spells_a_minute_apart_keep_the_minute_in_which_they_began(pairs: list[tuple[int, int]]) -> None:
    spells = spells_of([(pause + 120, length) for pause, length in pairs])
    assert [each.start for each in whole_minutes(spells)] == [each.start // 60 * 60 for each in spells]
