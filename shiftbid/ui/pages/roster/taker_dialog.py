"""Who can take a shift: everybody else, those first who break no rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.shift_takers import Taker
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import duration_text, with_local_dates
from shiftbid.ui.terms import SEVERITY_SIGNS
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.widgets.answer_dialog import AnswerDialog
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence


class TakerDialog(AnswerDialog):
    """A row a person; Enter, a double click or the button gives them the shift.

    Signals
    -------
    chosen
        Id of the person who is given the shift.
    """

    chosen = Signal(str)

    def __init__(self, shift: str, takers: Sequence[Taker], appearance: Appearance, parent: QWidget) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Who can take {shift}?").format(shift=shift))
        self.sentence.setText(self.tr("Those first who break no rule; Enter gives the shift to the person chosen."))
        self.takers = RecordTable(_columns(), RULES, appearance, self)
        self.takers.setAccessibleName(self.tr("Who can take the shift"))
        self.takers.set_records(takers)
        self.takers.record_activated.connect(self._choose)
        self.rules = Sentence(self)
        self.takers.record_entered.connect(self._tell)
        self._tell(self.takers.current())
        self.give = self.buttons.addButton(self.tr("&Give the shift"), QDialogButtonBox.ButtonRole.ActionRole)
        self.give.setEnabled(bool(takers))
        self.give.clicked.connect(lambda: self._choose(self.takers.current()))
        self.column.addWidget(self.takers)
        self.column.addWidget(self.rules)
        self.takers.setFocus()

    def _tell(self, taker: Taker | None) -> None:
        """Every rule of the person chosen, whole: a line of the table shows the gravest, perhaps cut."""
        found = taker.findings if taker else ()
        self.rules.setText("\n".join(map(_signed_sentence, found)))

    def _choose(self, taker: object) -> None:
        if isinstance(taker, Taker):
            self.chosen.emit(taker.employee)
            self.accept()


def _rules_text(taker: Taker) -> str:
    if not taker.findings:
        return QCoreApplication.translate("Absence", "✓ breaks no rule")
    first = taker.findings[0]
    more = f" (+{len(taker.findings) - 1})" if len(taker.findings) > 1 else ""
    return f"{_signed_sentence(first)}{more}"


def _signed_sentence(finding: Finding) -> str:
    return f"{SEVERITY_SIGNS[finding.severity]} {with_local_dates(finding.sentence)}"


def _rules_tone(taker: Taker, theme: Theme) -> Tone | None:
    if not taker.findings:
        return theme.kept
    return theme.missed if taker.findings[0].severity is Severity.ILLEGAL else theme.tight


def _columns() -> tuple[Column[Taker], ...]:
    return (
        Column(lambda: QCoreApplication.translate("Absence", "Person"), lambda each: each.name),
        Column(lambda: QCoreApplication.translate("Absence", "Rules"), _rules_text, tone=_rules_tone),
        Column(
            lambda: QCoreApplication.translate("Absence", "That week (h:min)"),
            lambda each: duration_text(each.week_minutes),
            lambda each: each.week_minutes,
            number=True,
        ),
    )


RULES = 1
