"""Questions that pages ask the worker process, and how the answers are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from shiftbid.services.cell_reason import CellAlternative, CellCost, CellQuestion, CellReason
from shiftbid.services.certificate_repairs import Repair
from shiftbid.services.desk_orders import ExplainMissing, OneMorePerson, StepIn, WhyCell
from shiftbid.services.hall_view import HallView
from shiftbid.services.step_in import ChangeRecord, RepairSheet, StandInRecord
from shiftbid.services.told_conflict import HallExplanation, ToldConflict
from shiftbid.services.worst_quarters import WORST_QUARTERS
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.command_palette import CommandPalette
from shiftbid.ui.pages.certificate.conflicts import conflicts_markdown
from shiftbid.ui.pages.certificate.page import CertificatePage
from shiftbid.ui.pages.page import Ask, Page
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.roster.absence_dialog import AbsenceDialog
from shiftbid.ui.pages.roster.cell_reason_dialog import CellReasonDialog
from shiftbid.ui.pages.roster.page import RosterPage
from shiftbid.ui.widgets.answer_dialog import AnswerDialog
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.window import MainWindow
from tests.gui.fake_hall import HALL
from tests.gui.fake_services import FakeServices

PATIENCE_MS = 60_000
OpenWindow = Callable[[FakeServices], MainWindow]
REPAIR = Repair(date(2026, 10, 13), "early-8h", 3, 1, 450)
COST = CellCost(0, 0, 0, 0, 0, 0, 0, -250, 30)
REASON = CellReason(
    held="queen-street/early-8h/2026-10-15",
    sentence="Aroha has it.",
    recorded=("She wished for it.",),
    alternatives=(
        CellAlternative((), lawful=True, broken_rules=(), cost=COST, sentence="Ben could have it."),
        CellAlternative(
            (),
            lawful=False,
            broken_rules=("rests too little",),
            cost=replace(COST, missing_half_hours=4),
            sentence="Chen could have it.",
        ),
    ),
    repair=None,
)
CONFLICT = ToldConflict(
    hall=HALL.id,
    first=date(2026, 10, 13),
    last=date(2026, 10, 14),
    sentence="4 heads cannot *all* be met.",
    missing_half_hours=5,
    minimal=True,
    repairs=("Ask two_people.",),
)


def shown_on(qtbot: QtBot, page: Page, view: HallView) -> None:
    qtbot.addWidget(page)
    page.show_publication(view)


def asked_by(qtbot: QtBot, page: Page, ask: Callable[[], object]) -> Ask:
    with qtbot.waitSignal(page.asked) as signal:
        ask()
    emitted = signal.args[0] if signal.args else None
    assert isinstance(emitted, Ask)
    return emitted


def dialog_of(page: Page) -> AnswerDialog:
    dialog = page.findChild(AnswerDialog)
    assert isinstance(dialog, AnswerDialog)
    assert dialog.isVisible()
    return dialog


class TestCertificate:
    @pytest.fixture
    def page(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> CertificatePage:
        page = CertificatePage(appearance)
        shown_on(qtbot, page, shown)
        return page

    def test_the_worst_quarter_hours_come_worst_first(self, page: CertificatePage, qtmodeltester: ModelTester) -> None:
        page.questions.worst.trigger()
        table = dialog_of(page).findChild(RecordTable)
        assert isinstance(table, RecordTable)
        qtmodeltester.check(table.records)
        assert table.records.rowCount() == WORST_QUARTERS
        shares = [int(str(table.records.index(row, 5).data()).split()[0]) for row in range(WORST_QUARTERS)]
        assert shares == sorted(shares)

    def test_one_more_person_is_asked_and_shown(self, qtbot: QtBot, page: CertificatePage, shown: HallView) -> None:
        ask = asked_by(qtbot, page, page.questions.one_more.trigger)
        assert ask.order == OneMorePerson(HALL.id, shown.publication.roster.period)
        ask.receive((REPAIR,))
        table = dialog_of(page).findChild(RecordTable)
        assert isinstance(table, RecordTable)
        row = [table.records.index(0, column).data() for column in range(5)]
        assert row == ["Tue 13 Oct", "early-8h", "3", "1", "7:30"]

    def test_nothing_to_mend_is_said(self, page: CertificatePage) -> None:
        page.questions.show_repairs(())
        assert dialog_of(page).sentence.text().startswith("No single further shift")

    def test_why_is_asked_in_the_windows_language(self, qtbot: QtBot, page: CertificatePage, shown: HallView) -> None:
        ask = asked_by(qtbot, page, page.questions.why.trigger)
        assert ask.order == ExplainMissing(HALL.id, shown.publication.roster.period, "en")
        ask.receive(HallExplanation(HALL.id, (CONFLICT,), decided=True))
        text = dialog_of(page).findChild(QTextBrowser)
        assert isinstance(text, QTextBrowser)
        words = text.toPlainText()
        for part in ("Tue 13 Oct – Wed 14 Oct", "4 heads cannot *all* be met.", "2.5 head-hours", "Ask two_people."):
            assert part in words

    @pytest.mark.parametrize(
        ("conflicts", "decided", "words"),
        [((), True, "Nothing stands in the way"), ((), False, "undecided"), ((CONFLICT,), False, "stay undecided")],
    )
    def test_what_was_decided_is_said(
        self, page: CertificatePage, conflicts: tuple[ToldConflict, ...], decided: bool, words: str
    ) -> None:
        page.questions.show_explanation(HallExplanation(HALL.id, conflicts, decided))
        assert words in dialog_of(page).sentence.text()

    def test_only_quick_questions_while_work_is_under_way(self, page: CertificatePage) -> None:
        page.set_working(True)
        assert [each.isEnabled() for each in page.questions.questions] == [True, False, False]
        page.set_working(False)
        assert all(each.isEnabled() for each in page.questions.questions)

    def test_a_conflict_that_may_hold_too_much_says_so(self) -> None:
        assert "Not all of these" in conflicts_markdown([replace(CONFLICT, minimal=False)])


class TestRoster:
    @pytest.fixture
    def page(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> RosterPage:
        page = RosterPage(appearance)
        shown_on(qtbot, page, shown)
        return page

    def test_absence_is_asked_where_there_is_a_shift(self, qtbot: QtBot, page: RosterPage, shown: HallView) -> None:
        first = shown.publication.roster.assignments[0]
        assert page.sheet is not None
        cell = page.sheet.cell_of(first.employee, first.shift.day)
        assert cell is not None
        page.table.go_to(*cell)
        ask = asked_by(qtbot, page, page.edit_actions.absent.trigger)
        period = shown.publication.roster.period
        assert ask.order == StepIn(HALL.id, period, first.employee, first.shift.day, "en")
        ask.receive(sheet(shown))
        assert "is absent" in dialog_of(page).windowTitle()

    def test_a_day_off_cannot_be_missed(self, page: RosterPage) -> None:
        assert page.sheet is not None
        cells = page.sheet.people[0].cells
        off = next(column for column, cell in enumerate(cells) if not cell.assignments)
        on = next(column for column, cell in enumerate(cells) if cell.assignments)
        page.table.go_to(0, off)
        assert not page.edit_actions.absent.isEnabled()
        page.table.go_to(0, on)
        assert page.edit_actions.absent.isEnabled()
        page.set_working(True)
        assert not page.edit_actions.absent.isEnabled()

    def test_why_a_cell_is_so_is_asked_and_told(
        self, qtbot: QtBot, qtmodeltester: ModelTester, page: RosterPage, shown: HallView
    ) -> None:
        page.table.go_to(0, 3)
        assert page.sheet is not None
        ask = asked_by(qtbot, page, page.edit_actions.why.trigger)
        publication = shown.publication
        question = CellQuestion(publication.employees[0].id, publication.roster.period.days[3])
        assert ask.order == WhyCell(HALL.id, publication.roster.period, question)
        ask.receive(REASON)
        dialog = dialog_of(page)
        assert isinstance(dialog, CellReasonDialog)
        assert dialog.sentence.text() == "Aroha has it.\nShe wished for it."
        qtmodeltester.check(dialog.alternatives.records)
        rows = [[str(dialog.alternatives.records.index(row, column).data()) for column in range(5)] for row in range(2)]
        assert rows[0] == ["✓ breaks no rule", "Ben could have it.", "", "−2.50", "+0:30"]
        assert rows[1][:3] == ["✖ breaks rules: 1", "Chen could have it.", "+4"]
        dialog.alternatives.selectRow(1)
        assert dialog.current.text() == "Chen could have it.\nrests too little"
        page.set_working(True)
        assert not page.edit_actions.why.isEnabled()
        page.set_working(False)
        page.show_publication(replace(shown, editable=False))
        assert not page.edit_actions.why.isEnabled(), "who may not edit may not ask"
        assert not page.edit_actions.absent.isEnabled()


def sheet(view: HallView) -> RepairSheet:
    shift = view.publication.roster.assignments[0].shift
    return RepairSheet(
        found=True,
        proven=True,
        missing_half_hours=3,
        stand_ins=(
            StandInRecord(shift, "Ben Carter", "", 0, 2400, 30, 21_000),
            StandInRecord(shift, "Chen Yulan", "rests too little", 2, 2700, 0, 21_000),
        ),
        changes=(ChangeRecord("Ben Carter", (), (shift,)),),
    )


def test_stand_ins_and_the_repair_are_told(
    qtbot: QtBot, appearance: Appearance, shown: HallView, qtmodeltester: ModelTester
) -> None:
    page = RosterPage(appearance)
    shown_on(qtbot, page, shown)
    page.show_stand_ins("Aroha Ngata", sheet(shown))
    dialog = dialog_of(page)
    assert isinstance(dialog, AbsenceDialog)
    qtmodeltester.check(dialog.stand_ins.records)
    qtmodeltester.check(dialog.changes.records)
    rules = [dialog.stand_ins.records.index(row, 2).data() for row in range(2)]
    assert rules == ["✓ breaks no rule", "! rests too little (+1)"]
    assert dialog.stand_ins.records.index(0, 5).data() == "210.00"
    assert dialog.repair.text().endswith("Proven: none is better.")


def test_no_repair_is_said(qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
    page = RosterPage(appearance)
    shown_on(qtbot, page, shown)
    page.show_stand_ins("Aroha Ngata", replace(sheet(shown), found=False, changes=()))
    dialog = dialog_of(page)
    assert isinstance(dialog, AbsenceDialog)
    assert dialog.repair.text().startswith("No repair was found")


def test_a_question_runs_in_the_worker_and_its_answer_comes_back(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(FakeServices(answer=(REPAIR,)))
    window.go_to_page(list(window.pages).index(PageName.CERTIFICATE))
    page = window.page
    assert isinstance(page, CertificatePage)
    page.questions.one_more.trigger()
    assert window.progress.isVisible()
    assert not page.questions.why.isEnabled()
    qtbot.waitUntil(lambda: page.findChild(AnswerDialog) is not None, timeout=PATIENCE_MS)
    assert page.questions.why.isEnabled()
    assert not window.progress.isVisible()


def test_the_palette_offers_what_the_page_can_be_asked(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    window.go_to_page(list(window.pages).index(PageName.CERTIFICATE))
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    titles = [palette.model.command_at(row).title for row in range(3)]
    assert titles == ["Certificate › Worst quarter hours", "Certificate › One more person", "Certificate › Why?"]
