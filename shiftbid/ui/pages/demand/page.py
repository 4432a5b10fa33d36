"""The demand page: heads needed against heads on duty."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import hours_text
from shiftbid.ui.pages.demand.day_plot import DayPlot
from shiftbid.ui.pages.demand.grid import DemandGrid, difference_look
from shiftbid.ui.pages.demand.presenter import DemandSheet, demand_sheet, skills_of
from shiftbid.ui.pages.page import Page
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.widgets.day_choice import DayChoice
from shiftbid.ui.widgets.day_header import DayHeader, day_marks
from shiftbid.ui.widgets.flat_header import RowHeader, flat_corner
from shiftbid.ui.widgets.key_row import KeyEntry, KeyRow
from shiftbid.ui.widgets.line_key import LineKey, Patch, Stroke
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.skill_choice import SkillChoice
from shiftbid.ui.widgets.tile import TileLook
from shiftbid.ui.widgets.tile_table import TileTable

MOST_GRID_HEIGHT = 540
LEAST_PLOT_HEIGHT = 180


class DemandPage(Page):
    """One day as curves above, the whole period as a heatmap below; a cell of the heatmap chooses the day."""

    name = PageName.DEMAND

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.sheet: DemandSheet | None = None
        self._fitted_slots = 0
        self._summary = Sentence(self.content)
        self.skill_choice = SkillChoice(self.content)
        self.day_choice = DayChoice(self.content)
        self._plot_key = LineKey(appearance, self.content)
        self.plot = DayPlot(appearance, self.content)
        self._days = DayHeader(appearance)
        self.table = TileTable(appearance, self.content)
        self.table.setHorizontalHeader(self._days)
        self.table.setVerticalHeader(RowHeader(appearance))
        self.table.fix_headers()
        flat_corner(self.table)
        self.table.set_cell_size(20, 28, 64)
        self._detail = Sentence(self.content)
        self._key = KeyRow(appearance, self.content)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self.content)
        self._lay_out()
        self.day_choice.day_chosen.connect(self._choose_day)
        self.table.cell_entered.connect(self._enter_cell)
        self.skill_choice.skill_chosen.connect(self._restyle)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.plot.setAccessibleName(self.tr("Heads needed and heads on duty through the day"))
        self.table.setAccessibleName(self.tr("Missing and spare heads: half hours down, days across"))
        self._detail.setAccessibleName(self.tr("The current half hour in words"))

    @override
    @staticmethod
    def reckon(shown: HallView) -> Mapping[str, DemandSheet]:
        return {skill: demand_sheet(shown.publication, skill) for skill in skills_of(shown.publication)}

    @override
    def fill(self, shown: HallView) -> None:
        skills = skills_of(shown.publication)
        if not skills:
            self.show_nothing(self.tr("No demand"), self.tr("No heads are needed in this period: the hall stays shut."))
            return
        self.skill_choice.offer(skills)
        sheets: Mapping[str, DemandSheet] = self.reckoned(shown)
        sheet = self.sheet = sheets[self.skill_choice.skill]
        marks = day_marks([cover.day for cover in sheet.days], shown.calendar)
        theme = self.appearance.theme
        self._days.set_marks(marks)
        self.day_choice.set_days(marks)
        self.table.set_grid(DemandGrid(sheet, marks, theme))
        if not self.table.currentIndex().isValid():
            self.table.go_to(0, 0)
        self._plot_key.set_entries(
            [
                Stroke(self.tr("needed"), theme.plot.needed, Qt.PenStyle.DashLine),
                Stroke(self.tr("on duty"), theme.plot.present),
                Patch(self.tr("missing"), theme.plot.missing, Qt.BrushStyle.BDiagPattern),
                Patch(self.tr("to spare"), theme.plot.spare),
            ]
        )
        self._key.set_entries(
            [
                KeyEntry(difference_look(-1, theme), self.tr("heads missing")),
                KeyEntry(difference_look(0, theme), self.tr("as many as needed")),
                KeyEntry(difference_look(1, theme), self.tr("heads to spare")),
                KeyEntry(TileLook(theme.closed), self.tr("shut")),
            ]
        )
        self._summary.setText(self._summary_text(sheet))
        self._draw_day(self.day_choice.place)
        self._share_height(len(sheet.start_minutes))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        top.addWidget(self.skill_choice)
        upper, lower = QWidget(self.content), QWidget(self.content)
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        bar = QHBoxLayout()
        bar.addWidget(self.day_choice)
        bar.addStretch(1)
        bar.addWidget(self._plot_key)
        above.addLayout(bar)
        above.addWidget(self.plot, 1)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 4, 0, 0)
        below.addWidget(self.table, 1)
        below.addWidget(self._detail)
        below.addWidget(self._key)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(upper)
        self._splitter.addWidget(lower)
        self._splitter.setStretchFactor(0, 1)
        self.column.addLayout(top)
        self.column.addWidget(self._splitter, 1)

    def _share_height(self, slots: int) -> None:
        """Give the heatmap the height of its rows, and the curves what remains."""
        if slots != self._fitted_slots:
            self._fitted_slots = slots
            around = self._key.sizeHint().height() + self._detail.sizeHint().height() + 4 * self.column.spacing()
            height = min(self.table.natural_height + around, MOST_GRID_HEIGHT)
            self._splitter.setSizes([max(LEAST_PLOT_HEIGHT, self._splitter.height() - height), height])

    def _summary_text(self, sheet: DemandSheet) -> str:
        return self.tr("{needed} head-hours needed · {missing} missing · {spare} to spare").format(
            needed=hours_text(sheet.needed_minutes),
            missing=hours_text(sheet.missing_minutes),
            spare=hours_text(sheet.spare_minutes),
        )

    def _choose_day(self, place: int) -> None:
        self._draw_day(place)
        if self.table.currentIndex().column() != place:
            self.table.go_to(max(self.table.currentIndex().row(), 0), place)

    def _draw_day(self, place: int) -> None:
        if self.sheet is not None and 0 <= place < len(self.sheet.days):
            self.plot.show_day(self.sheet.days[place], self.sheet.most_heads)

    def _enter_cell(self, row: int, column: int) -> None:
        self.day_choice.choose(column)
        if self.sheet is None or column >= len(self.sheet.days):
            return
        self._detail.setText(str(self.table.model().index(row, column).data(Qt.ItemDataRole.ToolTipRole)))
