"""A break of a template that somebody proposes."""

from __future__ import annotations

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QTimeEdit, QWidget

LONGEST_BREAK_MINUTES, STEP_MINUTES = 120, 5


class BreakRow(QWidget):
    """Start, minutes (0 for no break), and whether it is paid."""

    def __init__(self, start: QTime, minutes: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._label, self.start, self.minutes = QLabel(self), QTimeEdit(start, self), QSpinBox(self)
        self.paid = QCheckBox(self)
        self.minutes.setRange(0, LONGEST_BREAK_MINUTES)
        self.minutes.setSingleStep(STEP_MINUTES)
        self.minutes.setValue(minutes)
        self.start.setDisplayFormat("HH:mm")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self.start, self.minutes, self.paid):
            row.addWidget(part)

    def retranslate(self, title: str) -> None:
        """Write the texts in the window's language."""
        self._label.setText(title)
        self.start.setAccessibleName(self.tr("{title}: start").format(title=title))
        self.minutes.setAccessibleName(self.tr("{title}: minutes").format(title=title))
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setSpecialValueText(self.tr("none"))
        self.paid.setText(self.tr("paid"))
        self.paid.setAccessibleName(self.tr("{title}: paid").format(title=title))

    @property
    def text(self) -> str:
        """The break as proposals write it; empty for none."""
        if not self.minutes.value():
            return ""
        kind = "paid" if self.paid.isChecked() else "unpaid"
        return f"{self.start.time().toString('HH:mm')}/{self.minutes.value()}/{kind}"
