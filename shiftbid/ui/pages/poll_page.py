"""What the manager's pages on votes and rounds share."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QProgressBar, QWidget
from typing_extensions import override

from shiftbid.domain.poll import Poll, PollState
from shiftbid.services.desk_view import DeskView
from shiftbid.services.poll_orders import ClosePoll, WithdrawPoll
from shiftbid.services.poll_sheets import HallPolls, RoundSheet, VoteSheet
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.page import Ask, DeskPage, Place
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.poll_words import standing_text, state_word
from shiftbid.ui.widgets.reason_dialog import ReasonDialog
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.step_row import StepRow
from shiftbid.ui.widgets.trustee_dialog import TrusteeDialog


class PollPage(DeskPage[HallPolls]):
    """Where the poll stands, how many took part, and the steps that may follow, each a button and a command."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.working = False
        self._summary = Sentence(self.content)
        self.turnout = QProgressBar(self.content)
        self.steps = StepRow(self)
        self.column.addWidget(self._summary)
        self.column.addWidget(self.turnout)

    @override
    def part(self, view: DeskView) -> HallPolls | None:
        return view.polls

    @override
    def missing(self) -> tuple[str, str]:
        return self.tr("No hall yet"), self.tr("Votes and rounds belong to a hall: add one first.")

    @override
    def set_working(self, under_way: bool) -> None:
        self.working = under_way
        self.allow()

    def allow(self) -> None:
        """Allow the steps that may follow."""
        raise NotImplementedError

    def allow_step(self, action: QAction, *, allowed: bool) -> None:
        """Allow or forbid a step; while other work is under way all are forbidden."""
        self.steps.allow(action, allowed=allowed and not self.working)

    def show_standing(self, polls: HallPolls, sheet: VoteSheet | RoundSheet) -> None:
        """Write where the poll stands, who opened it and who holds its key."""
        words = self.tr("opened by {manager}, key held by {trustee}").format(
            manager=polls.names[sheet.poll.opened_by], trustee=polls.names[sheet.poll.trustee]
        )
        self._summary.setText(f"{standing_text(sheet, polls.now)} · {words}")
        self.turnout.setRange(0, max(sheet.staff, 1))
        self.turnout.setValue(sheet.took_part)
        self.turnout.setFormat(f"{sheet.took_part} / {sheet.staff}")
        self.turnout.show()

    def show_no_poll(self, sentence: str) -> None:
        """Say that there is none yet; the steps stay in sight."""
        self._summary.setText(sentence)
        self.turnout.hide()

    def ask_close(self, poll: Poll) -> None:
        """Let the trustee type the PIN, then close."""
        polls = self.shown
        dialog = TrusteeDialog(
            self.tr("Close and open the boxes"),
            self.tr("Only the trustee can do this, with the PIN they had when it was opened. It takes some seconds."),
            polls.names[poll.trustee] if polls else "",
            self,
        )
        dialog.accepted.connect(
            lambda: self.asked.emit(Ask(ClosePoll(poll.kind, poll.id, dialog.credentials), self.tell_state))
        )
        dialog.open()

    def ask_withdraw(self, poll: Poll) -> None:
        """Ask for the reason, then withdraw."""
        dialog = ReasonDialog(
            self.tr("Withdraw"), self.tr("Why does it not count? Everybody can read the reason."), self
        )
        dialog.accepted.connect(lambda: self.asked.emit(Ask(WithdrawPoll(poll.id, dialog.reason), self.tell_state)))
        dialog.open()

    def go_to_accounts(self) -> None:
        """Lead to the accounts: a trustee needs one."""
        if self.shown is not None:
            self.place_requested.emit(Place(PageName.SETTINGS, "", self.shown.next_first))

    def tell_state(self, poll: Poll) -> None:
        """Say where the poll stands now, and read everything anew."""
        self.told.emit(state_word(poll.state))
        self.changed.emit()


def may_close(poll: Poll, now: int) -> bool:
    """Whether the trustee may close a poll at an instant (UTC seconds)."""
    return poll.state is PollState.OPEN and now >= poll.deadline
