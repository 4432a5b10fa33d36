from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.hall_terms import HallTerms
from shiftbid.rules.book import load_pack
from shiftbid.services.change_notice import late_changes
from tests.gui.fake_hall import HALL

TODAY = date(2026, 10, 12)
HOUSE = load_pack("HOUSE", TODAY)


@pytest.mark.parametrize(
    ("days", "missing"),
    [
        ([date(2026, 10, 18)], [1]),
        ([date(2026, 10, 19)], []),
        ([date(2026, 10, 25), date(2026, 10, 14)], [5]),
        ([date(2026, 10, 11)], []),
        ([date(2026, 10, 11), date(2026, 10, 12)], [7]),
        ([], []),
    ],
)
def test_agreed_notice_counts_to_the_first_day_that_changes(days: list[date], missing: list[int]) -> None:
    short = late_changes(HALL, days, TODAY, HOUSE, HallTerms(notice_days=7))
    assert [each.missing_days for each in short] == missing


def test_nothing_agreed_is_never_late() -> None:
    assert late_changes(HALL, [TODAY], TODAY, HOUSE, HallTerms()) == ()


def test_a_law_of_notice_is_told_with_its_article() -> None:
    oregon = load_pack("US-OR", TODAY)
    (short, *_) = late_changes(HALL, [date(2026, 10, 15)], TODAY, oregon, HallTerms())
    assert short.rule == "OR-NOTICE"
    assert short.article
