"""The roster page: who works when, with hours, findings and daily totals, and the draft of the next version."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QWidget
from typing_extensions import override

from shiftbid.services.cell_reason import CellQuestion
from shiftbid.services.desk_orders import StepIn, WhyCell
from shiftbid.services.hall_view import HallView
from shiftbid.services.roster_board import Cell
from shiftbid.services.step_in import RepairSheet
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import hall_and_period_text, hours_text, rules_language
from shiftbid.ui.pages.page import Ask, Page, Place
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.roster.absence_dialog import AbsenceDialog
from shiftbid.ui.pages.roster.cell_reason_dialog import CellReasonDialog
from shiftbid.ui.pages.roster.day_view import DayView
from shiftbid.ui.pages.roster.draft_banner import DraftBanner
from shiftbid.ui.pages.roster.draft_desk import DraftDesk, DraftParts
from shiftbid.ui.pages.roster.edit_actions import EditActions
from shiftbid.ui.pages.roster.edit_table import EditTable
from shiftbid.ui.pages.roster.editing import RosterEditing
from shiftbid.ui.pages.roster.effect_strip import EffectStrip
from shiftbid.ui.pages.roster.grid import RosterGrid, TileText
from shiftbid.ui.pages.roster.grid_view import GridView
from shiftbid.ui.pages.roster.presenter import RosterCell, RosterSheet, edited_sheet, roster_sheet
from shiftbid.ui.pages.roster.roster_key import key_entries
from shiftbid.ui.pages.roster.tool_row import ToolRow
from shiftbid.ui.paper import PaperSheet
from shiftbid.ui.terms import roster_state_word
from shiftbid.ui.themes import LIGHT
from shiftbid.ui.widgets.day_choice import DayChoice
from shiftbid.ui.widgets.day_header import day_marks
from shiftbid.ui.widgets.key_row import KeyRow
from shiftbid.ui.widgets.sentence import Sentence

PERIOD, DAY = 0, 1
LEAST_SCREEN_WITH_KEY = 640
"""Lines of a screen, in pixels before scaling, from which on the key of the tiles is shown."""
"""Places of the two views."""


class RosterPage(Page):
    """The period as a grid or one day as bars; what the draft does; the current cell in words below."""

    name = PageName.ROSTER

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.sheet: RosterSheet | None = None
        self._published: HallView | None = None
        self._summary = Sentence(self.content)
        self._view_label, self._text_label = QLabel(self.content), QLabel(self.content)
        self.view_choice, self.text_choice = QComboBox(self.content), QComboBox(self.content)
        self.day_choice = DayChoice(self.content)
        self.edit_actions = EditActions(self)
        self._tools = ToolRow(self.edit_actions, self.content)
        self.banner = DraftBanner(self.content)
        self.grid = GridView(appearance, self.content)
        self.day = DayView(appearance, self.content)
        self._views = QStackedWidget(self.content)
        self.strip = EffectStrip(appearance, self.content)
        self._detail = Sentence(self.content)
        self._key = KeyRow(appearance, self.content)
        # On a screen of few lines, such as one at 200 %, the people need the room that the key would take.
        self._key.setVisible(self.screen().availableGeometry().height() >= LEAST_SCREEN_WITH_KEY)
        self.editing = RosterEditing(self.edit_actions, self.grid, self.day, self.strip, self)
        parts = DraftParts(appearance, self.edit_actions, self.banner, self.editing, self.strip, self.current_cell)
        self.desk = DraftDesk(parts, self)
        self._working = False
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def table(self) -> EditTable:
        """The grid's table."""
        return self.grid.table

    @override
    def retranslate(self) -> None:
        self._view_label.setText(self.tr("V&iew"))
        self._text_label.setText(self.tr("&Show"))
        self.view_choice.setItemText(PERIOD, self.tr("Period"))
        self.view_choice.setItemText(DAY, self.tr("Day"))
        self.view_choice.setAccessibleName(self.tr("Period or day"))
        self.text_choice.setItemText(0, self.tr("Times"))
        self.text_choice.setItemText(1, self.tr("Codes"))
        self.text_choice.setAccessibleName(self.tr("What stands on the tiles"))
        self._detail.setAccessibleName(self.tr("The current cell in words"))
        self.edit_actions.retranslate()
        for part in (self.grid, self.day, self.strip, self.banner, self._tools):
            part.retranslate()

    @override
    def fill(self, shown: HallView) -> None:
        if shown is not self._published:
            self._published = shown
            self.sheet = roster_sheet(shown.publication)
            self.desk.begin(shown)
        self._draw(shown)

    @override
    def reveal(self, place: Place) -> None:
        if self.sheet is not None and self.sheet.cell_of(place.employee, place.day):
            self.view_choice.setCurrentIndex(PERIOD)
            self.grid.go_to(place.employee, place.day)
            self.grid.table.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self.desk.set_working(under_way)
        self._allow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        # Findings are told in the window's language: another language checks the roster again.
        if event.type() is QEvent.Type.LanguageChange:
            self._published = None
        super().changeEvent(event)

    def current_cell(self) -> Cell | None:
        """The person's day that is current in the view in sight."""
        return self.day.current() if self.view_choice.currentIndex() == DAY else self.grid.current()

    def show_stand_ins(self, absent: str, sheet: RepairSheet) -> None:
        """Show who could step in for somebody, and the repair."""
        if self.shown is not None:
            AbsenceDialog(absent, sheet, self.shown.publication.hall.zone, self.appearance, self).show()

    def show_edited(self, employees: frozenset[str]) -> None:
        """Show the draft's shifts of some people, and what it does."""
        draft = self.editing.editor.draft
        if self.sheet is None or draft is None or self.shown is None:
            return
        self.sheet = self.editing.sheet = edited_sheet(self.sheet, draft.now, employees)
        self.grid.update_sheet(self.sheet, employees)
        self.day.set_board(self.editing.editor.board)
        self.day.update_sheet(self.sheet, employees)
        self._summary.setText(self._summary_text(self.sheet))
        self._tell()
        self.editing.show_draft_effect()

    def _draw(self, shown: HallView) -> None:
        assert self.sheet is not None
        self.editing.sheet = self.sheet
        for part in (self._tools, self.strip):
            part.setVisible(shown.editable)
        marks = day_marks(self.sheet.days, shown.calendar)
        self.grid.show_sheet(self.sheet, marks, self._tile_text())
        self.day_choice.set_days(marks)
        self.day.show_sheet(self.sheet, shown.publication.demand)
        self._summary.setText(self._summary_text(self.sheet))
        self._key.set_entries(key_entries(self.sheet, self.appearance.theme))
        self.editing.show_draft_effect()
        self._tell()

    def _lay_out(self) -> None:
        self._view_label.setBuddy(self.view_choice)
        self._text_label.setBuddy(self.text_choice)
        self.view_choice.addItems(["", ""])
        for text in TileText:
            self.text_choice.addItem("", text)
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        for part in (self.day_choice, self._view_label, self.view_choice, self._text_label, self.text_choice):
            top.addWidget(part)
        self.day_choice.hide()
        self._views.addWidget(self.grid)
        self._views.addWidget(self.day)
        self.column.addLayout(top)
        for part in (self._tools, self.banner, self._views, self.strip, self._detail, self._key):
            self.column.addWidget(part, 1 if part is self._views else 0)
        for table in (self.grid.table, self.day.bars):
            for action in self.edit_actions.of_cells:
                table.addAction(action)
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _connect(self) -> None:
        self.desk.asked.connect(self.asked)
        self.desk.told.connect(self.told)
        self.desk.drafted.connect(self.drafted)
        self.desk.changed.connect(self.changed)
        self.text_choice.currentIndexChanged.connect(self._restyle)
        self.view_choice.currentIndexChanged.connect(self._change_view)
        self.day_choice.day_chosen.connect(self.day.show_day)
        self.grid.day_opened.connect(self._open_day)
        self.grid.table.cell_entered.connect(self._tell)
        self.grid.table.cell_activated.connect(self._open_assign_menu)
        self.day.row_entered.connect(self._tell)
        self.day.activated.connect(self._open_assign_menu)
        self.edit_actions.assign.triggered.connect(self._open_assign_menu)
        self.edit_actions.absent.triggered.connect(self._ask_stand_ins)
        self.edit_actions.why.triggered.connect(self._ask_why)
        self.editing.told.connect(self.told)
        self.editing.editor.edited.connect(self.show_edited)

    def _change_view(self, view: int) -> None:
        """Show the period or a day, at the same person."""
        current = self.grid.current() if view == DAY else self.day.current()
        self.day_choice.setVisible(view == DAY)
        self._views.setCurrentIndex(view)
        self.editing.in_day_view = view == DAY
        if current is not None and self.sheet is not None:
            employee, day = current
            if view == DAY:
                self.day_choice.choose(self.sheet.days.index(day))
                self.day.go_to(employee)
            else:
                self.grid.go_to(employee, day)
        (self.day if view == DAY else self.grid).setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _open_day(self, column: int) -> None:
        self.grid.table.go_to(max(self.grid.table.currentIndex().row(), 0), column)
        self.view_choice.setCurrentIndex(DAY)

    def _open_assign_menu(self) -> None:
        """Where the current cell is, so that keys and eyes meet."""
        if self.view_choice.currentIndex() == DAY:
            at = self.day.bars.mapToGlobal(QPoint(40, self.day.bars.row_top(self.day.bars.row + 1)))
        else:
            cell = self.grid.table.visualRect(self.grid.table.currentIndex())
            at = self.grid.table.viewport().mapToGlobal(cell.bottomLeft())
        self.editing.open_assign_menu(at)

    def _ask_stand_ins(self) -> None:
        cell = self.current_cell()
        if self.shown is None or cell is None:
            return
        publication, (employee, day) = self.shown.publication, cell
        name = next(each.name for each in publication.employees if each.id == employee)
        order = StepIn(publication.hall.id, publication.roster.period, employee, day, rules_language())
        self.asked.emit(Ask(order, lambda sheet: self.show_stand_ins(name, sheet)))

    def _ask_why(self) -> None:
        cell = self.current_cell()
        if self.shown is None or cell is None:
            return
        publication, (employee, day) = self.shown.publication, cell
        question = CellQuestion(employee, day, language=rules_language())
        order = WhyCell(publication.hall.id, publication.roster.period, question)
        self.asked.emit(Ask(order, lambda reason: CellReasonDialog(reason, self.appearance, self).show()))

    def _current_contents(self) -> RosterCell:
        cell = self.current_cell()
        place = self.sheet.cell_of(*cell) if self.sheet and cell else None
        return self.sheet.people[place[0]].cells[place[1]] if self.sheet and place else RosterCell()

    def _allow(self) -> None:
        """Only a day with a shift can be missed, or taken by somebody else; only who may edit may ask."""
        may_ask = not self._working and self.shown is not None and self.shown.editable
        self.edit_actions.absent.setEnabled(may_ask and bool(self._current_contents().published))
        self.edit_actions.why.setEnabled(may_ask and self.current_cell() is not None)
        editable = self.editing.editor.draft is not None
        self.edit_actions.takers.setEnabled(editable and bool(self._current_contents().assignments))

    def _tell(self) -> None:
        """Say the current cell in words."""
        if self.sheet is None:
            return
        if self.view_choice.currentIndex() == DAY:
            self._detail.setText(self.day.bars.words(self.day.bars.row))
        else:
            index = self.grid.table.currentIndex()
            self._detail.setText(str(index.data(Qt.ItemDataRole.ToolTipRole) or "").replace("\n", " · "))
        self._allow()

    def _tile_text(self) -> TileText:
        return TileText(self.text_choice.currentData())

    def _summary_text(self, sheet: RosterSheet) -> str:
        contract = sum(person.contract_minutes for person in sheet.people)
        told = self.tr(
            "{state}, version {version} · people: {people} · {planned} h planned of {contract} h contracted"
        ).format(
            state=roster_state_word(sheet.state),
            version=sheet.version,
            people=len(sheet.people),
            planned=hours_text(sheet.planned_minutes),
            contract=hours_text(contract),
        )
        if self.shown is None or not self.shown.is_over:
            return told
        return self.tr("{summary} · The period is over: what is published now corrects the record.").format(
            summary=told
        )
