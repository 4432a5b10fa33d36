from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shiftbid.domain.shift import ShiftTemplate, TemplateBreak
from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.templates.page import TemplatesPage
from shiftbid.ui.pages.templates.presenter import figures_of, menu_days, with_edges

FRIDAY = date(2026, 10, 16)
LATE = ShiftTemplate("late", 22 * 60, 23 * 60 + 30, (TemplateBreak(22 * 60 + 15, 15, paid=True),))


class TestPresenter:
    def test_the_adopted_menu_comes_first_and_counts_its_heads(self, shown: HallView) -> None:
        adopted, other = menu_days(shown.publication, FRIDAY, {})
        assert (adopted.menu.id, adopted.adopted, other.adopted) == ("m1", True, False)
        assert adopted.axis == other.axis
        worked = [each for each in shown.publication.roster.assignments if each.shift.day == FRIDAY]
        assert sum(row.heads for row in adopted.rows) == len(worked)
        for slot in adopted.cover:
            assert slot.present_heads == sum(each.shift.staffs(slot.slot) for each in worked)

    def test_figures_add_up_over_the_period(self, shown: HallView) -> None:
        publication = shown.publication
        menu = next(each for each in publication.menus if each.id == "m1")
        figures = figures_of(publication, menu, {})
        days = [menu_days(publication, day, {})[0] for day in publication.roster.period.days]
        slots = [slot for day in days for slot in day.cover]
        assert figures.missing_half_hours == sum(slot.missing_heads for slot in slots)
        assert figures.surplus_half_hours == sum(slot.surplus_heads for slot in slots)
        assert figures.paid_minutes == sum(each.shift.paid_minutes for each in publication.roster.assignments)

    def test_the_gap_is_a_share_of_the_objective(self, shown: HallView) -> None:
        adopted, other = menu_days(shown.publication, FRIDAY, {})
        assert adopted.gap == 0.0
        assert other.gap == pytest.approx(3.5 / 175)

    def test_a_longer_shift_covers_more_and_pays_more(self, shown: HallView) -> None:
        menu = next(each for each in shown.publication.menus if each.id == "m2")
        early = menu.templates[0]
        longer = with_edges(early, 0, 60)
        assert longer is not None
        before, after = (figures_of(shown.publication, menu, tried) for tried in ({}, {early.id: longer}))
        assert after.missing_half_hours < before.missing_half_hours
        assert after.paid_minutes == before.paid_minutes + 60 * sum(
            each.heads for each in menu.use if each.template == early.id
        )

    @pytest.mark.parametrize(
        ("start_by", "end_by", "possible"),
        [(15, 0, True), (30, 0, False), (0, -60, True), (0, -75, False), (120, 0, False)],
    )
    def test_edges_stop_at_the_breaks(self, start_by: int, end_by: int, possible: bool) -> None:
        moved = with_edges(LATE, start_by, end_by)
        assert (moved is not None) is possible
        if moved is not None:
            assert (moved.start_minute, moved.end_minute) == (LATE.start_minute + start_by, LATE.end_minute + end_by)


class TestPage:
    @pytest.fixture
    def page(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> TemplatesPage:
        page = TemplatesPage(appearance)
        qtbot.addWidget(page)
        page.resize(1200, 700)
        page.show_publication(shown)
        with qtbot.waitExposed(page):
            page.show()
        page.day_choice.choose(4)
        return page

    def test_keys_try_other_hours_and_a_button_takes_them_back(self, page: TemplatesPage) -> None:
        panel = page.panels[1]
        assert panel.take_back.isHidden()
        QTest.keyClick(panel.bars, Qt.Key.Key_Right)
        assert "09:00 to 17:15" in panel.bars.accessibleDescription()
        assert panel.trial.text().startswith("Tried: missing")
        QTest.keyClick(panel.bars, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        assert "08:45 to 17:15" in panel.bars.accessibleDescription()
        panel.take_back.click()
        assert "09:00 to 17:00" in panel.bars.accessibleDescription()
        assert panel.trial.text() == ""
        assert page.panels[0].trial.text() == ""

    def test_the_edge_of_a_bar_is_dragged(self, page: TemplatesPage) -> None:
        bars = page.panels[0].bars
        assert bars._day is not None
        area = bars._bar(0, bars._day.rows[0], bars._scale(bars._day))
        edge = QPoint(round(area.right()), round(area.center().y()))
        quarter = bars._pixels(15)
        QTest.mousePress(bars, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge)
        QTest.mouseMove(bars, edge + QPoint(round(quarter * 2), 0))
        QTest.mouseRelease(bars, Qt.MouseButton.LeftButton)
        assert "09:00 to 13:30" in bars.accessibleDescription()

    def test_what_cannot_be_is_told(self, qtbot: QtBot, page: TemplatesPage) -> None:
        with qtbot.waitSignal(page.told):
            page._try("m1", "morning-4h", 300, 0)
        assert page._tried["m1"] == {}

    def test_up_and_down_change_the_template(self, page: TemplatesPage) -> None:
        bars = page.panels[0].bars
        QTest.keyClick(bars, Qt.Key.Key_Down)
        assert "early-8h" in bars.accessibleDescription()
        QTest.keyClick(bars, Qt.Key.Key_Up)
        assert "morning-4h" in bars.accessibleDescription()
