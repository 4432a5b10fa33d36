from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shiftbid.domain.roster import Assignment, RosterState
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.services.desk_view import DeskView
from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.pages.certificate.model import Column as DayColumn
from shiftbid.ui.pages.certificate.page import CertificatePage
from shiftbid.ui.pages.demand.page import DemandPage
from shiftbid.ui.pages.findings.model import Column
from shiftbid.ui.pages.findings.page import FindingsPage
from shiftbid.ui.pages.footfall.page import FootfallPage
from shiftbid.ui.pages.page import DeskPage, Place, Shown
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.registry import MANAGER_PAGES, OWN_PAGES, PAYROLL_PAGES, page_class
from shiftbid.ui.pages.roster.grid import TileText
from shiftbid.ui.pages.roster.page import RosterPage
from shiftbid.ui.themes import ThemeName
from tests.gui.fake_hall import FIRST, HALL, ZONE
from tests.gui.fake_matters import fake_matters
from tests.gui.fake_own import fake_own_view
from tests.gui.fake_polls import fake_polls
from tests.gui.fake_settings import fake_settings


def fill(qtbot: QtBot, page: DeskPage[Shown], shown: Shown | None) -> None:
    assert shown is not None
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show_publication(shown)
    with qtbot.waitExposed(page):
        page.show()


def test_every_page_has_its_own_name_and_title(qtbot: QtBot, appearance: Appearance) -> None:
    pages = [page_class(name)(appearance) for name in dict.fromkeys((*MANAGER_PAGES, *PAYROLL_PAGES, *OWN_PAGES))]
    for page in pages:
        qtbot.addWidget(page)
    assert {page.name for page in pages} == set(PageName)
    assert len({page.title() for page in pages}) == len(pages)


def test_plots_of_footfall_are_made_before_the_page_is_shown(
    qtbot: QtBot, appearance: Appearance, shown: HallView
) -> None:
    page = FootfallPage(appearance)
    sheet = page.reckon(shown)
    assert sheet is not None
    page.keep_reckoned(shown, sheet)
    made = list(page.plots)
    assert len(made) == len(sheet.series)
    fill(qtbot, page, shown)
    assert page.plots == made
    assert page.sheet is sheet


