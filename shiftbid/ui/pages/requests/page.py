"""Requests for time off: who asks for what, granted or refused with a reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from shiftbid.domain.request import RequestState, TimeOffRequest
from shiftbid.services.hall_view import HallView
from shiftbid.services.poll_orders import GrantTimeOff, RefuseTimeOff
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.page import Ask, Page, Place
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.requests.presenter import RequestRecord, request_records
from shiftbid.ui.request_words import answer_text, request_days_text, request_state_word
from shiftbid.ui.terms import leave_word
from shiftbid.ui.widgets.reason_dialog import ReasonDialog
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence

REASON = 4


class RequestsPage(Page):
    """Those that wait for an answer first."""

    name = PageName.REQUESTS

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._working = False
        self._summary = Sentence(self.content)
        self.table: RecordTable[RequestRecord] = RecordTable(self._columns(), REASON, appearance, self.content)
        self.grant_action, self.refuse_action = QAction(self), QAction(self)
        self.grant_button, self.refuse_button = QPushButton(self.content), QPushButton(self.content)
        row = QHBoxLayout()
        for action, button in ((self.grant_action, self.grant_button), (self.refuse_action, self.refuse_button)):
            self.addAction(action)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addWidget(self._summary)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(row)
        self.table.record_entered.connect(self._allow)
        self.grant_action.triggered.connect(self._grant)
        self.refuse_action.triggered.connect(self._ask_reason)
        self.retranslate()

    @override
    def badge(self, shown: HallView) -> str:
        waiting = sum(each.state is RequestState.ASKED for each in shown.requests)
        return str(waiting) if waiting else ""

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Requests for time off"))
        for action, button, text in (
            (self.grant_action, self.grant_button, self.tr("&Grant")),
            (self.refuse_action, self.refuse_button, self.tr("Re&fuse …")),
        ):
            action.setText(text)
            button.setText(text)

    @override
    def set_working(self, under_way: bool) -> None:
        self._working = under_way
        self._allow()

    @override
    def fill(self, shown: HallView) -> None:
        records = request_records(shown)
        if not records:
            self.show_nothing(
                self.tr("Nobody has asked for time off"), self.tr("Staff ask on their own page My requests.")
            )
            return
        waiting = sum(each.request.state is RequestState.ASKED for each in records)
        self._summary.setText(
            self.tr("Requests: {count} · waiting for an answer: {waiting}").format(count=len(records), waiting=waiting)
        )
        self.table.set_records(records)
        self._allow()

    @override
    def reveal(self, place: Place) -> None:
        rows = range(self.table.sorted.rowCount())
        for row in rows:
            self.table.setCurrentIndex(self.table.sorted.index(row, 0))
            current = self.table.current()
            if current is not None and current.request.employee == place.employee:
                return

    def _allow(self) -> None:
        current = self.table.current()
        waits = current is not None and current.request.state is RequestState.ASKED and not self._working
        for part in (self.grant_action, self.grant_button, self.refuse_action, self.refuse_button):
            part.setEnabled(waits)

    def _grant(self) -> None:
        current = self.table.current()
        if current is not None and self.shown is not None:
            order = GrantTimeOff(self.shown.publication.hall.id, current.request.id)
            self.asked.emit(Ask(order, self._tell_answered))

    def _ask_reason(self) -> None:
        current = self.table.current()
        if current is None:
            return
        dialog = ReasonDialog(
            self.tr("Refuse"), self.tr("Why? {name} reads the reason.").format(name=current.name), self
        )
        dialog.accepted.connect(lambda: self._refuse(current, dialog.reason))
        dialog.open()

    def _refuse(self, record: RequestRecord, reason: str) -> None:
        if self.shown is not None:
            order = RefuseTimeOff(self.shown.publication.hall.id, record.request.id, reason)
            self.asked.emit(Ask(order, self._tell_answered))

    def _tell_answered(self, request: TimeOffRequest) -> None:
        self.told.emit(request_state_word(request.state))
        self.changed.emit()

    def _columns(self) -> tuple[Column[RequestRecord], ...]:
        return (
            Column(lambda: QCoreApplication.translate("Requests", "Person"), lambda each: each.name),
            Column(
                lambda: QCoreApplication.translate("Requests", "Days"),
                lambda each: request_days_text(each.request, each.zone),
                lambda each: each.request.span.start,
            ),
            Column(lambda: QCoreApplication.translate("Requests", "Kind"), lambda each: leave_word(each.request.kind)),
            Column(
                lambda: QCoreApplication.translate("Requests", "State"),
                lambda each: request_state_word(each.request.state),
                tone=lambda each, theme: theme.tight if each.request.state is RequestState.ASKED else None,
            ),
            Column(
                lambda: QCoreApplication.translate("Requests", "Reason given"),
                lambda each: each.request.steps[0].reason,
            ),
            Column(
                lambda: QCoreApplication.translate("Requests", "At work then"),
                lambda each: str(each.shifts),
                lambda each: each.shifts,
                number=True,
            ),
            Column(lambda: QCoreApplication.translate("Requests", "Answer"), lambda each: answer_text(each.request)),
        )
