"""Editing the roster: mouse, keys, live effects, the draft's way out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.roster.page import DAY, RosterPage
from tests.gui.fake_hall import fake_publication, fake_view
from tests.gui.roster_hands import LEFT, PLAIN, centre, drag, place_of, shown_page, target_for, templates


@pytest.fixture(scope="module")
def week() -> HallView:
    return fake_view(fake_publication(weeks=1, people=14))


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, week: HallView) -> RosterPage:
    return shown_page(qtbot, appearance, week)


class TestMouse:
    def test_a_dragged_shift_goes_to_another_person_and_back(self, page: RosterPage) -> None:
        source = place_of(page, working=True)
        target = target_for(page, source)
        held = templates(page, source)
        drag(page.table, source, target)
        assert (templates(page, source), templates(page, target)) == ((), held)
        page.edit_actions.undo.trigger()
        assert (templates(page, source), templates(page, target)) == (held, ())
        page.edit_actions.redo.trigger()
        assert templates(page, target) == held

    def test_with_control_it_is_copied(self, page: RosterPage) -> None:
        source = place_of(page, working=True)
        target = target_for(page, source)
        drag(page.table, source, target, Qt.KeyboardModifier.ControlModifier)
        assert templates(page, source) == templates(page, target) != ()

    def test_the_effect_is_told_while_the_shift_is_in_the_air(self, qtbot: QtBot, page: RosterPage) -> None:
        source = place_of(page, working=True)
        target = target_for(page, source)
        assert page.sheet is not None
        name = page.sheet.people[target[0]].employee.name
        QTest.mousePress(page.table.viewport(), LEFT, PLAIN, centre(page.table, source))
        QTest.mouseMove(page.table.viewport(), centre(page.table, source) + QPoint(20, 0))
        QTest.mouseMove(page.table.viewport(), centre(page.table, target))
        assert page.strip.headline.text().startswith("Let go: ")
        assert name in page.strip.headline.text()
        qtbot.waitUntil(lambda: page.strip.promise.text().startswith("Promise kept in"))
        QTest.keyClick(page.table, Qt.Key.Key_Escape)
        assert not page.strip.headline.text().startswith("Let go")
        QTest.mouseRelease(page.table.viewport(), LEFT, PLAIN, centre(page.table, target))
        assert templates(page, target) == ()

    def test_a_place_without_the_shift_says_so_and_takes_nothing(self, page: RosterPage) -> None:
        editor = page.editing.editor
        assert editor.board is not None
        assert editor.draft is not None
        sunday_off = {key: shift for key, shift in editor.board.offered.items() if shift.day.weekday() < 6}
        editor.begin(editor.draft, replace(editor.board, offered=sunday_off))
        source = place_of(page, working=True)
        sunday = (source[0], 6)
        before = page.editing.editor.draft
        QTest.mousePress(page.table.viewport(), LEFT, PLAIN, centre(page.table, source))
        QTest.mouseMove(page.table.viewport(), centre(page.table, source) + QPoint(20, 0))
        QTest.mouseMove(page.table.viewport(), centre(page.table, sunday))
        assert page.strip.headline.text().startswith("This shift is not offered on that day")
        QTest.mouseRelease(page.table.viewport(), LEFT, PLAIN, centre(page.table, sunday))
        assert page.editing.editor.draft is before

    def test_several_cells_are_dragged_together(self, page: RosterPage) -> None:
        page.table.go_to(0, 0)
        QTest.mouseClick(page.table.viewport(), LEFT, PLAIN, centre(page.table, (0, 0)))
        QTest.mouseClick(page.table.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, centre(page.table, (2, 4)))
        before = {(row, column): templates(page, (row, column)) for row in range(6) for column in range(5)}
        held = next(place for place in before if place[0] < 3 and before[place])
        drag(page.table, held, (held[0] + 3, held[1]))
        for row in range(3):
            for column in range(5):
                if before[row, column]:
                    assert templates(page, (row + 3, column)) == before[row, column]
                    assert templates(page, (row, column)) == before[row + 3, column]


class TestKeyboard:
    def test_letters_give_shifts_and_delete_takes_them(self, page: RosterPage) -> None:
        assert page.sheet is not None
        place = place_of(page, working=False)
        page.table.go_to(*place)
        codes = {each.letter: each.template for each in page.sheet.codes.values()}
        QTest.keyClicks(page.table, "a")
        assert templates(page, place) == (codes["A"],)
        QTest.keyClicks(page.table, "C")
        assert templates(page, place) == (codes["C"],)
        page.edit_actions.clear.trigger()
        assert templates(page, place) == ()

    def test_an_unknown_letter_says_which_there_are(self, qtbot: QtBot, page: RosterPage) -> None:
        with qtbot.waitSignal(page.told) as told:
            QTest.keyClicks(page.table, "z")
        assert told.args == ["No shift has the code Z: type one of A, B, C, D, E."]

    @pytest.mark.parametrize(
        ("key", "down", "across"),
        [(Qt.Key.Key_Down, 1, 0), (Qt.Key.Key_Up, -1, 0), (Qt.Key.Key_Right, 0, 1), (Qt.Key.Key_Left, 0, -1)],
    )
    def test_alt_and_arrows_move_the_shift_and_the_choice(
        self, page: RosterPage, key: Qt.Key, down: int, across: int
    ) -> None:
        place = next(
            (row, column)
            for row in range(1, 12)
            for column in range(1, 4)
            if templates(page, (row, column)) and not templates(page, (row + down, column + across))
        )
        held = templates(page, place)
        page.table.go_to(*place)
        QTest.keyClick(page.table, key, Qt.KeyboardModifier.AltModifier)
        moved = (place[0] + down, place[1] + across)
        assert (templates(page, place), templates(page, moved)) == ((), held)
        assert page.table.selected_places() == (moved,)
        assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == moved

    @pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")
    def test_enter_offers_the_shifts_of_the_day(self, qtbot: QtBot, page: RosterPage) -> None:
        place = place_of(page, working=False)
        page.table.go_to(*place)
        QTest.keyClick(page.table, Qt.Key.Key_Return)
        menu = page.grid.findChild(QMenu)
        assert isinstance(menu, QMenu)
        qtbot.waitUntil(menu.isVisible)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: templates(page, place) != ())

    def test_cut_and_paste_by_keys(self, page: RosterPage) -> None:
        source = place_of(page, working=True)
        target = target_for(page, source)
        held = templates(page, source)
        page.table.setFocus()
        page.table.go_to(*source)
        QTest.keyClick(page.table, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
        page.table.go_to(*target)
        QTest.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert (templates(page, source), templates(page, target)) == ((), held)
        QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert templates(page, target) == ()

    def test_a_pin_shows_and_counts_as_a_change(self, page: RosterPage) -> None:
        assert page.sheet is not None
        place = next(
            (row, column)
            for row, person in enumerate(page.sheet.people)
            for column, cell in enumerate(person.cells)
            if cell.assignments and not cell.assignments[0].pinned
        )
        page.table.go_to(*place)
        QTest.keyClick(page.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        look = page.table.look_at(*place)
        assert look is not None
        assert look.pinned
        assert look.changed
        assert page.edit_actions.publish.text() == "Pu&blish (1) …"

    def test_every_action_has_a_name_and_tab_leaves_the_grid(self, page: RosterPage) -> None:
        assert all(action.text() for action in page.actions())
        page.table.setFocus()
        QTest.keyClick(page.table, Qt.Key.Key_Tab)
        assert not page.table.hasFocus()


class TestDayView:
    @pytest.fixture
    def day_page(self, qtbot: QtBot, page: RosterPage) -> RosterPage:
        page.table.go_to(*place_of(page, working=True))
        page.view_choice.setCurrentIndex(DAY)
        qtbot.waitUntil(page.day.bars.isVisible)
        return page

    def test_it_opens_at_the_person_and_says_their_day(self, day_page: RosterPage) -> None:
        assert day_page.sheet is not None
        place = place_of(day_page, working=True)
        person = day_page.sheet.people[place[0]].employee
        assert day_page.current_cell() == (person.id, day_page.sheet.days[place[1]])
        assert day_page._detail.text().startswith(person.name)
        assert day_page.day.bars.accessibleDescription() == day_page._detail.text()

    def test_arrows_change_the_shift_and_the_curve_follows(self, day_page: RosterPage) -> None:
        assert day_page.day.day is not None
        place = place_of(day_page, working=True)
        before, cover = templates(day_page, place), day_page.day.day.cover
        key = Qt.Key.Key_Left if before == ("evening-5h",) else Qt.Key.Key_Right
        QTest.keyClick(day_page.day.bars, key)
        assert len(templates(day_page, place)) == 1
        assert templates(day_page, place) != before
        assert day_page.day.day.cover != cover

    def test_a_bar_is_dragged_to_another_person(self, day_page: RosterPage) -> None:
        bars, day = day_page.day.bars, day_page.day.day
        assert day is not None
        source = next(row for row, each in enumerate(day.rows) if each.cell.assignments)
        target = next(row for row, each in enumerate(day.rows) if not each.cell.assignments and not each.cell.leave)
        held = day.rows[source].cell.assignments[0].shift
        start = bars._bar_area(source, held, bars._scale(day)).center().toPoint()
        end = QPointF(start.x(), bars.row_top(target) + 10).toPoint()
        day_page.day._area.ensureVisible(0, end.y())
        QTest.mousePress(bars, LEFT, PLAIN, start)
        QTest.mouseMove(bars, start + QPoint(0, 15))
        QTest.mouseMove(bars, end)
        assert day_page.strip.headline.text().startswith("Let go: ")
        QTest.mouseRelease(bars, LEFT, PLAIN, end)
        now = day_page.day.day
        assert now is not None
        assert [each.shift for each in now.rows[target].cell.assignments] == [held]
        assert not now.rows[source].cell.assignments

    def test_alt_and_arrows_go_by_the_rows_of_the_day(self, day_page: RosterPage) -> None:
        bars, day = day_page.day.bars, day_page.day.day
        assert day is not None
        bars._enter(0)
        first, second = (row.cell.assignments[0].shift.template for row in day.rows[:2])
        bars.setFocus()
        QTest.keyClick(bars, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        now = day_page.day.day
        assert now is not None
        assert [row.cell.assignments[0].shift.template for row in now.rows[:2]] == [second, first]
        assert bars.row == 1

    def test_the_curve_is_told_in_words(self, day_page: RosterPage) -> None:
        words = day_page.day.curve.accessibleDescription()
        assert "missing" in words


def test_who_may_not_publish_sees_the_roster_and_edits_nothing(
    qtbot: QtBot, appearance: Appearance, week: HallView
) -> None:
    page = RosterPage(appearance)
    qtbot.addWidget(page)
    page.show_publication(replace(week, editable=False))
    with qtbot.waitExposed(page):
        page.show()
    assert not page.strip.isVisible()
    assert not page.edit_actions.publish.isEnabled()
    before = templates(page, (0, 0))
    page.table.go_to(0, 0)
    QTest.keyClicks(page.table, "a")
    assert templates(page, (0, 0)) == before


def test_the_grid_stays_a_sound_model_while_it_is_edited(page: RosterPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.table.model())
    page.table.go_to(*place_of(page, working=True))
    page.edit_actions.clear.trigger()
    page.edit_actions.undo.trigger()
    qtmodeltester.check(page.table.model())


def test_context_menu_and_palette_offer_the_same_actions(page: RosterPage) -> None:
    offered: list[QAction] = page.table.actions()
    assert set(offered) <= set(page.actions())
    assert set(offered) == set(page.day.bars.actions())
