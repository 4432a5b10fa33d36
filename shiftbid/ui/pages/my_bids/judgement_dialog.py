"""Says which wishes no award could grant, before they are given."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from shiftbid.services.bid_prospects import NarrowBids
from shiftbid.services.wish_levels import BarredWish, WishJudgement
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import day_text, hours_text, with_local_dates
from shiftbid.ui.template_names import template_name
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence

WHY = 2
MOST_NAMED = 6
WIDTH, HEIGHT = 820, 360


class JudgementDialog(QDialog):
    """The barred shifts with the sentence of the rule; accepted where the bids are to be given all the same."""

    def __init__(
        self, judgement: WishJudgement, appearance: Appearance, *, may_give: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.sentence, self.narrow = Sentence(self), Sentence(self)
        self.table: RecordTable[BarredWish] = RecordTable(
            (
                Column(lambda: self.tr("Day"), lambda each: day_text(each.day), lambda each: each.day.toordinal()),
                Column(lambda: self.tr("Shift"), lambda each: template_name(each.template)),
                Column(
                    lambda: self.tr("Why it cannot be awarded to you"), lambda each: with_local_dates(each.sentence)
                ),
            ),
            WHY,
            appearance,
            self,
        )
        self.table.setAccessibleName(self.tr("Shifts that cannot be awarded to you"))
        self.table.set_records(judgement.barred)
        self.buttons = QDialogButtonBox(self)
        if may_give:
            self.buttons.addButton(self.tr("&Give all the same"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.tr("&Back to my wishes"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.narrow)
        layout.addWidget(self.sentence)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)
        hours = hours_text(judgement.contract_minutes)
        if judgement.barred:
            self.sentence.setText(
                self.tr(
                    "Dated wishes: {bids}; your contract asks for {hours} h in the period. Of the shifts below you can "
                    "be awarded none, whatever others bid:"
                ).format(bids=judgement.bids, hours=hours)
            )
        else:
            self.table.hide()
            self.sentence.setText(
                self.tr(
                    "Dated wishes: {bids}; your contract asks for {hours} h in the period. No rule and no leave speaks "
                    "against any single one of them. Which of them you get depends on the demand and on all bids."
                ).format(bids=judgement.bids, hours=hours)
            )
        if judgement.narrow is not None:
            self.narrow.setText(self._narrow_text(judgement.narrow))
        self.narrow.setVisible(judgement.narrow is not None)
        self.setWindowTitle(self.tr("What your wishes come to"))
        self.resize(WIDTH, HEIGHT)

    def _narrow_text(self, narrow: NarrowBids) -> str:
        named = [f"{template_name(template)} {day_text(day)}" for day, template in narrow.shifts]
        more = len(named) - MOST_NAMED
        listed = ", ".join(named[:MOST_NAMED]) + (self.tr(" and {count} more").format(count=more) if more > 0 else "")
        return self.tr(
            "! If you bid only these, you can be awarded none of {shifts}: others can fill each of them. You wish for "
            "{hours} h of shifts; from {enough} h on your contract can be met from your wishes."
        ).format(shifts=listed, hours=hours_text(narrow.wished_minutes), enough=hours_text(narrow.enough_minutes))
