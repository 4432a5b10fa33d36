"""The runner of worked cases: reading, options, refusals, its own check of the pay, and its command."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.rules import main
from benchmarks.rules_answers import case_answer, when
from benchmarks.rules_case import parse_case, read_case_rows
from benchmarks.rules_checks import faults_of, worked_hours
from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import Interval, Period
from tests.rules.worked_case import shifts_of

LONG_DAY = {
    "id": "A",
    "jurisdiction": "CN",
    "tz": "Asia/Shanghai",
    "person": {"system": "standard"},
    "shifts": [
        {"start": "2026-03-02T09:00", "end": "2026-03-02T20:00", "breaks": [{"at": "12:00", "min": 60}]},
    ],
}


@pytest.fixture
def case_file(tmp_path: Path) -> Callable[[object], Path]:
    def write(content: object) -> Path:
        file = tmp_path / "cases.yaml"
        file.write_text(content if isinstance(content, str) else yaml.safe_dump(content), encoding="utf-8")
        return file

    return write


def _rules(answer: Mapping[str, Any]) -> list[str]:
    return [each["rule"] for each in answer["violations"]]


def test_a_case_is_judged_by_the_law_of_its_jurisdiction_alone() -> None:
    answer = case_answer(LONG_DAY)
    assert answer["violations"] == [{"rule": "CN-OT-DAY-GENERAL", "when": "2026-03-02"}]
    assert {name: hours for name, hours in answer["pay_h"].items() if hours} == {"normal": 8, "ot150": 2}


def test_silence_is_consent_and_a_refusal_is_not() -> None:
    assert "CN-OT-CONSENT" in _rules(case_answer({**LONG_DAY, "params": {"ot_agreed": False}}))
    assert _rules(case_answer({**LONG_DAY, "params": {"ot_reason": "special"}})) == []
    assert _rules(case_answer({**LONG_DAY, "params": {"ot_reason": "special", "consent": False}})) == ["CN-OT-CONSENT"]


def test_rules_out_of_scope_are_left_out() -> None:
    assert _rules(case_answer({**LONG_DAY, "params": {"ignore": ["CN-OT-DAY-GENERAL"]}})) == []


def test_each_option_is_a_case_and_nothing_else_of_what_is_expected_is_read(
    case_file: Callable[[object], Path],
) -> None:
    options = [{"option": {"ot_reason": "general"}, "violations": 7}, {"option": {"ot_reason": "special"}}]
    rows = read_case_rows(case_file({"cases": [{**LONG_DAY, "expect": {"by_option": options}, "why": 3}]}))
    assert [(row["id"], row["params"]["ot_reason"]) for row in rows] == [("A#0", "general"), ("A#1", "special")]
    assert [_rules(case_answer(row)) for row in rows] == [["CN-OT-DAY-GENERAL"], []]


def test_a_case_under_one_option_may_stand_alone(case_file: Callable[[object], Path]) -> None:
    (row,) = read_case_rows(case_file([{**LONG_DAY, "id": "A#1", "params": {"ot_reason": "special"}}]))
    assert _rules(case_answer(row)) == []


def test_an_unquoted_clock_time_is_a_clock_time() -> None:
    shift = yaml.safe_load("{start: 2026-03-02T09:00, end: 2026-03-02T18:00, breaks: [{at: 12:30, min: 60}]}")
    (pause,) = parse_case({**LONG_DAY, "shifts": [shift]}).shifts[0].breaks
    assert (pause.at_minute, pause.minutes, pause.paid) == (750, 60, False)


def test_overtime_before_the_roster_counts_towards_its_month() -> None:
    three_hours = {**LONG_DAY, "params": {"ot_reason": "special"}, "history": {"ot_h": {"2026-03": 34}}}
    later = {"start": "2026-03-30T09:00", "end": "2026-03-30T20:01", "breaks": [{"at": "12:00", "min": 60}]}
    at_limit = {**later, "end": "2026-03-30T20:00"}
    assert _rules(case_answer({**three_hours, "shifts": [later]})) == ["CN-OT-MONTH"]
    assert _rules(case_answer({**three_hours, "shifts": [at_limit]})) == []


def test_totals_instead_of_shifts_are_judged_and_paid() -> None:
    person = {"system": "part_time"}
    answer = case_answer({"id": "A", "jurisdiction": "CN", "person": person, "by_hall": {"A": 14, "B": 10.5}})
    assert _rules(answer) == ["CN-PT-WEEK"]
    assert answer["pay_h"]["normal"] == 24.5


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2026-03-02", "2026-03-02", "2026-03-02"),
        ("2026-03-02", "2026-03-08", "2026-W10"),
        ("2026-03-01", "2026-03-31", "2026-03"),
        ("2026-03-03", "2026-03-09", "2026-03-03..2026-03-09"),
    ],
)
def test_spans_are_named_as_the_cases_name_them(first: str, last: str, name: str) -> None:
    (begin,) = shifts_of([f"{first} 00:00-01:00"], "x", "Asia/Shanghai")
    (end,) = shifts_of([f"{last} 00:00-01:00"], "x", "Asia/Shanghai")
    assert when(Period(begin.day, end.day).interval("Asia/Shanghai"), "Asia/Shanghai") == name
    assert when(Interval(begin.span.start, begin.span.start + 60), "Asia/Shanghai") == first


def test_pay_that_is_not_the_hours_worked_is_a_fault() -> None:
    case = parse_case(LONG_DAY)
    assert worked_hours(case) == 10
    assert not list(faults_of(case, case_answer(LONG_DAY)))
    assert list(faults_of(case, {"pay_h": {"normal": 8, "night": 8}})) == ["A: 8.0000 h paid of 10.0000 h worked"]
    assert list(faults_of(case, {"pay_h": {"normal": 8}, "toil_min": {"accrued": 120}})) == []
    assert list(faults_of(case, {"pay_h": {"normal": 11, "ot150": -1}})) == ["A: -1 h of ot150"]


def test_hours_are_elapsed_hours_on_the_night_of_a_clock_change() -> None:
    night = {"start": "2026-10-31T22:00", "end": "2026-11-01T06:00"}
    assert worked_hours(parse_case({**LONG_DAY, "tz": "America/New_York", "shifts": [night]})) == 9


def test_the_command_writes_answers_and_one_line(
    case_file: Callable[[object], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "answers.json"
    assert main([str(case_file({"cases": [LONG_DAY]})), "--out", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["A"] == case_answer(LONG_DAY)
    line = capsys.readouterr().out
    assert line.startswith("rules: 1 cases of 1 jurisdictions, 1 violations, 1 with pay; ")
    assert line.endswith("checked\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("cases: [", "is not YAML"),
        ("cases: 7", "give a list of cases"),
        ({"cases": [LONG_DAY, LONG_DAY]}, "case A stands twice"),
        ({"cases": [{**LONG_DAY, "jurisdiction": "XX"}]}, "no rules for 'XX'"),
        ({"cases": [{"id": "A"}]}, "the key 'jurisdiction' is missing"),
        ({"cases": [{**LONG_DAY, "shifts": [{"start": "nine", "end": "2026-03-02T18:00"}]}]}, "is not of the form"),
        ({"cases": [{**LONG_DAY, "person": {"system": "flexible"}}]}, "is not of the form"),
        ({"cases": [{**LONG_DAY, "params": {"week_rest": "never"}}]}, "choose calendar_week or rolling_7_days"),
    ],
)
def test_bad_input_is_named_and_nothing_is_written(
    case_file: Callable[[object], Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: object,
    message: str,
) -> None:
    out = tmp_path / "answers.json"
    assert main([str(case_file(content)), "--out", str(out)]) == 2
    assert message in capsys.readouterr().err
    assert not out.exists()


def test_every_bad_case_is_named_at_once(
    case_file: Callable[[object], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = [{**LONG_DAY, "id": "B", "jurisdiction": "XX"}, {**LONG_DAY, "id": "C", "shifts": [{}]}]
    assert main([str(case_file({"cases": [LONG_DAY, *bad]})), "--out", str(tmp_path / "a.json")]) == 2
    told = capsys.readouterr().err
    assert "case B" in told
    assert "case C" in told


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_case_rows(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("params", "general", "params: give a table"),
        ("by_hall", [25, 20], "by_hall: give a table"),
        ("changes", [7], "changes: give a list of tables"),
        ("weekly_hours", 40, "weekly_hours: give a list"),
    ],
)
def test_a_key_of_another_form_is_named(key: str, value: object, message: str) -> None:
    with pytest.raises(InputError, match=message):
        case_answer({**LONG_DAY, key: value})
