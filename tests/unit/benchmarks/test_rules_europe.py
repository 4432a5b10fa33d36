"""Cases of the published form for Germany, France, Spain and the United Kingdom, worked by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from benchmarks.rules_answers import case_answer

Row = Mapping[str, Any]
ZONES = {
    "DE": "Europe/Berlin",
    "FR": "Europe/Paris",
    "ES": "Europe/Madrid",
    "UK": "Europe/London",
    "UK-NHS": "Europe/London",
}
SUNDAYS = [(date(2026, 1, 4) + timedelta(weeks=week)).isoformat() for week in range(38)]
ON_SUNDAYS_TOO = {"ignore": ["DE-SUNDAY", "DE-SUNDAY-SUB"]}


def _answer(jurisdiction: str, facts: Row) -> Row:
    return case_answer({"id": "own", "jurisdiction": jurisdiction, "tz": ZONES[jurisdiction], **facts})


def _shift(day: str, start: str, end: str, *breaks: tuple[str, int]) -> Row:
    last = date.fromisoformat(day) + timedelta(days=end <= start)
    pauses = [{"at": at, "min": minutes} for at, minutes in breaks]
    return {"start": f"{day}T{start}", "end": f"{last}T{end}", "breaks": pauses}


def _days(span: str, start: str, end: str, *breaks: tuple[str, int], weekdays: str = "1234567") -> Sequence[Row]:
    first, last = (date.fromisoformat(day) for day in span.split(".."))
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [_shift(str(day), start, end, *breaks) for day in days if str(day.isoweekday()) in weekdays]


MONDAY = "2026-03-02"
LATE_THEN_EARLY = [_shift(MONDAY, "16:00", "21:30"), _shift("2026-03-03", "08:00", "13:00")]
NO_LONG_REST = [
    *_days("2026-03-02..2026-03-06", "14:00", "20:00"),
    _shift("2026-03-07", "16:00", "22:00"),
    _shift("2026-03-09", "08:00", "14:00"),
]
FIRST_WEEK = {"week": "mon-sun", "evaluate_weeks": ["2026-W10"]}

GERMANY: list[tuple[Row, list[str]]] = [
    ({"shifts": [_shift(MONDAY, "08:00", "16:31", ("14:01", 30))]}, ["DE-BREAK-6H"]),
    ({"shifts": [_shift(MONDAY, "08:00", "16:30", ("14:00", 30))]}, []),
    ({"shifts": [_shift(MONDAY, "08:00", "14:30")]}, ["DE-BREAK-30", "DE-BREAK-6H"]),
    ({"shifts": [_shift(MONDAY, "08:00", "17:30")]}, ["DE-BREAK-45", "DE-BREAK-6H"]),
    ({"shifts": [_shift("2026-10-24", "21:00", "06:45", ("01:30", 45))], "params": ON_SUNDAYS_TOO}, []),
    ({"shifts": [_shift("2026-10-24", "21:00", "06:46", ("01:30", 45))], "params": ON_SUNDAYS_TOO}, ["DE-DAILY-MAX"]),
    (
        {"shifts": [{**_shift(MONDAY, "07:00", "12:00"), "hall": "A"}, _shift(MONDAY, "13:00", "18:30")]},
        ["DE-DAILY-MAX"],
    ),
    ({"weekly_hours": [48.5] * 24, "params": {"window_weeks": 24}}, ["DE-AVG-WEEK"]),
    ({"weekly_hours": [60] * 12 + [36] * 12, "params": {"window_weeks": 24}}, []),
    ({"weekly_hours": [49] * 26, "params": {"reference_months": 6}}, ["DE-AVG-WEEK"]),
    ({"weekly_hours": [50] * 20 + ["leave"] * 4}, ["DE-AVG-WEEK"]),
    ({"shifts": [_shift("2026-03-08", "12:00", "18:00")], "params": {"sunday_exception": ["2026-03-08"]}}, []),
    ({"shifts": [_shift("2026-05-01", "09:00", "15:00")], "calendar": {"statutory": ["2026-05-01"]}}, ["DE-SUNDAY"]),
    (
        {
            "shifts": [
                *_days("2026-03-08..2026-03-21", "09:00", "15:00", weekdays="123456"),
                _shift("2026-03-08", "09:00", "15:00"),
            ],
            "params": {"sunday_exception": ["2026-03-08"]},
        },
        ["DE-SUNDAY-SUB"],
    ),
    (
        {
            "shifts": [
                *_days("2026-03-08..2026-03-20", "09:00", "15:00", weekdays="123456"),
                _shift("2026-03-08", "09:00", "15:00"),
            ],
            "params": {"sunday_exception": ["2026-03-08"]},
        },
        [],
    ),
    (
        {"shifts": [_shift(day, "12:00", "18:00") for day in SUNDAYS], "params": {"sunday_exception": SUNDAYS}},
        ["DE-SUNDAY-15"],
    ),
    (
        {"shifts": [_shift(day, "12:00", "18:00") for day in SUNDAYS[:37]], "params": {"sunday_exception": SUNDAYS}},
        [],
    ),
    ({"weekly_hours": [49] * 4, "person": {"night_worker": True}, "params": {"window_weeks": 4}}, ["DE-NIGHT-AVG"]),
    ({"weekly_hours": [49] * 4, "params": {"window_weeks": 4}}, ["DE-AVG-WEEK"]),
    (
        {"weekly_hours": [46] * 20 + [50] * 4, "person": {"night_worker": True}, "params": {"window_weeks": 24}},
        ["DE-NIGHT-AVG"],
    ),
    (
        {
            "shifts": _days("2026-03-02..2026-03-27", "22:00", "07:30", ("02:00", 45), weekdays="123457"),
            "params": ON_SUNDAYS_TOO,
        },
        ["DE-NIGHT-AVG"],
    ),
    (
        {
            "shifts": _days("2026-03-02..2026-03-27", "09:00", "18:30", ("13:00", 45), weekdays="123456"),
            "params": ON_SUNDAYS_TOO,
        },
        [],
    ),
]
FRANCE: list[tuple[Row, list[str]]] = [
    ({"weekly_hours": [45] * 12}, ["FR-WEEK-AVG"]),
    ({"weekly_hours": [44] * 12}, []),
    ({"weekly_hours": [48] * 6 + [40] * 5 + [41] + [20]}, ["FR-WEEK-AVG"]),
    ({"weekly_hours": [48]}, []),
    ({"weekly_hours": [48.5]}, ["FR-WEEK-MAX"]),
    ({"shifts": _days("2026-03-02..2026-03-08", "10:00", "15:00")}, ["FR-WEEK-6DAYS", "FR-WEEKLY-REST"]),
    ({"shifts": _days("2026-03-02..2026-03-07", "08:00", "12:00")}, []),
    ({"shifts": NO_LONG_REST, "params": {**FIRST_WEEK, "ignore": ["FR-BREAK"]}}, ["FR-WEEKLY-REST"]),
    ({"shifts": [_shift(MONDAY, "08:00", "19:30", ("12:00", 60))]}, ["FR-DAILY-MAX"]),
    ({"shifts": LATE_THEN_EARLY}, ["FR-DAILY-REST"]),
    ({"shifts": [_shift(MONDAY, "09:00", "15:20", ("12:00", 20))]}, []),
]
SPAIN: list[tuple[Row, list[str]]] = [
    ({"ot_year": {"worked_h": 90, "compensated_within_4_months_h": 5}}, ["ES-OT-YEAR"]),
    ({"ot_year": {"worked_h": 80, "compensated_within_4_months_h": 0}}, []),
    ({"shifts": [_shift(MONDAY, "09:00", "19:00", ("14:00", 30))]}, ["ES-DAILY"]),
    ({"shifts": [_shift(MONDAY, "09:00", "19:00", ("14:00", 30))], "params": {"agreement_in_writing": True}}, []),
    ({"shifts": [_shift(MONDAY, "09:00", "15:30", ("12:00", 10))]}, ["ES-BREAK"]),
    ({"shifts": NO_LONG_REST, "params": FIRST_WEEK}, ["ES-WEEKLY-REST"]),
    (
        {
            "shifts": [*_days("2026-03-02..2026-03-11", "09:00", "14:00"), _shift("2026-03-12", "18:00", "23:00")],
            "params": {"evaluate_weeks": ["2026-W10", "2026-W11"]},
        },
        [],
    ),
    ({"weekly_hours": [41] * 52}, ["ES-WEEK-AVG"]),
    ({"weekly_hours": [44] * 26 + [36] * 26}, []),
]
UNITED_KINGDOM: list[tuple[Row, list[str]]] = [
    ({"weekly_hours": [55] * 17, "person": {"optout": True}}, []),
    ({"weekly_hours": [55] * 17, "person": {"optout": False}}, ["UK-WEEK-AVG"]),
    ({"weekly_hours": [48] * 17}, []),
    ({"weekly_hours": [50] * 8 + ["leave"] * 2 + [50] * 7 + [30, 30]}, []),
    ({"weekly_hours": [50] * 8 + ["leave"] * 2 + [50] * 7 + [40, 40]}, ["UK-WEEK-AVG"]),
    ({"weekly_hours": [50] * 8 + ["leave"] * 2 + [50] * 7, "params": {"neutral": "exclude"}}, ["UK-WEEK-AVG"]),
    ({"weekly_hours": [60, 40, 40], "person": {"employed_weeks": 3}}, []),
    ({"weekly_hours": [60, 45, 40], "person": {"employed_weeks": 3}}, ["UK-WEEK-AVG"]),
    ({"weekly_hours": [41], "person": {"age": 17}}, ["UK-YOUNG-WEEK"]),
    ({"weekly_hours": [41], "person": {"age": 18}}, []),
    ({"shifts": [_shift(MONDAY, "09:00", "18:00", ("12:00", 30))], "person": {"age": 16}}, ["UK-YOUNG-DAY"]),
    ({"shifts": [_shift(MONDAY, "09:00", "17:30", ("12:00", 30))], "person": {"age": 17}}, []),
    ({"shifts": LATE_THEN_EARLY}, ["UK-DAILY-REST"]),
    ({"shifts": LATE_THEN_EARLY, "person": {"optout": True}}, ["UK-DAILY-REST"]),
    ({"shifts": LATE_THEN_EARLY, "person": {"age": 17}}, ["UK-YOUNG-REST"]),
    ({"shifts": [_shift(MONDAY, "09:00", "15:30", ("11:00", 10), ("13:00", 10))]}, ["UK-BREAK"]),
    ({"shifts": NO_LONG_REST, "params": FIRST_WEEK}, ["UK-WEEKLY-REST"]),
    (
        {
            "shifts": _days("2026-03-02..2026-03-12", "10:00", "15:00"),
            "params": {"evaluate_weeks": ["2026-W10", "2026-W11"]},
        },
        [],
    ),
    (
        {
            "shifts": _days("2026-03-02..2026-03-14", "22:00", "08:00", ("02:00", 60), weekdays="123456"),
            "params": {"reference_weeks": 2, "ignore": ["UK-WEEKLY-REST"]},
            "person": {"optout": True},
        },
        ["UK-NIGHT-AVG"],
    ),
]
CASES = [
    (jurisdiction, facts, broken)
    for jurisdiction, rows in (("DE", GERMANY), ("FR", FRANCE), ("ES", SPAIN), ("UK", UNITED_KINGDOM))
    for facts, broken in rows
]


@pytest.mark.parametrize(("jurisdiction", "facts", "broken"), CASES)
def test_exactly_these_rules_are_broken(jurisdiction: str, facts: Row, broken: list[str]) -> None:
    assert sorted({each["rule"] for each in _answer(jurisdiction, facts)["violations"]}) == sorted(broken)


@pytest.mark.parametrize(
    ("facts", "pay"),
    [
        ({"weekly_hours": [45]}, {"normal": 35, "ot25": 8, "ot50": 2}),
        ({"weekly_hours": [30, 40]}, {"normal": 65, "ot25": 5, "ot50": 0}),
        ({"by_hall": {"A": 25, "B": 20}}, {"normal": 35, "ot25": 8, "ot50": 2}),
        (
            {"shifts": NO_LONG_REST, "params": {"evaluate_weeks": ["2026-W10"]}},
            {"normal": 41, "ot25": 1, "ot50": 0},
        ),
        ({"weekly_hours": [45], "params": {"weekday_ot_settlement": "toil"}}, {"normal": 35, "ot25": 0, "ot50": 0}),
    ],
)
def test_france_pays_overtime_by_the_week(facts: Row, pay: Row) -> None:
    assert _answer("FR", facts)["pay_h"] == pay


def test_french_overtime_may_be_answered_with_rest_that_holds_the_premium() -> None:
    answer = _answer("FR", {"weekly_hours": [45], "params": {"weekday_ot_settlement": "toil"}})
    assert answer["toil_min"] == {"accrued": 8 * 75 + 2 * 90}


@pytest.mark.parametrize(("jurisdiction", "expires"), [("ES", "2026-07-02"), ("UK-NHS", "2026-06-02")])
def test_overtime_of_a_day_earns_plain_time_off_for_some_months(jurisdiction: str, expires: str) -> None:
    answer = _answer(jurisdiction, {"overtime": [{"date": MONDAY, "h": 2, "rate": 1.5}]})
    assert answer["toil_min"] == {"accrued": 120, "expires": expires}
    paid = {"params": {"weekday_ot_settlement": "pay"}, "overtime": [{"date": MONDAY, "h": 2}]}
    assert "toil_min" not in _answer(jurisdiction, paid)


def test_overtime_told_alone_is_paid_without_the_normal_time_beside_it() -> None:
    overtime = [{"date": MONDAY, "h": 6}, {"date": "2026-03-05", "h": 4}, {"date": "2026-03-09", "h": 1}]
    assert _answer("FR", {"overtime": overtime})["pay_h"] == {"ot25": 9, "ot50": 2}
    rest = _answer("FR", {"overtime": overtime, "params": {"weekday_ot_settlement": "toil"}})
    assert rest["toil_min"] == {"accrued": 9 * 75 + 2 * 90}


def test_spanish_weeks_above_the_ordinary_hours_are_answered_with_rest_where_the_case_says_so() -> None:
    answer = _answer("ES", {"weekly_hours": [45, 38], "params": {"weekday_ot_settlement": "toil"}})
    assert answer["toil_min"]["accrued"] == 300
    assert "toil_min" not in _answer("ES", {"weekly_hours": [45]})


@pytest.mark.parametrize(("as_of", "payout", "balance"), [("2026-06-02", 0, 120), ("2026-06-03", 120, 0)])
def test_time_off_not_taken_in_three_months_is_paid_in_the_health_service(
    as_of: str, payout: int, balance: int
) -> None:
    answer = _answer("UK-NHS", {"overtime": [{"date": MONDAY, "h": 2}], "as_of": as_of})
    assert (answer["payout_min"], answer["balance_min"]) == (payout, balance)


def test_the_handbook_of_the_health_service_has_no_limits_of_its_own() -> None:
    assert _answer("UK-NHS", {"shifts": LATE_THEN_EARLY})["violations"] == []
