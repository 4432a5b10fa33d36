"""Hands for tests of the roster page: cells found, shifts dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.roster.edit_table import EditTable
from shiftbid.ui.pages.roster.page import RosterPage

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
Place = tuple[int, int]


def shown_page(qtbot: QtBot, appearance: Appearance, view: HallView) -> RosterPage:
    page = RosterPage(appearance)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show_publication(view)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.editing.editor.draft is not None)
    return page


def place_of(page: RosterPage, *, working: bool, row: int | None = None, column: int | None = None) -> Place:
    """A cell with or without a shift, on a weekday and of nobody on leave."""
    assert page.sheet is not None
    for at, person in enumerate(page.sheet.people):
        for day, cell in enumerate(person.cells[:5]):
            fits = bool(cell.assignments) is working and cell.leave is None
            if fits and row in (None, at) and column in (None, day):
                return at, day
    raise AssertionError("no such cell")


def templates(page: RosterPage, place: Place) -> tuple[str, ...]:
    assert page.sheet is not None
    return tuple(each.shift.template for each in page.sheet.people[place[0]].cells[place[1]].assignments)


def centre(table: EditTable, place: Place) -> QPoint:
    return table.visualRect(table.model().index(*place)).center()


def drag(table: EditTable, source: Place, target: Place, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """Press, move in steps, and let go."""
    begin, end = centre(table, source), centre(table, target)
    QTest.mousePress(table.viewport(), LEFT, PLAIN, begin)
    for step in range(1, 6):
        QTest.mouseMove(table.viewport(), begin + (end - begin) * step / 5)
    QTest.mouseRelease(table.viewport(), LEFT, modifiers, end)


def target_for(page: RosterPage, source: Place) -> Place:
    """A free cell of somebody else on the same day."""
    return place_of(page, working=False, column=source[1])
