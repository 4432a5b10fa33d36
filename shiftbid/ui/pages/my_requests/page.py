"""My requests: time off asked for, how it was answered, and a line to ask for more."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from shiftbid.domain.request import TimeOffRequest
from shiftbid.domain.staff import LeaveKind
from shiftbid.domain.timeline import Interval, day_interval
from shiftbid.services.own_orders import AskTimeOff, CancelTimeOff
from shiftbid.services.own_view import OwnView
from shiftbid.services.time_off_requests import NewRequest
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import duration_text
from shiftbid.ui.pages.own_page import OwnPage
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.request_words import answer_text, request_days_text, request_state_word
from shiftbid.ui.terms import leave_word
from shiftbid.ui.widgets.content_or_words import ContentOrWords
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence

KINDS = (LeaveKind.ANNUAL, LeaveKind.TOIL, LeaveKind.UNPAID, LeaveKind.UNAVAILABLE)
ANSWER = 4


class MyRequestsPage(OwnPage):
    """What was asked above, what to ask below."""

    name = PageName.MY_REQUESTS

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._working = False
        self._summary = Sentence(self.content)
        self.table: RecordTable[TimeOffRequest] = RecordTable(self._columns(), ANSWER, appearance, self.content)
        self.asked_for = ContentOrWords(self.table, self.content)
        self.kind, self.first, self.last = QComboBox(self.content), QDateEdit(self.content), QDateEdit(self.content)
        self.reason = QLineEdit(self.content)
        self.ask_button, self.cancel_button = QPushButton(self.content), QPushButton(self.content)
        self._labels = {part: QLabel(self.content) for part in (self.kind, self.first, self.last, self.reason)}
        self._lay_out()
        self.table.record_entered.connect(self._allow)
        self.first.dateChanged.connect(self._follow)
        self.ask_button.clicked.connect(self._ask)
        self.cancel_button.clicked.connect(self._cancel)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("My requests for time off"))
        place = max(self.kind.currentIndex(), 0)
        self.kind.clear()
        for kind in KINDS:
            self.kind.addItem(leave_word(kind), kind.value)
        self.kind.setCurrentIndex(place)
        for part, text in (
            (self.kind, self.tr("&Kind")),
            (self.first, self.tr("F&rom")),
            (self.last, self.tr("&Until, included")),
            (self.reason, self.tr("Rea&son")),
        ):
            self._labels[part].setText(text)
            part.setAccessibleName(text.replace("&", ""))
        for day in (self.first, self.last):
            day.setLocale(QLocale())
            day.setDisplayFormat(self.tr("ddd d MMM yyyy", "Qt date format"))
        self.reason.setPlaceholderText(self.tr("if you want to give one"))
        self.ask_button.setText(self.tr("Ask f&or it"))
        self.cancel_button.setText(self.tr("&Take back the line chosen"))

    @override
    def set_working(self, under_way: bool) -> None:
        self._working = under_way
        self._allow()

    @override
    def fill(self, shown: OwnView) -> None:
        if self.first.date() < _qt(shown.on):
            for day in (self.first, self.last):
                day.setMinimumDate(_qt(shown.on))
                day.setDate(_qt(shown.on))
        self._summary.setText(
            self.tr("Time off in lieu free to take: {free}. A day of it is a fifth of your week: {day}.").format(
                free=duration_text(shown.statement.balance.free_minutes),
                day=duration_text(shown.person.contract_minutes // 5),
            )
        )
        self.table.set_records(sorted(shown.requests, key=lambda each: each.span.start, reverse=True))
        if shown.requests:
            self.asked_for.show_content()
        else:
            self.asked_for.show_nothing(
                self.tr("Nothing asked for yet"),
                self.tr("Choose kind and days below and ask: your requests will stand here, each with its answer."),
            )
        self._allow()

    def _allow(self) -> None:
        current = self.table.current()
        self.ask_button.setEnabled(not self._working)
        self.cancel_button.setEnabled(not self._working and current is not None and current.open)

    def _follow(self, first: QDate) -> None:
        if self.last.date() < first:
            self.last.setDate(first)
        self.last.setMinimumDate(first)

    def _ask(self) -> None:
        view = self.shown
        if view is None:
            return
        zone, employee = view.hall.zone, view.person.id
        first, last = _day(self.first.date()), _day(self.last.date())
        kind = LeaveKind(str(self.kind.currentData()))
        span = Interval(day_interval(first, zone).start, day_interval(last, zone).end)
        # The number is that of the request, so that pressing twice asks once.
        name = f"{employee}/{first}/{len(view.requests) + 1}"
        new = NewRequest(name, employee, kind, span, self.reason.text().strip())
        self.asked.emit(Ask(AskTimeOff(view.hall.id, new), self._tell_asked))

    def _tell_asked(self, _: TimeOffRequest) -> None:
        self.reason.clear()
        self.told.emit(self.tr("Asked. The answer appears here."))
        self.changed.emit()

    def _cancel(self) -> None:
        current = self.table.current()
        if current is not None and self.shown is not None:
            self.asked.emit(Ask(CancelTimeOff(self.shown.hall.id, current.id), self._tell_cancelled))

    def _tell_cancelled(self, _: TimeOffRequest) -> None:
        self.told.emit(self.tr("Taken back."))
        self.changed.emit()

    def _columns(self) -> tuple[Column[TimeOffRequest], ...]:
        return (
            Column(
                lambda: QCoreApplication.translate("Requests", "Days"),
                lambda each: request_days_text(each, self.shown.hall.zone if self.shown else "UTC"),
                lambda each: each.span.start,
            ),
            Column(lambda: QCoreApplication.translate("Requests", "Kind"), lambda each: leave_word(each.kind)),
            Column(
                lambda: QCoreApplication.translate("Requests", "State"),
                lambda each: request_state_word(each.state),
            ),
            Column(lambda: QCoreApplication.translate("Requests", "Reason given"), lambda each: each.steps[0].reason),
            Column(lambda: QCoreApplication.translate("Requests", "Answer"), answer_text),
        )

    def _lay_out(self) -> None:
        dates, asking = QHBoxLayout(), QHBoxLayout()
        for part, label in self._labels.items():
            label.setBuddy(part)
            line = asking if part is self.reason else dates
            line.addWidget(label)
            line.addWidget(part)
        dates.addStretch(1)
        for day in (self.first, self.last):
            day.setCalendarPopup(True)
        asking.addWidget(self.ask_button)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.cancel_button)
        self.column.addWidget(self._summary)
        self.column.addWidget(self.asked_for, 1)
        self.column.addLayout(below)
        self.column.addLayout(dates)
        self.column.addLayout(asking)


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
