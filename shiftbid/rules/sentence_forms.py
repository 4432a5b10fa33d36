"""The rules' sentences by form: one that is on record in English is said in Chinese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from string import Formatter

from shiftbid.rules.book import every_sentence
from shiftbid.rules.wording import DATE_RANGE

HOURS = "hours"
HOURS_AND_MINUTES = r"\d+ h(?: \d+ min)?|\d+ min"


@dataclass(frozen=True, slots=True)
class SentenceForm:
    """How a rule's sentence is recognised, and its Chinese with gaps."""

    pattern: re.Pattern[str]
    chinese: str

    def told(self, sentence: str) -> str | None:
        """Give the Chinese of a sentence of this form; None for another."""
        found = self.pattern.fullmatch(sentence)
        if found is None:
            return None
        filled = {name: _in_chinese(value) for name, value in found.groupdict().items()}
        return self.chinese.format(**filled)


def told_in_chinese(sentence: str) -> str | None:
    """Give a rule's English sentence in Chinese; None where no installed rule says it."""
    return next((told for form in _forms() if (told := form.told(sentence)) is not None), None)


@cache
def _forms() -> tuple[SentenceForm, ...]:
    """Forms of all packs, those that say most before those that would match more."""
    by_english = {each["en"]: each["zh"] for each in every_sentence()}
    sentences = sorted(by_english.items(), key=lambda each: _letters_outside_gaps(each[0]), reverse=True)
    return tuple(SentenceForm(_pattern(english), _without_units(chinese)) for english, chinese in sentences)


def _letters_outside_gaps(english: str) -> int:
    return sum(len(words) for words, *_ in Formatter().parse(english))


def _pattern(english: str) -> re.Pattern[str]:
    parts: list[str] = []
    seen: set[str] = set()
    for words, name, form, _ in Formatter().parse(english):
        parts.append(re.escape(words))
        if name is not None:
            parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>{_filling(form)})")
            seen.add(name)
    return re.compile("".join(parts))


def _filling(form: str | None) -> str:
    return HOURS_AND_MINUTES if form == HOURS else ".+?"


def _without_units(chinese: str) -> str:
    """A sentence whose gaps take texts: units are translated with what fills them."""
    return re.sub(r"{(\w+):小时}", r"{\1}", chinese)


def _in_chinese(value: str) -> str:
    if re.fullmatch(HOURS_AND_MINUTES, value):
        return value.replace(" h", " 小时").replace(" min", " 分钟")
    return value.replace(DATE_RANGE["en"], DATE_RANGE["zh"])
