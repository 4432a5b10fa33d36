"""A screen of its own, a window in a process of its own, and a real mouse and keyboard to work it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE_SECONDS = 60.0
STEPS = 8
HAS_SCREEN = bool(shutil.which("Xvfb") and shutil.which("xdotool"))
NO_SCREEN = "Xvfb and xdotool are not installed"
Point = Sequence[int]


@contextmanager
def screen(folder: Path) -> Generator[str]:
    """A screen of 1400 by 950 pixels that nobody else draws on; gives the name of its display."""
    read, write = os.pipe()
    with (folder / "xvfb.log").open("w") as log:
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x950x24", "-nolisten", "tcp"]
        server = subprocess.Popen(command, pass_fds=(write,), stderr=log)
        os.close(write)
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        yield f":{number}"
        server.terminate()
        server.wait()


@dataclass
class Desk:
    """The window in a process of its own, and hands to work it."""

    process: subprocess.Popen[str]
    display: str

    def ask(self, question: str) -> Any:
        """Ask what is in sight."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def wait(self, question: str, true: Callable[[Any], bool]) -> Any:
        """Ask until the answer is as wanted."""
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            answer = self.ask(question)
            if true(answer):
                return answer
            assert time.monotonic() < end, f"{question}: {answer}"
            time.sleep(0.05)

    def hands(self, *command: str) -> None:
        """Move the mouse or press keys."""
        subprocess.run(["xdotool", *command], env={**os.environ, "DISPLAY": self.display}, check=True)

    def drag(self, source: Point, target: Point) -> None:
        """Press, go there in small steps, and stay; `drop` lets go."""
        self.hands("mousemove", str(source[0]), str(source[1]), "mousedown", "1")
        for step in range(1, STEPS + 1):
            x, y = (round(a + (b - a) * step / STEPS) for a, b in zip(source, target, strict=True))
            self.hands("mousemove", str(x), str(y), "sleep", "0.03")

    def drop(self) -> None:
        """Let go."""
        self.hands("mouseup", "1")

    def click(self, point: Point) -> None:
        """Click somewhere."""
        self.hands("mousemove", str(point[0]), str(point[1]), "click", "1")

    def close(self) -> None:
        """Close the window; it ends well."""
        assert self.process.stdin is not None
        self.process.stdin.write("quit\n")
        self.process.stdin.flush()
        assert self.process.wait(PATIENCE_SECONDS) == 0


@contextmanager
def desk(module: str, display: str, arguments: Sequence[str], more: Mapping[str, str] | None = None) -> Generator[Desk]:
    """Start the window of a module on a display; it is gone at the end, whatever it does."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8", **(more or {})}
    with subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        try:
            yield Desk(process, display)
        finally:
            process.kill()
