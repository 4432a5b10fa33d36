from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from shiftbid.ui.command_palette import CommandModel, CommandPalette, bare
from shiftbid.ui.command_search import places_found
from shiftbid.ui.languages import Language
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.window import MainWindow
from tests.gui.fake_services import FakeServices

OpenWindow = Callable[[FakeServices], MainWindow]
TITLES = ("Planning › Plan", "View › Footfall", "View › Demand", "View › Dark")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", (0, 1, 2, 3)),
        ("dark VIEW", (3,)),
        ("an", (0, 2)),
        ("d", (2, 3)),
        ("plan demand", ()),
        ("  foot  ", (1,)),
    ],
)
def test_commands_hold_every_word_in_any_order(typed: str, found: tuple[int, ...]) -> None:
    assert places_found(TITLES, typed) == found


def test_titles_with_a_word_that_starts_so_come_first() -> None:
    assert places_found(("Undo", "Refresh", "Do it"), "do") == (2, 0)


@pytest.mark.parametrize(
    ("text", "words"), [("&Plan", "Plan"), ("排班(&N)", "排班"), ("&Find a command …", "Find a command")]
)
def test_access_letters_are_left_out(text: str, words: str) -> None:
    assert bare(text) == words


def opened(qtbot: QtBot, window: MainWindow) -> CommandPalette:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    qtbot.waitUntil(palette.isVisible)
    return palette


def test_every_page_and_action_is_found(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    palette = opened(qtbot, window)
    titles = [palette.model.command_at(row).title for row in range(palette.model.rowCount())]
    assert titles[0] == "Planning › Plan"
    assert {f"View › {page.title()}" for page in window.pages.values()} < set(titles)
    assert "View › 简体中文" in titles
    assert not [title for title in titles if title.endswith("› ")]


def test_typing_and_enter_do_the_command(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    palette = opened(qtbot, window)
    QTest.keyClicks(palette.typed, "cert")
    assert palette.model.rowCount() == 1
    QTest.keyClick(palette.typed, Qt.Key.Key_Return)
    assert window.page.name is PageName.CERTIFICATE
    assert not palette.isVisible()


def test_arrows_move_in_the_list_while_typing(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    palette = opened(qtbot, window)
    QTest.keyClicks(palette.typed, "view")
    QTest.keyClick(palette.typed, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    QTest.keyClick(palette.typed, Qt.Key.Key_Return)
    assert window.page.name is list(window.pages)[1]


def test_nothing_found_does_nothing(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    palette = opened(qtbot, window)
    QTest.keyClicks(palette.typed, "no such words")
    QTest.keyClick(palette.typed, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert palette.chosen is None


def test_commands_are_a_sound_model(qtmodeltester: ModelTester, open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    model = CommandModel(window.menus.commands())
    qtmodeltester.check(model)
    model.search("view")
    qtmodeltester.check(model)
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).endswith("Ctrl+1")


def test_chinese_commands_are_found_by_their_chinese(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    window.menus.languages[Language.CHINESE].trigger()
    qtbot.waitUntil(lambda: window.page_list.item(1).text() == "客流")
    palette = opened(qtbot, window)
    palette.typed.setText("客流")
    assert palette.model.rowCount() == 1
