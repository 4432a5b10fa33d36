"""My result: what became of one's own bids, and for each that was lost why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from shiftbid.domain.bid import Bid
from shiftbid.services.own_view import OwnView
from shiftbid.services.poll_sheets import LostWish, RoundOutcome
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import number_text, period_text
from shiftbid.ui.pages.own_page import OwnPage
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.widgets.outcome_columns import KEPT, LOST, WIDE_OF_KEPT, WIDE_OF_LOST
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence


class MyResultPage(OwnPage):
    """Bids kept above, bids lost with reasons below; the reason of the current one in full."""

    name = PageName.MY_RESULT

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._summary = Sentence(self.content)
        self._lost_label, self._kept_label = QLabel(self.content), QLabel(self.content)
        self.lost: RecordTable[LostWish] = RecordTable(LOST, WIDE_OF_LOST, appearance, self.content)
        self.kept: RecordTable[Bid] = RecordTable(KEPT, WIDE_OF_KEPT, appearance, self.content)
        self._reason = Sentence(self.content)
        parts = QSplitter(Qt.Orientation.Vertical, self.content)
        parts.setChildrenCollapsible(False)
        for label, table in ((self._lost_label, self.lost), (self._kept_label, self.kept)):
            part = QWidget(self.content)
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(label)
            column.addWidget(table, 1)
            if table is self.lost:
                column.addWidget(self._reason)
            parts.addWidget(part)
        self.column.addWidget(self._summary)
        self.column.addWidget(parts, 1)
        self.lost.record_entered.connect(self._tell_reason)
        self.retranslate()

    @override
    def title(self) -> str:
        return self.tr("My result")

    @override
    def retranslate(self) -> None:
        self._lost_label.setText(self.tr("Wishes that were not honoured, shifts given against a wish, and why"))
        self._kept_label.setText(self.tr("Wishes that were honoured"))
        self.lost.setAccessibleName(self._lost_label.text())
        self.kept.setAccessibleName(self._kept_label.text())

    @override
    def fill(self, shown: OwnView) -> None:
        own = shown.bidding
        if own is None or own.outcome is None:
            self.show_nothing(
                self.tr("No award yet"), self.tr("After the award of a round you read here what became of your bids.")
            )
            return
        outcome = own.outcome
        self._summary.setText(f"{period_text(own.sheet.poll.period)} · {self._points_text(outcome)}")
        self.lost.set_records(outcome.lost)
        self.kept.set_records(outcome.kept)
        self._tell_reason(self.lost.current())

    def _points_text(self, outcome: RoundOutcome) -> str:
        if not outcome.satisfaction:
            return self.tr("you gave no bid and had no standing wishes: your shifts follow demand, law and contract")
        (mine,) = outcome.satisfaction
        return self.tr("roster version {version}: {points} of {wished} points wished for").format(
            version=outcome.version, points=number_text(mine.points), wished=number_text(mine.wished_points)
        )

    def _tell_reason(self, lost: LostWish | None) -> None:
        self._reason.setText(lost.told if lost else "")
