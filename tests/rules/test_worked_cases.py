"""Every rule against its hand-worked cases, and the whole of them against the packs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from shiftbid.domain.timeline import local_day
from shiftbid.rules.book import load_pack, pack_ids
from shiftbid.rules.checker import check
from tests.rules.worked_case import CASES, PERSON, WorkedCase, cases_of

FILES = sorted(CASES.glob("*/*.toml"))
WORKED = [(file.parent.name, case) for file in FILES for case in cases_of(file)]
BROKEN = [(pack_id, case) for pack_id, case in WORKED if case.broken]
ON = date(2026, 3, 2)
GOLDEN = Path(__file__).parents[1] / "golden/rules"


def _name(value: str | WorkedCase) -> str:
    return f"{value.rule}: {value.name}" if isinstance(value, WorkedCase) else value


@pytest.mark.parametrize(("pack_id", "case"), WORKED, ids=_name)
def test_rule_is_broken_on_the_expected_days(pack_id: str, case: WorkedCase) -> None:
    findings = check(load_pack(pack_id, ON).read_as(case.readings), case.situation, case.chosen)
    broken = sorted(local_day(each.span.start, case.situation.zone) for each in findings if each.rule == case.rule)
    assert tuple(broken) == case.broken


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("pack_id", "case"), BROKEN, ids=_name)
def test_sentence_names_person_and_date(pack_id: str, case: WorkedCase, language: str) -> None:
    findings = check(load_pack(pack_id, ON).read_as(case.readings), case.situation, case.chosen, language)
    sentences = [each.sentence for each in findings if each.rule == case.rule]
    assert len(sentences) == len(case.broken)
    for sentence, day in zip(sentences, case.broken, strict=True):
        assert sentence.startswith(PERSON)
        assert day.isoformat() in sentence
        assert sentence.endswith("." if language == "en" else "。")


@pytest.mark.parametrize("pack_id", sorted({file.parent.name for file in FILES}))
def test_sentences_over_the_limit_equal_their_golden_copy(pack_id: str) -> None:
    pack = load_pack(pack_id, ON)
    lines = [f"# Sentences of pack {pack_id} for the cases just over each rule's limit, read by eye."]
    for file in sorted((CASES / pack_id).glob("*.toml")):
        case = next(each for each in cases_of(file) if each.limit == "over")
        for language in ("en", "zh"):
            findings = check(pack.read_as(case.readings), case.situation, case.chosen, language)
            lines += [f"{case.rule} {language} {each.sentence}" for each in findings if each.rule == case.rule]
    assert "\n".join(lines) + "\n" == (GOLDEN / f"{pack_id}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_cases_stand_on_both_sides_of_the_limit(file: Path) -> None:
    cases = list(cases_of(file))
    assert {case.rule for case in cases} == {file.stem}
    assert len({case.name for case in cases}) == len(cases), "two cases have one name"
    sides = {side: [bool(case.broken) for case in cases if case.limit == side] for side in ("under", "at", "over")}
    assert sides == {"under": [False], "at": [False], "over": [True]}


@pytest.mark.parametrize("pack_id", pack_ids())
def test_every_rule_of_a_pack_has_cases(pack_id: str) -> None:
    lacking = [rule.id for rule in load_pack(pack_id, ON).rules if rule.id not in {file.stem for file in FILES}]
    assert not lacking


def test_every_case_file_belongs_to_a_rule() -> None:
    known = {(pack_id, rule.id) for pack_id in pack_ids() for rule in load_pack(pack_id, ON).rules}
    assert {(file.parent.name, file.stem) for file in FILES} <= known
