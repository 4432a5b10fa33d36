from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.themes import LIGHT, ThemeName
from shiftbid.ui.widgets.tile import TileLook
from shiftbid.ui.widgets.tile_table import TileTable


@dataclass
class Board:
    """Two looks in turn, as on a chess board; counts how often a look is asked for."""

    row_count: int = 200
    column_count: int = 62
    asked: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    def look(self, row: int, column: int) -> TileLook:
        self.asked.append((row, column))
        odd = (row + column) % 2
        return TileLook(LIGHT.free, ("9:00", "17:00")) if odd else TileLook(LIGHT.away, ("leave",))

    def words(self, row: int, column: int) -> str:
        return f"{row}/{column}"

    def row_words(self, row: int) -> str:
        return str(row)

    def column_words(self, column: int) -> str:
        return str(column)


def shown_table(qtbot: QtBot, appearance: Appearance, board: Board) -> TileTable:
    table = TileTable(appearance)
    qtbot.addWidget(table)
    table.set_cell_size(30, 36, 64)
    table.resize(700, 500)
    table.set_grid(board)
    with qtbot.waitExposed(table):
        table.show()
    table.grab()
    return table


def test_equal_looks_share_one_tile(qtbot: QtBot, appearance: Appearance) -> None:
    table = shown_table(qtbot, appearance, Board())
    assert len(table._tiles) == 2


def test_only_cells_in_sight_are_asked_for(qtbot: QtBot, appearance: Appearance) -> None:
    board = Board()
    table = shown_table(qtbot, appearance, board)
    in_sight = (table.viewport().height() // 30 + 2) * (table.viewport().width() // 36 + 2)
    assert 0 < len(set(board.asked)) <= in_sight


def test_scrolling_shows_other_cells(qtbot: QtBot, appearance: Appearance) -> None:
    board = Board()
    table = shown_table(qtbot, appearance, board)
    table.go_to(199, 61)
    table.grab()
    assert (199, 61) in board.asked


def test_columns_share_the_width_within_their_limits(qtbot: QtBot, appearance: Appearance) -> None:
    table = shown_table(qtbot, appearance, Board(column_count=62))
    assert table.columnWidth(0) == 36
    table.set_grid(Board(column_count=3))
    assert table.columnWidth(0) == 64
    table.set_grid(Board(column_count=14))
    assert table.columnWidth(0) == table.viewport().width() // 14


def test_a_new_palette_draws_tiles_anew(qtbot: QtBot, appearance: Appearance) -> None:
    table = shown_table(qtbot, appearance, Board())
    before = table.grab().toImage()
    appearance.choose(ThemeName.DARK)
    assert table.grab().toImage() != before


def test_the_ring_follows_the_keys_and_selection_is_drawn(qtbot: QtBot, appearance: Appearance) -> None:
    table = shown_table(qtbot, appearance, Board())
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    entered: list[tuple[int, int]] = []

    def note(row: int, column: int) -> None:
        entered.append((row, column))

    table.cell_entered.connect(note)
    before = table.grab().toImage()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert entered[-2:] == [(1, 0), (1, 1)]
    assert table.selectionModel().selection().count() == 1
    assert table.grab().toImage() != before


def test_enter_activates_the_cell(qtbot: QtBot, appearance: Appearance) -> None:
    table = shown_table(qtbot, appearance, Board())
    table.go_to(5, 6)
    with qtbot.waitSignal(table.cell_activated) as caught:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert caught.args == [5, 6]


def test_tab_leaves_the_grid(qtbot: QtBot, appearance: Appearance) -> None:
    table = shown_table(qtbot, appearance, Board())
    table.go_to(5, 6)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (5, 6)


def test_a_smaller_grid_keeps_the_cell_inside(qtbot: QtBot, appearance: Appearance) -> None:
    table = shown_table(qtbot, appearance, Board())
    table.go_to(150, 40)
    table.set_grid(Board(row_count=10, column_count=7))
    assert (table.currentIndex().row(), table.currentIndex().column()) == (9, 6)
    table.set_grid(Board(row_count=0, column_count=0))
    assert not table.currentIndex().isValid()
    assert not table.grab().isNull()
