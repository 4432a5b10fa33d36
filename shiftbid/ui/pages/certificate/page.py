"""The certificate page: in which hours the waiting promise is kept, and how near the others come."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.domain.timeline import format_minute
from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import day_text, hall_and_period_text, number_text, percent_text
from shiftbid.ui.pages.certificate.grid import SIGNS, CertificateGrid, verdict_tone
from shiftbid.ui.pages.certificate.model import Column, DayModel
from shiftbid.ui.pages.certificate.presenter import (
    CertificateSheet,
    CertificateSummary,
    Verdict,
    certificate_sheet,
    certified_skills,
)
from shiftbid.ui.pages.certificate.questions import CertificateQuestions
from shiftbid.ui.pages.page import Page
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.paper import PaperSheet
from shiftbid.ui.terms import customer_class_word
from shiftbid.ui.themes import LIGHT
from shiftbid.ui.widgets.day_choice import DayChoice
from shiftbid.ui.widgets.day_header import DayHeader, day_marks
from shiftbid.ui.widgets.flat_header import RowHeader, flat_corner
from shiftbid.ui.widgets.key_row import KeyEntry, KeyRow
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.skill_choice import SkillChoice
from shiftbid.ui.widgets.tile import TileLook
from shiftbid.ui.widgets.tile_table import TileTable

ROW_HEIGHT = 24
MOST_GRID_HEIGHT = 480
LEAST_DAY_HEIGHT = 200
LEAST_COLUMN_WIDTH = 100


class CertificatePage(Page):
    """The period as a grid of hours above, one day in figures below; a cell of the grid chooses the day."""

    name = PageName.CERTIFICATE

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.sheet: CertificateSheet | None = None
        self._fitted_hours = 0
        self._summary = Sentence(self.content)
        self._promise = Sentence(self.content)
        self.skill_choice = SkillChoice(self.content)
        self._class_label = QLabel(self.content)
        self.class_choice = QComboBox(self.content)
        self._class_label.setBuddy(self.class_choice)
        self._days = DayHeader(appearance)
        self.table = TileTable(appearance, self.content)
        self.table.setHorizontalHeader(self._days)
        self.table.setVerticalHeader(RowHeader(appearance))
        self.table.fix_headers()
        flat_corner(self.table)
        self.table.set_cell_size(ROW_HEIGHT, 36, 64)
        self._key = KeyRow(appearance, self.content)
        self.day_choice = DayChoice(self.content)
        self.questions = CertificateQuestions(appearance, self.content)
        self.addActions(self.questions.questions)
        self.questions.asked.connect(self.asked)
        self.day_model = DayModel(appearance, self)
        self.day_table = QTableView(self.content)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self.content)
        self._dress_day_table()
        self._lay_out()
        self.skill_choice.skill_chosen.connect(self._restyle)
        self.class_choice.activated.connect(self._show_grid)
        self.table.cell_entered.connect(self._enter_cell)
        self.day_choice.day_chosen.connect(self._choose_day)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._class_label.setText(self.tr("&Customers"))
        self.questions.retranslate()
        self.class_choice.setAccessibleName(self.tr("Customers whose promise is shown"))
        self.table.setAccessibleName(self.tr("Promise kept or missed: hours down, days across"))
        self.day_table.setAccessibleName(self.tr("The day's hours in figures"))

    @override
    @staticmethod
    def reckon(shown: HallView) -> Mapping[str, CertificateSheet]:
        skills = certified_skills(shown.publication)
        return {skill: certificate_sheet(shown.publication, skill) for skill in skills}

    @override
    def fill(self, shown: HallView) -> None:
        if not shown.publication.certificate:
            self.show_nothing(self.tr("No certificate"), self.tr("This plan was made without a certificate of waits."))
            return
        self.skill_choice.offer(certified_skills(shown.publication))
        sheets: Mapping[str, CertificateSheet] = self.reckoned(shown)
        sheet = self.sheet = sheets[self.skill_choice.skill]
        self.questions.set_view(shown)
        self._offer_classes(sheet.classes)
        marks = day_marks(sheet.days, shown.calendar)
        self._days.set_marks(marks)
        self.day_choice.set_days(marks)
        self._promise.setText(self._promise_text(sheet.promise, shown.publication.busy_threshold_per_hour))
        self._summary.setText(self._summary_text(sheet.summary))
        theme = self.appearance.theme
        meanings = (
            self.tr("kept, also with 10 % more customers"),
            self.tr("kept, but not with 10 % more"),
            self.tr("missed"),
        )
        self._key.set_entries(
            [
                *(
                    KeyEntry(TileLook(verdict_tone(verdict, theme), (SIGNS[verdict],)), meaning)
                    for verdict, meaning in zip(Verdict, meanings, strict=True)
                ),
                KeyEntry(TileLook(theme.closed), self.tr("shut")),
                KeyEntry(TileLook(theme.level, ("97",)), self._figure_meaning(sheet.promise)),
            ]
        )
        self._show_grid()
        self._show_day(self.day_choice.place)
        self._share_height(len(sheet.hours))

    @override
    def paper(self) -> PaperSheet | None:
        if self.sheet is None or self.shown is None:
            return None
        marks = day_marks(self.sheet.days, self.shown.calendar)
        return PaperSheet(
            title=hall_and_period_text(self.shown.publication),
            subtitle=self._summary_text(self.sheet.summary),
            grid=CertificateGrid(self.sheet, marks, LIGHT, self._chosen_class()),
            row_titles=tuple(
                f"{format_minute(60 * hour)}–{format_minute(60 * hour + 60)}" for hour in self.sheet.hours
            ),
            days=marks,
        )

    @override
    def set_working(self, under_way: bool) -> None:
        self.questions.set_working(under_way)

    def _dress_day_table(self) -> None:
        self.day_table.setModel(self.day_model)
        self.day_table.setTabKeyNavigation(False)
        self.day_table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.day_table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.day_table.setAlternatingRowColors(True)
        self.day_table.setShowGrid(False)
        self.day_table.verticalHeader().hide()
        self.day_table.verticalHeader().setDefaultSectionSize(24)
        header = self.day_table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        # Where the window is narrow the figures scroll, and their headers stay whole.
        header.setMinimumSectionSize(LEAST_COLUMN_WIDTH)

    def _lay_out(self) -> None:
        font = self._summary.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._summary.setFont(font)
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        top.addWidget(self.skill_choice)
        top.addWidget(self._class_label)
        top.addWidget(self.class_choice)
        upper, lower = QWidget(self.content), QWidget(self.content)
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 4)
        above.addWidget(self.table, 1)
        above.addWidget(self._key)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 4, 0, 0)
        bar = QHBoxLayout()
        bar.addWidget(self.day_choice)
        bar.addStretch(1)
        bar.addWidget(self.questions)
        below.addLayout(bar)
        below.addWidget(self.day_table, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(upper)
        self._splitter.addWidget(lower)
        self._splitter.setStretchFactor(1, 1)
        self.column.addLayout(top)
        self.column.addWidget(self._promise)
        self.column.addWidget(self._splitter, 1)

    def _share_height(self, hours: int) -> None:
        """Give the grid the height of its rows, and the day what remains."""
        if hours != self._fitted_hours:
            self._fitted_hours = hours
            around = self._key.sizeHint().height() + 3 * self.column.spacing()
            height = min(self.table.natural_height + around, MOST_GRID_HEIGHT)
            self._splitter.setSizes([height, max(LEAST_DAY_HEIGHT, self._splitter.height() - height)])

    def _offer_classes(self, classes: tuple[str, ...]) -> None:
        chosen = self._chosen_class()
        self.class_choice.clear()
        self.class_choice.addItem(self.tr("All"), None)
        for customer_class in classes:
            self.class_choice.addItem(customer_class_word(customer_class), customer_class)
        self.class_choice.setCurrentIndex(max(0, self.class_choice.findData(chosen)) if chosen else 0)

    def _chosen_class(self) -> str | None:
        data = self.class_choice.currentData()
        return data if isinstance(data, str) else None

    def _promise_text(self, promise: Promise, busy_from: float) -> str:
        if promise.kind is PromiseKind.SHARE:
            sentence = self.tr(
                "Certified promise: of the customers of every hour, at least {level} are expected to wait no longer "
                "than the limit. "
                "Busy hours: VIP {vip} min, others {regular} min; quiet hours: everyone {quiet} min. "
                "An hour is busy from {busy} expected customers on."
            )
        else:
            sentence = self.tr(
                "Certified promise: in every hour, customers are expected to wait no longer than the limit on average. "
                "Busy hours: VIP {vip} min, others {regular} min; quiet hours: everyone {quiet} min. "
                "An hour is busy from {busy} expected customers on."
            )
        return sentence.format(
            level=percent_text(promise.level),
            vip=number_text(promise.vip_busy_minutes),
            regular=number_text(promise.regular_busy_minutes),
            quiet=number_text(promise.quiet_minutes),
            busy=number_text(busy_from, 1),
        )

    def _summary_text(self, summary: CertificateSummary) -> str:
        words = self.tr("Promise kept in {kept} of {open} open hours ({more} with 10 % more customers)").format(
            kept=summary.kept_hours, open=summary.open_hours, more=summary.kept_hours_at_plus10
        )
        worst = summary.worst
        if worst is None:
            return words
        hour = self.tr("worst hour {day} {clock}: {customers} {share} in time").format(
            day=day_text(worst.day),
            clock=format_minute(worst.hour * 60),
            customers=customer_class_word(worst.customer_class),
            share=percent_text(worst.share_in_time),
        )
        return f"{words} · {hour}"

    def _figure_meaning(self, promise: Promise) -> str:
        if promise.kind is PromiseKind.SHARE:
            return self.tr("percent of customers in time")
        return self.tr("mean wait in minutes")

    def _show_grid(self) -> None:
        if self.sheet is not None and self.shown is not None:
            marks = day_marks(self.sheet.days, self.shown.calendar)
            grid = CertificateGrid(self.sheet, marks, self.appearance.theme, self._chosen_class())
            self.table.set_grid(grid)
            if not self.table.currentIndex().isValid():
                self.table.go_to(0, 0)

    def _choose_day(self, place: int) -> None:
        self._show_day(place)
        if self.table.currentIndex().column() != place:
            self.table.go_to(max(self.table.currentIndex().row(), 0), place)

    def _show_day(self, place: int) -> None:
        if self.sheet is not None and 0 <= place < len(self.sheet.days):
            self.day_model.set_hours(self.sheet.day_rows(place))

    def _enter_cell(self, row: int, column: int) -> None:
        self.day_choice.choose(column)
        if self.sheet is None or row >= len(self.sheet.hours):
            return
        target = self.day_model.index(self.day_model.row_of(self.sheet.hours[row]), Column.HOUR)
        if target.isValid():
            self.day_table.setCurrentIndex(target)
            self.day_table.scrollTo(target, QAbstractItemView.ScrollHint.PositionAtCenter)
