"""Claims and swaps of a hall: what waits for the manager, what is offered, and which shifts lack heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from shiftbid.domain.case import Case
from shiftbid.services.case_orders import ApproveExchange, FindSwaps, RefuseExchange
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.case_words import case_state_word, exchange_state_text, moves_text, shift_words
from shiftbid.ui.locale_text import rules_language
from shiftbid.ui.pages.matters_page import MattersPage
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.swaps.presenter import FreeShiftRow, exchanges_in_order, free_shift_rows
from shiftbid.ui.widgets.reason_dialog import ReasonDialog
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.step_row import StepRow
from shiftbid.ui.widgets.titled_part import TitledPart

if TYPE_CHECKING:
    from shiftbid.services.exchange_cases import ExchangeStanding
    from shiftbid.services.hall_matters import HallMatters

MOVES, HOW = 1, 1


class SwapsPage(MattersPage):
    """Exchanges above, with the steps of a manager; offers and open shifts below."""

    name = PageName.SWAPS

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._working = False
        self._summary, self._moves = Sentence(self.content), Sentence(self.content)
        self.table: RecordTable[ExchangeStanding] = RecordTable(
            self._exchange_columns(), MOVES, appearance, self.content
        )
        self.free: RecordTable[FreeShiftRow] = RecordTable(self._free_columns(), HOW, appearance, self.content)
        self.steps = StepRow(self)
        self.approve = self.steps.add(self._approve)
        self.refuse = self.steps.add(self._ask_reason)
        self.find_swaps = self.steps.add(self._find)
        parts = QSplitter(Qt.Orientation.Vertical, self.content)
        parts.setChildrenCollapsible(False)
        self._exchange_part, self._free_part = TitledPart(parts), TitledPart(parts)
        self._exchange_part.column.addWidget(self.table, 1)
        self._exchange_part.column.addWidget(self._moves)
        self._exchange_part.column.addWidget(self.steps)
        self._free_part.column.addWidget(self.free, 1)
        for part in (self._exchange_part, self._free_part):
            parts.addWidget(part)
        self.column.addWidget(self._summary)
        self.column.addWidget(parts, 1)
        self.table.record_entered.connect(self._allow)
        self.retranslate()

    @override
    def badge(self, shown: HallMatters) -> str:
        waiting = sum(each.waits_for_manager for each in shown.board.exchanges)
        return str(waiting) if waiting else ""

    @override
    def retranslate(self) -> None:
        for part, table, text in (
            (self._exchange_part, self.table, self.tr("Exchanges")),
            (self._free_part, self.free, self.tr("Shifts offered, and shifts that lack heads")),
        ):
            part.heading.setText(text)
            table.setAccessibleName(text)
        self.steps.name(self.approve, self.tr("Appr&ove"))
        self.steps.name(self.refuse, self.tr("Re&fuse …"))
        self.steps.name(self.find_swaps, self.tr("&Match all offers"))

    @override
    def set_working(self, under_way: bool) -> None:
        self._working = under_way
        self._allow()

    @override
    def fill(self, shown: HallMatters) -> None:
        board = shown.board
        if not (board.exchanges or board.offers or board.open_shifts):
            self.show_nothing(
                self.tr("Nothing is exchanged"),
                self.tr("Staff offer, claim and swap shifts on their own page My swaps; no shift lacks heads."),
            )
            return
        self._summary.setText(self._summary_text(shown))
        self.table.set_records(exchanges_in_order(board))
        self.free.set_records(free_shift_rows(board, shown.now))
        self._allow()

    def _summary_text(self, shown: HallMatters) -> str:
        if shown.board.is_over:
            return self.tr("The round is final: shifts change hands no more, and what was undecided has lapsed.")
        if shown.terms.manager_approves:
            return self.tr(
                "This hall wants a manager to approve what everybody concerned has agreed to. Roster version {version}."
            ).format(version=shown.board.version)
        return self.tr(
            "An exchange is carried out as soon as everybody concerned has agreed; a manager may refuse one before. "
            "Roster version {version}."
        ).format(version=shown.board.version)

    def _allow(self) -> None:
        current, shown = self.table.current(), self.shown
        idle = not self._working and shown is not None and not shown.board.is_over
        self._moves.setText(moves_text(current.exchange, shown.board) if current and shown else "")
        undecided = current is not None and bool(current.waits_for or current.waits_for_manager)
        self.steps.allow(self.approve, allowed=idle and current is not None and current.waits_for_manager)
        self.steps.allow(self.refuse, allowed=idle and undecided)
        self.steps.allow(self.find_swaps, allowed=idle and shown is not None and bool(shown.board.offers))

    def _approve(self) -> None:
        current = self.table.current()
        if current is not None:
            self.asked.emit(Ask(ApproveExchange(current.case.id, rules_language()), self._tell))

    def _ask_reason(self) -> None:
        current = self.table.current()
        if current is None:
            return
        dialog = ReasonDialog(
            self.tr("Refuse"), self.tr("Why is it refused? The people concerned can read the reason."), self
        )
        dialog.accepted.connect(
            lambda: self.asked.emit(Ask(RefuseExchange(current.case.id, dialog.reason), self._tell))
        )
        dialog.open()

    def _find(self) -> None:
        if self.shown is not None:
            self.asked.emit(Ask(FindSwaps(self.shown.board.hall.id, self.shown.period), self._tell_found))

    def _tell(self, case: Case) -> None:
        self.told.emit(case_state_word(case.state))
        self.changed.emit()

    def _tell_found(self, found: tuple[Case, ...]) -> None:
        self.told.emit(self.tr("Swaps found and proposed: {count}").format(count=len(found)))
        self.changed.emit()

    def _exchange_columns(self) -> tuple[Column[ExchangeStanding], ...]:
        return (
            Column(
                lambda: QCoreApplication.translate("Cases", "No."),
                lambda each: str(each.case.number),
                lambda each: each.case.number,
                number=True,
            ),
            Column(
                lambda: QCoreApplication.translate("Cases", "Who gives what"),
                lambda each: moves_text(each.exchange, self.shown.board) if self.shown else "",
            ),
            Column(
                lambda: QCoreApplication.translate("Cases", "State"),
                lambda each: exchange_state_text(each, self.shown.board.names) if self.shown else "",
                tone=lambda each, theme: theme.tight if each.waits_for_manager else None,
            ),
        )

    def _free_columns(self) -> tuple[Column[FreeShiftRow], ...]:
        return (
            Column(
                lambda: QCoreApplication.translate("Cases", "Shift"),
                lambda each: shift_words(each.shift, self._zone),
                lambda each: each.shift.span.start,
            ),
            Column(lambda: QCoreApplication.translate("Cases", "How"), self._free_text),
            Column(
                lambda: QCoreApplication.translate("Cases", "Heads missing"),
                lambda each: str(each.places) if each.places else "",
                lambda each: each.places,
                number=True,
            ),
            Column(
                lambda: QCoreApplication.translate("Cases", "Half-hours covered"),
                lambda each: str(each.half_hours) if each.half_hours else "",
                lambda each: each.half_hours,
                number=True,
            ),
        )

    def _free_text(self, row: FreeShiftRow) -> str:
        if not row.giver:
            return self.tr("open to everybody")
        if not row.wanted:
            return self.tr("{name} gives it away").format(name=row.giver)
        wanted = ", ".join(shift_words(each, self._zone) for each in row.wanted)
        return self.tr("{name} wants {wanted} for it").format(name=row.giver, wanted=wanted)

    @property
    def _zone(self) -> str:
        return self.shown.board.hall.zone if self.shown else "UTC"
