"""Wishes as people write them become dated bids."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from shiftbid.bidding.wish_text import Wish, dated_bids, parse_wishes, standing_bids
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.errors import InputError
from shiftbid.domain.shift import ShiftTemplate, dated

MONDAY = date(2026, 1, 5)
DAYS = tuple(MONDAY + timedelta(days=n) for n in range(3))
TEMPLATES = (ShiftTemplate("a", 540, 1020), ShiftTemplate("b", 600, 900), ShiftTemplate("c", 720, 1020))
SHIFTS = tuple(dated(template, "h", day, "UTC") for day in DAYS for template in TEMPLATES)


def bids(*texts: str) -> list[tuple[int, str | None, str]]:
    found = dated_bids("e1", parse_wishes(texts), TEMPLATES, SHIFTS, DAYS)
    assert {each.employee for each in found} <= {"e1"}
    return [((each.day - MONDAY).days, each.template, each.level.name.lower()) for each in found]


def test_a_dated_shift_and_a_day_off() -> None:
    assert bids("want:b:2026-01-06", "like:off:2026-01-05") == [(0, None, "like"), (1, "b", "want")]


def test_patterns_speak_of_every_shift_they_fit() -> None:
    assert bids("avoid:late") == [(0, "c", "avoid"), (1, "c", "avoid"), (2, "c", "avoid")]
    assert bids("like:early:tue") == [(1, "a", "like"), (1, "b", "like")]
    assert bids("want:off:wed") == [(2, None, "want")]
    assert len(bids("like:any")) == len(SHIFTS)


def test_of_two_wishes_for_one_shift_the_later_counts_and_neutral_takes_back() -> None:
    assert bids("like:any:mon", "want:a:mon", "neutral:b:2026-01-05") == [(0, "a", "want"), (0, "c", "like")]
    assert bids("want:off", "neutral:off") == []


def test_words_may_be_written_large() -> None:
    assert parse_wishes(["WANT:Early:TUE"]) == (Wish(BidLevel.WANT, "early", 1),)


def test_a_template_of_every_start_is_early_where_all_start_together() -> None:
    (only,) = dated_bids("e1", parse_wishes(["want:early:mon"]), TEMPLATES[:1], SHIFTS, DAYS)
    assert only == Bid("e1", MONDAY, "a", BidLevel.WANT)


def test_every_wish_that_is_none_is_named() -> None:
    with pytest.raises(InputError) as error:
        parse_wishes(["want", "love:a", "want:", "want:a:2026-13-01", "want:a:someday", "like:a:mon"])
    assert len(error.value.problems) == 5


def test_every_wish_that_speaks_of_nothing_is_named() -> None:
    with pytest.raises(InputError) as error:
        bids("want:x", "like:a:2026-02-01", "want:off:sun", "want:a")
    assert [str(each).split(": no such")[0] for each in error.value.problems] == [
        "want:x",
        "like:a:2026-02-01",
        "want:off:sun",
    ]


def test_standing_wishes_that_fit_nothing_are_idle() -> None:
    found = standing_bids("e1", parse_wishes(["want:x", "want:off:sun", "like:a:mon"]), TEMPLATES, SHIFTS, DAYS)
    assert found == (Bid("e1", MONDAY, "a", BidLevel.LIKE),)
