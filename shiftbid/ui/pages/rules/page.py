"""The rules page: the hall's own details above, every rule in force with values, article and source below."""

from __future__ import annotations

from itertools import starmap

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QFormLayout, QGroupBox, QLabel, QWidget
from typing_extensions import override

from shiftbid.domain.desk import Desk
from shiftbid.domain.hall import Hall
from shiftbid.domain.promise import PromiseKind
from shiftbid.domain.timeline import format_minute
from shiftbid.rules.book import RulePack
from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import number_text, percent_text, rules_language
from shiftbid.ui.pages.page import Page
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.rules.presenter import RuleRecord, rule_records
from shiftbid.ui.pages.rules.value_words import article_text, reading_text, source_text, value_text
from shiftbid.ui.terms import SEVERITY_SIGNS, severity_word
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence


def _values_text(record: RuleRecord) -> str:
    values = (*starmap(value_text, record.values), *starmap(reading_text, record.readings))
    return QCoreApplication.translate("RuleValues", ", ", "between two values").join(values)


def _severity_tone(record: RuleRecord, theme: Theme) -> Tone | None:
    return theme.severities[record.severity]


COLUMNS: tuple[Column[RuleRecord], ...] = (
    Column(lambda: QCoreApplication.translate("Rules", "Rule"), lambda each: each.title),
    Column(
        lambda: QCoreApplication.translate("Rules", "When broken"),
        lambda each: f"{SEVERITY_SIGNS[each.severity]} {severity_word(each.severity)}",
        tone=_severity_tone,
    ),
    Column(lambda: QCoreApplication.translate("Rules", "Values (h:min)"), _values_text),
    Column(lambda: QCoreApplication.translate("Rules", "Article"), lambda each: article_text(each.article)),
    Column(lambda: QCoreApplication.translate("Rules", "Source"), lambda each: source_text(each.source)),
    Column(lambda: QCoreApplication.translate("Rules", "Id"), lambda each: each.id),
)
VALUES = 2


class RulesPage(Page):
    """Read only: halls are changed with `shiftbid halls`, packs with the program."""

    name = PageName.RULES

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._pack = Sentence(self.content)
        self._hall_box = QGroupBox(self.content)
        self._details = [(QLabel(self._hall_box), Sentence(self._hall_box)) for _ in range(5)]
        self.table = RecordTable(COLUMNS, VALUES, appearance, self.content)
        self._detail = Sentence(self.content)
        form = QFormLayout(self._hall_box)
        for label, value in self._details:
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(label, value)
        font = self._pack.font()
        font.setBold(True)
        self._pack.setFont(font)
        self.column.addWidget(self._hall_box)
        self.column.addWidget(self._pack)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._detail)
        self.table.record_entered.connect(self._tell)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Rules in force"))
        self._detail.setAccessibleName(self.tr("The current rule in full"))
        labels = (
            self.tr("Place"),
            self.tr("Open"),
            self.tr("Counters"),
            self.tr("Promise"),
            self.tr("Busy hours"),
        )
        for (label, value), text in zip(self._details, labels, strict=True):
            label.setText(text)
            value.setAccessibleName(text)

    @override
    def fill(self, shown: HallView) -> None:
        hall = shown.publication.hall
        self._hall_box.setTitle(hall.name)
        busy = self.tr("from {customers} expected customers an hour on").format(
            customers=number_text(shown.publication.busy_threshold_per_hour, 1)
        )
        texts = (self._place_text(hall), _opening_text(hall), self._counters_text(hall), self._promise_text(hall), busy)
        for (_, value), text in zip(self._details, texts, strict=True):
            value.setText(text)
        self._pack.setText(self._pack_text(shown.pack))
        language = rules_language()
        self.table.set_records(rule_records(shown.pack, language))
        self._tell(self.table.current())

    def _pack_text(self, pack: RulePack) -> str:
        language = rules_language()
        title = pack.title.get(language) or pack.title["en"]
        return self.tr("Rules in force: {title}, version {version} ({count})").format(
            title=title, version=pack.version, count=len(pack.rules)
        )

    def _place_text(self, hall: Hall) -> str:
        return " · ".join(filter(None, (hall.id, hall.country, hall.subdivision or "", hall.zone)))

    def _counters_text(self, hall: Hall) -> str:
        general = self.tr("{counters} counters; a customer takes {minutes} min; at least {heads} present").format(
            counters=hall.counters, minutes=self._minutes_text(hall.every_desk[0]), heads=hall.minimum_heads
        )
        return "\n".join([general, *(self._desk_text(desk) for desk in hall.desks)])

    def _desk_text(self, desk: Desk) -> str:
        sentence = self.tr(
            "{skill}, for {share} of the customers: {counters} counters; a customer takes {minutes} min; "
            "at least {heads} present"
        )
        return sentence.format(
            skill=desk.skill,
            share=percent_text(desk.share),
            counters=desk.counters,
            minutes=self._minutes_text(desk),
            heads=desk.minimum_heads,
        )

    def _minutes_text(self, desk: Desk) -> str:
        minutes = number_text(desk.service_minutes, 1)
        if desk.vip_service_minutes is None:
            return minutes
        vip = number_text(desk.vip_service_minutes, 1)
        return self.tr("{minutes} (VIP {vip})").format(minutes=minutes, vip=vip)

    def _promise_text(self, hall: Hall) -> str:
        promise = hall.promise
        words = self.tr("busy hours: VIP {vip} min, others {regular} min; quiet hours: {quiet} min")
        waits = words.format(
            vip=number_text(promise.vip_busy_minutes),
            regular=number_text(promise.regular_busy_minutes),
            quiet=number_text(promise.quiet_minutes),
        )
        if promise.kind is PromiseKind.SHARE:
            return self.tr("{waits}; for at least {level} of the customers").format(
                waits=waits, level=percent_text(promise.level)
            )
        return self.tr("{waits}; on average").format(waits=waits)

    def _tell(self, record: RuleRecord | None) -> None:
        article, source = (article_text(record.article), source_text(record.source)) if record else ("", "")
        self._detail.setText(f"{record.title}: {article}. {source}" if record else "")


def _opening_text(hall: Hall) -> str:
    locale = QLocale()
    words: list[str] = []
    for weekday, span in enumerate(hall.opening.by_weekday, start=1):
        if span is not None:
            name = locale.standaloneDayName(weekday, QLocale.FormatType.ShortFormat)
            words.append(f"{name} {format_minute(span[0])}–{format_minute(span[1])}")
    return ", ".join(words)
