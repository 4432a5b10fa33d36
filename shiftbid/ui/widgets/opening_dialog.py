"""Asks until when a vote or round is open, on what terms, and who holds its key."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QDialogButtonBox,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from shiftbid.domain.ballot import VoteMethod
from shiftbid.domain.ballot_terms import MOST_SEATS, BallotTerms
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.timeline import Period
from shiftbid.ui.poll_words import vote_method_word
from shiftbid.ui.widgets.method_choice import MethodChoice
from shiftbid.ui.widgets.trustee_dialog import TrusteeDialog

ENDS_BEFORE = timedelta(days=7)
ENDS_AT = QTime(18, 0)
MOST_WEEKS = 12
USUAL_WEEKS = 4
LEAST_SECRET = 3
MOST_MISSING_PERCENT = 100
MOST_EXTRA_HOURS_PERCENT = 1000


class OpeningDialog(TrusteeDialog):
    """Deadline and trustee. The trustee is somebody else than the manager who opens, and has an account.

    Signals
    -------
    accounts_wanted
        The trustee has no account yet: the dialog has closed, and accounts are to come into sight.
    """

    accounts_wanted = Signal()

    def __init__(self, title: str, first: date, parent: QWidget) -> None:
        super().__init__(title, "", "", parent)
        self._sentence.setText(
            self.tr(
                "The trustee keeps the key to the sealed boxes under their PIN until the close: a payroll clerk, a "
                "representative of the staff or another hall’s manager, not a manager of this hall. They give nothing "
                "themselves. Whoever has no account yet gets one first."
            )
        )
        self.accounts_button = self.buttons.addButton(
            self.tr("Add an &account …"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.accounts_button.clicked.connect(self._leave_for_accounts)
        self.deadline = QDateTimeEdit(self)
        self.deadline.setCalendarPopup(True)
        self.deadline.setLocale(QLocale())
        self.deadline.setDisplayFormat(self.tr("ddd d MMM yyyy HH:mm", "Qt date format"))
        self.set_deadline_before(first)
        self.form.insertRow(0, self.tr("Open &until (the hall’s clock)"), self.deadline)
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("only where the notice is too short"))
        self.form.addRow(self.tr("&Reason for short notice"), self.reason)

    def _leave_for_accounts(self) -> None:
        self.reject()
        self.accounts_wanted.emit()

    @property
    def late_because(self) -> str:
        """Why the notice is short; empty where it is not."""
        return self.reason.text().strip()

    @property
    def until(self) -> str:
        """The deadline on the hall's clock, ISO 8601."""
        return self.deadline.dateTime().toString("yyyy-MM-ddTHH:mm")

    def set_deadline_before(self, first: date) -> None:
        """Suggest a week before the period, or tomorrow where that has passed."""
        suggested = QDateTime(_qt(first - ENDS_BEFORE), ENDS_AT)
        tomorrow = QDateTime(QDate.currentDate().addDays(1), ENDS_AT)
        self.deadline.setDateTime(max(suggested, tomorrow, key=lambda each: each.toMSecsSinceEpoch()))


class RoundOpeningDialog(OpeningDialog):
    """What else a round needs: how it is awarded, at first as the hall has agreed."""

    def __init__(self, first: date, agreed: RoundMethod, parent: QWidget) -> None:
        super().__init__("", first, parent)
        self.setWindowTitle(self.tr("Open the bidding"))
        self.method = MethodChoice(self)
        self.method.choose(agreed)
        self.method.box.setAccessibleName(self.tr("Method of the award"))
        self.form.insertRow(1, self.tr("&Method of the award"), self.method)


class VoteOpeningDialog(OpeningDialog):
    """What else a vote needs: its period, with how many ballots it counts, and which sets of templates may win."""

    def __init__(self, first: date, staff: int, parent: QWidget) -> None:
        super().__init__("", first, parent)
        self.setWindowTitle(self.tr("Open a vote"))
        self.first, self.weeks, self.quorum = QDateEdit(_qt(first), self), QSpinBox(self), QSpinBox(self)
        self.first.setCalendarPopup(True)
        self.first.setLocale(QLocale())
        self.first.setDisplayFormat(self.tr("ddd d MMM yyyy", "Qt date format"))
        self.weeks.setRange(1, MOST_WEEKS)
        self.weeks.setValue(USUAL_WEEKS)
        self.quorum.setRange(1, max(staff, 1))
        self.quorum.setValue(min(max(LEAST_SECRET, staff // 2), max(staff, 1)))
        self.form.insertRow(0, self.tr("&First day of the period"), self.first)
        self.form.insertRow(1, self.tr("&Weeks"), self.weeks)
        self.form.insertRow(3, self.tr("&Quorum (ballots)"), self.quorum)
        self._add_ballot_terms()
        self.first.dateChanged.connect(self._suggest_deadline)

    def _add_ballot_terms(self) -> None:
        usual = BallotTerms()
        self.counting, self.seats = QComboBox(self), QSpinBox(self)
        self.most_missing, self.most_extra_hours = QDoubleSpinBox(self), QDoubleSpinBox(self)
        for method in VoteMethod:
            self.counting.addItem(vote_method_word(method), method.value)
        self.seats.setRange(0, MOST_SEATS)
        self.seats.setSpecialValueText(self.tr("seven for each desk"))
        for percent, most, value in (
            (self.most_missing, MOST_MISSING_PERCENT, usual.tolerance_percent),
            (self.most_extra_hours, MOST_EXTRA_HOURS_PERCENT, usual.most_extra_hours_percent),
        ):
            percent.setRange(0, most)
            percent.setDecimals(1)
            percent.setSuffix(" %")
            percent.setLocale(QLocale())
            percent.setValue(value)
        self.most_missing.setToolTip(
            self.tr("Of the demand’s half-hours, beyond the fewest that any set leaves missing")
        )
        self.most_extra_hours.setToolTip(self.tr("Beyond the paid hours of the cheapest menu"))
        self.form.insertRow(4, self.tr("Count b&y"), self.counting)
        self.form.insertRow(5, self.tr("Templates &adopted"), self.seats)
        self.form.insertRow(6, self.tr("&Demand it may leave missing"), self.most_missing)
        self.form.insertRow(7, self.tr("Paid &hours it may cost more"), self.most_extra_hours)

    def _suggest_deadline(self) -> None:
        self.set_deadline_before(self.period.first)

    @property
    def ballot(self) -> BallotTerms:
        """How ballots are counted, and which sets of templates may win."""
        return BallotTerms(
            VoteMethod(self.counting.currentData()),
            self.seats.value() or None,
            self.most_missing.value(),
            self.most_extra_hours.value(),
        )

    @property
    def period(self) -> Period:
        """Period that is voted on."""
        day = self.first.date()
        return Period.of_weeks(date(day.year(), day.month(), day.day()), self.weeks.value())


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
