"""Days of people that differ between two versions, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from shiftbid.domain.roster import Assignment
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import clock_span_text, day_text
from shiftbid.ui.pages.roster.compare_presenter import CellDifference
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable

PERSON = 1


def difference_table(zone: str, appearance: Appearance, parent: QWidget) -> RecordTable[CellDifference]:
    """A row a day and person: what stood there, and what stands there."""
    table = RecordTable(_columns(zone), PERSON, appearance, parent)
    table.setAccessibleName(QCoreApplication.translate("Roster", "What differs"))
    return table


def _shifts_text(assignments: Sequence[Assignment], zone: str) -> str:
    if not assignments:
        return QCoreApplication.translate("Roster", "free")
    pin = QCoreApplication.translate("Roster", "pinned")
    return ", ".join(
        f"{clock_span_text(each.shift, zone)} · {pin}" if each.pinned else clock_span_text(each.shift, zone)
        for each in assignments
    )


def _columns(zone: str) -> tuple[Column[CellDifference], ...]:
    return (
        Column(
            lambda: QCoreApplication.translate("Roster", "Day"),
            lambda each: day_text(each.day),
            lambda each: each.day.toordinal(),
        ),
        Column(lambda: QCoreApplication.translate("Roster", "Person"), lambda each: each.name),
        Column(lambda: QCoreApplication.translate("Roster", "Before"), lambda each: _shifts_text(each.before, zone)),
        Column(lambda: QCoreApplication.translate("Roster", "After"), lambda each: _shifts_text(each.after, zone)),
    )
