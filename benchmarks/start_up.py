"""How soon the window can be used: ``python -m benchmarks.start_up PUBLISHED [--repeat N]``.

``PUBLISHED`` is a folder that `shiftbid demo` made. Each start is a process of its own, from its first instruction to
the first page painted with a plan on it, as ``shiftbid --folder PUBLISHED`` starts it; the first start warms the
machine's caches and is left out. Beside it stand a bare Python and ``shiftbid --version``. The wall clock counts
whatever else the machine does; the processor time of the window's own process does not. Without a screen Qt's
offscreen platform draws.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from unittest.mock import patch

USABLE_TARGET_SECONDS = 1.5
VERSION_TARGET_SECONDS = 0.2
PATIENCE_SECONDS = 120
"""A window that shows no plan by then never will: its database may be of another version."""
STARTED_AT = "SHIFTBID_STARTED_AT"


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds by the wall clock, and of the processor in the process itself."""

    wall_seconds: float
    processor_seconds: float


def open_and_report(folder: str) -> None:
    """Be the program that is measured: open the window, print when its first page is painted, and close it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from shiftbid.__main__ import main

    turn = QApplication.exec

    def report() -> None:
        # What has just been filled is painted by the events that wait.
        QApplication.processEvents()
        sys.stdout.write(f"{time.time() - float(os.environ[STARTED_AT])} {time.process_time()}\n")
        QApplication.quit()

    def turn_and_watch() -> int:
        for window in QApplication.topLevelWidgets():
            filled = getattr(window, "filled", None)
            if filled is not None:
                filled.connect(lambda: QTimer.singleShot(0, report))
        return turn()

    sys.argv[1:] = ["--folder", folder]
    with patch.object(QApplication, "exec", staticmethod(turn_and_watch)):
        main()


def start_of(command: Sequence[str]) -> Start:
    """Run a command that prints its own two figures."""
    environment = {**os.environ, STARTED_AT: str(time.time())}
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    done = subprocess.run(
        command, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=PATIENCE_SECONDS
    )
    wall, processor = done.stdout.split()
    return Start(float(wall), float(processor))


def seconds_of(command: Sequence[str]) -> float:
    """Wall clock of a command."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main(argv: Sequence[str]) -> int:
    """Measure and print; 1 where the least of the starts misses a target."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.start_up")
    parser.add_argument("published", type=Path, help="folder that `shiftbid demo` made")
    parser.add_argument("--repeat", type=int, default=5, help="starts that count")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.inside:
        open_and_report(str(options.published))
        return 0
    opening = [sys.executable, "-m", "benchmarks.start_up", str(options.published), "--inside"]
    starts = [start_of(opening) for _ in range(options.repeat + 1)][1:]
    bare = min(seconds_of([sys.executable, "-c", "pass"]) for _ in starts)
    version = min(seconds_of([sys.executable, "-m", "shiftbid", "--version"]) for _ in starts)
    walls = [each.wall_seconds for each in starts]
    sys.stdout.write(
        f"window usable after {min(walls):.2f} s at best, {median(walls):.2f} s in the middle "
        f"(target {USABLE_TARGET_SECONDS} s); processor {min(each.processor_seconds for each in starts):.2f} s\n"
        f"shiftbid --version {version - bare:.2f} s over a bare Python of {bare:.2f} s "
        f"(target {VERSION_TARGET_SECONDS} s)\n"
    )
    return int(min(walls) > USABLE_TARGET_SECONDS or version - bare > VERSION_TARGET_SECONDS)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
