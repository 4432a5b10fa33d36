"""Watches for stalls of the window: how long its event loop did not turn, and what it did meanwhile."""

from __future__ import annotations

import sys
import threading
import traceback
from dataclasses import dataclass
from time import perf_counter, thread_time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MILLISECONDS = 5
STALL_MILLISECONDS = 50
DEPTH = 3
"""How many callers a stall names."""


@dataclass(frozen=True, slots=True)
class Stall:
    """A gap between two beats.

    Attributes
    ----------
    milliseconds
        By the wall clock; other programs on the machine make such gaps as well.
    busy_milliseconds
        Processor time of the window's own thread: what is left of the gap on an idle machine, unless another thread of
        the program held it up.
    where
        What the window's thread was doing after `STALL_MILLISECONDS`, innermost last; empty for a shorter gap.
    """

    milliseconds: float
    busy_milliseconds: float
    where: str


class Watchdog(QObject):
    """Notes the longest gap by the wall clock and the longest in processor time, and where they were."""

    def __init__(self) -> None:
        super().__init__()
        self._thread = threading.get_ident()
        self._where = ""
        self.forget()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MILLISECONDS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._stop = threading.Event()
        self.destroyed.connect(self._stop.set)
        threading.Thread(target=self._look, name="watchdog", daemon=True).start()

    @property
    def longest_milliseconds(self) -> float:
        """Longest gap by the wall clock."""
        return self.longest.milliseconds

    def forget(self) -> None:
        """Start anew."""
        self.longest = self.busiest = Stall(0.0, 0.0, "")
        self._last, self._last_busy = perf_counter(), thread_time()

    def _beat(self) -> None:
        now, busy = perf_counter(), thread_time()
        gap = Stall((now - self._last) * 1000, (busy - self._last_busy) * 1000, self._where)
        self._last, self._last_busy, self._where = now, busy, ""
        self.longest = max(self.longest, gap, key=lambda each: each.milliseconds)
        self.busiest = max(self.busiest, gap, key=lambda each: each.busy_milliseconds)

    def _look(self) -> None:
        while not self._stop.wait(BEAT_MILLISECONDS / 1000):
            if not self._where and (perf_counter() - self._last) * 1000 > STALL_MILLISECONDS:
                frame = sys._current_frames().get(self._thread)
                calls = traceback.extract_stack(frame)[-DEPTH:] if frame is not None else []
                self._where = " > ".join(
                    f"{each.name} ({each.filename.rpartition('/')[2]}:{each.lineno})" for each in calls
                )
