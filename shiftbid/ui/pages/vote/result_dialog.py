"""How a counted vote came out: what it costs, and how many people got what they approve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import hours_text, number_text
from shiftbid.ui.widgets.answer_dialog import AnswerDialog
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from shiftbid.services.vote_result import VoteResult

APPROVED_COLUMN = 0
SIZE = QSize(720, 400)
Share = tuple[int, int]
"""A number of adopted templates that people approve, and how many people approve so many."""


class VoteResultDialog(AnswerDialog):
    """Figures above, the people below; for a vote counted seat by seat, its story."""

    def __init__(self, result: VoteResult, appearance: Appearance, parent: QWidget) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Result of the vote"))
        self.sentence.setText("\n".join((*self._figures(result), *result.rounds)))
        self.people: RecordTable[Share] = RecordTable(
            (
                Column(
                    lambda: self.tr("Adopted templates that a person approves"),
                    lambda each: str(each[0]),
                    lambda each: each[0],
                ),
                Column(lambda: self.tr("People"), lambda each: str(each[1]), lambda each: each[1], number=True),
            ),
            APPROVED_COLUMN,
            appearance,
            self,
        )
        self.people.setAccessibleName(self.tr("People by how many adopted templates they approve"))
        self.people.set_records(tuple(enumerate(result.people_by_approved)))
        self.column.addWidget(self.people)
        self.resize(SIZE)

    def _figures(self, result: VoteResult) -> tuple[str, ...]:
        limit = (
            self.tr("no covering set exceeds {bound}").format(bound=number_text(float(result.bound), 2))
            if result.bound is not None
            else self.tr("counted seat by seat")
        )
        proof = self.tr("proven") if result.optimal else self.tr("not proven within the limit of work")
        most = result.most_paid_minutes
        cap = "" if most is None else self.tr(" It may be {most} h at most.").format(most=hours_text(most))
        return (
            self.tr("Points of the winners: {points}; {limit}; {proof}.").format(
                points=number_text(float(result.score), 2), limit=limit, proof=proof
            ),
            self.tr("Missing half-hours: {missing}; fewest without a vote {least}, allowed {most}.").format(
                missing=result.adopted.missing_half_hours,
                least=result.least_missing_half_hours,
                most=result.most_missing_half_hours,
            ),
            self.tr("The vote costs {extra} paid hours: {adopted} h against {cheapest} h of the cheapest menu.").format(
                extra=hours_text(result.extra_paid_minutes),
                adopted=hours_text(result.adopted.paid_minutes),
                cheapest=hours_text(result.cheapest.paid_minutes),
            )
            + cap,
        )
