"""Shows who could step in for an absence, and the repair."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from shiftbid.domain.shift import Shift
from shiftbid.services.step_in import ChangeRecord, RepairSheet, StandInRecord
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import clock_span_text, day_text, duration_text, number_text, with_local_dates
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.widgets.answer_dialog import AnswerDialog
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence

LEAST_TABLE_HEIGHT = 110


class AbsenceDialog(AnswerDialog):
    """The people first, then the repair; nothing is changed."""

    def __init__(self, absent: str, sheet: RepairSheet, zone: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("{name} is absent").format(name=absent))
        self.sentence.setText(self.tr("Who could step in, those first who break no rule. Nothing is changed."))
        self.stand_ins = RecordTable(_stand_in_columns(zone), PROBLEM, appearance, self)
        self.stand_ins.setAccessibleName(self.tr("Who could step in"))
        self.rule = Sentence(self)
        self.stand_ins.record_entered.connect(self._tell)
        self.stand_ins.set_records(sheet.stand_ins)
        self.repair = QLabel(self._repair_text(sheet), self)
        self.repair.setWordWrap(True)
        self.changes = RecordTable(_change_columns(zone), ADDED, appearance, self)
        self.changes.setAccessibleName(self.tr("What the repair changes"))
        self.changes.set_records(sheet.changes)
        self.changes.setVisible(bool(sheet.changes))
        self.changes.setMinimumHeight(LEAST_TABLE_HEIGHT)
        self.column.addWidget(self.stand_ins, 3)
        self.column.addWidget(self.rule)
        self.column.addWidget(self.repair)
        self.column.addWidget(self.changes, 1)

    def _tell(self, record: StandInRecord | None) -> None:
        """What speaks against the person chosen, whole: a line of the table may be too short for it."""
        self.rule.setText(_problem_text(record) if record and record.problems else "")

    def _repair_text(self, sheet: RepairSheet) -> str:
        if not sheet.found:
            return self.tr("No repair was found within the rules and the days around the absence.")
        words = self.tr("Repair that touches fewest people (missing head-hours: {hours}).").format(
            hours=number_text(sheet.missing_half_hours / 2, 1)
        )
        proof = self.tr("Proven: none is better.") if sheet.proven else self.tr("A better one may exist.")
        return f"{words} {proof}"


def _shift_text(shift: Shift, zone: str) -> str:
    return f"{day_text(shift.day)} {clock_span_text(shift, zone)}"


def _shifts_text(shifts: Sequence[Shift], zone: str) -> str:
    return ", ".join(_shift_text(each, zone) for each in shifts)


def _problem_tone(record: StandInRecord, theme: Theme) -> Tone | None:
    return theme.tight if record.problems else theme.kept


def _problem_text(record: StandInRecord) -> str:
    if not record.problems:
        return QCoreApplication.translate("Absence", "✓ breaks no rule")
    more = f" (+{record.problems - 1})" if record.problems > 1 else ""
    return f"! {with_local_dates(record.problem)}{more}"


def _stand_in_columns(zone: str) -> tuple[Column[StandInRecord], ...]:
    return (
        Column(lambda: QCoreApplication.translate("Absence", "Shift"), lambda each: _shift_text(each.shift, zone)),
        Column(lambda: QCoreApplication.translate("Absence", "Person"), lambda each: each.name),
        Column(lambda: QCoreApplication.translate("Absence", "Rules"), _problem_text, tone=_problem_tone),
        Column(
            lambda: QCoreApplication.translate("Absence", "That week (h:min)"),
            lambda each: duration_text(each.week_minutes),
            lambda each: each.week_minutes,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Absence", "Earns time off"),
            lambda each: duration_text(each.toil_minutes) if each.toil_minutes else "",
            lambda each: each.toil_minutes,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Absence", "Pay"),
            lambda each: number_text(each.cost_cents / 100, 2),
            lambda each: each.cost_cents,
            number=True,
        ),
    )


PROBLEM = 2


def _change_columns(zone: str) -> tuple[Column[ChangeRecord], ...]:
    return (
        Column(lambda: QCoreApplication.translate("Absence", "Person"), lambda each: each.name),
        Column(
            lambda: QCoreApplication.translate("Absence", "No longer works"),
            lambda each: _shifts_text(each.dropped, zone),
        ),
        Column(
            lambda: QCoreApplication.translate("Absence", "Works instead"), lambda each: _shifts_text(each.added, zone)
        ),
    )


ADDED = 2
