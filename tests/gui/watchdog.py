"""Watches for stalls of the window: how long its event loop did not turn, and what it did meanwhile."""

from __future__ import annotations

import faulthandler
import threading
import weakref
from dataclasses import dataclass
from tempfile import TemporaryFile
from time import perf_counter, sleep, thread_time

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
        What the window's thread was doing after `STALL_MILLISECONDS`, innermost first; empty for a shorter gap.
    """

    milliseconds: float
    busy_milliseconds: float
    where: str


class Pulse:
    """When the window's thread last turned, and what it was found doing since; not Qt's, so any thread may look."""

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.last, self.last_busy = perf_counter(), thread_time()
        self.where = ""


class Watchdog(QObject):
    """Notes the longest gap by the wall clock and the longest in processor time, and where they were."""

    def __init__(self) -> None:
        super().__init__()
        self._pulse = Pulse()
        self.forget()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MILLISECONDS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        # The looking thread ends with the pulse, and so with the watchdog.
        threading.Thread(target=_look, args=(weakref.ref(self._pulse),), name="watchdog", daemon=True).start()

    @property
    def longest_milliseconds(self) -> float:
        """Longest gap by the wall clock."""
        return self.longest.milliseconds

    def told(self) -> str:
        """Longest gaps since the last time, in words, for a journey's output."""
        longest, busiest = self.longest, self.busiest
        self.forget()
        where = f" in {busiest.where}" if busiest.busy_milliseconds > STALL_MILLISECONDS else ""
        return f"{longest.milliseconds:.0f} ms, {busiest.busy_milliseconds:.0f} ms of its own{where}"

    def forget(self) -> None:
        """Start anew."""
        self.longest = self.busiest = Stall(0.0, 0.0, "")
        self._pulse.last, self._pulse.last_busy = perf_counter(), thread_time()

    def _beat(self) -> None:
        now, busy, pulse = perf_counter(), thread_time(), self._pulse
        gap = Stall((now - pulse.last) * 1000, (busy - pulse.last_busy) * 1000, pulse.where)
        pulse.last, pulse.last_busy, pulse.where = now, busy, ""
        self.longest = max(self.longest, gap, key=lambda each: each.milliseconds)
        self.busiest = max(self.busiest, gap, key=lambda each: each.busy_milliseconds)


def _look(pulse_ref: weakref.ref[Pulse]) -> None:
    while (pulse := pulse_ref()) is not None:
        if not pulse.where and (perf_counter() - pulse.last) * 1000 > STALL_MILLISECONDS:
            pulse.where = _where_is(pulse.thread)
        del pulse
        sleep(BEAT_MILLISECONDS / 1000)


def _where_is(thread: int) -> str:
    """What a thread is doing; its frames are never held, or what they refer to might be destroyed in this thread."""
    with TemporaryFile("w+") as file:
        faulthandler.dump_traceback(file)
        file.seek(0)
        stacks = file.read().split("\n\n")
    calls = next((stack.splitlines()[1:] for stack in stacks if f"0x{thread:016x}" in stack), [])
    return " < ".join(line.strip().rpartition("/")[2].replace('",', "") for line in calls[:DEPTH])
