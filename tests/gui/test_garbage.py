"""Garbage is collected in the window's thread, when it is due."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from shiftbid.ui.garbage import GarbageCollector


class Knot:
    """Refers to itself: only the collector frees it."""

    def __init__(self) -> None:
        self.self = self


def test_nobody_else_collects_while_a_window_may_be_open(qapp: QApplication) -> None:
    keeper = QObject()
    collector = GarbageCollector(keeper)
    assert not gc.isenabled()
    gc.collect()  # what other tests left is not counted towards an older generation
    knot = weakref.ref(Knot())
    more = [Knot() for _ in range(gc.get_threshold()[0] + 1)]
    assert collector.collect_due() is not None
    assert knot() is None
    assert more
    assert collector.collect_due() is None, "nothing has come since"
