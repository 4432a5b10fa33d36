from __future__ import annotations

from string import Formatter

import pytest

from shiftbid.rules.book import every_sentence
from shiftbid.rules.sentence_forms import told_in_chinese
from shiftbid.rules.wording import Minutes

SENTENCES = every_sentence()


def filled(sentence: str, language: str) -> str:
    """A sentence with a value of its kind in every gap."""
    names = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    values: dict[str, object] = {name: Minutes(570 + len(name)) for name in names}
    values["name"] = "Aroha Fernhill"
    values["dates"] = f"2026-01-05{' to ' if language == 'en' else ' 至 '}2026-01-11"
    values["day"], values["last_day"] = "2026-01-05", "2026-01-11"
    return sentence.format(**values)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda each: each["en"][:40])
def test_every_rule_says_in_chinese_what_it_said_in_english(sentence: dict[str, str]) -> None:
    alike = {each["zh"] for each in SENTENCES if each["en"] == sentence["en"]}
    told = told_in_chinese(filled(sentence["en"], "en"))
    assert told in {filled(each, "zh") for each in alike}


def test_a_sentence_of_no_rule_is_not_told() -> None:
    assert told_in_chinese("The bus is late.") is None
