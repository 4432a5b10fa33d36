"""Asks before a draft is published: what changes, what it breaks, who hears of it late, and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from shiftbid.rules.finding import Finding, Severity
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import with_local_dates
from shiftbid.ui.pages.roster.compare_presenter import Comparison
from shiftbid.ui.pages.roster.difference_table import difference_table
from shiftbid.ui.terms import SEVERITY_SIGNS, severity_word
from shiftbid.ui.widgets.sentence import Sentence

FINDINGS_TOLD = 6
"""Findings told in full."""


@dataclass(frozen=True, slots=True)
class PublishQuestion:
    """What is about to be published.

    Attributes
    ----------
    version
        The number the roster will carry.
    findings
        Findings that the published roster does not have, gravest first.
    notices
        Sentences on changes that come later than people have to be told.
    promise
        What becomes of the promise; empty where it is not certified yet.
    """

    version: int
    comparison: Comparison
    findings: tuple[Finding, ...]
    notices: tuple[str, ...]
    promise: str

    @property
    def illegal(self) -> tuple[Finding, ...]:
        """Findings against the law: with them nothing is published."""
        return tuple(each for each in self.findings if each.severity is Severity.ILLEGAL)

    @property
    def needs_reason(self) -> bool:
        """Whether the change has to be given a reason: it breaks something, or comes late."""
        return bool(self.findings or self.notices)


class PublishDialog(QDialog):
    """Red blocks; all else wants a reason that is kept with the version.

    Signals
    -------
    agreed
        The reason; the draft is to be published.
    """

    agreed = Signal(str)

    def __init__(self, question: PublishQuestion, zone: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._question = question
        self.setWindowTitle(self.tr("Publish version {number}").format(number=question.version))
        self.scope = Sentence(self)
        self.scope.setText(
            self.tr(
                "Days that change: {days}, of people: {people}. Whoever is not in the list below keeps their shifts."
            ).format(days=len(question.comparison.cells), people=question.comparison.people)
        )
        self.findings = Sentence(self)
        self.findings.setText(self._findings_text())
        self.notices = Sentence(self)
        self.notices.setText("\n".join(f"⏱ {each}" for each in question.notices))
        self.notices.setVisible(bool(question.notices))
        self.promise = Sentence(self)
        self.promise.setText(question.promise)
        self.changes = difference_table(zone, appearance, self)
        self.changes.set_records(question.comparison.cells)
        self.reason = QLineEdit(self)
        form = QFormLayout()
        label = self.tr("&Reason (kept with the version)")
        form.addRow(
            label if question.needs_reason else self.tr("&Reason (kept with the version, may be empty)"), self.reason
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.publish = QPushButton(self.tr("&Publish"), self)
        buttons.addButton(self.publish, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._agree)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (self.scope, self.changes, self.findings, self.notices, self.promise):
            column.addWidget(part, 1 if part is self.changes else 0)
        column.addLayout(form)
        column.addWidget(buttons)
        self.reason.textChanged.connect(self._allow)
        self.resize(760, 560)
        self._allow()
        self.reason.setFocus()

    def _findings_text(self) -> str:
        if not self._question.findings:
            return self.tr("✓ No rule is newly broken.")
        lines = [
            f"{SEVERITY_SIGNS[each.severity]} {severity_word(each.severity)}: "
            f"{with_local_dates(each.sentence)} ({each.article})"
            for each in self._question.findings[:FINDINGS_TOLD]
        ]
        more = len(self._question.findings) - FINDINGS_TOLD
        if more > 0:
            lines.append(self.tr("… and {count} more, which the grid marks.").format(count=more))
        if self._question.illegal:
            lines.append(self.tr("What is against the law is not published: change these shifts first."))
        return "\n".join(lines)

    def _allow(self) -> None:
        told = bool(self.reason.text().strip()) or not self._question.needs_reason
        self.publish.setEnabled(told and not self._question.illegal)

    def _agree(self) -> None:
        self.agreed.emit(self.reason.text().strip())
        self.accept()
