"""What every rule of every pack must carry: a citation, a start, both languages, a place in the reference."""

from __future__ import annotations

import csv
import string
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from shiftbid.domain.errors import BugError, InputError
from shiftbid.rules.book import load_pack, pack_for_country, pack_ids
from shiftbid.rules.finding import Severity
from shiftbid.rules.laws import LAWS
from shiftbid.rules.rule import Rule

REFERENCE = Path(__file__).parents[3] / "shared" / "rules" / "reference_rules.csv"
PARAMETERS = Path(str(files("shiftbid.rules"))) / "parameters"
ON = date(2026, 3, 2)
RULES = {rule.id: rule for pack_id in pack_ids() for rule in load_pack(pack_id, ON).rules}
FILES = {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in PARAMETERS.glob("*/*-*.toml")}
UNITS = (
    "_minutes", "_days", "_weeks", "_months", "_years", "_shifts", "_sundays", "_percent", "_seconds", "_minute",
    "_meals",
)  # fmt: skip


def _dated_values(described: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from described["value"]


@pytest.mark.parametrize("rule_id", sorted(FILES))
def test_rule_file_cites_its_article_and_first_day(rule_id: str) -> None:
    described = FILES[rule_id]
    assert described["id"] == rule_id
    for value in _dated_values(described):
        assert isinstance(value["from"], date)
        assert value["article"].strip()
        assert value["source"].strip()
        assert all(name.endswith(UNITS) for name in value["numbers"]), "a value names its unit"
    starts = [value["from"] for value in _dated_values(described)]
    assert starts == sorted(set(starts)), "values stand in order of their first day"


@pytest.mark.parametrize("rule_id", sorted(FILES))
def test_rule_file_speaks_both_languages(rule_id: str) -> None:
    described = FILES[rule_id]
    names: dict[str, set[str]] = {}
    for language in ("en", "zh"):
        assert described["title"][language].strip()
        template = described["sentence"][language]
        names[language] = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        assert "name" in names[language]
        assert names[language] & {"day", "dates"}
    assert names["en"] == names["zh"], "both sentences give the same figures"


def test_every_rule_file_is_in_a_pack_and_every_law_in_a_rule() -> None:
    assert set(FILES) == set(RULES)
    assert {rule.law for rule in RULES.values()} == set(LAWS)


def test_house_rules_are_labelled() -> None:
    for rule in RULES.values():
        is_house = rule.id.startswith("HOUSE-")
        assert (rule.severity is Severity.HOUSE_RULE) == is_house
        assert (rule.article == "House rule") == is_house


@pytest.mark.skipif(not REFERENCE.exists(), reason="the shared reference table is not beside this checkout")
def test_law_rules_are_limits_of_the_reference_table() -> None:
    with REFERENCE.open(encoding="utf-8", newline="") as table:
        limits = {row["rule_id"] for row in csv.DictReader(table) if row["kind"] == "limit"}
    assert {rule_id for rule_id in RULES if not rule_id.startswith("HOUSE-")} <= limits


def test_values_are_those_in_force_on_the_day() -> None:
    before = load_pack("CN", date(1995, 4, 30))
    after = load_pack("CN", date(1995, 5, 1))
    assert "CN-OT-CONSENT" not in {rule.id for rule in before.rules}
    assert after.rule("CN-OT-CONSENT").number("normal_week_minutes") == 2400


COUNTRIES = {
    "CN": "CN", "DE": "DE", "FR": "FR", "ES": "ES", "PL": "EU", "AT": "EU", "GB": "UK", "US": "US", "JP": "JP",
    "AU": "AU-RETAIL", "NZ": "NZ", "ZA": "HOUSE", "CH": "HOUSE",
}  # fmt: skip


@pytest.mark.parametrize(("country", "pack_id"), COUNTRIES.items())
def test_packs_of_countries(country: str, pack_id: str) -> None:
    assert pack_for_country(country) == pack_id
    assert pack_for_country(country, "XX") == pack_id


def test_packs_of_states() -> None:
    packs = {state: pack_for_country("US", state) for state in ("CA", "OR", "WA", "NY", "IL")}
    assert packs == {"CA": "US-CA", "OR": "US-OR", "WA": "US", "NY": "US", "IL": "US"}
    assert pack_for_country("ES", "CA") == "ES"


def test_cities_and_services_are_chosen_by_name() -> None:
    places = [place for pack_id in pack_ids() for place in _countries(pack_id)]
    assert len(set(places)) == len(places), "a country has one pack"
    by_name = {pack_id for pack_id in pack_ids() if not _countries(pack_id)}
    assert by_name == {"HOUSE", "UK-NHS", "US-CHI", "US-NYC", "US-NYC-FF", "US-SEA"}


def _countries(pack_id: str) -> list[str]:
    return tomllib.loads((PARAMETERS / pack_id / "pack.toml").read_text(encoding="utf-8"))["countries"]


def test_house_packs_say_so() -> None:
    assert [pack_id for pack_id in pack_ids() if load_pack(pack_id, ON).house] == ["HOUSE", "NZ"]


def test_unknown_pack_names_those_there_are() -> None:
    with pytest.raises(InputError, match=r"no pack 'XX'; installed: .*CN, .*HOUSE"):
        load_pack("XX", ON)


def test_missing_rule_and_value_are_our_fault() -> None:
    pack = load_pack("CN", ON)
    with pytest.raises(BugError, match="no rule EU-BREAK"):
        pack.rule("EU-BREAK")
    with pytest.raises(BugError, match="no value 'rest_minutes'"):
        pack.rule("CN-OT-MONTH").number("rest_minutes")


def test_rules_stand_once_in_a_pack() -> None:
    for pack_id in pack_ids():
        rules: tuple[Rule, ...] = load_pack(pack_id, ON).rules
        assert len({rule.id for rule in rules}) == len(rules)


def test_a_pack_without_a_rule_in_force_is_refused_rather_than_empty() -> None:
    with pytest.raises(InputError, match="in force"):
        load_pack("HOUSE", date(1960, 1, 1))


def test_house_rules_hold_in_every_year_that_footfall_may_come_from() -> None:
    assert {rule.id for rule in load_pack("HOUSE", date(1999, 1, 1)).rules} == {
        rule.id for rule in load_pack("HOUSE", date(2026, 1, 1)).rules
    }
