"""My result: what became of one's own bids, for each that was lost why, and appeals against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from shiftbid.domain.bid import Bid
from shiftbid.domain.case import Case
from shiftbid.services.appeal_sheets import AppealSheet
from shiftbid.services.case_orders import RaiseAppeal, WithdrawCase
from shiftbid.services.own_view import OwnView
from shiftbid.services.poll_sheets import LostWish, RoundOutcome
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.case_words import case_state_word
from shiftbid.ui.locale_text import number_text, period_text
from shiftbid.ui.pages.my_result.appeal_dialog import AppealDialog
from shiftbid.ui.pages.my_result.presenter import appeal_shifts
from shiftbid.ui.pages.own_page import OwnPage
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.reason_words import told_reason
from shiftbid.ui.widgets.appeal_columns import WAITING, WIDE_OF_APPEALS, appeal_columns, appeal_words
from shiftbid.ui.widgets.outcome_columns import KEPT, LOST, WIDE_OF_KEPT, WIDE_OF_LOST
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.step_row import StepRow
from shiftbid.ui.widgets.titled_part import TitledPart

if TYPE_CHECKING:
    from shiftbid.services.hall_matters import OwnMatters


class MyResultPage(OwnPage):
    """Bids lost with reasons, the current one's in full; bids kept; appeals with answer and decision."""

    name = PageName.MY_RESULT

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._working = False
        self._summary = Sentence(self.content)
        self.lost: RecordTable[LostWish] = RecordTable(LOST, WIDE_OF_LOST, appearance, self.content)
        self.kept: RecordTable[Bid] = RecordTable(KEPT, WIDE_OF_KEPT, appearance, self.content)
        self.appeals: RecordTable[AppealSheet] = RecordTable(
            appeal_columns(lambda: self._zone, lambda: self.shown.now if self.shown else 0),
            WIDE_OF_APPEALS,
            appearance,
            self.content,
        )
        self._reason, self._answer = Sentence(self.content), Sentence(self.content)
        self.steps = StepRow(self)
        self.appeal = self.steps.add(self._ask_appeal)
        self.take_back = self.steps.add(self._take_back)
        parts = QSplitter(Qt.Orientation.Vertical, self.content)
        parts.setChildrenCollapsible(False)
        self._lost_part, self._kept_part, self._appeal_part = (TitledPart(parts) for _ in range(3))
        for part, table in (
            (self._lost_part, self.lost),
            (self._kept_part, self.kept),
            (self._appeal_part, self.appeals),
        ):
            part.column.addWidget(table, 1)
            parts.addWidget(part)
        self._lost_part.column.addWidget(self._reason)
        self._appeal_part.column.addWidget(self._answer)
        self._appeal_part.column.addWidget(self.steps)
        self.column.addWidget(self._summary)
        self.column.addWidget(parts, 1)
        self.lost.record_entered.connect(self._tell_reason)
        self.appeals.record_entered.connect(self._enter_appeal)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for part, table, text in (
            (
                self._lost_part,
                self.lost,
                self.tr("Wishes that were not honoured, shifts given that were not wished for, and why"),
            ),
            (self._kept_part, self.kept, self.tr("Wishes that were honoured")),
            (self._appeal_part, self.appeals, self.tr("My appeals")),
        ):
            part.heading.setText(text)
            table.setAccessibleName(text)
        self.steps.name(self.appeal, self.tr("Ra&ise an appeal …"))
        self.steps.name(self.take_back, self.tr("&Take the appeal back"))

    @override
    def set_working(self, under_way: bool) -> None:
        self._working = under_way
        self._allow()

    @override
    def fill(self, shown: OwnView) -> None:
        own = shown.bidding
        if own is None or own.outcome is None:
            self.show_nothing(
                self.tr("No award yet"), self.tr("After the award of a round you read here what became of your bids.")
            )
            return
        outcome = own.outcome
        self._summary.setText(f"{period_text(own.sheet.poll.period)} · {self._points_text(outcome)}")
        self.lost.set_records(outcome.lost)
        self.kept.set_records(outcome.kept)
        self._tell_reason(self.lost.current())
        matters = self._matters
        self.appeals.set_records(matters.appeals if matters else ())
        self._enter_appeal(self.appeals.current())

    def _points_text(self, outcome: RoundOutcome) -> str:
        if not outcome.satisfaction:
            return self.tr("you gave no bid and had no standing wishes: your shifts follow demand, law and contract")
        (mine,) = outcome.satisfaction
        return self.tr("roster version {version}: {points} of {wished} points wished for").format(
            version=outcome.version, points=number_text(mine.points), wished=number_text(mine.wished_points)
        )

    def _tell_reason(self, lost: LostWish | None) -> None:
        self._reason.setText(told_reason(lost) if lost else "")

    @property
    def _zone(self) -> str:
        return self.shown.hall.zone if self.shown else "UTC"

    @property
    def _matters(self) -> OwnMatters | None:
        """What is brought up about the roster of the round; None once it has ended."""
        view = self.shown
        if view is None or view.bidding is None:
            return None
        period = view.bidding.sheet.poll.period
        return next((each for each in view.matters if each.period == period), None)

    def _enter_appeal(self, sheet: AppealSheet | None) -> None:
        self._answer.setText(appeal_words(sheet))
        self._allow()

    def _allow(self) -> None:
        current = self.appeals.current()
        self.steps.allow(self.appeal, allowed=not self._working and self._matters is not None)
        waiting = current is not None and current.standing.state in WAITING
        self.steps.allow(self.take_back, allowed=not self._working and waiting)

    def _ask_appeal(self) -> None:
        matters, view = self._matters, self.shown
        if matters is None or view is None:
            return
        dialog = AppealDialog(appeal_shifts(matters.board, view.person.id, self.lost.current()), self._zone, self)
        dialog.accepted.connect(lambda: self._raise(matters, dialog))
        dialog.open()

    def _raise(self, matters: OwnMatters, dialog: AppealDialog) -> None:
        order = RaiseAppeal(
            matters.board.hall.id, matters.period, dialog.chosen_shift.id, dialog.chosen_cause, dialog.said
        )
        self.asked.emit(Ask(order, self._tell_raised))

    def _tell_raised(self, _: Case) -> None:
        self.told.emit(self.tr("Your appeal is raised. Answer and decision appear here."))
        self.changed.emit()

    def _take_back(self) -> None:
        current = self.appeals.current()
        if current is not None:
            self.asked.emit(Ask(WithdrawCase(current.standing.case), self._tell_state))

    def _tell_state(self, case: Case) -> None:
        self.told.emit(case_state_word(case.state))
        self.changed.emit()
