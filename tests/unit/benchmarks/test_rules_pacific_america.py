"""Cases of the published form for the United States, Japan, Australia and New Zealand, worked by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from benchmarks.rules_answers import case_answer

Row = Mapping[str, Any]
ZONES = {
    "US": "America/New_York",
    "US-CA": "America/Los_Angeles",
    "US-NYC": "America/New_York",
    "US-OR": "America/Los_Angeles",
    "US-SEA": "America/Los_Angeles",
    "US-CHI": "America/Chicago",
    "JP": "Asia/Tokyo",
    "AU-RETAIL": "Australia/Sydney",
    "NZ": "Pacific/Auckland",
}
MONDAY = date(2026, 3, 2)


def _answer(jurisdiction: str, **facts: object) -> Row:
    return case_answer({"id": "own", "jurisdiction": jurisdiction, "tz": ZONES[jurisdiction], **facts})


def _broken(answer: Row) -> list[str]:
    return [each["rule"] for each in answer["violations"]]


def _shift(start: str, end: str, *breaks: tuple[str, int]) -> Row:
    return {"start": start, "end": end, "breaks": [{"at": at, "min": minutes} for at, minutes in breaks]}


def _days(count: int, start: str, end: str, *breaks: tuple[str, int]) -> Sequence[Row]:
    days = (MONDAY + timedelta(days=n) for n in range(count))
    return [_shift(f"{day}T{start}", f"{day}T{end}", *breaks) for day in days]


@pytest.mark.parametrize(
    ("facts", "broken", "pay"),
    [
        ({"weekly_hours": [40]}, [], {"normal": 40, "ot1.5": 0}),
        ({"weekly_hours": [40.5]}, [], {"normal": 40, "ot1.5": 0.5}),
        ({"weekly_hours": [30, 50], "person": {"exempt": True}}, [], {"normal": 80, "ot1.5": 0}),
        (
            {"weekly_hours": [45], "params": {"weekday_ot_settlement": "toil"}},
            ["US-COMP-PRIVATE"],
            {"normal": 40, "ot1.5": 5},
        ),
        ({"weekly_hours": [40], "params": {"weekday_ot_settlement": "toil"}}, [], {"normal": 40, "ot1.5": 0}),
        (
            {
                "weekly_hours": [45],
                "params": {"weekday_ot_settlement": "toil"},
                "person": {"sector": "private", "exempt": True},
            },
            [],
            {"normal": 45},
        ),
        ({"overtime": [{"date": "2026-03-02", "h": 5, "rate": 1.25}]}, ["US-OT-RATE"], {"ot1.5": 5}),
        ({"overtime": [{"date": "2026-03-02", "h": 5, "rate": 1.5}]}, [], {"ot1.5": 5}),
    ],
)
def test_federal_law(facts: dict[str, object], broken: list[str], pay: Row) -> None:
    answer = _answer("US", **facts)
    assert _broken(answer) == broken
    assert answer["pay_h"] | pay == answer["pay_h"]


@pytest.mark.parametrize(("start", "normal"), [("Mon", 40), ("Wed", 48), ("Sun 00:00", 40)])
def test_the_workweek_is_where_the_employer_puts_it(start: str, normal: float) -> None:
    # Six days of eight hours from Monday; a week from Wednesday holds two of them and then four.
    answer = _answer("US", shifts=_days(6, "09:00", "17:00"), params={"workweek_start": start})
    assert answer["pay_h"]["normal"] == normal


@pytest.mark.parametrize(("weeks", "accrued", "broken"), [(32, 14400, []), (33, 14850, ["US-COMP-PUBLIC-CAP"])])
def test_compensatory_time_of_a_public_agency(weeks: int, accrued: int, broken: list[str]) -> None:
    facts = {"weekly_hours": [45] * weeks, "params": {"weekday_ot_settlement": "toil"}}
    answer = _answer("US", person={"sector": "public"}, **facts)
    assert (answer["toil_min"]["accrued"], _broken(answer)) == (accrued, broken)
    assert _broken(_answer("US", person={"sector": "public_safety"}, **facts)) == []


@pytest.mark.parametrize(("minutes", "broken"), [(14400, []), (14401, ["US-COMP-PUBLIC-CAP"])])
def test_journal_of_a_public_agency(minutes: int, broken: list[str]) -> None:
    events = [
        {"t": "2026-03-07", "type": "accrue", "lot": "L1", "min": minutes - 60, "expires": "2027-03-07"},
        {"t": "2026-03-14", "type": "accrue", "lot": "L2", "min": 60, "expires": "2027-03-14"},
    ]
    assert _broken(_answer("US", person={"sector": "public"}, events=events)) == broken
    assert _broken(_answer("US", events=events)) == []


@pytest.mark.parametrize(("kind", "broken"), [("weekday_ot", ["US-COMP-PRIVATE"]), ("policy_bonus", [])])
def test_journal_of_a_private_employer(kind: str, broken: list[str]) -> None:
    events = [{"t": "2026-03-07", "type": "accrue", "lot": "L1", "kind": kind, "min": 60, "expires": "2027-03-07"}]
    assert _broken(_answer("US", person={"sector": "private"}, events=events)) == broken


@pytest.mark.parametrize(
    ("facts", "broken", "pay"),
    [
        (
            {"shifts": _days(7, "09:00", "17:30", ("13:00", 30))},
            ["CA-ONE-IN-SEVEN"],
            {"normal": 40, "ot1.5": 16, "dt2": 0},
        ),
        ({"shifts": _days(7, "09:00", "14:00")}, [], {"normal": 30, "ot1.5": 5, "dt2": 0}),
        ({"shifts": _days(5, "08:00", "18:30", ("12:30", 30))}, [], {"normal": 40, "ot1.5": 10, "dt2": 0}),
        ({"shifts": _days(1, "09:00", "15:00"), "params": {"meal_waiver": True}}, [], {"normal": 6}),
        ({"shifts": _days(1, "09:00", "15:00"), "params": {"meal_waiver": False}}, ["CA-MEAL-1"], {"normal": 6}),
        ({"shifts": _days(1, "09:00", "15:30"), "params": {"meal_waiver": True}}, ["CA-MEAL-1"], {"normal": 6.5}),
        ({"shifts": _days(1, "09:00", "14:00"), "params": {"meal_waiver": False}}, [], {"normal": 5}),
        (
            {"shifts": _days(1, "08:00", "19:30", ("12:30", 30)), "params": {"meal_waiver": False}},
            ["CA-MEAL-2"],
            {"normal": 8, "ot1.5": 3},
        ),
        (
            {"shifts": _days(1, "08:00", "19:30", ("12:30", 30)), "params": {"meal_waiver": True}},
            [],
            {"normal": 8, "ot1.5": 3},
        ),
        ({"weekly_hours": [45]}, [], {"normal": 40, "ot1.5": 5, "dt2": 0}),
        (
            {"weekly_hours": [45], "params": {"weekday_ot_settlement": "toil"}},
            ["US-COMP-PRIVATE"],
            {"normal": 40, "ot1.5": 5},
        ),
    ],
)
def test_california(facts: dict[str, object], broken: list[str], pay: Row) -> None:
    answer = _answer("US-CA", **facts)
    assert _broken(answer) == broken
    assert answer["pay_h"] | pay == answer["pay_h"]


@pytest.mark.parametrize(
    ("jurisdiction", "params", "days", "broken"),
    [
        ("US-OR", {}, 14, []),
        ("US-OR", {}, 13, ["OR-NOTICE"]),
        ("US-OR", {"covered": False}, 1, []),
        ("US-OR", {"employees": 499}, 1, []),
        ("US-OR", {"employees": 500}, 1, ["OR-NOTICE"]),
        ("US-SEA", {}, 13, ["SEA-NOTICE"]),
        ("US-SEA", {"sector": "telecom"}, 13, []),
        ("US-CHI", {}, 13, ["CHI-NOTICE"]),
        ("US-CHI", {"employees": 99}, 13, []),
        ("US-NYC", {"sector": "fast_food"}, 13, ["NYC-FF-NOTICE"]),
        ("US-NYC", {"sector": "fast_food"}, 14, []),
        ("US-NYC", {"sector": "retail"}, 3, []),
        ("US-NYC", {"sector": "retail"}, 2, ["NYC-RETAIL-NOTICE"]),
        ("US-NYC", {"sector": "retail", "employees": 19}, 2, []),
    ],
)
def test_notice(jurisdiction: str, params: Row, days: int, broken: list[str]) -> None:
    first = date(2026, 3, 16)
    schedule = {"first_day": str(first), "posted": str(first - timedelta(days=days))}
    assert _broken(_answer(jurisdiction, params=params, schedule=schedule)) == broken


@pytest.mark.parametrize(("posted", "broken"), [("2026-03-13T09:00", []), ("2026-03-13T09:01", ["NYC-RETAIL-NOTICE"])])
def test_retail_notice_by_the_clock(posted: str, broken: list[str]) -> None:
    schedule = {"first_shift": "2026-03-16T09:00", "posted": posted}
    assert _broken(_answer("US-NYC", params={"sector": "retail"}, schedule=schedule)) == broken


@pytest.mark.parametrize(
    ("change", "params", "broken"),
    [
        ({"notice_h": 71, "cancel_h": 8}, {}, ["NYC-RETAIL-ONCALL"]),
        ({"notice_h": 72, "cancel_h": 8}, {}, []),
        ({"notice_h": 24, "add_min": 60}, {"consent": True}, []),
        ({"notice_h": 24, "add_min": 60}, {"consent": False}, ["NYC-RETAIL-ONCALL"]),
    ],
)
def test_late_changes_in_retail(change: Row, params: Row, broken: list[str]) -> None:
    answer = _answer("US-NYC", params={"sector": "retail", **params}, changes=[{"id": "c", **change}])
    assert _broken(answer) == broken


@pytest.mark.parametrize(
    ("jurisdiction", "change", "hours"),
    [
        ("US-OR", {"notice_days": 10, "add_min": 30}, 0),
        ("US-OR", {"notice_days": 10, "add_min": 31}, 1),
        ("US-OR", {"notice_days": 10, "move_min": 60}, 1),
        ("US-OR", {"notice_days": 14, "add_min": 60}, 0),
        ("US-OR", {"notice_days": 5, "cancel_h": 6}, 3),
        ("US-OR", {"notice_days": 0, "scheduled_h": 8, "worked_h": 5}, 1.5),
        ("US-SEA", {"notice_days": 2, "add_min": 60}, 1),
        ("US-SEA", {"notice_days": 2, "cancel_h": 4}, 2),
        ("US-CHI", {"notice_h": 24, "cancel_h": 8}, 1),
        ("US-CHI", {"notice_h": 23, "cancel_h": 8}, 4),
        ("US-CHI", {"notice_days": 10, "add_min": 120}, 1),
        ("US-CHI", {"notice_days": 14, "add_min": 120}, 0),
    ],
)
def test_predictability_pay(jurisdiction: str, change: Row, hours: float) -> None:
    answer = _answer(jurisdiction, params={"covered": True}, changes=[{"id": "c", **change}])
    assert answer["predictability_pay_h"] == {"c": hours}


CLOSING, OPENING = _shift("2026-03-02T14:00", "2026-03-02T22:00"), _shift("2026-03-03T07:00", "2026-03-03T13:00")


@pytest.mark.parametrize(
    ("jurisdiction", "params", "broken", "told"),
    [
        ("US-OR", {"consent": False}, ["OR-REST"], {"pay_h_extra": {"rest_1.5x": 1}}),
        ("US-OR", {}, [], {"pay_h_extra": {"rest_1.5x": 1}}),
        ("US-SEA", {"consent": False}, [], {"pay_h_extra": {"rest_1.5x": 1}}),
        ("US-CHI", {"consent": False}, ["CHI-REST"], {"pay_h_extra": {"rest_1.25x": 6}}),
        ("US-CHI", {"consent": True}, [], {"pay_h_extra": {"rest_1.25x": 6}}),
        ("US-NYC", {"sector": "fast_food", "consent": True}, [], {"premium_usd": 100}),
        ("US-NYC", {"sector": "retail", "consent": False}, [], {}),
        ("AU-RETAIL", {"consent": False}, ["AU-BETWEEN"], {}),
        ("AU-RETAIL", {}, ["AU-BETWEEN"], {}),
    ],
)
def test_closing_and_opening(jurisdiction: str, params: Row, broken: list[str], told: Row) -> None:
    answer = _answer(jurisdiction, params=params, shifts=[CLOSING, OPENING])
    assert _broken(answer) == broken
    assert {**answer, **told} == answer


def test_ten_hours_by_agreement_in_australia() -> None:
    shifts = [CLOSING, _shift("2026-03-03T08:00", "2026-03-03T13:00")]
    assert _broken(_answer("AU-RETAIL", shifts=shifts, params={"consent": True})) == []
    assert _broken(_answer("AU-RETAIL", shifts=shifts, params={"consent": False})) == ["AU-BETWEEN"]


@pytest.mark.parametrize(
    ("facts", "broken"),
    [
        ({"monthly_ot_h": [45]}, []),
        ({"monthly_ot_h": {"2026-03": 46}}, ["JP-36-MONTH"]),
        ({"monthly_ot_h": [40] * 9}, []),
        ({"monthly_ot_h": [40] * 9 + [1]}, ["JP-36-YEAR"]),
        ({"ot_year": {"worked_h": 361}}, ["JP-36-YEAR"]),
        ({"params": {"special_clause": True}, "ot_year": {"worked_h": 720}}, []),
        ({"params": {"special_clause": True}, "ot_year": {"worked_h": 721}}, ["JP-36-SPECIAL-YEAR"]),
        ({"params": {"special_clause": True}, "monthly_ot_h": [99]}, []),
        ({"params": {"special_clause": True}, "monthly_ot_h": [100]}, ["JP-36-SPECIAL-MONTH"]),
        ({"params": {"special_clause": True}, "monthly_ot_h": [80, 80]}, []),
        ({"params": {"special_clause": True}, "monthly_ot_h": [80, 81]}, ["JP-36-SPECIAL-AVG"]),
        ({"params": {"special_clause": True}, "monthly_ot_h": [{"ot_h": 70, "rest_h": 30}]}, ["JP-36-SPECIAL-MONTH"]),
        ({"params": {"art36": False}, "monthly_ot_h": [1]}, ["JP-36-MONTH"]),
        ({"shifts": _days(1, "09:00", "15:01")}, ["JP-BREAK-45"]),
        ({"shifts": _days(1, "09:00", "18:00")}, ["JP-BREAK-60"]),
        ({"shifts": _days(7, "10:00", "15:00")}, ["JP-RESTDAY"]),
        ({"shifts": _days(7, "10:00", "15:00"), "params": {"rest_scheme": "4_in_4_weeks"}}, []),
    ],
)
def test_rules_of_japan(facts: dict[str, object], broken: list[str]) -> None:
    assert _broken(_answer("JP", **facts)) == broken


@pytest.mark.parametrize(
    ("facts", "pay"),
    [
        ({"weekly_hours": [44]}, {"normal": 40, "ot25": 4}),
        ({"weekly_hours": [44], "params": {"employees": 9, "sector": "retail"}}, {"normal": 44, "ot25": 0}),
        ({"monthly_ot_h": {"2026-03": 70}}, {"ot25": 60, "ot50": 10}),
        (
            {"shifts": _days(1, "09:00", "20:00", ("12:00", 60)), "history": {"ot_h": {"2026-03": 59}}},
            {"normal": 8, "ot25": 1, "ot50": 1},
        ),
        ({"shifts": _days(1, "20:00", "23:30")}, {"normal": 3.5, "night25": 1.5}),
        (
            {
                "shifts": [_shift("2026-03-08T09:00", "2026-03-08T18:00", ("12:00", 60))],
                "person": {"rest_days": ["Sat", "Sun"]},
            },
            {"normal": 0, "rest35": 8},
        ),
    ],
)
def test_pay_of_japan(facts: dict[str, object], pay: Row) -> None:
    answer = _answer("JP", **facts)
    assert answer["pay_h"] | pay == answer["pay_h"]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"overtime": [{"date": "2026-08-31", "h": 1, "rate": 2}]}, {"accrued": 120, "expires": "2027-02-28"}),
        (
            {
                "overtime": [{"date": "2026-03-02", "h": 2, "rate": 1.5}],
                "leave": [{"date": "2026-04-01", "type": "toil", "min": 60}],
            },
            {"accrued": 180, "used": 60, "balance": 120},
        ),
        (
            {
                "overtime": [{"date": "2026-03-02", "h": 2, "rate": 1.5}],
                "params": {"agreement_in_writing": False},
            },
            {"accrued": 0},
        ),
    ],
)
def test_time_off_under_the_retail_award(facts: dict[str, object], told: Row) -> None:
    answer = _answer("AU-RETAIL", **facts)
    assert answer["toil_min"] | told == answer["toil_min"]


@pytest.mark.parametrize(("as_of", "payout"), [("2026-09-02", 0), ("2026-09-03", 180)])
def test_time_off_not_taken_in_six_months_is_paid(as_of: str, payout: int) -> None:
    answer = _answer("AU-RETAIL", overtime=[{"date": "2026-03-02", "h": 2, "rate": 1.5}], as_of=as_of)
    assert (answer["payout_min"], answer["balance_min"]) == (payout, 180 - payout)


@pytest.mark.parametrize(
    ("worked", "person", "days", "pay"),
    [
        ([("2026-04-03", 3)], {}, 1, {"holiday150": 3}),
        ([("2026-04-03", 3), ("2026-04-06", 8)], {}, 2, {"holiday150": 11}),
        ([("2026-04-03", 3)], {"otherwise_working_day": False}, 0, {"holiday150": 3}),
        ([("2026-04-04", 3)], {}, 0, {"normal": 3, "holiday150": 0}),
    ],
)
def test_public_holidays_of_new_zealand(worked: list[tuple[str, int]], person: Row, days: int, pay: Row) -> None:
    answer = _answer("NZ", person=person, worked=[{"date": day, "h": hours} for day, hours in worked])
    assert answer["toil"] == {"alternative_days": days}
    assert answer["pay_h"] | pay == answer["pay_h"]
