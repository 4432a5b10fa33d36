"""Swaps and claims: one's own shifts offered, what may be claimed, and exchanges that ask for one's word."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QWidget
from typing_extensions import override

from shiftbid.domain.case import Case
from shiftbid.services.case_orders import (
    AgreeToExchange,
    ClaimShift,
    FindSwaps,
    OfferShift,
    ProposeSwap,
    RefuseExchange,
    WithdrawCase,
)
from shiftbid.services.desk_orders import DeskOrder
from shiftbid.services.own_view import OwnView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.case_words import case_state_word, moves_text, shift_words
from shiftbid.ui.locale_text import period_text, rules_language
from shiftbid.ui.pages.my_swaps.columns import (
    WIDE_OF_EXCHANGES,
    WIDE_OF_OWN,
    WIDE_OF_TAKES,
    exchange_columns,
    own_columns,
    take_columns,
)
from shiftbid.ui.pages.my_swaps.presenter import (
    OwnExchangeRow,
    OwnShiftRow,
    TakeKind,
    TakeRow,
    others_shifts,
    own_exchange_rows,
    own_shift_rows,
    take_rows,
)
from shiftbid.ui.pages.own_page import OwnPage
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.shift_choice_dialog import ShiftChoice, ShiftChoiceDialog
from shiftbid.ui.widgets.step_row import StepRow
from shiftbid.ui.widgets.titled_part import TitledPart

if TYPE_CHECKING:
    from shiftbid.services.exchange_board import ExchangeBoard
    from shiftbid.services.hall_matters import OwnMatters

MOST_TAKES = 10
"""Most shifts that one offer may ask for in exchange."""


class MySwapsPage(OwnPage):
    """Three tables, each with its steps below it. Law, cover and certificate are checked before anybody is asked."""

    name = PageName.MY_SWAPS

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._working = False
        self._summary, self._moves = Sentence(self.content), Sentence(self.content)
        self._period_label, self.period_choice = QLabel(self.content), QComboBox(self.content)
        self._period_label.setBuddy(self.period_choice)
        self._of: tuple[OwnMatters, ...] = ()
        self.own: RecordTable[OwnShiftRow] = RecordTable(
            own_columns(self._board), WIDE_OF_OWN, appearance, self.content
        )
        self.takes: RecordTable[TakeRow] = RecordTable(
            take_columns(self._board), WIDE_OF_TAKES, appearance, self.content
        )
        self.exchanges: RecordTable[OwnExchangeRow] = RecordTable(
            exchange_columns(self._board), WIDE_OF_EXCHANGES, appearance, self.content
        )
        self._own_steps, self._take_steps, self._exchange_steps = (StepRow(self) for _ in range(3))
        self.give_away = self._own_steps.add(self._give_away)
        self.offer_for = self._own_steps.add(self._choose_takes)
        self.propose = self._own_steps.add(self._choose_colleague)
        self.take_back_offer = self._own_steps.add(self._take_back_offer)
        self.claim = self._take_steps.add(self._claim)
        self.agree = self._exchange_steps.add(self._agree)
        self.refuse = self._exchange_steps.add(self._refuse)
        self.take_back = self._exchange_steps.add(self._take_back_exchange)
        self.find_swaps = self._exchange_steps.add(self._find)
        self._lay_out()
        for table in (self.own, self.takes, self.exchanges):
            table.record_entered.connect(self._allow)
        self.period_choice.activated.connect(self._show_period)
        self.retranslate()

    @override
    def badge(self, shown: OwnView) -> str:
        waiting = sum(
            shown.person.id in standing.waits_for for each in shown.matters for standing in each.board.exchanges
        )
        return str(waiting) if waiting else ""

    @override
    def retranslate(self) -> None:
        self._period_label.setText(self.tr("Perio&d"))
        self.period_choice.setAccessibleName(self.tr("Period whose shifts are exchanged"))
        for part, table, text in (
            (self._own_part, self.own, self.tr("My shifts")),
            (self._take_part, self.takes, self.tr("Shifts I can take")),
            (self._exchange_part, self.exchanges, self.tr("Exchanges that I am part of")),
        ):
            part.heading.setText(text)
            table.setAccessibleName(text)
        steps, takes, exchanges = self._own_steps, self._take_steps, self._exchange_steps
        steps.name(self.give_away, self.tr("&Give away"))
        steps.name(self.offer_for, self.tr("&Offer for other shifts …"))
        steps.name(self.propose, self.tr("Propo&se a swap …"))
        steps.name(self.take_back_offer, self.tr("&Take the offer back"))
        takes.name(self.claim, self.tr("&Claim it"))
        exchanges.name(self.agree, self.tr("&I agree"))
        exchanges.name(self.refuse, self.tr("I re&fuse"))
        exchanges.name(self.take_back, self.tr("Take &back"))
        exchanges.name(self.find_swaps, self.tr("&Match all offers"))

    @override
    def set_working(self, under_way: bool) -> None:
        self._working = under_way
        self._allow()

    @override
    def fill(self, shown: OwnView) -> None:
        if not shown.matters:
            self.show_nothing(
                self.tr("No roster that has not ended"),
                self.tr("As soon as a roster is published you can offer, claim and swap its shifts here."),
            )
            return
        place = max(self.period_choice.currentIndex(), 0)
        self._of = shown.matters
        self.period_choice.clear()
        self.period_choice.addItems([period_text(each.period) for each in self._of])
        self.period_choice.setCurrentIndex(min(place, len(self._of) - 1))
        for part in (self._period_label, self.period_choice):
            part.setVisible(len(self._of) > 1)
        self._show_period()

    def _show_period(self) -> None:
        board, view = self._board(), self.shown
        if board is None or view is None:
            return
        employee = view.person.id
        over = self.tr("The round is final: shifts change hands no more, and what was undecided has lapsed.")
        going = self.tr(
            "Roster version {version}. Law, cover and certificate are checked before anybody is asked; where one of "
            "them speaks against it, you read why."
        ).format(version=board.version)
        self._summary.setText(over if board.is_over else going)
        self.own.set_records(own_shift_rows(board, employee, view.now))
        self.takes.set_records(take_rows(board, employee, view.now))
        self.exchanges.set_records(own_exchange_rows(board, employee, view.account))
        self._allow()

    def _board(self) -> ExchangeBoard | None:
        matters = self._matters()
        return matters.board if matters else None

    def _matters(self) -> OwnMatters | None:
        place = self.period_choice.currentIndex()
        return self._of[place] if 0 <= place < len(self._of) else None

    def _allow(self) -> None:
        board = self._board()
        idle = not self._working and board is not None and not board.is_over
        own, take, exchange = self.own.current(), self.takes.current(), self.exchanges.current()
        self._moves.setText(moves_text(exchange.standing.exchange, board) if exchange and board else "")
        free = idle and own is not None and own.offer is None and not own.in_exchange
        steps = self._own_steps
        for action in (self.give_away, self.offer_for, self.propose):
            steps.allow(action, allowed=free)
        steps.allow(self.take_back_offer, allowed=idle and own is not None and own.offer is not None)
        self._take_steps.allow(self.claim, allowed=idle and take is not None)
        waits = idle and exchange is not None and exchange.waits_for_me
        undecided = exchange is not None and bool(exchange.standing.waits_for or exchange.standing.waits_for_manager)
        self._exchange_steps.allow(self.agree, allowed=waits)
        self._exchange_steps.allow(self.refuse, allowed=idle and undecided)
        mine = exchange is not None and exchange.brought_up_by_me
        self._exchange_steps.allow(self.take_back, allowed=idle and undecided and mine)
        self._exchange_steps.allow(self.find_swaps, allowed=idle and board is not None and bool(board.offers))

    def _do(self, order: DeskOrder) -> None:
        self.asked.emit(Ask(order, self._tell))

    def _tell(self, case: Case) -> None:
        self.told.emit(case_state_word(case.state))
        self.changed.emit()

    def _tell_found(self, found: tuple[Case, ...]) -> None:
        self.told.emit(self.tr("Swaps found and proposed: {count}").format(count=len(found)))
        self.changed.emit()

    def _with_own(self, do: Callable[[OwnMatters, OwnShiftRow], None]) -> None:
        matters, own = self._matters(), self.own.current()
        if matters is not None and own is not None:
            do(matters, own)

    def _give_away(self) -> None:
        self._with_own(lambda of, own: self._do(OfferShift(of.board.hall.id, of.period, own.shift.id, ())))

    def _choose_takes(self) -> None:
        self._with_own(self._ask_takes)

    def _ask_takes(self, of: OwnMatters, own: OwnShiftRow) -> None:
        view = self.shown
        if view is None:
            return
        holders: dict[str, ShiftChoice] = {}
        for shift, holder in others_shifts(of.board, view.person.id, view.now):
            known = holders.get(shift.id)
            name = of.board.names.get(holder, holder)
            holders[shift.id] = ShiftChoice(shift, "", f"{known.holder_text}, {name}" if known else name)
        dialog = self._choice_dialog(
            self.tr("What would you take for it?"),
            self.tr(
                "You give {shift}. Choose up to {most} shifts; any one of them will do. Whoever gives one of them is "
                "asked as soon as a swap or a cycle is found."
            ).format(shift=shift_words(own.shift, of.board.hall.zone), most=MOST_TAKES),
            tuple(holders.values()),
            MOST_TAKES,
        )
        dialog.accepted.connect(
            lambda: self._do(
                OfferShift(of.board.hall.id, of.period, own.shift.id, tuple(each.shift.id for each in dialog.chosen))
            )
        )
        dialog.open()

    def _choose_colleague(self) -> None:
        self._with_own(self._ask_colleague)

    def _ask_colleague(self, of: OwnMatters, own: OwnShiftRow) -> None:
        view = self.shown
        if view is None:
            return
        dialog = self._choice_dialog(
            self.tr("Whose shift would you like?"),
            self.tr("You give {shift}. The colleague whose shift you choose is asked.").format(
                shift=shift_words(own.shift, of.board.hall.zone)
            ),
            tuple(
                ShiftChoice(shift, holder, of.board.names.get(holder, holder))
                for shift, holder in others_shifts(of.board, view.person.id, view.now)
            ),
            1,
        )
        dialog.accepted.connect(lambda: self._propose(of, own, dialog.chosen[0]))
        dialog.open()

    def _propose(self, of: OwnMatters, own: OwnShiftRow, wanted: ShiftChoice) -> None:
        language = rules_language()
        self._do(ProposeSwap(of.board.hall.id, of.period, own.shift.id, wanted.shift.id, wanted.holder, language))

    def _take_back_offer(self) -> None:
        own = self.own.current()
        if own is not None and own.offer_case is not None:
            self._do(WithdrawCase(own.offer_case.id))

    def _claim(self) -> None:
        of, take = self._matters(), self.takes.current()
        if of is None or take is None:
            return
        hall, language = of.board.hall.id, rules_language()
        if take.kind is TakeKind.FOR_ANOTHER:
            self._do(ProposeSwap(hall, of.period, take.wanted[0].id, take.shift.id, take.giver, language))
        else:
            self._do(ClaimShift(hall, of.period, take.shift.id, language))

    def _agree(self) -> None:
        exchange = self.exchanges.current()
        if exchange is not None:
            self._do(AgreeToExchange(exchange.standing.case.id, rules_language()))

    def _refuse(self) -> None:
        exchange = self.exchanges.current()
        if exchange is not None:
            self._do(RefuseExchange(exchange.standing.case.id, ""))

    def _take_back_exchange(self) -> None:
        exchange = self.exchanges.current()
        if exchange is not None:
            self._do(WithdrawCase(exchange.standing.case.id))

    def _find(self) -> None:
        of = self._matters()
        if of is not None:
            self.asked.emit(Ask(FindSwaps(of.board.hall.id, of.period), self._tell_found))

    def _choice_dialog(
        self, title: str, sentence: str, choices: tuple[ShiftChoice, ...], most: int
    ) -> ShiftChoiceDialog:
        zone = self.shown.hall.zone if self.shown else "UTC"
        return ShiftChoiceDialog(title, sentence, choices, zone, self.appearance, self, most=most)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        top.addWidget(self._period_label)
        top.addWidget(self.period_choice)
        self.column.addLayout(top)
        parts = QSplitter(Qt.Orientation.Vertical, self.content)
        parts.setChildrenCollapsible(False)
        self._own_part, self._take_part, self._exchange_part = (TitledPart(parts) for _ in range(3))
        for part, table, steps in (
            (self._own_part, self.own, self._own_steps),
            (self._take_part, self.takes, self._take_steps),
            (self._exchange_part, self.exchanges, self._exchange_steps),
        ):
            part.column.addWidget(table, 1)
            if table is self.exchanges:
                part.column.addWidget(self._moves)
            part.column.addWidget(steps)
            parts.addWidget(part)
        self.column.addWidget(parts, 1)
