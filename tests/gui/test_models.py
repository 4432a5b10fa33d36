from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.certificate.grid import CertificateGrid
from shiftbid.ui.pages.certificate.model import Column as DayColumn
from shiftbid.ui.pages.certificate.model import DayModel
from shiftbid.ui.pages.certificate.presenter import certificate_sheet
from shiftbid.ui.pages.demand.grid import DemandGrid
from shiftbid.ui.pages.demand.presenter import demand_sheet
from shiftbid.ui.pages.findings.model import Column, FindingModel
from shiftbid.ui.pages.findings.presenter import finding_rows
from shiftbid.ui.pages.roster.grid import FootGrid, RosterGrid, TileText
from shiftbid.ui.pages.roster.presenter import roster_sheet
from shiftbid.ui.themes import LIGHT
from shiftbid.ui.widgets.day_header import day_marks
from shiftbid.ui.widgets.grid_model import Grid, GridModel


def roster_grid(shown: HallView) -> Grid:
    sheet = roster_sheet(shown.publication)
    return RosterGrid(sheet, day_marks(sheet.days, shown.calendar), LIGHT, TileText.TIMES)


def foot_grid(shown: HallView) -> Grid:
    sheet = roster_sheet(shown.publication)
    return FootGrid(sheet, day_marks(sheet.days, shown.calendar), LIGHT)


def demand_grid(shown: HallView) -> Grid:
    sheet = demand_sheet(shown.publication, "counter")
    return DemandGrid(sheet, day_marks([cover.day for cover in sheet.days], shown.calendar), LIGHT)


def certificate_grid(shown: HallView) -> Grid:
    sheet = certificate_sheet(shown.publication, "counter")
    return CertificateGrid(sheet, day_marks(sheet.days, shown.calendar), LIGHT, None)


@pytest.mark.parametrize("make", [roster_grid, foot_grid, demand_grid, certificate_grid])
def test_grids_are_sound_models_whose_cells_speak(
    qtmodeltester: ModelTester, shown: HallView, make: Callable[[HallView], Grid]
) -> None:
    grid, model = make(shown), GridModel()
    qtmodeltester.check(model)
    model.set_grid(grid)
    assert (model.rowCount(), model.columnCount()) == (grid.row_count, grid.column_count)
    assert model.rowCount(model.index(0, 0)) == 0
    for row in range(grid.row_count):
        assert model.headerData(row, Qt.Orientation.Vertical)
        for column in range(grid.column_count):
            assert model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(model.headerData(column, Qt.Orientation.Horizontal) for column in range(grid.column_count))
    assert model.headerData(grid.row_count, Qt.Orientation.Vertical) is None
    qtmodeltester.check(model)


def test_an_empty_grid_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = GridModel()
    qtmodeltester.check(model)
    assert model.data(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) is None


def test_findings_are_a_sound_model(qtmodeltester: ModelTester, shown: HallView, appearance: Appearance) -> None:
    model = FindingModel(appearance)
    qtmodeltester.check(model)
    model.set_rows(finding_rows(shown.publication))
    qtmodeltester.check(model)
    first = [str(model.index(0, column).data()) for column in Column]
    assert first[Column.SEVERITY] == "✖ Against the law"
    assert first[Column.RULE] == "EU-DAILY-REST"
    assert first[Column.ARTICLE] == "Directive 2003/88/EC art. 3"
    assert all(model.headerData(column, Qt.Orientation.Horizontal) for column in Column)


def test_hours_of_a_day_are_a_sound_model(qtmodeltester: ModelTester, shown: HallView, appearance: Appearance) -> None:
    model = DayModel(appearance)
    qtmodeltester.check(model)
    sheet = certificate_sheet(shown.publication, "counter")
    model.set_hours(sheet.day_rows(0))
    qtmodeltester.check(model)
    assert model.rowCount() == 2 * 10
    assert model.index(0, DayColumn.HOUR).data() == "09:00–10:00"
    assert str(model.index(0, DayColumn.VERDICT).data()).endswith(("kept", "missed"))
    assert model.row_of(10) == 2
    assert model.row_of(3) == -1
    assert all(model.headerData(column, Qt.Orientation.Horizontal) for column in DayColumn)
