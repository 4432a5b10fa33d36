"""My vote: an answer to each choice on the paper, given as one sealed ballot."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QRadioButton, QWidget
from typing_extensions import override

from shiftbid.domain.ballot import Answer
from shiftbid.services.own_orders import CastBallot
from shiftbid.services.own_view import OwnView, OwnVote
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.own_page import OwnPage
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.poll_words import moment_text, standing_text, takes_entries
from shiftbid.ui.vote_rows import VoteRow, vote_rows
from shiftbid.ui.widgets.answer_dialog import AnswerDialog
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.vote_columns import CHOICE, COUNTED, ORIGIN, OWN_ANSWER, WIDE_OF_VOTE

ANSWERS: tuple[Answer | None, ...] = (Answer.WANT, Answer.ACCEPT, Answer.CANNOT, None)


class MyVotePage(OwnPage):
    """The choices above, the answer to the current one below. Answers stay in memory until the ballot is given."""

    name = PageName.MY_VOTE

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._paper = ""
        self.answers: dict[str, Answer] = {}
        self._working = False
        self._summary = Sentence(self.content)
        self.table: RecordTable[VoteRow] = RecordTable(
            (CHOICE, ORIGIN, OWN_ANSWER, *COUNTED), WIDE_OF_VOTE, appearance, self.content
        )
        self.choices = QButtonGroup(self)
        self.buttons = {answer: QRadioButton(self.content) for answer in ANSWERS}
        self.give_button = QPushButton(self.content)
        self._hint = Sentence(self.content)
        bottom = QHBoxLayout()
        for button in self.buttons.values():
            self.choices.addButton(button)
            bottom.addWidget(button)
        bottom.addStretch(1)
        bottom.addWidget(self.give_button)
        self.column.addWidget(self._summary)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(bottom)
        self.column.addWidget(self._hint)
        self.table.record_entered.connect(self._enter)
        self.choices.buttonClicked.connect(self._answer)
        self.give_button.clicked.connect(self._give)
        self.retranslate()

    @override
    def badge(self, shown: OwnView) -> str:
        vote = shown.vote
        return "!" if vote and vote.gave_at is None and takes_entries(vote.sheet.poll, shown.now) else ""

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("What is put to the vote"))
        self.buttons[Answer.WANT].setText(self.tr("♥ I &want it"))
        self.buttons[Answer.ACCEPT].setText(self.tr("✓ I can &live with it"))
        self.buttons[Answer.CANNOT].setText(self.tr("✗ I &cannot"))
        self.buttons[None].setText(self.tr("no answer"))
        self.give_button.setText(self.tr("&Give my ballot"))
        self._hint.setText(
            self.tr(
                "Choose a line, then an answer to it. The ballot is sealed: before the close nobody can open it, and "
                "nobody ever reads whose it was."
            )
        )

    @override
    def set_working(self, under_way: bool) -> None:
        self._working = under_way
        self._allow()

    @override
    def fill(self, shown: OwnView) -> None:
        vote = shown.vote
        if vote is None:
            self.show_nothing(self.tr("No vote yet"), self.tr("Your hall’s manager opens votes; they appear here."))
            return
        if self._paper != vote.sheet.poll.id:
            self._paper, self.answers = vote.sheet.poll.id, {}
        self._summary.setText(self._summary_text(vote, shown.now))
        self.table.set_records(vote_rows(vote.sheet, self.answers))
        self._enter(self.table.current())

    def _summary_text(self, vote: OwnVote, now: int) -> str:
        given = (
            self.tr("you have not voted")
            if vote.gave_at is None
            else self.tr("you voted {moment}; another ballot takes its place").format(
                moment=moment_text(vote.gave_at, vote.sheet.zone)
            )
        )
        return f"{standing_text(vote.sheet, now)} · {given}"

    def _enter(self, record: VoteRow | None) -> None:
        answer = self.answers.get(record.choice.id) if record else None
        self.buttons[answer].setChecked(True)
        self._allow()

    def _answer(self) -> None:
        record = self.table.current()
        vote = self.shown.vote if self.shown else None
        if record is None or vote is None:
            return
        answer = next(each for each, button in self.buttons.items() if button.isChecked())
        self.answers.pop(record.choice.id, None)
        if answer is not None:
            self.answers[record.choice.id] = answer
        self.table.set_records(vote_rows(vote.sheet, self.answers))
        self._allow()

    def _allow(self) -> None:
        vote = self.shown.vote if self.shown else None
        takes = vote is not None and self.shown is not None and takes_entries(vote.sheet.poll, self.shown.now)
        for button in self.buttons.values():
            button.setEnabled(takes)
        self.give_button.setEnabled(takes and bool(self.answers) and not self._working)

    def _give(self) -> None:
        vote = self.shown.vote if self.shown else None
        if vote is not None:
            self.asked.emit(Ask(CastBallot(vote.sheet.poll.id, dict(self.answers)), self._tell_receipt))

    def _tell_receipt(self, receipt: str) -> None:
        self.changed.emit()
        dialog = AnswerDialog(
            self.tr("Your ballot is given"),
            self.tr(
                "Receipt: {receipt}\n\nUnder this number your ballot stands among those published after the count. "
                "Note it if you want to check. Until the deadline you may give another ballot."
            ).format(receipt=receipt),
            self,
        )
        dialog.resize(dialog.minimumSizeHint())
        dialog.show()
