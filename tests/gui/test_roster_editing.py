"""Editing the roster: mouse, keys, live effects, the draft's way out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from shiftbid.domain.errors import StorageError
from shiftbid.domain.roster import Roster
from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.hall_view import HallView
from shiftbid.services.roster_orders import PublishEdit, RosterVersions
from shiftbid.services.stored_draft import StoredDraft
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.registry import MANAGER_PAGES
from shiftbid.ui.pages.roster.compare_dialog import CompareDialog
from shiftbid.ui.pages.roster.edit_table import EditTable
from shiftbid.ui.pages.roster.page import DAY, RosterPage
from shiftbid.ui.pages.roster.publish_dialog import PublishDialog
from shiftbid.ui.pages.roster.taker_dialog import TakerDialog
from tests.gui.conftest import OpenWindow
from tests.gui.fake_hall import fake_publication, fake_view
from tests.gui.fake_services import FakeServices

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
Place = tuple[int, int]


@pytest.fixture(scope="module")
def week() -> HallView:
    return fake_view(fake_publication(weeks=1, people=14))


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, week: HallView) -> RosterPage:
    return shown_page(qtbot, appearance, week)


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


class TestDraft:
    def test_it_is_kept_after_every_edit_and_gone_on_with(
        self, qtbot: QtBot, appearance: Appearance, page: RosterPage, week: HallView
    ) -> None:
        kept: list[StoredDraft] = []
        page.drafted.connect(kept.append)
        source = place_of(page, working=True)
        page.table.go_to(*source)
        page.edit_actions.clear.trigger()
        assert len(kept[-1].edits) == 1
        later = shown_page(qtbot, appearance, replace(week, draft=kept[-1]))
        assert not later.banner.isHidden()
        assert later.banner.sentence.text() == "A draft with 1 edits of version 1 is kept."
        assert templates(later, source) != ()
        assert not later.table.editable
        later.banner.take_up.click()
        assert templates(later, source) == ()
        assert later.banner.isHidden()
        assert later.edit_actions.undo.isEnabled()

    def test_thrown_away_it_is_forgotten(self, qtbot: QtBot, appearance: Appearance, week: HallView) -> None:
        roster = week.publication.roster
        held = roster.assignments[0]
        removed = [{"employee": held.employee, "shift": held.shift.id, "pinned": held.pinned}]
        draft = StoredDraft(roster.hall, roster.period, 1, ({"removed": removed, "added": []},))
        page = shown_page(qtbot, appearance, replace(week, draft=draft))
        with qtbot.waitSignal(page.drafted) as kept:
            page.banner.throw_away.click()
        assert kept.args is not None
        assert kept.args[0].edits == ()
        assert page.table.editable

    def test_it_survives_a_reading_of_the_same_version(self, qtbot: QtBot, page: RosterPage, week: HallView) -> None:
        source = place_of(page, working=True)
        page.table.go_to(*source)
        page.edit_actions.clear.trigger()
        page.show_publication(replace(week))
        qtbot.waitUntil(lambda: page.edit_actions.undo.isEnabled())
        assert templates(page, source) == ()

    def test_it_is_discarded_only_after_a_question(self, page: RosterPage) -> None:
        page.table.go_to(*place_of(page, working=True))
        page.edit_actions.clear.trigger()
        page.edit_actions.discard.trigger()
        box = page.findChild(QMessageBox)
        assert isinstance(box, QMessageBox)
        discard = next(each for each in box.findChildren(QPushButton) if each.text() == "&Discard")
        discard.click()
        assert not page.edit_actions.publish.isEnabled()


class TestWayOut:
    def test_publishing_asks_shows_and_sends_the_roster(self, qtbot: QtBot, page: RosterPage, week: HallView) -> None:
        source = place_of(page, working=True)
        target = target_for(page, source)
        drag(page.table, source, target)
        page.edit_actions.publish.trigger()
        dialog = page.findChild(PublishDialog)
        assert isinstance(dialog, PublishDialog)
        assert "2 days of 2 people change" in dialog.scope.text()
        dialog.reason.setText("Aroha asked for it")
        with qtbot.waitSignal(page.asked) as signal:
            dialog.publish.click()
        ask = signal.args[0] if signal.args else None
        assert isinstance(ask, Ask)
        assert isinstance(ask.order, PublishEdit)
        assert (ask.order.version, ask.order.reason) == (1, "Aroha asked for it")
        assert set(ask.order.assignments) != set(week.publication.roster.assignments)
        assert len(ask.order.assignments) == len(week.publication.roster.assignments)
        page.set_working(True)
        assert not page.table.editable
        assert not page.edit_actions.undo.isEnabled()
        page.set_working(False)
        with qtbot.waitSignals([page.drafted, page.changed]):
            ask.receive(2)
        assert not page.table.editable

    def test_what_is_against_the_law_is_not_published(
        self, qtbot: QtBot, appearance: Appearance, page: RosterPage
    ) -> None:
        page.table.go_to(*place_of(page, working=True))
        page.edit_actions.clear.trigger()
        page.edit_actions.publish.trigger()
        dialog = page.findChild(PublishDialog)
        assert isinstance(dialog, PublishDialog)
        question = dialog._question
        span = question.comparison.cells[0].before[0].shift.span
        finding = Finding("X", "e000", span, Severity.ILLEGAL, (), "no rest", "art. 1")
        for severity, reason, allowed in (
            (Severity.ILLEGAL, "because", False),
            (Severity.HOUSE_RULE, "because", True),
            (Severity.HOUSE_RULE, "", False),
        ):
            asked = PublishDialog(
                replace(question, findings=(replace(finding, severity=severity),)), "UTC", appearance, page
            )
            qtbot.addWidget(asked)
            asked.reason.setText(reason)
            assert asked.publish.isEnabled() is allowed

    def test_versions_are_compared_with_the_draft(
        self, qtbot: QtBot, page: RosterPage, week: HallView, qtmodeltester: ModelTester
    ) -> None:
        page.table.go_to(*place_of(page, working=True))
        page.edit_actions.clear.trigger()
        with qtbot.waitSignal(page.asked) as signal:
            page.edit_actions.compare.trigger()
        ask = signal.args[0] if signal.args else None
        assert isinstance(ask, Ask)
        assert isinstance(ask.order, RosterVersions)
        first = week.publication.roster
        second = Roster(first.hall, first.period, 2, first.state, first.assignments[3:])
        ask.receive((first, second))
        dialog = page.findChild(CompareDialog)
        assert isinstance(dialog, CompareDialog)
        assert [dialog.first.itemText(place) for place in range(3)] == ["Version 1", "Version 2", "Draft"]
        qtmodeltester.check(dialog.table.records)
        dialog.first.setCurrentIndex(0)
        dialog.second.setCurrentIndex(1)
        assert dialog.table.records.rowCount() == 3
        assert dialog.sentence.text().startswith("3 days of")
        assert "−" in dialog.sentence.text()
        dialog.second.setCurrentIndex(0)
        assert dialog.sentence.text() == "These versions are equal."

    def test_the_shift_goes_to_who_is_chosen_of_those_who_can_take_it(self, qtbot: QtBot, page: RosterPage) -> None:
        source = place_of(page, working=True)
        held = templates(page, source)
        page.table.go_to(*source)
        page.edit_actions.takers.trigger()
        qtbot.waitUntil(lambda: page.findChild(TakerDialog) is not None)
        dialog = page.findChild(TakerDialog)
        assert isinstance(dialog, TakerDialog)
        first = dialog.takers.current()
        assert first is not None
        assert first.findings == ()
        dialog.give.click()
        assert page.sheet is not None
        row = next(at for at, each in enumerate(page.sheet.people) if each.employee.id == first.employee)
        assert held[0] in templates(page, (row, source[1]))
        assert templates(page, source) == ()

    def test_a_free_day_can_be_taken_by_nobody(self, page: RosterPage) -> None:
        page.table.go_to(*place_of(page, working=False))
        assert not page.edit_actions.takers.isEnabled()
        assert not page.edit_actions.absent.isEnabled()


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


@dataclass
class FullDisk(FakeServices):
    """Nothing can be kept."""

    def keep_draft(self, draft: StoredDraft) -> None:
        raise StorageError("cannot keep the draft in drafts/h.json: no space left; check the disk")


def test_a_draft_that_cannot_be_kept_is_said_and_stays(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(FullDisk())
    window.go_to_page(MANAGER_PAGES.index(RosterPage))
    page = window.page
    assert isinstance(page, RosterPage)
    qtbot.waitUntil(lambda: page.editing.editor.draft is not None)
    page.table.go_to(*place_of(page, working=True))
    page.edit_actions.clear.trigger()
    assert window.statusBar().currentMessage().startswith("The draft is not kept: cannot keep the draft")
    assert page.edit_actions.undo.isEnabled()
