"""What the law leaves open: readings and numbers that a pack may be read by."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.errors import BugError, InputError
from shiftbid.rules.book import load_pack
from shiftbid.rules.rule import Opening

CHINA = load_pack("CN", date(2026, 1, 1))
EUROPE = load_pack("EU", date(2026, 1, 1))


def test_our_reading_stands_first() -> None:
    assert CHINA.rule("CN-WEEK-REST").reading("week_rest") == "calendar_week"
    assert EUROPE.rule("EU-WEEK-AVG").number("reference_weeks") == 17


def test_a_pack_may_be_read_otherwise_and_stays_as_it_was() -> None:
    rolling = CHINA.read_as({"week_rest": "rolling_7_days"})
    assert rolling.rule("CN-WEEK-REST").reading("week_rest") == "rolling_7_days"
    assert CHINA.rule("CN-WEEK-REST").reading("week_rest") == "calendar_week"
    assert rolling.rule("CN-OT-MONTH") == CHINA.rule("CN-OT-MONTH")


def test_an_open_number_stays_within_the_law() -> None:
    year = EUROPE.read_as({"reference_weeks": 52})
    assert year.rule("EU-WEEK-AVG").number("reference_weeks") == 52
    with pytest.raises(InputError, match="choose a number from 1 to 52"):
        EUROPE.read_as({"reference_weeks": 53})
    with pytest.raises(InputError, match="choose a number from 1 to 52"):
        EUROPE.read_as({"reference_weeks": "many"})


def test_an_option_that_the_rule_does_not_know_names_those_there_are() -> None:
    with pytest.raises(InputError, match="choose calendar_week or rolling_7_days"):
        CHINA.read_as({"week_rest": "any_day"})


def test_what_no_rule_leaves_open_is_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"limit_minutes: no rule of pack CN leaves it open"):
        CHINA.read_as({"limit_minutes": 0})


def test_a_reading_that_the_file_does_not_open_is_our_fault() -> None:
    with pytest.raises(BugError, match="no reading 'week_rest'"):
        CHINA.rule("CN-OT-MONTH").reading("week_rest")


@pytest.mark.parametrize(
    ("opening", "allowed", "refused"),
    [
        (Opening(("a", "b")), ("a", "b"), ("c", 1, 0)),
        (Opening(least=1, most=3), (1, 2, 3), (0, 4, "a")),
    ],
)
def test_an_opening_allows_its_options_or_its_range(
    opening: Opening, allowed: tuple[str | int, ...], refused: tuple[str | int, ...]
) -> None:
    assert all(opening.allows(choice) for choice in allowed)
    assert not any(opening.allows(choice) for choice in refused)
