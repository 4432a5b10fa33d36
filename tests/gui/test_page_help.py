from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shiftbid.ui.languages import Language
from shiftbid.ui.page_help import HELP, HelpDialog, help_text
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.window import MainWindow
from tests.gui.fake_services import FakeServices

OpenWindow = Callable[..., MainWindow]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("page", list(PageName))
def test_every_page_has_help_in_every_language(page: PageName, language: Language) -> None:
    text = help_text(page, language)
    assert text.startswith("# ")
    assert len(text) > 80
    has_chinese = any("\u4e00" <= letter <= "\u9fff" for letter in text)
    assert has_chinese is (language is Language.CHINESE)


def test_no_help_is_left_of_pages_that_are_gone() -> None:
    assert {file.stem for file in HELP.rglob("*.md")} == {page.value for page in PageName}


def test_f1_explains_the_page_in_sight_in_its_language(open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    window.go_to_page(list(window.pages).index(PageName.FINDINGS))
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert isinstance(dialog, HelpDialog)
    assert dialog.isVisible()
    assert dialog.text.toPlainText().startswith("Findings")
    dialog.close()
    window.menus.languages[Language.CHINESE].trigger()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert [each.text.toPlainText()[:4] for each in window.findChildren(HelpDialog)][-1] == "检查结果"
