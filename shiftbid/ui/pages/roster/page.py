"""The roster page: who works when, with hours, findings and daily totals."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QWidget
from typing_extensions import override

from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.staff import LeaveKind
from shiftbid.domain.timeline import format_minute
from shiftbid.rules.finding import Severity
from shiftbid.services.desk_orders import StepIn
from shiftbid.services.hall_view import HallView
from shiftbid.services.step_in import RepairSheet
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import hall_and_period_text, hours_text
from shiftbid.ui.pages.page import Ask, Page, Place
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.roster.absence_dialog import AbsenceDialog
from shiftbid.ui.pages.roster.grid import FootGrid, RosterGrid, TileText, shift_tone
from shiftbid.ui.pages.roster.person_header import PersonHeader
from shiftbid.ui.pages.roster.presenter import RosterCell, RosterSheet, roster_sheet
from shiftbid.ui.paper import PaperSheet
from shiftbid.ui.terms import leave_code, roster_state_word
from shiftbid.ui.themes import LIGHT
from shiftbid.ui.widgets.day_header import DayHeader, day_marks
from shiftbid.ui.widgets.flat_header import RowHeader, flat_corner
from shiftbid.ui.widgets.key_row import KeyEntry, KeyRow
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.tile import TileLook
from shiftbid.ui.widgets.tile_table import TileTable

FOOT_ROW_HEIGHT = 22
FOOT_GAP = 3
CELL_SIZES = {TileText.TIMES: (31, 34, 64), TileText.CODES: (24, 26, 64)}
"""Height, narrowest and widest width of a cell in pixels at the default font."""


class RosterPage(Page):
    """People down, days across; totals at the foot; the current cell in words below."""

    name = PageName.ROSTER

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.sheet: RosterSheet | None = None
        self._summary = Sentence(self.content)
        self._text_label = QLabel(self.content)
        self.text_choice = QComboBox(self.content)
        self._text_label.setBuddy(self.text_choice)
        for text in TileText:
            self.text_choice.addItem("", text)
        self.text_choice.currentIndexChanged.connect(self._restyle)
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        top.addWidget(self._text_label)
        top.addWidget(self.text_choice)
        self._people = PersonHeader(appearance)
        self._days = DayHeader(appearance)
        self.table = TileTable(appearance, self.content)
        self.table.setVerticalHeader(self._people)
        self.table.setHorizontalHeader(self._days)
        self.table.fix_headers()
        self._person_title, self._hours_title = flat_corner(self.table)
        self.foot = TileTable(appearance, self.content)
        self.foot.setVerticalHeader(RowHeader(appearance))
        self.foot.fix_headers()
        self._beside_foot = QSpacerItem(0, 0)
        self._detail = Sentence(self.content)
        self._key = KeyRow(appearance, self.content)
        self._arrange_tables()
        self.column.addLayout(top)
        self.column.addWidget(self.table, 1)
        self.column.addSpacing(FOOT_GAP - self.column.spacing())
        bottom = QHBoxLayout()
        bottom.setSpacing(0)
        bottom.addWidget(self.foot)
        bottom.addSpacerItem(self._beside_foot)
        self.column.addLayout(bottom)
        self.column.addWidget(self._detail)
        self.column.addWidget(self._key)
        self.absent = QAction(self)
        self.addAction(self.absent)
        self.table.addAction(self.absent)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._working = False
        self.absent.triggered.connect(self._ask_stand_ins)
        self.table.cell_entered.connect(self._tell)
        self.retranslate()

    @override
    def title(self) -> str:
        return self.tr("Roster")

    @override
    def retranslate(self) -> None:
        self._text_label.setText(self.tr("&Show"))
        self.absent.setText(self.tr("&Absent …"))
        self._person_title.setText(self.tr("Person"))
        self._hours_title.setText(self.tr("planned / contract h"))
        self.text_choice.setItemText(0, self.tr("Times"))
        self.text_choice.setItemText(1, self.tr("Codes"))
        self.text_choice.setAccessibleName(self.tr("What stands on the tiles"))
        self.table.setAccessibleName(self.tr("Roster: people down, days across"))
        self.foot.setAccessibleName(self.tr("People and hours by day"))
        self._detail.setAccessibleName(self.tr("The current cell in words"))

    @override
    def fill(self, shown: HallView) -> None:
        sheet = self.sheet = roster_sheet(shown.publication)
        marks = day_marks(sheet.days, shown.calendar)
        theme, text = self.appearance.theme, self._tile_text()
        self._days.set_marks(marks)
        self._people.set_people(sheet.people)
        for table in (self.table, self.foot):
            table.verticalHeader().setFixedWidth(self._people.sizeHint().width())
        height, narrowest, widest = CELL_SIZES[text]
        self.table.set_cell_size(height, narrowest, widest)
        self.foot.set_cell_size(FOOT_ROW_HEIGHT, narrowest, widest)
        self.table.set_grid(RosterGrid(sheet, marks, theme, text))
        self.foot.set_grid(FootGrid(sheet, marks, theme))
        self._fit_foot_height()
        if not self.table.currentIndex().isValid():
            self.table.go_to(0, 0)
        self._summary.setText(self._summary_text(sheet))
        self._key.set_entries(self._key_entries(sheet))

    @override
    def reveal(self, place: Place) -> None:
        cell = self.sheet.cell_of(place.employee, place.day) if self.sheet else None
        if cell:
            self.table.go_to(*cell)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def paper(self) -> PaperSheet | None:
        if self.sheet is None or self.shown is None:
            return None
        marks = day_marks(self.sheet.days, self.shown.calendar)
        return PaperSheet(
            title=hall_and_period_text(self.shown.publication),
            subtitle=self._summary_text(self.sheet),
            grid=RosterGrid(self.sheet, marks, LIGHT, self._tile_text()),
            row_titles=tuple(
                f"{hours_text(each.planned_minutes)} · {each.employee.name}" for each in self.sheet.people
            ),
            days=marks,
        )

    @override
    def set_working(self, under_way: bool) -> None:
        self._working = under_way
        self._allow_asking()

    def _allow_asking(self) -> None:
        """Only a day with a shift can be missed."""
        self.absent.setEnabled(not self._working and bool(self._current_cell().assignments))

    def _current_cell(self) -> RosterCell:
        index = self.table.currentIndex()
        if self.sheet is None or not index.isValid() or index.row() >= len(self.sheet.people):
            return RosterCell()
        return self.sheet.people[index.row()].cells[index.column()]

    def _ask_stand_ins(self) -> None:
        if self.sheet is None or self.shown is None:
            return
        index, publication = self.table.currentIndex(), self.shown.publication
        person, day = self.sheet.people[index.row()].employee, self.sheet.days[index.column()]
        order = StepIn(publication.hall.id, publication.roster.period, person.id, day)
        self.asked.emit(Ask(order, lambda sheet: self.show_stand_ins(person.name, sheet)))

    def show_stand_ins(self, absent: str, sheet: RepairSheet) -> None:
        """Show who could step in for somebody, and the repair."""
        if self.shown is not None:
            AbsenceDialog(absent, sheet, self.shown.publication.hall.zone, self.appearance, self).show()

    def _arrange_tables(self) -> None:
        """Make the foot scroll sideways with the roster, and leave the scroll bar below both."""
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot.horizontalHeader().hide()
        self.foot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.verticalScrollBar().rangeChanged.connect(self._align_foot)
        self.foot.horizontalScrollBar().rangeChanged.connect(self._fit_foot_height)
        self.table.horizontalScrollBar().valueChanged.connect(self.foot.horizontalScrollBar().setValue)
        self.foot.horizontalScrollBar().valueChanged.connect(self.table.horizontalScrollBar().setValue)

    def _align_foot(self, _lowest: int, highest: int) -> None:
        """Keep the foot as wide as the roster, whose scroll bar comes and goes."""
        width = self.table.verticalScrollBar().sizeHint().width() if highest else 0
        self._beside_foot.changeSize(width, 0)
        self.column.invalidate()

    def _fit_foot_height(self) -> None:
        bar = self.foot.horizontalScrollBar()
        self.foot.setFixedHeight(2 * FOOT_ROW_HEIGHT + (bar.sizeHint().height() if bar.maximum() else 0))

    def _tile_text(self) -> TileText:
        return TileText(self.text_choice.currentData())

    def _summary_text(self, sheet: RosterSheet) -> str:
        contract = sum(person.contract_minutes for person in sheet.people)
        return self.tr(
            "{state}, version {version} · people: {people} · {planned} h planned of {contract} h contracted"
        ).format(
            state=roster_state_word(sheet.state),
            version=sheet.version,
            people=len(sheet.people),
            planned=hours_text(sheet.planned_minutes),
            contract=hours_text(contract),
        )

    def _key_entries(self, sheet: RosterSheet) -> list[KeyEntry]:
        theme = self.appearance.theme
        entries = [
            KeyEntry(
                TileLook(theme.free, (code.letter,), bold=True, card=shift_tone(theme, sheet, code.template)),
                self._template_meaning(sheet.templates.get(code.template), code.template),
            )
            for code in sheet.codes.values()
        ]
        pinned = TileLook(theme.free, ("09",), card=theme.shifts[0], pinned=True)
        marked = TileLook(theme.free, ("09",), card=theme.shifts[0], mark=theme.severities[Severity.ILLEGAL])
        entries.append(KeyEntry(pinned, self.tr("pinned")))
        entries.append(KeyEntry(marked, self.tr("finding")))
        entries.append(KeyEntry(TileLook(theme.away, (leave_code(LeaveKind.ANNUAL),)), self.tr("away")))
        entries.append(KeyEntry(TileLook(theme.closed), self.tr("rest day or holiday")))
        return entries

    def _template_meaning(self, template: ShiftTemplate | None, template_id: str) -> str:
        if template is None:
            return self.tr("{template}, no longer adopted").format(template=template_id)
        return f"{format_minute(template.start_minute)}–{format_minute(template.end_minute)}"

    def _tell(self, row: int, column: int) -> None:
        if self.sheet is not None and self.shown is not None:
            index = self.table.model().index(row, column)
            self._detail.setText(str(index.data(Qt.ItemDataRole.ToolTipRole)).replace("\n", " · "))
            self._allow_asking()
