"""Pages on claims and swaps: one's own, and the manager's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from shiftbid.domain.case import CaseAct
from shiftbid.services.case_orders import (
    AgreeToExchange,
    ApproveExchange,
    ClaimShift,
    FindSwaps,
    OfferShift,
    ProposeSwap,
    RefuseExchange,
    WithdrawCase,
)
from shiftbid.services.desk_orders import DeskOrder
from shiftbid.services.hall_matters import HallMatters
from shiftbid.services.own_view import OwnView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.my_swaps.page import MySwapsPage
from shiftbid.ui.pages.my_swaps.presenter import (
    TakeKind,
    others_shifts,
    own_exchange_rows,
    own_shift_rows,
    take_rows,
)
from shiftbid.ui.pages.page import Ask, DeskPage, Shown
from shiftbid.ui.pages.swaps.page import SwapsPage
from shiftbid.ui.pages.swaps.presenter import exchanges_in_order, free_shift_rows
from shiftbid.ui.widgets.reason_dialog import ReasonDialog
from shiftbid.ui.widgets.shift_choice_dialog import ShiftChoiceDialog
from tests.gui.fake_matters import decided_case, fake_matters
from tests.gui.fake_own import fake_own_view
from tests.gui.fake_polls import NOW

ME = "e000"


@pytest.fixture(scope="module")
def own() -> OwnView:
    return fake_own_view()


@pytest.fixture(scope="module")
def matters() -> HallMatters:
    return fake_matters()


def shown_on(qtbot: QtBot, page: DeskPage[Shown], part: Shown) -> list[DeskOrder]:
    """Show a page; gives the orders it asks to have done."""
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show_publication(part)
    with qtbot.waitExposed(page):
        page.show()
    orders: list[DeskOrder] = []

    def note(ask: Ask) -> None:
        orders.append(ask.order)

    page.asked.connect(note)
    return orders


class TestRows:
    def test_own_shifts_say_how_they_stand(self, matters: HallMatters) -> None:
        offered, waiting, *free = own_shift_rows(matters.board, ME, NOW)
        assert offered.offer is not None
        assert offered.offer.given_away
        assert waiting.in_exchange
        assert free
        assert not any(each.offer or each.in_exchange for each in free)
        assert all(each.shift.span.start > NOW for each in (offered, waiting, *free))

    def test_what_may_be_taken_leaves_out_ones_own(self, matters: HallMatters) -> None:
        rows = take_rows(matters.board, ME, NOW)
        assert {each.kind for each in rows} == set(TakeKind)
        assert not any(ME in matters.board.holders.get(each.shift.id, ()) for each in rows)
        wanted = next(each.wanted for each in rows if each.kind is TakeKind.FOR_ANOTHER)
        assert all(ME in matters.board.holders[each.id] for each in wanted)
        late = max(each.shift.span.start for each in rows)
        assert take_rows(matters.board, ME, late) == ()

    def test_exchanges_of_others_are_not_ones_own(self, matters: HallMatters) -> None:
        (mine,) = own_exchange_rows(matters.board, ME, "u3")
        assert mine.waits_for_me
        assert not mine.brought_up_by_me
        assert own_exchange_rows(matters.board, "e009", "u9") == ()
        assert all(holder != ME for _, holder in others_shifts(matters.board, ME, NOW))

    def test_the_manager_sees_what_waits_for_them_first(self, matters: HallMatters) -> None:
        first, second = exchanges_in_order(matters.board)
        assert first.waits_for_manager
        assert second.waits_for == (ME,)
        rows = free_shift_rows(matters.board, NOW)
        assert [bool(each.giver) for each in rows] == [True, True, True, False, False]


class TestMySwaps:
    def test_a_shift_is_given_away_offered_or_proposed(
        self, qtbot: QtBot, appearance: Appearance, own: OwnView
    ) -> None:
        page = MySwapsPage(appearance)
        orders = shown_on(qtbot, page, own)
        (of,) = own.matters
        assert page.badge(own) == "1"
        assert not page.give_away.isEnabled(), "it is offered already"
        page.take_back_offer.trigger()
        page.own.setCurrentIndex(page.own.sorted.index(2, 0))
        row = page.own.current()
        assert row is not None
        page.give_away.trigger()
        page.offer_for.trigger()
        (dialog,) = page.findChildren(ShiftChoiceDialog)
        dialog.table.selectRow(0)
        wanted = dialog.chosen[0].shift
        dialog.accept()
        page.propose.trigger()
        proposing = page.findChildren(ShiftChoiceDialog)[-1]
        proposing.filter_text.setText("Ben Carter")
        proposing.table.selectRow(0)
        (choice,) = proposing.chosen
        proposing.accept()
        hall = own.hall.id
        assert own.matters[0].board.offers[0][1].gives
        assert orders == [
            WithdrawCase(of.board.offers[0][0].id),
            OfferShift(hall, of.period, row.shift.id, ()),
            OfferShift(hall, of.period, row.shift.id, (wanted.id,)),
            ProposeSwap(hall, of.period, row.shift.id, choice.shift.id, "e001"),
        ]

    def test_a_shift_is_claimed_or_proposed_for(self, qtbot: QtBot, appearance: Appearance, own: OwnView) -> None:
        page = MySwapsPage(appearance)
        orders = shown_on(qtbot, page, own)
        rows = take_rows(own.matters[0].board, ME, own.now)
        for place, _ in enumerate(rows):
            page.takes.setCurrentIndex(page.takes.sorted.index(place, 0))
            page.claim.trigger()
        for row, order in zip(rows, orders, strict=True):
            if row.kind is TakeKind.FOR_ANOTHER:
                assert isinstance(order, ProposeSwap)
                assert (order.gives, order.takes, order.colleague) == (row.wanted[0].id, row.shift.id, row.giver)
            else:
                assert order == ClaimShift(own.hall.id, own.matters[0].period, row.shift.id)

    def test_an_exchange_is_agreed_to_refused_or_found(
        self, qtbot: QtBot, appearance: Appearance, own: OwnView
    ) -> None:
        page = MySwapsPage(appearance)
        orders = shown_on(qtbot, page, own)
        case = own.matters[0].board.exchanges[0].case.id
        page.agree.trigger()
        page.refuse.trigger()
        page.find_swaps.trigger()
        assert not page.take_back.isEnabled(), "somebody else has brought it up"
        assert orders == [
            AgreeToExchange(case),
            RefuseExchange(case, ""),
            FindSwaps(own.hall.id, own.matters[0].period),
        ]
        page.show_publication(replace(own, account=own.matters[0].board.exchanges[0].case.opened_by))
        page.take_back.trigger()
        assert orders[-1] == WithdrawCase(case)
        with qtbot.waitSignal(page.changed):
            page._tell(decided_case(CaseAct.CARRY_OUT))
        page.set_working(under_way=True)
        assert not page.agree.isEnabled()

    def test_after_the_end_nothing_changes_hands(self, qtbot: QtBot, appearance: Appearance, own: OwnView) -> None:
        page = MySwapsPage(appearance)
        (of,) = own.matters
        over = replace(of, board=replace(of.board, is_over=True))
        shown_on(qtbot, page, replace(own, matters=(over,)))
        assert "final" in page._summary.text()
        assert not any(button.isEnabled() for button in page._exchange_steps.buttons.values())
        page.show_publication(replace(own, matters=()))
        assert page.empty_state.headline == "No roster that has not ended"


class TestSwaps:
    def test_the_manager_approves_or_refuses_with_a_reason(
        self, qtbot: QtBot, appearance: Appearance, matters: HallMatters
    ) -> None:
        page = SwapsPage(appearance)
        orders = shown_on(qtbot, page, matters)
        assert page.badge(matters) == "1"
        assert "approve" in page._summary.text()
        page.approve.trigger()
        page.refuse.trigger()
        (dialog,) = page.findChildren(ReasonDialog)
        dialog.line.setText("the audit is that day")
        dialog.accept()
        page.find_swaps.trigger()
        case = exchanges_in_order(matters.board)[0].case.id
        assert orders == [
            ApproveExchange(case),
            RefuseExchange(case, "the audit is that day"),
            FindSwaps(matters.board.hall.id, matters.period),
        ]
        page.table.setCurrentIndex(page.table.sorted.index(1, 0))
        assert not page.approve.isEnabled(), "somebody has not agreed yet"

    def test_nothing_to_exchange_is_said(self, qtbot: QtBot, appearance: Appearance, matters: HallMatters) -> None:
        page = SwapsPage(appearance)
        board = replace(matters.board, offers=(), exchanges=(), open_shifts=())
        shown_on(qtbot, page, replace(matters, board=board))
        assert page.empty_state.headline == "Nothing is exchanged"


def test_tables_are_sound_models_with_names(
    qtbot: QtBot, qtmodeltester: ModelTester, appearance: Appearance, own: OwnView, matters: HallMatters
) -> None:
    mine, hall = MySwapsPage(appearance), SwapsPage(appearance)
    shown_on(qtbot, mine, own)
    shown_on(qtbot, hall, matters)
    for table in (mine.own, mine.takes, mine.exchanges, hall.table, hall.free):
        qtmodeltester.check(table.records)
        assert table.accessibleName()
