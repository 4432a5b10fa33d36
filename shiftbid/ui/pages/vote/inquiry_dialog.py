"""Why other templates were not adopted, and which groups were left short."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from shiftbid.services.told_inquiry import RejectedChoice, RejectedOutcome, ToldInquiry
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import number_text
from shiftbid.ui.template_names import template_name
from shiftbid.ui.widgets.answer_dialog import AnswerDialog
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable

WHAT = 2


class InquiryDialog(AnswerDialog):
    """The rejected templates, those with most approvals first."""

    def __init__(self, inquiry: ToldInquiry, appearance: Appearance, parent: QWidget) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Why not the others"))
        open_faults = sum(not each.excused for each in inquiry.short)
        self.sentence.setText(
            self.tr(
                "Most points of any set without a cover limit: {free}. Groups that the axiom EJR+ promises more: "
                "{short}, not excused by cover: {faults}."
            ).format(free=number_text(inquiry.free_points, 2), short=len(inquiry.short), faults=open_faults)
        )
        self.templates: RecordTable[RejectedChoice] = RecordTable(_columns(), WHAT, appearance, self)
        self.templates.setAccessibleName(self.tr("Templates not adopted"))
        self.templates.set_records(inquiry.rejected)
        self.column.addWidget(self.templates)


def _what_text(each: RejectedChoice) -> str:
    match each.outcome:
        case RejectedOutcome.NO_COVER:
            return QCoreApplication.translate("Inquiry", "no set with it covers the demand within the limits")
        case RejectedOutcome.UNDECIDED:
            return QCoreApplication.translate("Inquiry", "not decided within the limit of work")
        case RejectedOutcome.DISPLACES:
            displaced = ", ".join(each.displaced)
            if not each.joined:
                return QCoreApplication.translate("Inquiry", "would have displaced {displaced}").format(
                    displaced=displaced
                )
            return QCoreApplication.translate("Inquiry", "with {joined} would have displaced {displaced}").format(
                joined=", ".join(each.joined), displaced=displaced
            )


def _columns() -> tuple[Column[RejectedChoice], ...]:
    return (
        Column(lambda: QCoreApplication.translate("Inquiry", "Template"), lambda each: template_name(each.template)),
        Column(
            lambda: QCoreApplication.translate("Inquiry", "Approved by"),
            lambda each: str(each.approvals),
            lambda each: each.approvals,
            number=True,
        ),
        Column(lambda: QCoreApplication.translate("Inquiry", "What adopting it would have meant"), _what_text),
        Column(
            lambda: QCoreApplication.translate("Inquiry", "Points then"),
            lambda each: number_text(each.points, 2) if each.outcome is RejectedOutcome.DISPLACES else "",
            lambda each: each.points,
            number=True,
        ),
    )
