"""The today page: what needs the manager, the most pressing first; Enter leads to where it is seen to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from shiftbid.services.desk_view import DeskView
from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import day_text, duration_text, long_day_text
from shiftbid.ui.pages.page import DeskPage, Place, no_plan_words
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.today.presenter import Matter, TodayRecord, today_records
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence

if TYPE_CHECKING:
    from shiftbid.services.hall_matters import HallMatters

SIGNS = {
    Matter.UNLAWFUL: "✖",
    Matter.FINDING: "◆",
    Matter.MISSED_PROMISE: "✗",
    Matter.APPEAL_TO_ANSWER: "?",
    Matter.APPEAL_TO_DECIDE: "?",
    Matter.OPEN_SWAP: "⇄",
    Matter.OPEN_REQUEST: "?",
    Matter.EXPIRING_TOIL: "⌛",
    Matter.UNPLANNED: "+",
    Matter.PAY_OPEN: "¤",
}
URGENT = (Matter.UNLAWFUL, Matter.MISSED_PROMISE)


def _sentence(record: TodayRecord) -> str:
    match record.matter:
        case Matter.UNLAWFUL:
            words = QCoreApplication.translate("Today", "Shifts against the law: {count}")
        case Matter.FINDING:
            words = QCoreApplication.translate("Today", "Findings that need consent or a look: {count}")
        case Matter.MISSED_PROMISE:
            words = QCoreApplication.translate("Today", "Hours that miss the waiting promise: {count}")
        case Matter.APPEAL_TO_ANSWER:
            words = QCoreApplication.translate("Today", "{who} has appealed and waits for your answer")
        case Matter.APPEAL_TO_DECIDE:
            words = QCoreApplication.translate("Today", "The appeal of {who} waits for your decision")
        case Matter.OPEN_SWAP:
            words = QCoreApplication.translate("Today", "An exchange of shifts waits for your approval: {who}")
        case Matter.OPEN_REQUEST:
            words = QCoreApplication.translate("Today", "{who} waits for an answer to a request for time off")
        case Matter.EXPIRING_TOIL:
            words = QCoreApplication.translate("Today", "{who}: {time} of time off in lieu expires")
        case Matter.UNPLANNED:
            words = QCoreApplication.translate("Today", "The next period is not planned yet")
        case Matter.PAY_OPEN:
            words = QCoreApplication.translate("Today", "The pay of the period is not closed")
    return words.format(count=record.count, who=record.who, time=duration_text(record.minutes))


def _tone(record: TodayRecord, theme: Theme) -> Tone | None:
    return theme.missed if record.matter in URGENT else theme.tight


COLUMNS: tuple[Column[TodayRecord], ...] = (
    Column(lambda: "", lambda each: SIGNS[each.matter], tone=_tone),
    Column(lambda: QCoreApplication.translate("Today", "What needs you"), _sentence),
    Column(
        lambda: QCoreApplication.translate("Today", "From / until"),
        lambda each: day_text(each.day),
        lambda each: each.day.toordinal(),
    ),
)
SENTENCE = 1


@dataclass(frozen=True, slots=True)
class TodayPart:
    """What the page shows: a plan, and what people bring up about it."""

    plan: HallView
    brought_up: HallMatters | None


class TodayPage(DeskPage[TodayPart]):
    """A list of matters."""

    name = PageName.TODAY

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._summary = Sentence(self.content)
        font = self._summary.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._summary.setFont(font)
        self.table = RecordTable(COLUMNS, SENTENCE, appearance, self.content)
        self._hint = Sentence(self.content)
        self.column.addWidget(self._summary)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._hint)
        self.table.record_activated.connect(self._jump)
        self.retranslate()

    @override
    def part(self, view: DeskView) -> TodayPart | None:
        return None if view.plan is None else TodayPart(view.plan, view.matters)

    @override
    def missing(self) -> tuple[str, str]:
        return no_plan_words()

    @override
    def badge(self, shown: TodayPart) -> str:
        count = len(today_records(shown.plan, shown.brought_up))
        return str(count) if count else ""

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("What needs you"))
        self._hint.setText(self.tr("Double-click a line, or press Enter on it, to see to it."))

    @override
    def fill(self, shown: TodayPart) -> None:
        records = today_records(shown.plan, shown.brought_up)
        if not records:
            self.show_nothing(self.tr("Nothing needs you"), self.tr("Plan, promise, time off and pay are in order."))
            return
        self._summary.setText(self.tr("As of {day}").format(day=long_day_text(shown.plan.on)))
        self.table.set_records(records)

    def _jump(self, record: TodayRecord | None) -> None:
        if record is not None:
            self.place_requested.emit(Place(record.page, record.employee, record.day))
