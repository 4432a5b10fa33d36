"""One day: bars of shifts below the curve of heads needed and present; bars are dragged to people and times."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from shiftbid.domain.demand import DemandSlot
from shiftbid.services.checked_roster import RosterEdit
from shiftbid.services.roster_board import Cell, RosterBoard
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.roster.day_bars import NAME_WIDTH, DayBars
from shiftbid.ui.pages.roster.day_presenter import DaySheet, cover_after, day_order, day_sheet
from shiftbid.ui.pages.roster.presenter import RosterSheet
from shiftbid.ui.widgets.cover_strip import CoverStrip


class DayView(QWidget):
    """The curve above, a row a person below; both share the scale of hours.

    Signals
    -------
    hovered
        The `RosterEdit` that letting go here would do, the `Refusal` it would meet, or None.
    dropped
        The `RosterEdit` or `Refusal` of a bar that was let go, or of an arrow key.
    row_entered
        The current person has changed.
    activated
        Enter was pressed on the current person.
    letter_typed
        A letter or digit typed: the code of a template.
    """

    hovered = Signal(object)
    dropped = Signal(object)
    row_entered = Signal()
    activated = Signal()
    letter_typed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: RosterSheet | None = None
        self._demand: tuple[DemandSlot, ...] = ()
        self._column = 0
        self._order: tuple[str, ...] = ()
        self.day: DaySheet | None = None
        self.curve = CoverStrip(appearance, NAME_WIDTH, self)
        self.bars = DayBars(appearance, self)
        self._area = QScrollArea(self)
        self._area.setWidget(self.bars)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.curve)
        column.addWidget(self._area, 1)
        self.curve.set_right_margin(self._area.verticalScrollBar().sizeHint().width())
        self.bars.hovered.connect(self._hover)
        self.bars.dropped.connect(self.dropped)
        self.bars.row_entered.connect(self._enter_row)
        self.bars.activated.connect(self.activated)
        self.bars.letter_typed.connect(self.letter_typed)
        self.setFocusProxy(self.bars)

    def retranslate(self) -> None:
        """Write every fixed text in the window's language."""
        self.curve.setAccessibleName(self.tr("Heads needed and present through the day"))
        self.bars.setAccessibleName(self.tr("Shifts of the day: people down, hours across"))

    def show_sheet(self, sheet: RosterSheet, demand: tuple[DemandSlot, ...]) -> None:
        """Show the present day of another roster."""
        self._sheet, self._demand = sheet, demand
        self.show_day(min(self._column, len(sheet.days) - 1))

    def show_day(self, column: int) -> None:
        """Show a day by its place in the period."""
        if self._sheet is not None and column >= 0:
            self._column = column
            self._order = day_order(self._sheet, column)
            self._lay_out()

    def update_sheet(self, sheet: RosterSheet, employees: Collection[str]) -> None:
        """Show another state of the roster; nobody changes rows."""
        del employees
        self._sheet = sheet
        self._lay_out()

    def set_board(self, board: RosterBoard | None) -> None:
        """Give the cells that bars can be dragged to; None allows none."""
        self.bars.set_board(board)

    def cells(self) -> tuple[Cell, ...]:
        """The current person's day."""
        current = self.current()
        return (current,) if current else ()

    def current(self) -> Cell | None:
        """The current person's day."""
        return self.bars.current_cell()

    def neighbour(self, down: int) -> Cell | None:
        """The day of the person some rows below the current one; None outside the rows, and for the current one."""
        return self.bars.cell_of_row(self.bars.row + down) if down else None

    def go_to(self, employee: str) -> None:
        """Make a person current."""
        self.bars.go_to(employee)

    def _lay_out(self) -> None:
        if self._sheet is None:
            return
        self.day = day_sheet(self._sheet, self._column, self._demand, self._order)
        self.bars.show_day(self.day, self._sheet)
        self.curve.show_cover(self.day.cover, self.day.axis, self.day.zone)

    def _hover(self, edit: object) -> None:
        """Draw the curve as it would be if the bar were let go here."""
        if self.day is not None:
            tried = isinstance(edit, RosterEdit)
            cover = cover_after(self.day, edit.removed, edit.added) if tried else self.day.cover
            self.curve.show_cover(cover, self.day.axis, self.day.zone)
        self.hovered.emit(edit)

    def _enter_row(self) -> None:
        top = self.bars.row_top(self.bars.row)
        self._area.ensureVisible(0, top + self.bars.row_height // 2, 0, self.bars.row_height)
        self.row_entered.emit()
