"""Watches for stalls of the window: how long its event loop did not turn."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MILLISECONDS = 5


class Watchdog(QObject):
    """Notes the longest gap between two beats of a timer. Other programs on the machine make gaps as well."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_milliseconds = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MILLISECONDS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def forget(self) -> None:
        """Start anew."""
        self.longest_milliseconds = 0.0
        self._last = perf_counter()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest_milliseconds = max(self.longest_milliseconds, (now - self._last) * 1000)
        self._last = now
