"""Prints how long the roster's window thread is busy with a frame: ``python -m tests.gui.roster_frames``.

A grid of 200 people and 63 days at 1920 × 1080 is scrolled, a shift is dragged over it and dropped. Times are those of
the window's own thread, so that other programs on the machine do not count; a frame at 60 a second has 16.7 ms.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.roster.page import RosterPage
from shiftbid.ui.themes import ThemeName
from tests.gui.fake_hall import fake_publication, fake_view

STEP_PIXELS = 12
HOVERS = 40


def busy_milliseconds(action: Callable[[], object], application: QApplication) -> float:
    """Do something and paint what follows from it."""
    start = time.thread_time()
    action()
    application.processEvents()
    return (time.thread_time() - start) * 1000


def told(name: str, times: Sequence[float]) -> str:
    """Median, 95th percentile and the longest."""
    ordered = sorted(times)
    middle, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return f"{name}: median {middle:.1f} ms, 95 % within {late:.1f} ms, longest {ordered[-1]:.1f} ms\n"


def main() -> int:
    """Measure and print."""
    application = QApplication(sys.argv[:1])
    page = RosterPage(Appearance(application, ThemeName.LIGHT))
    page.resize(1920, 1080)
    page.show_publication(fake_view(fake_publication(weeks=9, people=200)))
    page.show()
    while page.editing.editor.draft is None:
        application.processEvents()
    table = page.table
    for name, bar in (("down", table.verticalScrollBar()), ("across", table.horizontalScrollBar())):
        times = [
            busy_milliseconds(lambda bar=bar, at=at: bar.setValue(at), application)
            for at in range(0, bar.maximum(), STEP_PIXELS)
        ]
        sys.stdout.write(told(f"scrolling {name}", times))
    table.go_to(0, 0)
    assert page.sheet is not None
    row, column = next(
        (row, column) for row in range(9) for column in range(20) if page.sheet.people[row].cells[column].assignments
    )

    def centre(at: int) -> QPoint:
        return table.visualRect(table.model().index(at % 20, column + at // 20)).center()

    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre(row))
    hovers = [
        busy_milliseconds(lambda at=at: QTest.mouseMove(table.viewport(), centre(at)), application)
        for at in range(HOVERS)
    ]
    sys.stdout.write(told("dragging over a cell, with its findings", hovers))
    release = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre(HOVERS - 1)
    drop = busy_milliseconds(lambda: QTest.mouseRelease(table.viewport(), *release), application)
    undo = busy_milliseconds(page.edit_actions.undo.trigger, application)
    sys.stdout.write(f"drop {drop:.1f} ms, undo {undo:.1f} ms\n")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main())
