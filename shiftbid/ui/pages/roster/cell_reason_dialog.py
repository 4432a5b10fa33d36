"""Says why a cell of the roster is as it is, and what every other way would cost."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from shiftbid.services.cell_reason import CellAlternative, CellReason
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import duration_text, number_text, with_minus_signs
from shiftbid.ui.reason_words import told_on_record
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.widgets.answer_dialog import AnswerDialog
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence


class CellReasonDialog(AnswerDialog):
    """The reason first, then the alternatives, then what changing it takes when the days around may change too."""

    def __init__(self, reason: CellReason, appearance: Appearance, parent: QWidget) -> None:
        super().__init__("", "\n".join(map(_told, (reason.sentence, *reason.recorded))), parent)
        self.setWindowTitle(self.tr("Why so, and what else"))
        self.alternatives: RecordTable[CellAlternative] = RecordTable(_columns(), SENTENCE, appearance, self)
        self.alternatives.setAccessibleName(self.tr("Other ways to fill the cell, the least harmful first"))
        self.alternatives.set_records(reason.alternatives)
        self.current, self.repair = Sentence(self), Sentence(self)
        self.repair.setText(_told(reason.repair.sentence) if reason.repair else "")
        self.column.addWidget(self.alternatives, 1)
        self.column.addWidget(self.current)
        self.column.addWidget(self.repair)
        self.alternatives.record_entered.connect(self._tell)
        self._tell(self.alternatives.current())

    def _tell(self, alternative: CellAlternative | None) -> None:
        """The current one in full, with every rule that it would break."""
        parts = () if alternative is None else (alternative.sentence, *alternative.broken_rules)
        self.current.setText("\n".join(map(_told, parts)))


def _told(on_record: str) -> str:
    return with_minus_signs(told_on_record(on_record))


def _lawful_text(alternative: CellAlternative) -> str:
    if alternative.lawful:
        return QCoreApplication.translate("CellReason", "✓ breaks no rule")
    return QCoreApplication.translate("CellReason", "✖ breaks rules: {count}").format(
        count=len(alternative.broken_rules)
    )


def _lawful_tone(alternative: CellAlternative, theme: Theme) -> Tone | None:
    return theme.kept if alternative.lawful else theme.missed


def _signed(text: str, value: int) -> str:
    return f"+{text}" if value > 0 else text if value else ""


SENTENCE = 1


def _columns() -> tuple[Column[CellAlternative], ...]:
    return (
        Column(lambda: QCoreApplication.translate("CellReason", "Rules"), _lawful_text, tone=_lawful_tone),
        Column(lambda: QCoreApplication.translate("CellReason", "Instead"), lambda each: _told(each.sentence)),
        Column(
            lambda: QCoreApplication.translate("CellReason", "Missing half-hours"),
            lambda each: _signed(number_text(each.cost.missing_half_hours), each.cost.missing_half_hours),
            lambda each: each.cost.missing_half_hours,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("CellReason", "Pay"),
            lambda each: _signed(number_text(each.cost.cost_cents / 100, 2), each.cost.cost_cents),
            lambda each: each.cost.cost_cents,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("CellReason", "Time off earned"),
            lambda each: _signed(duration_text(each.cost.toil_minutes), each.cost.toil_minutes),
            lambda each: each.cost.toil_minutes,
            number=True,
        ),
    )
