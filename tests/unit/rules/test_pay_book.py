from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from shiftbid.domain.errors import BugError
from shiftbid.rules.pay_book import load_pay

FILES = sorted(Path(str(files("shiftbid.rules"))).glob("parameters/*/pay.toml"))
RULES: list[tuple[str, dict[str, Any]]] = [
    each for file in FILES for each in tomllib.loads(file.read_text(encoding="utf-8")).items()
]
UNITS = ("_minutes", "_days", "_months", "_percent", "_cents")


@pytest.mark.parametrize(("rule_id", "described"), RULES, ids=[rule_id for rule_id, _ in RULES])
def test_pay_rule_is_dated_cited_and_titled(rule_id: str, described: dict[str, Any]) -> None:
    assert set(described) == {"title", "value"}
    assert all(described["title"][language].strip() for language in ("en", "zh"))
    starts = [value["from"] for value in described["value"]]
    assert starts == sorted(set(starts))
    for value in described["value"]:
        assert value["article"].strip()
        assert value["source"].strip()
        assert all(name.endswith(UNITS) and number >= 0 for name, number in value["numbers"].items())


def test_pay_rules_stand_in_one_pack_only() -> None:
    ids = [rule_id for rule_id, _ in RULES]
    assert len(ids) == len(set(ids))


def test_values_are_those_in_force_on_the_day() -> None:
    notice = [
        load_pay("US-OR", day)["OR-CHANGE-ADD"].number("notice_days") for day in (date(2020, 6, 30), date(2020, 7, 1))
    ]
    assert notice == [7, 14]
    assert "CHI-CHANGE" not in load_pay("US-CHI", date(2020, 6, 30))


def test_every_pack_has_the_houses_rules_under_its_own() -> None:
    house = load_pay("HOUSE", date(2026, 1, 1))
    assert set(house) == {"HOUSE-PAY-OT", "HOUSE-PAY-HOLIDAY"}
    assert load_pay("DE", date(2026, 1, 1)) == house
    assert set(load_pay("ES", date(2026, 1, 1))) == {*house, "ES-PAY-OT"}


def test_a_missing_value_is_our_fault() -> None:
    with pytest.raises(BugError, match="pay rule US-OT has no value 'rest_minutes'"):
        load_pay("US", date(2026, 1, 1))["US-OT"].number("rest_minutes")
