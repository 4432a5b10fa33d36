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


def test_modules_are_spared_once(qapp: QApplication) -> None:
    keeper = QObject()
    collector = GarbageCollector(keeper)
    gc.unfreeze()
    collector.spare_modules()
    spared = gc.get_freeze_count()
    assert spared
    more = [Knot() for _ in range(100)]
    collector.spare_modules()
    assert gc.get_freeze_count() <= spared
    assert more
    gc.unfreeze()


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
