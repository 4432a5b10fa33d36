"""The manager's pages on votes, rounds and requests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from shiftbid.domain.ballot import VoteMethod
from shiftbid.domain.ballot_terms import BallotTerms
from shiftbid.domain.poll import PollAct, PollKind
from shiftbid.domain.round_method import RoundMethod
from shiftbid.services.desk_orders import DeskOrder
from shiftbid.services.hall_view import HallView
from shiftbid.services.poll_orders import (
    AwardRound,
    ClosePoll,
    Credentials,
    FinishRound,
    GrantTimeOff,
    InquireVote,
    OpenRound,
    OpenVote,
    RefuseTimeOff,
    WithdrawPoll,
)
from shiftbid.services.poll_sheets import HallPolls
from shiftbid.services.told_inquiry import RejectedChoice, RejectedOutcome, ShortGroup, ToldInquiry
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.page import Ask, DeskPage, Shown
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.requests.page import RequestsPage
from shiftbid.ui.pages.round.page import RoundPage
from shiftbid.ui.pages.round.presenter import bidders
from shiftbid.ui.pages.vote.inquiry_dialog import InquiryDialog
from shiftbid.ui.pages.vote.page import VotePage
from shiftbid.ui.pages.vote.result_dialog import VoteResultDialog
from shiftbid.ui.widgets.opening_dialog import RoundOpeningDialog, VoteOpeningDialog
from shiftbid.ui.widgets.reason_dialog import ReasonDialog
from shiftbid.ui.widgets.trustee_dialog import TrusteeDialog
from tests.gui.fake_polls import (
    DEADLINE,
    PERIOD,
    counted_vote_sheet,
    fake_poll,
    fake_polls,
    open_round_sheet,
    open_vote_sheet,
)

KEY = Credentials("Tama", "508213")


def shown_on(qtbot: QtBot, page: DeskPage[Shown], shown: Shown) -> list[DeskOrder]:
    """Show the page; gives the orders it asks to have done."""
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show_publication(shown)
    with qtbot.waitExposed(page):
        page.show()
    orders: list[DeskOrder] = []

    def note(ask: Ask) -> None:
        orders.append(ask.order)

    page.asked.connect(note)
    return orders


def type_key(dialog: TrusteeDialog) -> None:
    dialog.name.setText(KEY.name)
    QTest.keyClicks(dialog.pin, KEY.pin)
    dialog.accept()


def without_polls() -> HallPolls:
    return replace(fake_polls(), vote=None, round=None, outcome=None)


def with_round(*acts: PollAct) -> HallPolls:
    sheet = replace(open_round_sheet(), poll=fake_poll(PollKind.ROUND, *acts))
    return replace(fake_polls(), vote=counted_vote_sheet(), round=sheet, outcome=None)


def test_a_vote_is_opened_with_deadline_quorum_and_trustee(qtbot: QtBot, appearance: Appearance) -> None:
    page = VotePage(appearance)
    orders = shown_on(qtbot, page, without_polls())
    page.open_action.trigger()
    (dialog,) = page.findChildren(VoteOpeningDialog)
    dialog.weeks.setValue(2)
    assert dialog.ballot == BallotTerms()
    dialog.quorum.setValue(7)
    dialog.seats.setValue(9)
    dialog.most_missing.setValue(1.5)
    dialog.most_extra_hours.setValue(8)
    dialog.counting.setCurrentIndex(1)
    type_key(dialog)
    (order,) = orders
    assert isinstance(order, OpenVote)
    assert (order.period.first, len(order.period.days), order.quorum, order.trustee) == (PERIOD.first, 14, 7, KEY)
    assert order.ballot == BallotTerms(VoteMethod.PHRAGMEN, 9, 1.5, 8.0)
    assert order.until == "2026-11-02T18:00" or order.until > "2026-11-02", "a week before, or tomorrow"


def test_who_finds_no_trustee_is_led_to_the_accounts(qtbot: QtBot, appearance: Appearance) -> None:
    page = VotePage(appearance)
    orders = shown_on(qtbot, page, without_polls())
    page.open_action.trigger()
    (dialog,) = page.findChildren(VoteOpeningDialog)
    with qtbot.waitSignal(page.place_requested) as asked:
        dialog.accounts_button.click()
    assert asked.args is not None
    assert asked.args[0].page is PageName.SETTINGS
    assert (dialog.isVisible(), orders) == (False, [])


def test_an_open_vote_shows_turnout_and_no_ballot(qtbot: QtBot, appearance: Appearance) -> None:
    page = VotePage(appearance)
    shown_on(qtbot, page, fake_polls())
    assert page.turnout.value() == 9
    assert "key held by Tama" in page._summary.text()
    assert not page.open_action.isEnabled()
    assert not page.close_action.isEnabled(), "the deadline has not passed"
    assert page.withdraw_action.isEnabled()
    assert page.table.sorted.index(0, 3).data() == ""


def test_the_trustee_closes_after_the_deadline(qtbot: QtBot, appearance: Appearance) -> None:
    page = VotePage(appearance)
    late = replace(fake_polls(), now=DEADLINE)
    orders = shown_on(qtbot, page, late)
    assert page.badge(late) == "!"
    page.close_action.trigger()
    (dialog,) = page.findChildren(TrusteeDialog)
    assert dialog.name.text() == "Tama"
    type_key(dialog)
    assert orders == [ClosePoll(PollKind.VOTE, open_vote_sheet().poll.id, KEY)]


def test_a_poll_is_withdrawn_with_a_reason(qtbot: QtBot, appearance: Appearance) -> None:
    page = VotePage(appearance)
    orders = shown_on(qtbot, page, fake_polls())
    page.withdraw_action.trigger()
    (dialog,) = page.findChildren(ReasonDialog)
    dialog.line.setText("  wrong dates ")
    dialog.accept()
    assert orders == [WithdrawPoll(open_vote_sheet().poll.id, "wrong dates")]


def test_a_counted_vote_shows_what_was_said_and_adopted(qtbot: QtBot, appearance: Appearance) -> None:
    page = VotePage(appearance)
    shown_on(qtbot, page, replace(fake_polls(), vote=counted_vote_sheet()))
    row = [str(page.table.sorted.index(0, column).data()) for column in range(6)]
    assert row[2:] == ["5", "2", "1", "✓"]


def test_a_round_opens_on_a_counted_vote_only(qtbot: QtBot, appearance: Appearance) -> None:
    page = RoundPage(appearance)
    orders = shown_on(qtbot, page, replace(fake_polls(), round=None, outcome=None))
    assert not page.open_action.isEnabled()
    vote = counted_vote_sheet()
    page.show_publication(replace(fake_polls(), vote=vote, round=None, outcome=None))
    page.open_action.trigger()
    (dialog,) = page.findChildren(RoundOpeningDialog)
    assert dialog.method.method is RoundMethod.SNAKE, "as the hall has agreed"
    assert "reverse order" in dialog.method.sentence.text()
    dialog.method.choose(RoundMethod.SENIORITY)
    assert "employed first" in dialog.method.sentence.text()
    type_key(dialog)
    (order,) = orders
    assert isinstance(order, OpenRound)
    assert (order.vote, order.method, order.trustee) == (vote.poll.id, RoundMethod.SENIORITY, KEY)


@pytest.mark.parametrize(
    ("acts", "allowed"),
    [
        ((), {"withdraw"}),
        ((PollAct.CLOSE, PollAct.REVEAL), {"award", "withdraw"}),
        ((PollAct.CLOSE, PollAct.REVEAL, PollAct.AWARD), {"final"}),
        ((PollAct.CLOSE, PollAct.REVEAL, PollAct.AWARD, PollAct.FINISH), set[str]()),
        ((PollAct.WITHDRAW,), {"open"}),
    ],
)
def test_only_the_steps_that_may_follow_are_offered(
    qtbot: QtBot, appearance: Appearance, acts: tuple[PollAct, ...], allowed: set[str]
) -> None:
    page = RoundPage(appearance)
    shown_on(qtbot, page, with_round(*acts))
    steps = {
        "open": page.open_action,
        "close": page.close_action,
        "award": page.award_action,
        "final": page.final_action,
        "withdraw": page.withdraw_action,
    }
    assert {name for name, action in steps.items() if action.isEnabled()} == allowed
    page.set_working(under_way=True)
    assert not any(action.isEnabled() for action in steps.values())


def test_award_and_final_are_ordered(qtbot: QtBot, appearance: Appearance) -> None:
    page = RoundPage(appearance)
    orders = shown_on(qtbot, page, with_round(PollAct.CLOSE, PollAct.REVEAL))
    page.award_action.trigger()
    (dialog,) = page.findChildren(ReasonDialog)
    dialog.accept()
    page.show_publication(with_round(PollAct.CLOSE, PollAct.REVEAL, PollAct.AWARD))
    page.final_action.trigger()
    assert orders == [AwardRound(fake_poll(PollKind.ROUND).id, ""), FinishRound(fake_poll(PollKind.ROUND).id)]


def test_the_least_satisfied_come_first(qtbot: QtBot, appearance: Appearance) -> None:
    records = bidders(fake_polls())
    assert [(each.name, each.kept, each.lost) for each in records] == [("Aroha Ngata", 1, 2), ("Ben Carter", 1, 0)]
    page = RoundPage(appearance)
    shown_on(qtbot, page, fake_polls())
    assert page.table.sorted.index(0, 3).data() == "43 %"
    assert "snake" in page._method.text()
    assert not page.satisfaction.says_nothing


def test_before_the_award_the_page_says_what_will_stand_there(qtbot: QtBot, appearance: Appearance) -> None:
    page = RoundPage(appearance)
    shown_on(qtbot, page, replace(fake_polls(), outcome=None))
    assert page.satisfaction.says_nothing
    assert page.satisfaction.empty_state.headline == "No award yet"


def test_requests_are_granted_or_refused_with_a_reason(qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
    page = RequestsPage(appearance)
    orders = shown_on(qtbot, page, shown)
    assert page.badge(shown) == "1"
    page.grant_action.trigger()
    page.refuse_action.trigger()
    (dialog,) = page.findChildren(ReasonDialog)
    assert not dialog.reason
    dialog.line.setText("two are away")
    dialog.accept()
    assert orders == [GrantTimeOff("queen-street", "r1"), RefuseTimeOff("queen-street", "r1", "two are away")]


def test_the_result_says_what_the_vote_costs(qtbot: QtBot, appearance: Appearance) -> None:
    page = VotePage(appearance)
    orders = shown_on(qtbot, page, replace(fake_polls(), vote=counted_vote_sheet()))
    page.result_action.trigger()
    (dialog,) = page.findChildren(VoteResultDialog)
    text = dialog.sentence.text()
    assert "Points of the winners: 7.50; no covering set exceeds 7.50; proven." in text
    assert "The vote costs 10 paid hours" in text
    assert [str(dialog.people.records.index(row, 1).data()) for row in range(2)] == ["1", "8"]
    page.inquire_action.trigger()
    assert orders == [InquireVote(counted_vote_sheet().poll.id)]
    dialog.close()


def test_what_others_would_have_displaced_is_told(
    qtbot: QtBot, qtmodeltester: ModelTester, appearance: Appearance
) -> None:
    page = VotePage(appearance)
    qtbot.addWidget(page)
    choices = (
        RejectedChoice("late-8h", 6, RejectedOutcome.DISPLACES, ("early-8h",), ("noon-6h",), 6.5),
        RejectedChoice("noon-6h", 3, RejectedOutcome.NO_COVER, (), (), 0.0),
        RejectedChoice("evening-5h", 1, RejectedOutcome.UNDECIDED, (), (), 0.0),
    )
    inquiry = ToldInquiry(choices, (ShortGroup("late-8h", 4, excused=True), ShortGroup("x", 3, excused=False)), 9.0)
    dialog = InquiryDialog(inquiry, appearance, page)
    qtmodeltester.check(dialog.templates.records)
    told = [str(dialog.templates.records.index(row, 2).data()) for row in range(3)]
    assert told == [
        "with noon-6h would have displaced early-8h",
        "no set with it covers the demand within the limits",
        "not decided within the limit of work",
    ]
    assert "promises more: 2, not excused by cover: 1." in dialog.sentence.text()


def test_a_vote_before_its_count_has_no_result(qtbot: QtBot, appearance: Appearance) -> None:
    page = VotePage(appearance)
    shown_on(qtbot, page, fake_polls())
    assert not page.result_action.isEnabled()
    assert not page.inquire_action.isEnabled()
