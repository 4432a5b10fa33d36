"""Every text of the window has its Chinese, and what is shipped is what was translated."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

import shiftbid.ui
from shiftbid.ui.languages import TRANSLATIONS, Language, Languages, system_language

SOURCES = Path(shiftbid.ui.__file__).parent
WORDS = TRANSLATIONS / "shiftbid_zh_CN.ts"


def tool(name: str, *arguments: str) -> None:
    command = [str(Path(sys.executable).parent / name), *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def messages(path: Path) -> Iterator[tuple[tuple[str, str, str], ElementTree.Element | None]]:
    for context in ElementTree.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            key = context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")
            yield key, message.find("translation")


def test_every_text_of_the_window_is_translated(tmp_path: Path) -> None:
    found = tmp_path / "found.ts"
    tool("pyside6-lupdate", *sorted(str(path) for path in SOURCES.rglob("*.py")), "-ts", str(found))
    translated = dict(messages(WORDS))
    assert {key for key, _ in messages(found)} == translated.keys(), "run `make translations`"
    unfinished = [
        key for key, words in translated.items() if words is None or not words.text or words.get("type") == "unfinished"
    ]
    assert not unfinished


def test_translations_fill_in_the_same_facts() -> None:
    for (context, source, _), words in messages(WORDS):
        assert words is not None
        names = re.compile(r"{\w+}")
        assert sorted(names.findall(words.text or "")) == sorted(names.findall(source)), (context, source)


def test_the_compiled_words_are_those_translated(tmp_path: Path) -> None:
    compiled = tmp_path / "compiled.qm"
    tool("pyside6-lrelease", str(WORDS), "-qm", str(compiled))
    assert compiled.read_bytes() == WORDS.with_suffix(".qm").read_bytes(), "run `make translations`"


def test_dates_and_numbers_follow_the_language(qapp: QApplication, languages: Languages) -> None:
    languages.choose(Language.CHINESE)
    assert QLocale().language() is QLocale.Language.Chinese
    assert qapp.translate("QPlatformTheme", "Cancel") == "取消", "Qt's own dialogs speak it too"
    languages.choose(None)
    assert languages.spoken is system_language()
    languages.choose(Language.ENGLISH)
    assert QLocale().language() is not QLocale.Language.Chinese
