"""Packs are chosen by id, and by the readings that follow it."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.rules.book import load_pack
from shiftbid.rules.pack_choice import choice_of, split_choice

ON = date(2026, 3, 2)


def test_a_name_gives_the_pack_under_its_readings_and_back() -> None:
    read = load_pack("CN, week_starts_on=sun,week_rest = rolling_7_days", ON)
    assert (read.id, read.week_starts_on) == ("CN", 6)
    assert read.rule("CN-WEEK-REST").reading("week_rest") == "rolling_7_days"
    assert read.choice == "CN,week_rest=rolling_7_days,week_starts_on=sun"
    assert load_pack(read.choice, ON) == read


def test_a_pack_as_we_read_it_is_named_by_its_id() -> None:
    plain = load_pack("EU", ON)
    assert (plain.choice, plain.week_starts_on) == ("EU", 0)
    assert load_pack("EU,reference_weeks=26", ON).rule("EU-WEEK-AVG").number("reference_weeks") == 26


def test_readings_add_to_those_chosen_before() -> None:
    twice = load_pack("EU,reference_weeks=26", ON).read_as({"week_starts_on": "sat"})
    assert twice.choice == "EU,reference_weeks=26,week_starts_on=sat"
    assert twice.read_as({"rest_minutes": 1440}).week_starts_on == 5


def test_every_part_that_is_no_reading_is_named() -> None:
    with pytest.raises(InputError) as refused:
        split_choice("CN,week_rest,=5,week_rest=a,week_rest=b")
    assert [str(problem) for problem in refused.value.problems] == [
        "'week_rest' names no reading; write NAME=VALUE, such as reference_weeks=26",
        "'=5' names no reading; write NAME=VALUE, such as reference_weeks=26",
        "week_rest is read twice; name it once",
    ]


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("XX", "there is no pack 'XX'"),
        ("CN,colour=red", "colour: no rule of pack CN leaves it open"),
        ("CN,week_starts_on=7", "week_starts_on = 7: choose mon or tue"),
        ("EU,reference_weeks=53", "choose a number from 1 to 52"),
    ],
)
def test_what_cannot_be_chosen_is_refused(choice: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        load_pack(choice, ON)


def test_a_choice_is_named_in_order_of_the_readings() -> None:
    assert choice_of("UK", {"reference_weeks": 26, "neutral": "exclude"}) == "UK,neutral=exclude,reference_weeks=26"
    assert split_choice("UK") == ("UK", {})
