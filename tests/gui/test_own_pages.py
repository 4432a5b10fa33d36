"""Pages on which staff see and do their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from shiftbid.domain.ballot import Answer
from shiftbid.domain.bid import BidLevel
from shiftbid.domain.staff import LeaveKind
from shiftbid.services.bid_prospects import NarrowBids
from shiftbid.services.desk_orders import DeskOrder
from shiftbid.services.own_orders import (
    AskTimeOff,
    CancelTimeOff,
    CastBallot,
    ExportOwnCalendar,
    ExportOwnData,
    GiveBids,
    JudgeWishes,
    KeepStanding,
)
from shiftbid.services.own_view import OwnRound, OwnView
from shiftbid.services.wish_levels import BarredWish, WishJudgement
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.pages.my_bids.judgement_dialog import JudgementDialog
from shiftbid.ui.pages.my_bids.page import MyBidsPage
from shiftbid.ui.pages.my_bids.presenter import WishDraft
from shiftbid.ui.pages.my_data.page import MyDataPage
from shiftbid.ui.pages.my_requests.page import MyRequestsPage
from shiftbid.ui.pages.my_result.page import MyResultPage
from shiftbid.ui.pages.my_schedule.page import MySchedulePage
from shiftbid.ui.pages.my_schedule.presenter import months_of, schedule_sheet
from shiftbid.ui.pages.my_toil.page import MyToilPage
from shiftbid.ui.pages.my_vote.page import MyVotePage
from shiftbid.ui.pages.own_page import OwnPage
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.widgets.answer_dialog import AnswerDialog
from tests.gui.fake_hall import FIRST, fake_publication, fake_view
from tests.gui.fake_own import fake_own_view
from tests.gui.fake_polls import DEADLINE, PERIOD, open_round_sheet

OPEN = replace(fake_own_view(), bidding=OwnRound(open_round_sheet(), None, None), standing=())
TUESDAY = date(2026, 11, 10)


def shown_on(qtbot: QtBot, page: OwnPage, view: OwnView) -> list[DeskOrder]:
    """Show the page; gives the orders it asks to have done, which a test answers by hand."""
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show_publication(view)
    with qtbot.waitExposed(page):
        page.show()
    orders: list[DeskOrder] = []

    def note(ask: Ask) -> None:
        orders.append(ask.order)

    page.asked.connect(note)
    return orders


class TestSchedule:
    def test_a_month_is_whole_weeks_with_ones_own_shifts(self) -> None:
        view = fake_own_view()
        sheet = schedule_sheet(view, FIRST.replace(day=1), 0)
        days = [day for week in sheet.weeks for day in week]
        assert [day.day for day in days] == [days[0].day + timedelta(days=n) for n in range(len(days))]
        assert days[0].day.weekday() == 0
        assert {len(week) for week in sheet.weeks} == {7}
        own = [shift for shift in view.rosters[0].shifts if shift.day.month == FIRST.month]
        assert [each.shift for each in sheet.shifts] == own
        assert [shift for day in days if day.inside for shift in day.shifts] == own
        assert sheet.next_shift == next(shift for shift in own if shift.day >= view.on)
        assert months_of(view) == (date(2026, 10, 1), date(2026, 11, 1))

    def test_days_of_a_later_period_are_taken_over(self) -> None:
        view = fake_own_view()
        (roster,) = view.rosters
        later = replace(roster, shifts=(), version=2)
        assert schedule_sheet(replace(view, rosters=(roster, later)), FIRST.replace(day=1), 0).shifts == ()

    def test_shifts_become_a_calendar_file(
        self, qtbot: QtBot, appearance: Appearance, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        page = MySchedulePage(appearance)
        orders = shown_on(qtbot, page, fake_own_view())
        calendar = tmp_path / "mine.ics"

        def choose(*_: object) -> tuple[str, str]:
            return str(calendar), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        page.export_action.trigger()
        assert orders == [ExportOwnCalendar("queen-street", fake_own_view().rosters[0].period, calendar, "en")]

    def test_nothing_published_is_said(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MySchedulePage(appearance)
        shown_on(qtbot, page, replace(fake_own_view(), rosters=()))
        assert page.empty_state.headline == "No roster to show"
        page.empty_state.say("", "")
        for _ in range(2):
            appearance.changed.emit()
        assert page.empty_state.headline == "No roster to show", "said anew, as after a change of language"


class TestVote:
    def test_answers_make_one_ballot(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MyVotePage(appearance)
        orders = shown_on(qtbot, page, OPEN)
        assert page.badge(OPEN) == "!"
        assert not page.give_button.isEnabled()
        page.buttons[Answer.WANT].click()
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        assert page.buttons[None].isChecked(), "nothing is said of the second choice yet"
        page.buttons[Answer.CANNOT].click()
        QTest.mouseClick(page.give_button, Qt.MouseButton.LeftButton)
        assert OPEN.vote is not None
        assert orders == [CastBallot(OPEN.vote.sheet.poll.id, {"early-8h": Answer.WANT, "late-8h": Answer.CANNOT})]
        QTest.keyClick(page.table, Qt.Key.Key_Up)
        assert page.buttons[Answer.WANT].isChecked()
        page.buttons[None].click()
        assert page.answers == {"late-8h": Answer.CANNOT}

    def test_the_receipt_is_told(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MyVotePage(appearance)
        shown_on(qtbot, page, OPEN)
        page._tell_receipt("0123456789abcdef")
        (dialog,) = page.findChildren(AnswerDialog)
        assert "0123456789abcdef" in dialog.sentence.text()
        dialog.close()

    def test_after_the_deadline_nothing_is_taken(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MyVotePage(appearance)
        late = replace(OPEN, now=DEADLINE)
        shown_on(qtbot, page, late)
        assert page.badge(late) == ""
        assert not any(button.isEnabled() for button in page.buttons.values())


class TestDraft:
    SHEET = open_round_sheet()

    def test_painting_goes_before_patterns_and_says_nothing_twice(self) -> None:
        draft = WishDraft().with_pattern(BidLevel.LIKE, "early", "").with_pattern(BidLevel.WANT, "off", "tue")
        assert draft.wishes == ("like:early", "want:off:tue")
        draft = draft.with_levels(self.SHEET, [(TUESDAY, None), (TUESDAY, "early-8h")], BidLevel.WANT)
        assert draft.painted == {(TUESDAY, "early-8h"): BidLevel.WANT}, "the day off is wanted already"
        assert draft.wishes[-1] == "want:early-8h:2026-11-10"
        back = draft.with_levels(self.SHEET, [(TUESDAY, "early-8h")], BidLevel.LIKE)
        assert back.painted == {}

    def test_neutral_takes_a_pattern_back_for_a_day(self) -> None:
        draft = WishDraft(patterns=("want:off:tue",)).with_levels(self.SHEET, [(TUESDAY, None)], BidLevel.NEUTRAL)
        assert draft.wishes == ("want:off:tue", "neutral:off:2026-11-10")

    def test_a_pattern_chosen_again_moves_to_the_end(self) -> None:
        draft = WishDraft(patterns=("like:any", "avoid:late")).with_pattern(BidLevel.LIKE, "any", "")
        assert draft.patterns == ("avoid:late", "like:any")
        assert draft.without_pattern("avoid:late").patterns == ("like:any",)


class TestBids:
    def paint(self, page: MyBidsPage, row: int, columns: Sequence[int]) -> None:
        page.grid.go_to(row, columns[0])
        for _ in columns[1:]:
            QTest.keyClick(page.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(page.grid, Qt.Key.Key_Space)

    def test_days_are_painted_with_the_keyboard_and_given(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MyBidsPage(appearance)
        orders = shown_on(qtbot, page, OPEN)
        self.paint(page, 0, [1, 2])
        days = open_round_sheet().days
        assert page.draft.wishes == (f"want:off:{days[1]}", f"want:off:{days[2]}")
        assert page._method.text().startswith("Shifts are given out by: Turns there and back. Law and enough people")
        assert page._totals.text().startswith("Points asked: 6 · shifts wished for: 0")
        page.brushes[BidLevel.AVOID].click()
        self.paint(page, 1, [3])
        page.pattern_row.what.setCurrentIndex(1)
        page.pattern_row.add_button.click()
        assert page.draft.patterns == ("want:early",)
        QTest.mouseClick(page.give_button, Qt.MouseButton.LeftButton)
        assert orders == [JudgeWishes(page._poll, page.draft.wishes)]
        page._give_judged(WishJudgement(3, 9600, ()))
        assert orders[-1] == GiveBids(page._poll, page.draft.wishes)

    def test_what_nobody_could_award_is_told_before_it_is_given(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MyBidsPage(appearance)
        orders = shown_on(qtbot, page, OPEN)
        self.paint(page, 1, [0])
        page._give_judged(WishJudgement(1, 9600, (BarredWish(TUESDAY, "early-8h", "is on leave then."),)))
        (dialog,) = page.findChildren(JudgementDialog)
        assert "none" in dialog.sentence.text()
        assert dialog.table.records.rowCount() == 1
        assert orders == []
        dialog.accept()
        assert orders == [GiveBids(page._poll, page.draft.wishes)]

    def test_who_bids_for_too_little_is_warned(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MyBidsPage(appearance)
        orders = shown_on(qtbot, page, OPEN)
        self.paint(page, 1, [0])
        narrow = NarrowBids(((TUESDAY, "early-8h"),), 450, 14_400)
        page._give_judged(WishJudgement(1, 9600, (), narrow))
        (dialog,) = page.findChildren(JudgementDialog)
        assert "you can be awarded none of early-8h Tue 10 Nov" in dialog.narrow.text()
        assert "from 240 h on" in dialog.narrow.text()
        assert orders == []
        dialog.accept()
        assert orders == [GiveBids(page._poll, page.draft.wishes)]

    def test_the_pointer_paints_what_it_is_dragged_over(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MyBidsPage(appearance)
        shown_on(qtbot, page, OPEN)
        spots = [page.grid.visualRect(page.grid.model().index(0, column)).center() for column in (0, 2)]
        QTest.mousePress(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=spots[0])
        QTest.mouseMove(page.grid.viewport(), spots[1])
        QTest.mouseRelease(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=spots[1])
        assert len(page.draft.painted) == 3

    def test_standing_wishes_are_where_a_draft_begins(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MyBidsPage(appearance)
        orders = shown_on(qtbot, page, replace(OPEN, standing=("like:off:sun",)))
        assert page.draft.patterns == ("like:off:sun",)
        assert str(page.patterns.sorted.index(0, 0).data()) == "like (1 point) · the day off · Sunday"
        page.standing_button.click()
        assert orders == [KeepStanding(("like:off:sun",))]

    def test_an_awarded_round_is_only_read(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MyBidsPage(appearance)
        shown_on(qtbot, page, replace(fake_own_view(), standing=()))
        self.paint(page, 0, [0])
        assert page.draft.wishes == ()
        assert not page.give_button.isEnabled()


class TestResult:
    def test_every_lost_wish_has_its_reason(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MyResultPage(appearance)
        shown_on(qtbot, page, fake_own_view())
        assert "3 of 7 points" in page._summary.text()
        assert page.lost.records.rowCount() == 2
        assert page.kept.records.rowCount() == 1, "only one's own"
        QTest.keyClick(page.lost, Qt.Key.Key_Down)
        assert "11 h" in page._reason.text()

    def test_before_the_award_there_is_nothing(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MyResultPage(appearance)
        shown_on(qtbot, page, OPEN)
        assert page.empty_state.headline == "No award yet"


class TestRequests:
    def test_time_off_is_asked_for_and_taken_back(self, qtbot: QtBot, appearance: Appearance) -> None:
        page = MyRequestsPage(appearance)
        orders = shown_on(qtbot, page, OPEN)
        page.first.setDate(page.first.date().addDays(10))
        assert page.last.date() == page.first.date(), "the last day follows the first"
        page.reason.setText("moving house")
        page.ask_button.click()
        (asked,) = orders
        assert isinstance(asked, AskTimeOff)
        assert (asked.new.employee, asked.new.kind, asked.new.reason) == ("e000", LeaveKind.ANNUAL, "moving house")
        assert (asked.new.span.end - asked.new.span.start) // 3600 == 24
        open_row = next(row for row in range(2) if page.table.records.record_at(row).open)
        page.table.setCurrentIndex(page.table.sorted.index(open_row, 0))
        page.cancel_button.click()
        assert orders[-1] == CancelTimeOff("queen-street", "r2")
        page.table.setCurrentIndex(page.table.sorted.index(1 - open_row, 0))
        assert not page.cancel_button.isEnabled(), "what was refused stands no more"


def test_my_data_names_everything_stored(qtbot: QtBot, appearance: Appearance) -> None:
    page = MyDataPage(appearance)
    shown_on(qtbot, page, fake_own_view())
    told = {str(page.table.sorted.index(row, 0).data()) for row in range(page.table.sorted.rowCount())}
    assert {"Date of birth", "Pay for a normal hour", "Request", "Standing wishes", "Roster", "Away"} <= told
    assert {"Shift offered", "Exchange of shifts", "Appeal"} <= told


def test_my_data_names_who_saw_it_and_saves_it_all(
    qtbot: QtBot, appearance: Appearance, monkeypatch: pytest.MonkeyPatch, languages: Languages, tmp_path: Path
) -> None:
    page = MyDataPage(appearance)
    orders = shown_on(qtbot, page, fake_own_view())
    readers = page.readers.sorted
    told = [[str(readers.index(row, column).data()) for column in range(1, 4)] for row in range(readers.rowCount())]
    assert told == [
        ["manager", "manager", "staff list (contract, skills, birth, pay for an hour), shifts, pay"],
        ["clerk", "payroll clerk", "pay, written to a file"],
    ]
    chosen = iter(["", str(tmp_path / "mine.json")])

    def choose(*_: object) -> tuple[str, str]:
        return next(chosen), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.export_button.click()
    assert orders == []
    page.export_button.click()
    assert orders == [ExportOwnData(tmp_path / "mine.json")]
    languages.choose(Language.CHINESE)
    qtbot.waitUntil(lambda: str(readers.index(1, 3).data()) == "工资（写入文件）")
    page.show_publication(replace(fake_own_view(), readers=()))
    assert not page.readers.isVisible()


def test_who_has_asked_for_nothing_reads_what_will_stand_there(qtbot: QtBot, appearance: Appearance) -> None:
    page = MyRequestsPage(appearance)
    shown_on(qtbot, page, fake_own_view())
    assert not page.asked_for.says_nothing
    page.show_publication(replace(fake_own_view(), requests=()))
    assert page.asked_for.says_nothing
    assert page.ask_button.isEnabled()


def test_who_has_earned_no_time_off_reads_what_will_stand_there(qtbot: QtBot, appearance: Appearance) -> None:
    page = MyToilPage(appearance)
    view, bare = fake_own_view(), fake_view(fake_publication()).statements[0].statement
    shown_on(qtbot, page, view)
    assert not page.statement.says_nothing
    page.show_publication(replace(view, statement=bare))
    assert page.statement.says_nothing


@pytest.mark.parametrize("make", [MySchedulePage, MyVotePage, MyBidsPage, MyResultPage, MyRequestsPage, MyToilPage])
def test_tables_are_sound_models_with_names(
    qtbot: QtBot, qtmodeltester: ModelTester, appearance: Appearance, make: type[OwnPage]
) -> None:
    page = make(appearance)
    shown_on(qtbot, page, fake_own_view())
    names = ("table", "patterns", "lost", "kept", "lots", "entries")
    tables = [each for name in names if (each := getattr(page, name, None))]
    assert tables
    for table in tables:
        qtmodeltester.check(table.records)
        assert table.accessibleName()
    assert PERIOD.first > FIRST


def test_a_page_without_anything_says_so_in_the_language_chosen_later(
    qtbot: QtBot, appearance: Appearance, languages: Languages
) -> None:
    page = MyBidsPage(appearance)
    shown_on(qtbot, page, replace(fake_own_view(), bidding=None))
    assert page.empty_state.headline == "No bidding round yet"
    languages.choose(Language.CHINESE)
    qtbot.waitUntil(lambda: page.empty_state.headline == "尚无选班")
