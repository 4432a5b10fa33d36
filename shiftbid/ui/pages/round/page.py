"""The bidding round: opened on what the vote adopted, closed by the trustee, awarded in the background, final."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from shiftbid.domain.poll import DEAD_STATES, Poll, PollState
from shiftbid.services.poll_orders import AwardRound, FinishRound, OpenRound
from shiftbid.services.poll_sheets import HallPolls, RoundSheet, VoteSheet
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import number_text, percent_text
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.poll_page import PollPage, may_close
from shiftbid.ui.pages.round.presenter import BidderRecord, bidders
from shiftbid.ui.round_words import method_sentence, method_word
from shiftbid.ui.widgets.content_or_words import ContentOrWords
from shiftbid.ui.widgets.opening_dialog import RoundOpeningDialog
from shiftbid.ui.widgets.reason_dialog import ReasonDialog
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence

NAME = 0
COLUMNS: tuple[Column[BidderRecord], ...] = (
    Column(lambda: QCoreApplication.translate("Round", "Person"), lambda each: each.name),
    Column(
        lambda: QCoreApplication.translate("Round", "Points"),
        lambda each: number_text(each.points),
        lambda each: each.points,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Round", "Wished for"),
        lambda each: number_text(each.wished_points),
        lambda each: each.wished_points,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Round", "Satisfaction"),
        lambda each: percent_text(each.share),
        lambda each: each.share,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Round", "Wishes honoured"),
        lambda each: str(each.kept),
        lambda each: each.kept,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Round", "Wishes lost"),
        lambda each: str(each.lost),
        lambda each: each.lost,
        number=True,
    ),
)


class RoundPage(PollPage):
    """Everybody's satisfaction after the award, and the steps."""

    name = PageName.ROUND

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.table: RecordTable[BidderRecord] = RecordTable(COLUMNS, NAME, appearance, self.content)
        self.satisfaction = ContentOrWords(self.table, self.content)
        self._hint, self._method = Sentence(self.content), Sentence(self.content)
        self.column.addWidget(self._method)
        self.column.addWidget(self.satisfaction, 1)
        self.column.addWidget(self._hint)
        self.open_action = self.steps.add(self._ask_opening)
        self.close_action = self.steps.add(lambda: self._with_poll(self.ask_close))
        self.award_action = self.steps.add(lambda: self._with_poll(self._ask_award))
        self.final_action = self.steps.add(lambda: self._with_poll(self._finish))
        self.withdraw_action = self.steps.add(lambda: self._with_poll(self.ask_withdraw))
        self.column.addWidget(self.steps)
        self.retranslate()

    @override
    def badge(self, shown: HallPolls) -> str:
        return "!" if shown.round and may_close(shown.round.poll, shown.now) else ""

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Satisfaction of everybody who wished"))
        self.turnout.setAccessibleName(self.tr("People who have bid"))
        self._hint.setText(
            self.tr(
                "After the close, Award finds the roster in the background and publishes it; you can cancel it. Each "
                "person reads the reasons of their own lost wishes under their own name."
            )
        )
        self.steps.name(self.open_action, self.tr("&Open …"))
        self.steps.name(self.close_action, self.tr("&Close …"))
        self.steps.name(self.award_action, self.tr("Awar&d …"))
        self.steps.name(self.final_action, self.tr("&Final"))
        self.steps.name(self.withdraw_action, self.tr("Wi&thdraw …"))

    @override
    def fill(self, shown: HallPolls) -> None:
        if shown.round is None:
            self.show_no_poll(self.tr("No bidding round yet. It opens on what a counted vote adopted."))
        else:
            self.show_standing(shown, shown.round)
        method = shown.round.method if shown.round else None
        words = self.tr("Method of the award: {method}. {sentence}")
        self._method.setText(
            words.format(method=method_word(method), sentence=method_sentence(method)) if method else ""
        )
        self._method.setVisible(method is not None)
        self._show_satisfaction(bidders(shown))
        self.allow()

    @override
    def allow(self) -> None:
        sheet, now = self._round, self.shown.now if self.shown else 0
        state = sheet.poll.state if sheet else None
        self.allow_step(self.open_action, allowed=self._open_vote is not None)
        self.allow_step(self.close_action, allowed=sheet is not None and may_close(sheet.poll, now))
        self.allow_step(self.award_action, allowed=state is PollState.REVEALED)
        self.allow_step(self.final_action, allowed=state is PollState.AWARDED)
        self.allow_step(self.withdraw_action, allowed=state in (PollState.OPEN, PollState.REVEALED))

    def _show_satisfaction(self, records: Sequence[BidderRecord]) -> None:
        self.table.set_records(records)
        if records:
            self.satisfaction.show_content()
        else:
            self.satisfaction.show_nothing(
                self.tr("No award yet"),
                self.tr(
                    "How far the award met everybody’s wishes will stand here. Until then: open a round, let the "
                    "trustee close it after its deadline, then award it."
                ),
            )

    @property
    def _round(self) -> RoundSheet | None:
        return self.shown.round if self.shown else None

    @property
    def _open_vote(self) -> VoteSheet | None:
        """The counted vote on which a round may be opened: one without a living round."""
        polls = self.shown
        if polls is None or polls.vote is None or polls.vote.poll.state is not PollState.COUNTED:
            return None
        living = polls.round is not None and polls.round.poll.state not in DEAD_STATES
        same = polls.round is not None and polls.round.poll.period == polls.vote.poll.period
        return None if living and same else polls.vote

    def _with_poll(self, do: Callable[[Poll], None]) -> None:
        sheet = self._round
        if sheet is not None:
            do(sheet.poll)

    def _ask_opening(self) -> None:
        vote, polls = self._open_vote, self.shown
        if vote is None or polls is None:
            return
        dialog = RoundOpeningDialog(vote.poll.period.first, polls.round_method, self)
        dialog.accepted.connect(lambda: self._open(vote, dialog))
        dialog.accounts_wanted.connect(self.go_to_accounts)
        dialog.open()

    def _open(self, vote: VoteSheet, dialog: RoundOpeningDialog) -> None:
        order = OpenRound(vote.poll.id, dialog.until, dialog.method.method, dialog.credentials, dialog.late_because)
        self.asked.emit(Ask(order, self.tell_state))

    def _ask_award(self, poll: Poll) -> None:
        dialog = ReasonDialog(
            self.tr("Award and publish"),
            self.tr("Where the roster is published later than law or agreement asks, say why; else leave it empty."),
            self,
            needed=False,
        )
        dialog.accepted.connect(lambda: self.asked.emit(Ask(AwardRound(poll.id, dialog.reason), self._tell_awarded)))
        dialog.open()

    def _tell_awarded(self, version: int) -> None:
        self.told.emit(self.tr("Awarded and published as version {version}.").format(version=version))
        self.changed.emit()

    def _finish(self, poll: Poll) -> None:
        self.asked.emit(Ask(FinishRound(poll.id), self.tell_state))
