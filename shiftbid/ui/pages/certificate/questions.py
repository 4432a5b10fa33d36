"""Questions about a certificate: its worst quarter hours, what one more person would mend, why heads are missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QWidget

from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.hall import Hall
from shiftbid.domain.timeline import local_day
from shiftbid.services.desk_orders import DeskOrder, ExplainMissing, OneMorePerson
from shiftbid.services.hall_view import HallView
from shiftbid.services.told_conflict import HallExplanation
from shiftbid.services.worst_quarters import worst_quarters
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import clock_text, day_text, duration_text, number_text, percent_text, rules_language
from shiftbid.ui.pages.certificate.conflicts import conflicts_markdown
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.template_names import template_name
from shiftbid.ui.terms import customer_class_word
from shiftbid.ui.widgets.answer_dialog import AnswerDialog
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from shiftbid.services.certificate_repairs import Repair


class CertificateQuestions(QWidget):
    """Three buttons in a row; each is an action as well, for menus and the command palette.

    Signals
    -------
    asked
        An `Ask`, for what takes a while.
    """

    asked = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._view: HallView | None = None
        self.worst, self.one_more, self.why = QAction(self), QAction(self), QAction(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._buttons = [_button_of(action, self) for action in self.questions]
        for button in self._buttons:
            row.addWidget(button)
        self.worst.triggered.connect(self._show_worst)
        self.one_more.triggered.connect(self._ask_one_more)
        self.why.triggered.connect(self._ask_why)

    @property
    def questions(self) -> tuple[QAction, ...]:
        """The questions as actions."""
        return self.worst, self.one_more, self.why

    def set_view(self, view: HallView) -> None:
        """Ask about another plan from now on."""
        self._view = view

    def set_working(self, under_way: bool) -> None:
        """Forbid what takes a while while other work is under way."""
        self.one_more.setEnabled(not under_way)
        self.why.setEnabled(not under_way)

    def retranslate(self) -> None:
        """Write the buttons in the language in force."""
        self.worst.setText(self.tr("Worst &quarter hours"))
        self.one_more.setText(self.tr("One &more person"))
        self.why.setText(self.tr("Wh&y?"))

    def _show_worst(self) -> None:
        view = self._view
        if view is None:
            return
        dialog = AnswerDialog(
            self.tr("Worst quarter hours"),
            self.tr("Quarter hours with the smallest share of customers called in time, the worst first."),
            self,
        )
        columns = _worst_columns(view.publication.hall)
        table = RecordTable(columns, CUSTOMERS, self._appearance, dialog)
        table.setAccessibleName(self.tr("Worst quarter hours"))
        table.set_records(worst_quarters(view.publication.certificate))
        dialog.column.addWidget(table)
        dialog.show()

    def _ask_one_more(self) -> None:
        if self._view is not None:
            publication = self._view.publication
            order: DeskOrder = OneMorePerson(publication.hall.id, publication.roster.period)
            self.asked.emit(Ask(order, self.show_repairs))

    def show_repairs(self, repairs: Sequence[Repair]) -> None:
        """Show what one more person a day would mend."""
        dialog = AnswerDialog(self.tr("One more person"), self._repairs_text(repairs), self)
        table = RecordTable(REPAIRS, TEMPLATE, self._appearance, dialog)
        table.setAccessibleName(self.tr("What one more person would mend, by day"))
        table.set_records(repairs)
        table.setVisible(bool(repairs))
        dialog.column.addWidget(table)
        dialog.show()

    def _repairs_text(self, repairs: Sequence[Repair]) -> str:
        if not repairs:
            return self.tr("No single further shift of the adopted templates would mend an hour.")
        return self.tr(
            "The shift of each day that mends most hours, by the exact model; the best day first. "
            "Hours are those that miss the promise for either class of customers."
        )

    def _ask_why(self) -> None:
        if self._view is not None:
            publication = self._view.publication
            order: DeskOrder = ExplainMissing(publication.hall.id, publication.roster.period, rules_language())
            self.asked.emit(Ask(order, self.show_explanation))

    def show_explanation(self, explanation: HallExplanation) -> None:
        """Show why heads are missing."""
        dialog = AnswerDialog(self.tr("Why are heads missing?"), self._explained_text(explanation), self)
        text = QTextBrowser(dialog)
        text.setAccessibleName(self.tr("Conflicts and what would mend them"))
        text.setMarkdown(conflicts_markdown(explanation.conflicts))
        text.setVisible(bool(explanation.conflicts))
        dialog.column.addWidget(text)
        dialog.show()

    def _explained_text(self, explanation: HallExplanation) -> str:
        if not explanation.conflicts:
            if explanation.decided:
                return self.tr("Nothing stands in the way: the adopted templates and people could cover all demand.")
            return self.tr("No conflict was found in the time there was; some days stay undecided.")
        words = self.tr("Conflicts: {count}. Each says what cannot all hold together, and what would mend it.").format(
            count=len(explanation.conflicts)
        )
        return words if explanation.decided else f"{words} {self.tr('Some days stay undecided.')}"


def _button_of(action: QAction, parent: QWidget) -> QPushButton:
    """A button that does an action and follows its text and whether it is allowed."""
    button = QPushButton(parent)

    def follow() -> None:
        button.setText(action.text())
        button.setEnabled(action.isEnabled())

    action.changed.connect(follow)
    button.clicked.connect(action.trigger)
    return button


def _worst_columns(hall: Hall) -> tuple[Column[CertificateRow], ...]:
    """Columns of quarter hours; the desk is named where the hall has several."""
    zone = hall.zone
    desk: Column[CertificateRow] = Column(
        lambda: QCoreApplication.translate("Questions", "Desk"), lambda each: each.skill
    )
    return (
        Column(
            lambda: QCoreApplication.translate("Questions", "Day"),
            lambda each: day_text(local_day(each.quarter.start, zone)),
            lambda each: each.quarter.start,
        ),
        Column(
            lambda: QCoreApplication.translate("Questions", "Quarter hour"),
            lambda each: f"{clock_text(each.quarter.start, zone)}–{clock_text(each.quarter.end, zone)}",
        ),
        Column(
            lambda: QCoreApplication.translate("Questions", "Customers"),
            lambda each: customer_class_word(each.customer_class),
        ),
        *((desk,) if hall.desks else ()),
        Column(
            lambda: QCoreApplication.translate("Questions", "Expected"),
            lambda each: number_text(each.arrivals, 1),
            lambda each: each.arrivals,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Questions", "Heads"),
            lambda each: str(each.heads),
            lambda each: each.heads,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Questions", "In time"),
            lambda each: percent_text(each.share_in_time),
            lambda each: each.share_in_time,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Questions", "Mean wait (min)"),
            lambda each: number_text(each.mean_wait_minutes, 1),
            lambda each: each.mean_wait_minutes,
            number=True,
        ),
    )


CUSTOMERS = 2
REPAIRS: tuple[Column[Repair], ...] = (
    Column(
        lambda: QCoreApplication.translate("Questions", "Day"),
        lambda each: day_text(each.day),
        lambda each: each.day.toordinal(),
    ),
    Column(lambda: QCoreApplication.translate("Questions", "Template"), lambda each: template_name(each.template)),
    Column(
        lambda: QCoreApplication.translate("Questions", "Hours missed now"),
        lambda each: str(each.missed_before),
        lambda each: each.missed_before,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Questions", "With one more person"),
        lambda each: str(each.missed_after),
        lambda each: each.missed_after,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Questions", "Paid (h:min)"),
        lambda each: duration_text(each.paid_minutes),
        lambda each: each.paid_minutes,
        number=True,
    ),
)
TEMPLATE = 1
