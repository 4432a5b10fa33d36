"""Appeals: answered by a manager, decided by somebody else, counted by cause."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from shiftbid.domain.appeal import AppealCause, CauseStatistics
from shiftbid.domain.case import Case
from shiftbid.services.appeal_sheets import AppealBoard, AppealDuty, AppealSheet
from shiftbid.services.case_orders import AnswerAppeal, DecideAppeal
from shiftbid.services.desk_view import DeskView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.case_words import case_state_word, cause_word
from shiftbid.ui.locale_text import duration_text
from shiftbid.ui.pages.page import Ask, DeskPage
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.widgets.appeal_columns import WAITING, WIDE_OF_APPEALS, appeal_columns, appeal_words
from shiftbid.ui.widgets.reason_dialog import ReasonDialog
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.step_row import StepRow
from shiftbid.ui.widgets.titled_part import TitledPart

PERSON_BEFORE = 1
CauseRow = tuple[AppealCause, CauseStatistics]


class AppealsPage(DeskPage[AppealBoard]):
    """The appeals of a period with their deadlines, what was said of the current one, and the hall's statistics.

    A trustee of the staff sees the appeals about the rosters of their rounds, and no statistics.
    """

    name = PageName.APPEALS

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._working = False
        self._summary, self._detail = Sentence(self.content), Sentence(self.content)
        number, *rest = appeal_columns(lambda: self._zone, lambda: self.shown.now if self.shown else 0)
        person: Column[AppealSheet] = Column(
            lambda: QCoreApplication.translate("Cases", "Person"), lambda each: each.name
        )
        self.table: RecordTable[AppealSheet] = RecordTable(
            (number, person, *rest), WIDE_OF_APPEALS + PERSON_BEFORE, appearance, self.content
        )
        self.causes: RecordTable[CauseRow] = RecordTable(_cause_columns(), 0, appearance, self.content)
        self.steps = StepRow(self)
        self.answer = self.steps.add(self._ask_answer)
        self.uphold = self.steps.add(lambda: self._ask_decision(uphold=True))
        self.dismiss = self.steps.add(lambda: self._ask_decision(uphold=False))
        parts = QSplitter(Qt.Orientation.Vertical, self.content)
        parts.setChildrenCollapsible(False)
        self._appeal_part, self._cause_part = TitledPart(parts), TitledPart(parts)
        for part in (self.table, self._detail, self.steps):
            self._appeal_part.column.addWidget(part, 1 if part is self.table else 0)
        self._cause_part.column.addWidget(self.causes, 1)
        for part in (self._appeal_part, self._cause_part):
            parts.addWidget(part)
        self.column.addWidget(self._summary)
        self.column.addWidget(parts, 1)
        self.table.record_entered.connect(self._enter)
        self.retranslate()

    @override
    def part(self, view: DeskView) -> AppealBoard | None:
        return view.entrusted if view.matters is None else view.matters.appeals

    @override
    def missing(self) -> tuple[str, str]:
        return (
            self.tr("No plan yet for this hall and period"),
            self.tr("Appeals are about a published roster: plan and publish one first."),
        )

    @override
    def badge(self, shown: AppealBoard) -> str:
        waiting = len(shown.of_duty(AppealDuty.ANSWER)) + len(shown.of_duty(AppealDuty.DECIDE))
        return str(waiting) if waiting else ""

    @override
    def retranslate(self) -> None:
        for part, table, text in (
            (self._appeal_part, self.table, self.tr("Appeals about this period")),
            (self._cause_part, self.causes, self.tr("All appeals of the hall, by cause")),
        ):
            part.heading.setText(text)
            table.setAccessibleName(text)
        self.steps.name(self.answer, self.tr("An&swer …"))
        self.steps.name(self.uphold, self.tr("&Uphold …"))
        self.steps.name(self.dismiss, self.tr("&Dismiss …"))

    @override
    def set_working(self, under_way: bool) -> None:
        self._working = under_way
        self._allow()

    @override
    def fill(self, shown: AppealBoard) -> None:
        statistics = shown.statistics
        if not shown.appeals and not any(each.raised for each in (statistics or {}).values()):
            self.show_nothing(
                self.tr("Nobody has appealed"), self.tr("Staff appeal against an award on their own page My result.")
            )
            return
        self._summary.setText(
            self.tr(
                "A manager answers; somebody else decides: another hall’s manager, a payroll clerk or the round’s "
                "trustee. Urgent appeals within {urgent} h, others within {usual} h."
            ).format(
                urgent=duration_text(shown.terms.urgent_appeal_minutes), usual=duration_text(shown.terms.appeal_minutes)
            )
        )
        self.table.set_records(
            sorted(
                shown.appeals,
                key=lambda each: (each.standing.state not in WAITING, each.standing.appeal.due_at),
            )
        )
        self._cause_part.setVisible(statistics is not None)
        self.causes.set_records(tuple((statistics or {}).items()))
        self._enter(self.table.current())

    @property
    def _zone(self) -> str:
        return self.shown.zone if self.shown else "UTC"

    def _enter(self, sheet: AppealSheet | None) -> None:
        self._detail.setText(appeal_words(sheet))
        self._allow()

    def _allow(self) -> None:
        current = self.table.current()
        duty = current.duty if current and not self._working else None
        self.steps.allow(self.answer, allowed=duty is AppealDuty.ANSWER)
        for action in (self.uphold, self.dismiss):
            self.steps.allow(action, allowed=duty is AppealDuty.DECIDE)

    def _ask_answer(self) -> None:
        current = self.table.current()
        if current is None:
            return
        dialog = ReasonDialog(
            self.tr("Answer"),
            self.tr("{name} says: “{text}” What do you answer? The reason is found anew and stands beside it.").format(
                name=current.name, text=current.standing.appeal.text
            ),
            self,
        )
        dialog.accepted.connect(
            lambda: self.asked.emit(Ask(AnswerAppeal(current.standing.case, dialog.reason), self._tell))
        )
        dialog.open()

    def _ask_decision(self, *, uphold: bool) -> None:
        current = self.table.current()
        if current is None:
            return
        title = self.tr("Uphold the appeal") if uphold else self.tr("Dismiss the appeal")
        dialog = ReasonDialog(title, self.tr("Why? {name} reads the reason.").format(name=current.name), self)
        dialog.accepted.connect(
            lambda: self.asked.emit(Ask(DecideAppeal(current.standing.case, uphold, dialog.reason), self._tell))
        )
        dialog.open()

    def _tell(self, case: Case) -> None:
        self.told.emit(case_state_word(case.state))
        self.changed.emit()


def _cause_columns() -> tuple[Column[CauseRow], ...]:
    return (
        Column(lambda: QCoreApplication.translate("Cases", "Cause"), lambda each: cause_word(each[0])),
        Column(
            lambda: QCoreApplication.translate("Cases", "Raised"),
            lambda each: str(each[1].raised),
            lambda each: each[1].raised,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "Wait"),
            lambda each: str(each[1].waiting),
            lambda each: each[1].waiting,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "Upheld"),
            lambda each: str(each[1].upheld),
            lambda each: each[1].upheld,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "Dismissed"),
            lambda each: str(each[1].dismissed),
            lambda each: each[1].dismissed,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "Taken back"),
            lambda each: str(each[1].withdrawn),
            lambda each: each[1].withdrawn,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "Late"),
            lambda each: str(each[1].late),
            lambda each: each[1].late,
            number=True,
            tone=lambda each, theme: theme.missed if each[1].late else None,
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "Median time to the decision (h:min)"),
            lambda each: "–" if each[1].median_minutes is None else duration_text(round(each[1].median_minutes)),
            lambda each: -1 if each[1].median_minutes is None else each[1].median_minutes,
            number=True,
        ),
    )
