"""The vote: opened with deadline, quorum and trustee; turnout; closed by the trustee; its result."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from shiftbid.domain.poll import DEAD_STATES, Poll, PollState
from shiftbid.services.poll_orders import InquireVote, OpenVote
from shiftbid.services.poll_sheets import HallPolls, VoteSheet
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.poll_page import PollPage, may_close
from shiftbid.ui.pages.vote.inquiry_dialog import InquiryDialog
from shiftbid.ui.pages.vote.result_dialog import VoteResultDialog
from shiftbid.ui.vote_rows import VoteRow, vote_rows
from shiftbid.ui.widgets.opening_dialog import VoteOpeningDialog
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.vote_columns import CHOICE, COUNTED, ORIGIN, WIDE_OF_VOTE


class VotePage(PollPage):
    """The choices with their count, and the steps."""

    name = PageName.VOTE

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.table: RecordTable[VoteRow] = RecordTable(
            (CHOICE, ORIGIN, *COUNTED), WIDE_OF_VOTE, appearance, self.content
        )
        self._secrecy = Sentence(self.content)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._secrecy)
        self.open_action = self.steps.add(self._ask_opening)
        self.close_action = self.steps.add(lambda: self._with_poll(self.ask_close))
        self.withdraw_action = self.steps.add(lambda: self._with_poll(self.ask_withdraw))
        self.result_action = self.steps.add(self._show_result)
        self.inquire_action = self.steps.add(lambda: self._with_poll(self._inquire))
        self.column.addWidget(self.steps)
        self.retranslate()

    @override
    def badge(self, shown: HallPolls) -> str:
        return "!" if shown.vote and may_close(shown.vote.poll, shown.now) else ""

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("What is put to the vote"))
        self.turnout.setAccessibleName(self.tr("People who have voted"))
        self._secrecy.setText(
            self.tr("Ballots are sealed until the close. Until then you see how many took part, and no ballot.")
        )
        self.steps.name(self.open_action, self.tr("&Open a vote …"))
        self.steps.name(self.close_action, self.tr("&Close and count …"))
        self.steps.name(self.withdraw_action, self.tr("Wi&thdraw …"))
        self.steps.name(self.result_action, self.tr("Res&ult …"))
        self.steps.name(self.inquire_action, self.tr("Wh&y not the others? …"))

    @override
    def fill(self, shown: HallPolls) -> None:
        vote = shown.vote
        if vote is None:
            self.show_no_poll(self.tr("No vote yet. A vote finds templates that cover the demand and asks the staff."))
            self.table.set_records(())
        else:
            self.show_standing(shown, vote)
            self.table.set_records(vote_rows(vote, {}))
        self.turnout.setToolTip(self.tr("Quorum: {quorum}").format(quorum=vote.quorum) if vote else "")
        self.allow()

    @override
    def allow(self) -> None:
        vote, now = self._vote, self.shown.now if self.shown else 0
        state = vote.poll.state if vote else None
        self.allow_step(self.open_action, allowed=self.shown is not None and (vote is None or self._is_over(vote)))
        self.allow_step(self.close_action, allowed=vote is not None and may_close(vote.poll, now))
        self.allow_step(self.result_action, allowed=vote is not None and vote.result is not None)
        self.allow_step(self.inquire_action, allowed=state is PollState.COUNTED)
        self.allow_step(self.withdraw_action, allowed=state in (PollState.OPEN, PollState.COUNTED))

    @property
    def _vote(self) -> VoteSheet | None:
        return self.shown.vote if self.shown else None

    def _is_over(self, vote: VoteSheet) -> bool:
        """Whether another vote may be opened: this one is dead, or its period is the one before the next."""
        assert self.shown is not None
        return vote.poll.state in DEAD_STATES or (
            vote.poll.state is PollState.COUNTED and self.shown.next_first > vote.poll.period.last
        )

    def _with_poll(self, ask: Callable[[Poll], None]) -> None:
        vote = self._vote
        if vote is not None:
            ask(vote.poll)

    def _show_result(self) -> None:
        vote = self._vote
        if vote is not None and vote.result is not None:
            VoteResultDialog(vote.result, self.appearance, self).show()

    def _inquire(self, poll: Poll) -> None:
        self.asked.emit(Ask(InquireVote(poll.id), lambda inquiry: InquiryDialog(inquiry, self.appearance, self).show()))

    def _ask_opening(self) -> None:
        polls = self.shown
        if polls is None:
            return
        dialog = VoteOpeningDialog(polls.next_first, len(polls.people), self)
        dialog.accepted.connect(lambda: self._open(polls, dialog))
        dialog.accounts_wanted.connect(self.go_to_accounts)
        dialog.open()

    def _open(self, polls: HallPolls, dialog: VoteOpeningDialog) -> None:
        order = OpenVote(
            polls.hall.id,
            dialog.period,
            dialog.until,
            dialog.quorum.value(),
            dialog.ballot,
            dialog.credentials,
            dialog.late_because,
        )
        self.asked.emit(Ask(order, self.tell_state))
