"""Sentences: minutes as hours, dates and figures in their place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shiftbid.domain.timeline import Interval, Period, day_interval
from shiftbid.rules.book import load_pack
from shiftbid.rules.clauses import AtMost, Scope
from shiftbid.rules.wording import Minutes, sentence
from tests.rules.worked_case import PERSON, situation_of

SITUATION = situation_of({"shifts": ["2026-03-02 09:00-13:00"]}, "Pacific/Auckland")
RULE = replace(
    load_pack("HOUSE", date(2026, 3, 2)).rules[0],
    sentences={
        "en": "{name}: {dates}, {measured:hours} of {limit:hours}, {gap_minutes} min",
        "zh": "{name}：{dates}，{measured:小时}，{limit:小时}，{gap_minutes}",
    },
)


@pytest.mark.parametrize(
    ("minutes", "english", "chinese"),
    [
        (0, "0 h", "0 小时"),
        (59, "59 min", "59 分钟"),
        (60, "1 h", "1 小时"),
        (570, "9 h 30 min", "9 小时 30 分钟"),
        (6000, "100 h", "100 小时"),
    ],
)
def test_minutes_print_as_hours(minutes: int, english: str, chinese: str) -> None:
    assert f"{Minutes(minutes):hours}" == english
    assert f"{Minutes(minutes):小时}" == chinese
    assert f"{Minutes(minutes)}" == str(minutes)


def _said(span: Interval, language: str) -> str:
    clause = AtMost(Scope("RULE", span, {"gap_minutes": 75}), (), 0)
    return sentence(RULE, clause, 90, 60, SITUATION, language)


def test_one_day_is_named_once() -> None:
    day = day_interval(date(2026, 3, 2), "Pacific/Auckland")
    assert _said(day, "en") == f"{PERSON}: 2026-03-02, 1 h 30 min of 1 h, 75 min"
    assert _said(day, "zh") == f"{PERSON}：2026-03-02，1 小时 30 分钟，1 小时，75"


def test_more_days_are_named_by_first_and_last() -> None:
    week = Period.of_weeks(date(2026, 3, 30), 1).interval("Pacific/Auckland")
    assert "2026-03-30 to 2026-04-05," in _said(week, "en")
    assert "2026-03-30 至 2026-04-05，" in _said(week, "zh")
