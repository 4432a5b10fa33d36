"""People, time off in lieu, payroll, rules and today."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from shiftbid.domain.pay import PayClass
from shiftbid.domain.pay_run import PayRun
from shiftbid.exporters.payroll_formats.catalogue import PAYROLL_FORMATS
from shiftbid.rules.book import load_pack, pack_ids
from shiftbid.services.desk_orders import PAYROLL_FORMS, ClosePay, ExportPay, ReopenPay
from shiftbid.services.exports import ExportReport
from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.page import Ask, Page, Place
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.payroll.export_dialog import ExportDialog
from shiftbid.ui.pages.payroll.page import PayrollPage
from shiftbid.ui.pages.payroll.presenter import pay_sheet
from shiftbid.ui.pages.people.page import SKILLS, PeoplePage
from shiftbid.ui.pages.people.presenter import staff_sheet
from shiftbid.ui.pages.rules import value_words
from shiftbid.ui.pages.rules.page import RulesPage
from shiftbid.ui.pages.rules.presenter import rule_records
from shiftbid.ui.pages.rules.value_words import reading_text, value_text
from shiftbid.ui.pages.today.page import TodayPage, TodayPart
from shiftbid.ui.pages.today.presenter import Matter, today_records
from shiftbid.ui.pages.toil.page import ToilPage
from shiftbid.ui.pages.toil.presenter import toil_sheet
from tests.gui.fake_hall import FIRST, HALL, NAMES, closed_and_changed
from tests.gui.fake_matters import fake_matters


def shown_on(qtbot: QtBot, page: Page, view: HallView) -> None:
    qtbot.addWidget(page)
    page.show_publication(view)


class TestPeople:
    def test_hours_stand_against_the_contract(self, shown: HallView) -> None:
        sheet = staff_sheet(shown)
        publication = shown.publication
        first = sheet.people[0]
        own = [each.shift for each in publication.roster.assignments if each.employee == first.employee.id]
        assert first.planned_minutes == sum(shift.paid_minutes for shift in own)
        assert first.shifts == len(own)
        assert first.contract_minutes == 4 * first.employee.contract_minutes
        assert sheet.planned_minutes == sum(each.shift.paid_minutes for each in publication.roster.assignments)
        assert sum(each.findings for each in sheet.people) == len(publication.findings)
        assert sheet.people[3].toil_minutes == 120
        assert sheet.on == publication.roster.period.last

    def test_enter_leads_to_the_statement(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = PeoplePage(appearance)
        shown_on(qtbot, page, shown)
        with qtbot.waitSignal(page.place_requested) as asked:
            page.table.activated.emit(page.table.sorted.index(3, 0))
        assert asked.args == [Place(PageName.TOIL, "e003", shown.on)]

    def test_a_narrow_table_scrolls_instead_of_cutting_the_skills_short(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        page = PeoplePage(appearance)
        shown_on(qtbot, page, shown)
        page.resize(500, 600)
        qtbot.waitUntil(lambda: page.table.viewport().width() < 500)
        assert page.table.columnWidth(SKILLS) >= page.table.sizeHintForColumn(SKILLS)
        assert page.table.horizontalScrollBar().maximum() > 0

    def test_the_filter_and_the_headers_work(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = PeoplePage(appearance)
        shown_on(qtbot, page, shown)
        page.filter_text.setText("watanabe")
        assert page.table.sorted.rowCount() == 1
        page.filter_text.clear()
        toil = 8
        page.table.sortByColumn(toil, Qt.SortOrder.DescendingOrder)
        assert page.table.sorted.index(0, toil).data() == "23:00", "hours sort as numbers, not as text"

    def test_an_empty_list_says_what_to_do(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = PeoplePage(appearance)
        shown_on(qtbot, page, replace(shown, publication=replace(shown.publication, employees=())))
        assert page.empty_state.headline == "Nobody is on the staff list"


class TestToil:
    def test_what_expires_within_thirty_days_is_marked(self, shown: HallView) -> None:
        sheet = toil_sheet(shown)
        assert [each.employee for each in sheet.people if each.soon_minutes] == ["e002"]
        assert sheet.soon_minutes == 120
        assert sheet.people[2].expires == shown.on + timedelta(days=20)
        assert sheet.people[0].expires is None

    def test_the_statement_follows_the_person(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = ToilPage(appearance)
        shown_on(qtbot, page, shown)
        page.reveal(Place(PageName.TOIL, "e003", shown.on))
        record = page.balances.current()
        assert record is not None
        assert (record.employee, record.minutes) == ("e003", 120)
        rows = [[page.entries.sorted.index(row, column).data() for column in range(5)] for row in range(2)]
        assert rows == [
            ["12 Oct 2026", "Brought in", "3:00", "3:00", ""],
            ["14 Oct 2026", "Taken", "−1:00", "2:00", "a day off"],
        ]
        assert [page.lots.sorted.index(0, column).data() for column in range(2)] == ["Overtime", "2:00"]

    def test_who_has_earned_nothing_reads_what_will_stand_there(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        page = ToilPage(appearance)
        shown_on(qtbot, page, shown)
        bare = next(each.employee for each in toil_sheet(shown).people if not each.entries)
        for employee, nothing in (("e003", False), (bare, True), ("e003", False)):
            page.reveal(Place(PageName.TOIL, employee, shown.on))
            assert page.statement.says_nothing is nothing
        assert page.statement.empty_state.headline == "Nothing earned or taken yet"


class TestPayroll:
    def test_people_and_classes_sum_to_the_lines(self, shown: HallView) -> None:
        sheet, pay = pay_sheet(shown), shown.pay
        assert sheet is not None
        assert pay is not None
        total = sum(line.minutes for line in pay.lines)
        assert sum(sheet.classes.values()) == sum(each.total_minutes for each in sheet.people) == total
        assert set(sheet.classes) == {PayClass.NORMAL, PayClass.OVERTIME}
        assert not sheet.changes, "there is no run yet that anything could have changed"
        assert not sheet.locked

    def test_a_closed_period_shows_what_was_locked(self, shown: HallView) -> None:
        changed = closed_and_changed(shown)
        assert changed.pay is not None
        assert changed.pay.last is not None
        locked = replace(changed, pay=replace(changed.pay, last=replace(changed.pay.last, reopening=None)))
        sheet = pay_sheet(locked)
        assert sheet is not None
        assert sheet.locked
        assert sum(sheet.classes.values()) == sum(line.minutes for line in changed.pay.last.lines)

    def test_changes_stand_below_once_there_is_a_run(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        page = PayrollPage(appearance)
        shown_on(qtbot, page, shown)
        assert page._lower.isHidden()
        page.show_publication(closed_and_changed(shown))
        assert not page._lower.isHidden()
        assert page.changes.sorted.rowCount() == 1
        assert str(page.changes.sorted.index(0, 3).data()).startswith("−")
        assert page._state.text() == "Open again since run 1: pay as it stands now"

    def test_classes_nobody_has_are_hidden(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = PayrollPage(appearance)
        shown_on(qtbot, page, shown)
        hidden = [page.table.isColumnHidden(place) for place, _ in enumerate(PayClass, start=1)]
        assert hidden == [each not in (PayClass.NORMAL, PayClass.OVERTIME) for each in PayClass]

    def test_closing_asks_first(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = PayrollPage(appearance)
        shown_on(qtbot, page, shown)
        page.close_button.click()
        box = page.findChild(QMessageBox)
        assert isinstance(box, QMessageBox)
        close = next(each for each in box.buttons() if each.text() == "Close the period")
        with qtbot.waitSignal(page.asked) as asked:
            close.click()
        ask = asked.args[0] if asked.args else None
        assert isinstance(ask, Ask)
        period = shown.publication.roster.period
        assert ask.order == ClosePay(HALL.id, period)
        with qtbot.waitSignals([page.told, page.changed]):
            ask.receive(PayRun(HALL.id, period, 2, 0, "clerk", ()))

    def test_a_locked_period_is_opened_again_for_a_reason(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        page = PayrollPage(appearance)
        shown_on(qtbot, page, shown)
        assert page.reopen_button.isHidden()
        changed = closed_and_changed(shown)
        assert changed.pay is not None
        assert changed.pay.last is not None
        run = replace(changed.pay.last, reopening=None)
        page.show_publication(replace(changed, pay=replace(changed.pay, last=run)))
        assert not page.reopen_button.isHidden()
        page.reopen_button.click()
        dialog = page.findChild(QInputDialog)
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue("a shift was clocked twice")
        with qtbot.waitSignal(page.asked) as asked:
            dialog.accept()
        ask = asked.args[0] if asked.args else None
        assert isinstance(ask, Ask)
        assert ask.order == ReopenPay(HALL.id, shown.publication.roster.period, "a shift was clocked twice")
        with qtbot.waitSignals([page.told, page.changed]):
            ask.receive(run)

    def test_an_export_names_its_files(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView, tmp_path: Path
    ) -> None:
        page = PayrollPage(appearance)
        shown_on(qtbot, page, shown)
        with qtbot.waitSignal(page.asked) as asked:
            page.export("csv", tmp_path, None)
        ask = asked.args[0] if asked.args else None
        assert isinstance(ask, Ask)
        period = shown.publication.roster.period
        assert ask.order == ExportPay(HALL.id, period, "csv", tmp_path, None)
        with qtbot.waitSignal(page.told) as told:
            ask.receive(ExportReport(period, (HALL.id,), (tmp_path / "pay.csv",), {}))
        assert told.args == [f"Written: {tmp_path / 'pay.csv'}"]

    def test_nothing_is_asked_while_work_is_under_way(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        page = PayrollPage(appearance)
        shown_on(qtbot, page, shown)
        page.set_working(True)
        assert not page.close_button.isEnabled()
        assert not page.export_button.isEnabled()
        page.set_working(False)
        assert page.close_button.isEnabled()

    def test_pay_that_cannot_be_reckoned_says_why(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = PayrollPage(appearance)
        shown_on(qtbot, page, replace(shown, pay=None, pay_problem="days are missing"))
        assert page.empty_state.accessibleDescription() == "days are missing"
        assert not page.close_button.isEnabled()

    def test_the_programs_offered_are_those_there_are(self) -> None:
        assert tuple(PAYROLL_FORMATS) == PAYROLL_FORMS

    def test_a_program_with_codes_wants_its_file(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView, tmp_path: Path
    ) -> None:
        page = PayrollPage(appearance)
        shown_on(qtbot, page, shown)
        dialog = ExportDialog(PAYROLL_FORMS, page)
        dialog.folder.setText(str(tmp_path))
        assert dialog.export_button.isEnabled()
        assert dialog.codes_file is None
        dialog.form.setCurrentText("adp")
        assert not dialog.export_button.isEnabled()
        codes = tmp_path / "codes.toml"
        codes.write_text("[adp]\n", encoding="utf-8")
        dialog.codes.setText(str(codes))
        assert dialog.export_button.isEnabled()
        assert dialog.codes_file == codes
        dialog.folder.setText(str(tmp_path / "nowhere"))
        assert not dialog.export_button.isEnabled()


class TestRules:
    @pytest.mark.parametrize(("language", "title"), [("en", "Longest working week"), ("zh", "每周最长工时")])
    def test_titles_follow_the_language(self, shown: HallView, language: str, title: str) -> None:
        records = {each.id: each for each in rule_records(shown.pack, language)}
        assert records["HOUSE-WEEK-HOURS"].title == title
        assert records["HOUSE-WEEK-HOURS"].values == (("limit_minutes", 2880),)

    def test_values_say_their_unit(self, appearance: Appearance) -> None:
        told = [
            value_text("rest_minutes", 660),
            value_text("limit_days", 6),
            value_text("night_start_minute", 1380),
            value_text("week_quota_seconds", 144_000),
            value_text("rate_percent", 150),
        ]
        assert told == ["rest 11:00", "most days 6", "night from 23:00", "hours of a week 40:00", "rate 150 %"]
        assert reading_text("week_rest", "rolling_7_days") == "the week is: any seven days"

    def test_every_value_and_reading_of_every_pack_has_words(self) -> None:
        rules = [rule for pack in pack_ids() for rule in load_pack(pack, FIRST).rules]
        assert {name for rule in rules for name in (*rule.numbers, *rule.readings)} <= set(value_words.NAMES)
        readings = {each for rule in rules for each in rule.readings.values()}
        readings |= {each for rule in rules for opening in rule.open.values() for each in opening.options}
        assert readings <= set(value_words.READINGS)

    def test_the_rule_is_told_with_article_and_source(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        page = RulesPage(appearance)
        shown_on(qtbot, page, replace(shown, pack=load_pack("EU", FIRST)))
        texts = [page.table.sorted.index(row, 2).data() for row in range(page.table.sorted.rowCount())]
        assert any("11:00" in str(text) for text in texts)
        assert all(page.table.sorted.index(row, 3).data() for row in range(page.table.sorted.rowCount()))
        assert page._detail.text()


class TestToday:
    def test_the_most_pressing_comes_first(self, shown: HallView) -> None:
        rows = shown.publication.certificate
        missed = (*(replace(row, kept=False) for row in rows[:4]), *rows[4:])
        records = today_records(
            replace(shown, publication=replace(shown.publication, certificate=missed)), fake_matters(shown.publication)
        )
        kinds = [each.matter for each in records]
        assert kinds == sorted(kinds, key=list(Matter).index)
        assert set(kinds) == set(Matter)
        by_kind = {each.matter: each for each in records}
        assert by_kind[Matter.UNLAWFUL].count == 1
        assert by_kind[Matter.FINDING].count == 3
        assert by_kind[Matter.MISSED_PROMISE].count == 1, "four quarter hours of one clock hour"
        assert (by_kind[Matter.EXPIRING_TOIL].employee, by_kind[Matter.EXPIRING_TOIL].minutes) == ("e002", 120)
        assert by_kind[Matter.OPEN_REQUEST].who == shown.publication.employees[5].name
        assert by_kind[Matter.APPEAL_TO_ANSWER].who == by_kind[Matter.APPEAL_TO_DECIDE].who == NAMES[0]
        assert (by_kind[Matter.OPEN_SWAP].who, by_kind[Matter.OPEN_SWAP].employee) == (
            f"{NAMES[2]}, {NAMES[3]}",
            "e002",
        )
        assert by_kind[Matter.UNPLANNED].day == shown.on + timedelta(days=1)

    def test_nothing_to_do_is_said(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = TodayPage(appearance)
        qtbot.addWidget(page)
        calm = replace(
            shown,
            publication=replace(shown.publication, findings=(), certificate=()),
            statements=(),
            requests=(),
            pay=None,
            planned_until=shown.on + timedelta(days=28),
        )
        page.show_publication(TodayPart(calm, None))
        assert page.empty_state.headline == "Nothing needs you"
        assert page.badge(TodayPart(calm, None)) == ""

    def test_a_period_still_ahead_has_no_pay_to_close(self, shown: HallView) -> None:
        early = replace(shown, on=FIRST - timedelta(days=3))
        assert Matter.PAY_OPEN not in {each.matter for each in today_records(early, None)}

    def test_a_line_leads_to_its_page(self, qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
        page = TodayPage(appearance)
        qtbot.addWidget(page)
        part = TodayPart(shown, fake_matters(shown.publication))
        page.show_publication(part)
        records = today_records(part.plan, part.brought_up)
        assert page.badge(part) == str(len(records))
        for row, record in enumerate(records):
            with qtbot.waitSignal(page.place_requested) as asked:
                page.table.activated.emit(page.table.sorted.index(row, 0))
            assert asked.args == [Place(record.page, record.employee, record.day)]


@pytest.mark.parametrize("make", [PeoplePage, ToilPage, PayrollPage, RulesPage])
def test_tables_are_sound_models_with_names(
    qtbot: QtBot, qtmodeltester: ModelTester, appearance: Appearance, shown: HallView, make: type[Page]
) -> None:
    page = make(appearance)
    shown_on(qtbot, page, closed_and_changed(shown))
    tables = [
        each for name in ("table", "balances", "lots", "entries", "changes") if (each := getattr(page, name, None))
    ]
    assert tables
    for table in tables:
        qtmodeltester.check(table.records)
        assert table.records.rowCount(table.records.index(0, 0)) == 0
        assert table.accessibleName()
        assert table.records.headerData(99, Qt.Orientation.Horizontal) is None
