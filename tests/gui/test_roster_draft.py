"""The draft of the roster: kept, offered again, compared, published; who can take a shift."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from shiftbid.domain.errors import StorageError
from shiftbid.domain.roster import Roster
from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.hall_view import HallView
from shiftbid.services.roster_orders import PublishEdit, RosterVersions
from shiftbid.services.stored_draft import StoredDraft
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.registry import MANAGER_PAGES
from shiftbid.ui.pages.roster.compare_dialog import CompareDialog
from shiftbid.ui.pages.roster.page import RosterPage
from shiftbid.ui.pages.roster.publish_dialog import PublishDialog
from shiftbid.ui.pages.roster.taker_dialog import TakerDialog
from shiftbid.ui.themes import ThemeName
from tests.gui.conftest import OpenWindow
from tests.gui.fake_hall import fake_publication, fake_view
from tests.gui.fake_services import FakeServices
from tests.gui.roster_hands import drag, place_of, shown_page, target_for, templates


@pytest.fixture(scope="module")
def week() -> HallView:
    return fake_view(fake_publication(weeks=1, people=14))


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, week: HallView) -> RosterPage:
    return shown_page(qtbot, appearance, week)


def draft_of(view: HallView) -> StoredDraft:
    """The roster with one shift taken away."""
    roster = view.publication.roster
    held = roster.assignments[0]
    removed = [{"employee": held.employee, "shift": held.shift.id, "pinned": held.pinned}]
    return StoredDraft(roster.hall, roster.period, 1, ({"removed": removed, "added": []},))


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

    def test_an_offer_follows_the_language_and_nothing_of_it_outlives_its_page(
        self, qtbot: QtBot, appearance: Appearance, week: HallView, languages: Languages
    ) -> None:
        page = RosterPage(appearance)  # not the bot's, which would close it once more
        page.show_publication(replace(week, draft=draft_of(week)))
        page.show()
        banner = page.banner
        qtbot.waitUntil(banner.isVisible)
        languages.choose(Language.CHINESE)
        qtbot.waitUntil(lambda: banner.sentence.text() == "保存有一份草稿：对第 1 版的 1 处修改。")
        page.deleteLater()
        qtbot.waitUntil(lambda: not isValid(banner))
        # A connection that had outlived the page would raise here, which fails the test.
        languages.choose(Language.ENGLISH)
        appearance.choose(ThemeName.DARK)
        qtbot.wait(1)

    def test_thrown_away_it_is_forgotten(self, qtbot: QtBot, appearance: Appearance, week: HallView) -> None:
        page = shown_page(qtbot, appearance, replace(week, draft=draft_of(week)))
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
        assert "Days that change: 2, of people: 2" in dialog.scope.text()
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
        assert dialog.sentence.text().startswith("Days that differ: 3, of people: ")
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


@dataclass
class FullDisk(FakeServices):
    """Nothing can be kept."""

    def keep_draft(self, draft: StoredDraft) -> None:
        raise StorageError("cannot keep the draft in drafts/h.json: no space left; check the disk")


def test_a_draft_that_cannot_be_kept_is_said_and_stays(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(FullDisk())
    window.go_to_page(MANAGER_PAGES.index(PageName.ROSTER))
    page = window.page
    assert isinstance(page, RosterPage)
    qtbot.waitUntil(lambda: page.editing.editor.draft is not None)
    page.table.go_to(*place_of(page, working=True))
    page.edit_actions.clear.trigger()
    assert window.statusBar().currentMessage().startswith("The draft is not kept: cannot keep the draft")
    assert page.edit_actions.undo.isEnabled()
