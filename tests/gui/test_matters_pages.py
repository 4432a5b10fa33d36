"""Pages on appeals, proposals and fairness."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from shiftbid.domain.appeal import AppealCause
from shiftbid.domain.case import CaseState
from shiftbid.services.case_orders import AnswerAppeal, DecideAppeal, RaiseAppeal, WithdrawCase
from shiftbid.services.desk_view import DeskView
from shiftbid.services.hall_matters import HallMatters
from shiftbid.services.hall_view import HallView
from shiftbid.services.own_view import OwnView
from shiftbid.services.proposal_orders import CommentOnProposal, ProposeTemplate
from shiftbid.services.proposal_text import TemplateText
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.appeals.page import AppealsPage
from shiftbid.ui.pages.fairness.page import FairnessPage
from shiftbid.ui.pages.fairness.presenter import Figure, fairness_rows, person_shares
from shiftbid.ui.pages.my_proposals.page import MyProposalsPage
from shiftbid.ui.pages.my_result.appeal_dialog import AppealDialog
from shiftbid.ui.pages.my_result.page import MyResultPage
from shiftbid.ui.pages.my_result.presenter import appeal_shifts
from shiftbid.ui.pages.templates.page import TemplatesPage
from shiftbid.ui.widgets.reason_dialog import ReasonDialog
from tests.gui.fake_matters import USERS, fake_entrusted, fake_matters, fake_proposals
from tests.gui.fake_own import fake_own_view
from tests.gui.fake_polls import PERIOD, fake_outcome
from tests.gui.test_swap_pages import shown_on

ME = "e000"


@pytest.fixture(scope="module")
def own() -> OwnView:
    """One's own matters, the roster of the round among them."""
    view = fake_own_view()
    return replace(view, matters=(*view.matters, replace(view.matters[0], period=PERIOD)))


@pytest.fixture(scope="module")
def matters() -> HallMatters:
    return fake_matters()


class TestAppeals:
    def test_one_is_answered_another_decided(self, qtbot: QtBot, appearance: Appearance, matters: HallMatters) -> None:
        page = AppealsPage(appearance)
        orders = shown_on(qtbot, page, matters.appeals)
        assert page.badge(matters.appeals) == "2"
        first, second, _ = (page.table.records.record_at(row) for row in range(3))
        assert [first.standing.state, second.standing.state] == [CaseState.OPEN, CaseState.ANSWERED]
        assert str(page.table.records.index(0, 5).data()) == "? waits for an answer, late"
        assert not page.uphold.isEnabled()
        page.answer.trigger()
        page.findChildren(ReasonDialog)[-1].line.setText("Dee had it.")
        page.findChildren(ReasonDialog)[-1].accept()
        page.table.setCurrentIndex(page.table.sorted.index(1, 0))
        assert "Found anew: Without Aroha" in page._detail.text()
        for action in (page.uphold, page.dismiss):
            action.trigger()
            page.findChildren(ReasonDialog)[-1].line.setText("As recorded.")
            page.findChildren(ReasonDialog)[-1].accept()
        assert orders == [
            AnswerAppeal(first.standing.case, "Dee had it."),
            DecideAppeal(second.standing.case, uphold=True, reason="As recorded."),
            DecideAppeal(second.standing.case, uphold=False, reason="As recorded."),
        ]

    def test_causes_are_counted(self, qtbot: QtBot, appearance: Appearance, matters: HallMatters) -> None:
        page = AppealsPage(appearance)
        shown_on(qtbot, page, matters.appeals)
        assert page.causes.records.rowCount() == len(AppealCause)
        row = [str(page.causes.records.index(0, column).data()) for column in range(8)]
        assert row == ["a lost wish", "2", "2", "0", "0", "0", "1", "–"]

    def test_a_trustee_of_the_staff_decides_and_does_nothing_else(self, qtbot: QtBot, appearance: Appearance) -> None:
        page, board = AppealsPage(appearance), fake_entrusted()
        view = DeskView(None, None, None, None, None, board)
        assert page.part(view) is board
        shown_on(qtbot, page, board)
        assert page.badge(board) == "1"
        assert not page.causes.isVisible()
        assert [page.answer.isEnabled(), page.uphold.isEnabled()] == [False, False]
        page.table.setCurrentIndex(page.table.sorted.index(1, 0))
        assert [page.answer.isEnabled(), page.uphold.isEnabled(), page.dismiss.isEnabled()] == [False, True, True]

    def test_ones_own_is_raised_about_the_lost_wish_and_taken_back(
        self, qtbot: QtBot, appearance: Appearance, own: OwnView
    ) -> None:
        page = MyResultPage(appearance)
        orders = shown_on(qtbot, page, own)
        board = own.matters[-1].board
        page.appeal.trigger()
        (dialog,) = page.findChildren(AppealDialog)
        dialog.cause.setCurrentIndex(2)
        dialog.text.setText("Four late shifts in a row.")
        about = dialog.chosen_shift
        dialog.accept()
        page.take_back.trigger()
        assert orders == [
            RaiseAppeal(board.hall.id, PERIOD, about.id, AppealCause.BURDEN, "Four late shifts in a row."),
            WithdrawCase(own.matters[-1].appeals[0].standing.case),
        ]

    def test_the_shift_of_the_lost_wish_stands_first(self, own: OwnView) -> None:
        board, (off, early) = own.matters[-1].board, fake_outcome().lost
        mine = [shift for shift in board.shifts.values() if ME in board.holders.get(shift.id, ())]
        worked = replace(off, bid=replace(off.bid, day=mine[3].day))
        assert appeal_shifts(board, ME, worked)[0].day == mine[3].day
        other = next(shift for shift in board.shifts.values() if shift not in mine)
        lost = replace(early, bid=replace(early.bid, day=other.day, template=other.template))
        assert appeal_shifts(board, ME, lost)[0] == other
        assert set(appeal_shifts(board, ME, None)) == set(mine)