@pytest.mark.parametrize("make", [page_class(name) for name in (*MANAGER_PAGES, *OWN_PAGES)])
def test_pages_survive_a_change_of_palette(
    qtbot: QtBot, appearance: Appearance, shown: HallView, make: type[DeskPage[Any]]
) -> None:
    page = make(appearance)
    fill(
        qtbot,
        page,
        page.part(
            DeskView(
                plan=shown,
                polls=fake_polls(),
                matters=fake_matters(),
                own=fake_own_view(),
                settings=fake_settings(shown.publication),
            )
        ),
    )
    pictures = []
    for theme in ThemeName:
        appearance.choose(theme)
        # Qt posts palette changes to its own widgets.
        QApplication.processEvents()
        pictures.append(page.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_a_page_out_of_sight_wears_another_palette_when_it_is_seen(
    qtbot: QtBot, appearance: Appearance, shown: HallView, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = FindingsPage(appearance)
    fill(qtbot, page, shown)
    filled: list[HallView] = []
    monkeypatch.setattr(page, "fill", filled.append)
    page.hide()
    for theme in (ThemeName.DARK, ThemeName.LIGHT):
        appearance.choose(theme)
    assert not filled
    page.show()
    assert filled == [shown]
    page.hide()
    page.show()
    assert filled == [shown], "seen once, it stays as it is"


class TestRoster:
    def test_keys_move_the_cell_and_tell_it(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = RosterPage(appearance)
        fill(qtbot, page, shown)
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        QTest.keyClick(page.table, Qt.Key.Key_Right)
        assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (1, 1)
        told = page._detail.text()
        assert told.startswith("Ben Carter, Tuesday 13 October 2026")
        QTest.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        assert page.table.currentIndex().row() == len(shown.publication.employees) - 1

    def test_foot_scrolls_with_the_roster(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = RosterPage(appearance)
        fill(qtbot, page, shown)
        page.resize(600, 500)
        qtbot.waitUntil(lambda: page.grid.foot.horizontalScrollBar().maximum() > 0)
        page.table.go_to(0, 27)
        assert page.grid.foot.horizontalScrollBar().value() == page.table.horizontalScrollBar().value() > 0
        assert page.grid.foot.columnWidth(0) == page.table.columnWidth(0)

    def test_a_place_outside_the_roster_changes_nothing(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        page = RosterPage(appearance)
        fill(qtbot, page, shown)
        page.table.go_to(2, 3)
        page.reveal(Place(PageName.ROSTER, "nobody", shown.publication.roster.period.first))
        assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (2, 3)

    def test_codes_stand_for_times(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = RosterPage(appearance)
        fill(qtbot, page, shown)
        shift = shown.publication.roster.assignments[0]
        assert page.sheet is not None
        cell = page.sheet.cell_of(shift.employee, shift.shift.day)
        assert cell is not None
        times = page.table.look_at(*cell)
        page.text_choice.setCurrentIndex(list(TileText).index(TileText.CODES))
        codes = page.table.look_at(*cell)
        assert times is not None
        assert codes is not None
        assert len(times.lines) == 2
        assert codes.lines == (page.sheet.codes[shift.shift.template].letter,)

    def test_a_night_shift_says_that_it_ends_on_the_next_day(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        plan = shown.publication
        night = dated(ShiftTemplate("night", 22 * 60, 30 * 60), HALL.id, FIRST, ZONE)
        roster = replace(plan.roster, assignments=(Assignment("e000", night),))
        page = RosterPage(appearance)
        fill(qtbot, page, replace(shown, publication=replace(plan, roster=roster, findings=())))
        look = page.table.look_at(0, 0)
        assert look is not None
        assert look.lines == ("22:00", "6:00⁺¹")
        page.table.go_to(0, 0)
        assert "22:00–06:00 (Tue 13 Oct)" in page._detail.text()

    def test_a_draft_is_striped(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        draft = replace(shown.publication.roster, state=RosterState.DRAFT)
        page = RosterPage(appearance)
        fill(qtbot, page, replace(shown, publication=replace(shown.publication, roster=draft)))
        first = draft.assignments[0]
        assert page.sheet is not None
        look = page.table.look_at(*(page.sheet.cell_of(first.employee, first.shift.day) or (0, 0)))
        assert look is not None
        assert look.striped
        assert page._summary.text().startswith("Draft")


class TestFindings:
    def test_filter_finds_any_word_and_says_what_it_hides(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        page = FindingsPage(appearance)
        fill(qtbot, page, shown)
        page.filter_text.setText("directive")
        assert page.sorted.rowCount() == 1
        assert "hidden by the filter: 3" in page._summary.text()
        page.filter_text.setText("")
        assert page.sorted.rowCount() == 4
        assert "hidden" not in page._summary.text()

    def test_severity_sorts_by_gravity_and_dates_by_day(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        page = FindingsPage(appearance)
        fill(qtbot, page, shown)
        words = [str(page.sorted.index(row, Column.SEVERITY).data()) for row in range(4)]
        assert words == ["✖ Against the law", "? Needs consent", "◆ House rule", "! Warning"]
        page.table.sortByColumn(Column.DAY, Qt.SortOrder.DescendingOrder)
        rows = [page.model.row_at(page.sorted.mapToSource(page.sorted.index(row, 0)).row()) for row in range(4)]
        days = [row.day for row in rows]
        assert days == sorted(days, reverse=True)

    def test_enter_asks_for_the_place(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = FindingsPage(appearance)
        fill(qtbot, page, shown)
        with qtbot.waitSignal(page.place_requested) as caught:
            QTest.keyClick(page.table, Qt.Key.Key_Return)
        assert caught.args is not None
        place = caught.args[0]
        assert place.page is PageName.ROSTER
        assert place.employee == shown.publication.findings[0].employee

    def test_sentences_come_in_the_language_of_the_window(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        page = FindingsPage(appearance)
        fill(qtbot, page, shown)
        told = tuple(replace(each, sentence="违反规则。") for each in shown.publication.findings)
        page._retell(shown, told)
        assert page._detail.text().startswith("违反规则。")
        page._retell(replace(shown, on=FIRST), shown.publication.findings)
        assert page._detail.text().startswith("违反规则。"), "an answer about another plan comes too late"

    def test_the_current_finding_is_told_in_full(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = FindingsPage(appearance)
        fill(qtbot, page, shown)
        assert page._detail.text().endswith("(Directive 2003/88/EC art. 3)")
        page.filter_text.setText("nothing has these words")
        assert page._detail.text() == ""


class TestDemand:
    def test_a_cell_chooses_the_day_and_the_day_the_column(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        page = DemandPage(appearance)
        fill(qtbot, page, shown)
        page.table.go_to(4, 6)
        assert page.day_choice.place == 6
        page.day_choice.choose(3)
        assert page.table.currentIndex().column() == 3
        assert page.table.currentIndex().row() == 4

    def test_day_buttons_stop_at_the_ends(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = DemandPage(appearance)
        fill(qtbot, page, shown)
        assert not page.day_choice._before.isEnabled()
        QTest.mouseClick(page.day_choice._after, Qt.MouseButton.LeftButton)
        assert page.day_choice.place == 1
        assert page.day_choice._before.isEnabled()
        page.day_choice.choose(27)
        assert not page.day_choice._after.isEnabled()
        page.day_choice.choose(28)
        assert page.day_choice.place == 27

    def test_sums_are_told(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = DemandPage(appearance)
        fill(qtbot, page, shown)
        assert re.fullmatch(r"[\d.]+ head-hours needed · [\d.]+ missing · [\d.]+ to spare", page._summary.text())


class TestFootfall:
    def test_arrow_keys_read_hours_out(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = FootfallPage(appearance)
        fill(qtbot, page, shown)
        first = page._readout.text()
        assert first.startswith("Mon 12 Oct, 09:00–10:00: Regular")
        QTest.keyClick(page.plots[0], Qt.Key.Key_Right)
        assert page._readout.text().startswith("Mon 12 Oct, 10:00–11:00")
        QTest.keyClick(page.plots[1], Qt.Key.Key_Left)
        assert page._readout.text() == first
        QTest.keyClick(page.plots[1], Qt.Key.Key_Left)
        assert "counted" in page._readout.text()

    def test_the_pointer_reads_hours_out(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = FootfallPage(appearance)
        fill(qtbot, page, shown)
        before = page._readout.text()
        plot = page.plots[0]
        QTest.mouseMove(plot.viewport(), QPoint(plot.width() - 60, plot.height() // 2))
        qtbot.waitUntil(lambda: page._readout.text() != before)
        assert "expected" in page._readout.text()

    def test_stretch_and_bar_move_the_window(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = FootfallPage(appearance)
        fill(qtbot, page, shown)
        page.stretch_choice.setCurrentIndex(0)
        week = page.plots[0].viewRange()[0]
        page.stretch_choice.setCurrentIndex(3)
        everything = page.plots[0].viewRange()[0]
        assert page.sheet is not None
        assert everything == pytest.approx([0, len(page.sheet.hours)])
        assert week[1] - week[0] < everything[1] - everything[0]
        assert page.days_bar.maximum() == 0


class TestCertificate:
    def test_one_class_can_be_seen_alone(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = CertificatePage(appearance)
        fill(qtbot, page, shown)
        assert [page.class_choice.itemText(place) for place in range(3)] == ["All", "Regular", "VIP"]
        page.class_choice.setCurrentIndex(2)
        page.class_choice.activated.emit(2)
        words = str(page.table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
        assert "VIP" in words
        assert "Regular" not in words

    def test_a_cell_shows_its_hour_in_figures(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = CertificatePage(appearance)
        fill(qtbot, page, shown)
        page.table.go_to(3, 4)
        assert page.day_choice.place == 4
        current = page.day_table.currentIndex()
        assert page.day_model.index(current.row(), DayColumn.HOUR).data() == "12:00–13:00"

    def test_it_states_what_it_certifies(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = CertificatePage(appearance)
        fill(qtbot, page, shown)
        assert "at least 90 %" in page._promise.text()
        assert "VIP 10 min, others 15 min; quiet hours: everyone 5 min" in page._promise.text()
        assert re.match(r"Promise kept in \d+ of 268 open hours \(\d+ with 10 % more", page._summary.text())


def test_a_roster_of_a_period_that_is_over_says_so(qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
    page = RosterPage(appearance)
    fill(qtbot, page, shown)
    assert "over" not in page._summary.text()
    page.show_publication(replace(shown, is_over=True))
    assert "The period is over" in page._summary.text()


def test_another_language_leaves_plots_as_they_are_and_other_colours_do_not(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance, languages: Languages, shown: HallView
) -> None:
    page = FootfallPage(appearance)
    fill(qtbot, page, shown)
    plot = page.plots[0]
    drawn = plot.listDataItems()[0]
    languages.choose(Language.CHINESE)
    qapp.processEvents()
    assert plot.accessibleName() == "每小时普通客户"
    assert plot.listDataItems()[0] is drawn
    appearance.choose(ThemeName.DARK)
    assert plot.listDataItems()[0] is not drawn
