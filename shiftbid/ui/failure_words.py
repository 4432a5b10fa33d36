"""Why something asked for was refused, in the window's language.

Services, importers and storage say it in English, as the command line shows it. Their sentences are known by form: what
fills a form is put into the form's translation. What a rule says is known by the rule's own words
(`shiftbid.rules.sentence_forms`). A sentence of another form stays as it is.
"""

from __future__ import annotations

import re
from functools import cache, reduce

from PySide6.QtCore import QCoreApplication

from shiftbid.rules.sentence_forms import told_in_chinese
from shiftbid.ui import file_sentences, reason_sentences, service_sentences, storage_sentences
from shiftbid.ui.locale_text import rules_language
from shiftbid.ui.marked_text import marked_text

CONTEXT = "Failures"
FORMS = (
    *service_sentences.FORMS,
    *storage_sentences.FORMS,
    *file_sentences.FORMS,
    *reason_sentences.FORMS,
)
WORDS = service_sentences.WORDS
ADVICE = service_sentences.ADVICE
ITEM = "  - "
OR = " or "
PROBLEMS = re.compile(r"(?P<source>.+): (?P<count>\d+) problems")


def told_failure(message: str) -> str:
    """Give the text of an error in the window's language, as far as its sentences are known."""
    return message if rules_language() == "en" else "\n".join(map(_line, message.split("\n")))


def learn_sentences() -> None:
    """Learn every form ahead, in another thread than the window's: the first sentence told would wait for it."""
    _known("")


def _line(line: str) -> str:
    if line.startswith(ITEM):
        return ITEM + _said(line.removeprefix(ITEM))
    heading = PROBLEMS.fullmatch(line)
    if heading:
        return QCoreApplication.translate("Failures", "{source}: {count} problems").format(
            source=_said(heading["source"]), count=heading["count"]
        )
    return _said(line)


def _said(text: str) -> str:
    """A sentence; or what it is said of, and a sentence."""
    whole = _known(text)
    if whole is not None:
        return whole
    for colon in re.finditer(": ", text):
        of, what = text[: colon.start()], text[colon.end() :]
        told = _known(what)
        if told is not None:
            return QCoreApplication.translate("Failures", "{source}: {problem}").format(
                source=_places(of), problem=told
            )
    return text


def _places(text: str) -> str:
    """What a sentence is said of: a matter, or a file with row and column in it."""
    told = [_known(part) or part for part in text.split(": ")]
    joined = QCoreApplication.translate("Failures", "{source}: {problem}")
    return reduce(lambda one, other: joined.format(source=one, problem=other), told)


def _known(text: str) -> str | None:
    """The translation of a text whose form is known; None for others."""
    if text in WORDS:
        return marked_text(CONTEXT, text)
    for form, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found:
            filled = {name: _value(value) for name, value in found.groupdict().items()}
            return marked_text(CONTEXT, form).format(**filled)
    return _known_with_advice(text) or told_in_chinese(text)


def _known_with_advice(text: str) -> str | None:
    """A sentence that is known, followed by one of what to do about it."""
    for advice in map(str, ADVICE):
        fault = _known(text.removesuffix(f" {advice}")) if text.endswith(f" {advice}") else None
        if fault is not None:
            return fault + marked_text(CONTEXT, advice)
    return None


def _value(text: str) -> str:
    """What fills a form: a sentence or word that is known, words joined by *or*, or text that stays as it is."""
    told = [_known(part) for part in text.split(OR)]
    joined = QCoreApplication.translate("Failures", "{one} or {other}")
    whole = _known(text) or text
    return reduce(lambda one, other: joined.format(one=one, other=other), map(str, told)) if all(told) else whole


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Forms as patterns, those that say most before those that would match more."""
    forms = sorted(map(str, FORMS), key=lambda form: -len(re.sub(r"{\w+}", "", form)))
    return tuple((form, re.compile(_pattern(form))) for form in forms)


def _pattern(form: str) -> str:
    """A form as a pattern; what fills it holds no colon with a space: that ends what a sentence is said of."""
    parts = re.split(r"{(\w+)}", form)
    return "".join(_filling(part) if place % 2 else re.escape(part) for place, part in enumerate(parts))


def _filling(name: str) -> str:
    match name:
        case "sentence":
            return rf"(?P<{name}>(?:(?!: ).)+?\.)"
        case "fault":
            # In another program's words, whatever they hold.
            return rf"(?P<{name}>.+?)"
        case _:
            return rf"(?P<{name}>(?:(?!: ).)+?)"