class TestProposals:
    def test_a_template_is_proposed(self, qtbot: QtBot, appearance: Appearance, own: OwnView) -> None:
        page = MyProposalsPage(appearance)
        orders = shown_on(qtbot, page, own)
        page.breaks[1].minutes.setValue(10)
        page.breaks[1].paid.setChecked(True)
        page.days[4].setChecked(False)
        page.propose_button.click()
        breaks = "12:00/30/unpaid;15:00/10/paid"
        assert orders == [
            ProposeTemplate(own.hall.id, TemplateText("09:00", "17:00", breaks, frozenset(range(4)), "counter"))
        ]
        for day in page.days:
            day.setChecked(False)
        assert not page.propose_button.isEnabled(), "a template runs on some day"

    def test_reasons_and_comments_are_read_and_a_comment_given(
        self, qtbot: QtBot, appearance: Appearance, own: OwnView
    ) -> None:
        page = MyProposalsPage(appearance)
        orders = shown_on(qtbot, page, own)
        assert page.panel.detail.text().endswith("Good before the lunch peak.")
        page.panel.comment.setText("The bus is late.")
        page.panel.button.click()
        page.panel.table.setCurrentIndex(page.panel.table.sorted.index(1, 0))
        assert page.panel.detail.text() == "fewest paid hours: part of it"
        assert orders == [CommentOnProposal(own.hall.id, 1, "The bus is late.")]

    def test_the_manager_reads_them_beside_the_menus(
        self, qtbot: QtBot, appearance: Appearance, shown: HallView
    ) -> None:
        page = TemplatesPage(appearance)
        shown_on(qtbot, page, shown)
        assert not page.proposals.isVisible(), "nothing is proposed"
        page.show_publication(replace(shown, proposals=fake_proposals(), commenters=USERS))
        assert page.proposals.isVisible()
        assert page.proposals.table.records.rowCount() == 2


class TestFairness:
    def test_figures_stand_beside_their_definitions(
        self, qtbot: QtBot, appearance: Appearance, matters: HallMatters
    ) -> None:
        report = matters.fairness
        assert report is not None
        rows = {each.figure: each for each in fairness_rows(report)}
        assert list(rows) == list(Figure)
        assert rows[Figure.LEAST].satisfaction == report.award["satisfaction"]["least"]
        assert (rows[Figure.ENVY].satisfaction, rows[Figure.ENVY].burden) == (12, None)
        page = FairnessPage(appearance)
        shown_on(qtbot, page, matters)
        assert page._definition.text() == "Least: what the person with least has"
        assert page.bars.words().startswith("People who wished: 24; satisfaction from 11 % to 96 %")

    def test_people_who_did_not_wish_stand_last(self, matters: HallMatters) -> None:
        report = matters.fairness
        assert report is not None
        silent = {**report.outcomes[0], "satisfaction": None}
        people = person_shares(replace(report, outcomes=(silent, *report.outcomes[1:])), matters.board.names)
        assert people[-1].satisfaction is None
        shares = [each.satisfaction for each in people[:-1]]
        assert shares == sorted(shares, key=lambda share: share or 0.0)

    def test_before_an_award_there_is_nothing(self, qtbot: QtBot, appearance: Appearance, matters: HallMatters) -> None:
        page = FairnessPage(appearance)
        shown_on(qtbot, page, replace(matters, fairness=None))
        assert page.empty_state.headline == "No award yet"


def test_tables_are_sound_models_with_names(
    qtbot: QtBot, qtmodeltester: ModelTester, appearance: Appearance, own: OwnView, matters: HallMatters
) -> None:
    appeals, fairness = AppealsPage(appearance), FairnessPage(appearance)
    result, proposals = MyResultPage(appearance), MyProposalsPage(appearance)
    shown_on(qtbot, appeals, matters.appeals)
    shown_on(qtbot, fairness, matters)
    for page in (result, proposals):
        shown_on(qtbot, page, own)
    for table in (
        *(appeals.table, appeals.causes, fairness.table, fairness.people),
        *(result.appeals, proposals.panel.table),
    ):
        qtmodeltester.check(table.records)
        assert table.accessibleName()
