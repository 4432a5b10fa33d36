"""Proposals of templates with what became of them, their comments, and a line for one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from shiftbid.services.proposal_text import JudgedProposal
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import number_text, percent_text
from shiftbid.ui.poll_words import hours_and_breaks, moment_text, weekdays_text
from shiftbid.ui.reason_words import told_verdict
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.titled_part import TitledPart

HOURS = 1


class ProposalPanel(TitledPart):
    """A table, below it the current proposal's reasons and comments.

    Signals
    -------
    commented
        Number of a proposal, and what is said of it.
    """

    commented = Signal(int, str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._working = False
        self._names: Mapping[str, str] = {}
        self._zone = "UTC"
        self.table: RecordTable[JudgedProposal] = RecordTable(self._columns(), HOURS, appearance, self)
        self.detail = Sentence(self)
        self._label, self.comment, self.button = QLabel(self), QLineEdit(self), QPushButton(self)
        self._label.setBuddy(self.comment)
        row = QHBoxLayout()
        row.addWidget(self._label)
        row.addWidget(self.comment, 1)
        row.addWidget(self.button)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.detail)
        self.column.addLayout(row)
        self.table.record_entered.connect(self._enter)
        self.comment.textChanged.connect(self._allow)
        self.comment.returnPressed.connect(self._say)
        self.button.clicked.connect(self._say)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the fixed texts in the window's language."""
        self.heading.setText(self.tr("Templates proposed for the next vote"))
        self.table.setAccessibleName(self.heading.text())
        self._label.setText(self.tr("Co&mment"))
        self.comment.setAccessibleName(self.tr("Comment on the proposal chosen"))
        self.comment.setPlaceholderText(self.tr("everybody of the hall can read it, with your name"))
        self.button.setText(self.tr("Sa&y it"))

    def show_proposals(self, proposals: Sequence[JudgedProposal], names: Mapping[str, str], zone: str) -> None:
        """Show the proposals of a hall."""
        self._names, self._zone = names, zone
        self.table.set_records(proposals)
        self._enter(self.table.current())

    def set_working(self, under_way: bool) -> None:
        """Allow or forbid a comment while other work is under way."""
        self._working = under_way
        self._allow()

    def clear_comment(self) -> None:
        """Empty the line after a comment was taken."""
        self.comment.clear()

    def _enter(self, judged: JudgedProposal | None) -> None:
        self.detail.setText("" if judged is None else self._words(judged))
        self._allow()

    def _allow(self) -> None:
        current = self.table.current()
        self.comment.setEnabled(current is not None)
        self.button.setEnabled(current is not None and not self._working and bool(self.comment.text().strip()))

    def _say(self) -> None:
        current = self.table.current()
        if current is not None and self.button.isEnabled():
            self.commented.emit(current.proposal.number, self.comment.text().strip())

    def _words(self, judged: JudgedProposal) -> str:
        lines = [told_verdict(judged.verdict.reason)] if judged.verdict else []
        lines += [
            self.tr("{name}, {moment}: {text}").format(
                name=self._names.get(each.by, each.by), moment=moment_text(each.at, self._zone), text=each.text
            )
            for each in judged.proposal.comments
        ]
        return "\n".join(lines) or self.tr("Nobody has commented yet.")

    def _columns(self) -> tuple[Column[JudgedProposal], ...]:
        return (
            Column(
                lambda: QCoreApplication.translate("Proposals", "No."),
                lambda each: str(each.proposal.number),
                lambda each: each.proposal.number,
                number=True,
            ),
            Column(
                lambda: QCoreApplication.translate("Proposals", "Hours and breaks"),
                lambda each: hours_and_breaks(each.proposal.template),
                lambda each: each.proposal.template.start_minute,
            ),
            Column(
                lambda: QCoreApplication.translate("Proposals", "Days"),
                lambda each: weekdays_text(each.proposal.template.weekdays),
            ),
            Column(
                lambda: QCoreApplication.translate("Proposals", "By"),
                lambda each: self._names.get(each.proposal.by, each.proposal.by),
            ),
            Column(
                lambda: QCoreApplication.translate("Proposals", "Half-hours of demand it covers"),
                covered_text,
                lambda each: each.covered_half_hours,
                number=True,
            ),
            Column(lambda: QCoreApplication.translate("Proposals", "What became of it"), verdict_text),
            Column(
                lambda: QCoreApplication.translate("Proposals", "Comments"),
                lambda each: str(len(each.proposal.comments)),
                lambda each: len(each.proposal.comments),
                number=True,
            ),
        )


def covered_text(judged: JudgedProposal) -> str:
    """Half-hours covered, and their share of the latest published demand; a dash before anything is published."""
    if not judged.demand_half_hours:
        return "–"
    share = percent_text(judged.covered_half_hours / judged.demand_half_hours)
    return f"{number_text(judged.covered_half_hours)} ({share})"


def verdict_text(judged: JudgedProposal) -> str:
    """What became of a proposal, with a sign before it."""
    if judged.verdict is None:
        return QCoreApplication.translate("Proposals", "? waits for the next vote")
    if judged.verdict.is_put_to_vote:
        return QCoreApplication.translate("Proposals", "✓ put to the vote")
    return QCoreApplication.translate("Proposals", "✗ not put to the vote")
