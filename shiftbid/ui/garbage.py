"""Garbage is collected in the window's thread alone.

Python collects in whichever thread happens to allocate. A closed window that a reading thread found in a cycle would be
destroyed there, which Qt does not survive.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MILLISECONDS = 500


class GarbageCollector(QObject):
    """Looks now and then whether a generation is due by Python's own thresholds; lives as long as the program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self.destroyed.connect(gc.enable)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()
        self._spared = False

    def spare_modules(self) -> None:
        """Leave out of later collections what is there now, once: called when all modules are loaded, which stay.

        On the sample a full collection then looks at 5,000 objects in place of 120,000: 2 ms in place of 48.
        """
        if not self._spared:
            self._spared = True
            gc.freeze()

    def collect_due(self) -> int | None:
        """Collect the oldest generation that is due, and those younger; gives it, or None where none is."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, threshold) in enumerate(counts) if count > threshold]
        if not due:
            return None
        gc.collect(due[-1])
        return due[-1]
