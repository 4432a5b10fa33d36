"""A manager changes a roster in a real window: with a real mouse and real keys, on a screen of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from shiftbid.services.publication import HallPublication
from shiftbid.storage.database import Database
from tests.journeys.stored_roster import store_roster

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="Xvfb and xdotool are not installed"
    ),
]

PATIENCE_SECONDS = 40.0
STEPS = 8
Point = tuple[int, int]
Place = tuple[int, int]


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """A screen of 1400 by 950 pixels that nobody else draws on."""
    read, write = os.pipe()
    with (tmp_path / "xvfb.log").open("w") as log:
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x950x24", "-nolisten", "tcp"]
        screen = subprocess.Popen(command, pass_fds=(write,), stderr=log)
        os.close(write)
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        yield f":{number}"
        screen.terminate()
        screen.wait()


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


@pytest.fixture
def open_desk(tmp_path: Path, display: str) -> Iterator[Callable[[str], Desk]]:
    opened: list[subprocess.Popen[str]] = []
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}

    def open_on(url: str) -> Desk:
        command = [sys.executable, "-m", "tests.journeys.roster_window", url]
        process = subprocess.Popen(
            [*command, str(tmp_path / "drafts"), str(tmp_path / "window.ini")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        opened.append(process)
        desk = Desk(process, display)
        desk.wait("ready", bool)
        return desk

    yield open_on
    for process in opened:
        process.kill()
        process.wait()


def places(published: HallPublication) -> tuple[Place, Place, Place]:
    """A shift, a person on sick leave that day, and one who is free and here."""
    roster, people = published.roster, [each.id for each in published.employees]
    worked = {(people.index(each.employee), (each.shift.day - roster.period.first).days) for each in roster.assignments}
    away = {people.index(each.employee) for each in published.leave}
    sick_row = next(people.index(each.employee) for each in published.leave if each.kind.value == "sick")
    column = 2  # The first day of the sick leave.
    row = next(row for row, day in sorted(worked) if day == column)
    free = next(row for row in range(len(people)) if (row, column) not in worked and row not in away)
    return (row, column), (sick_row, column), (free, column)


def test_drag_see_the_finding_undo_mend_and_publish(tmp_path: Path, open_desk: Callable[[str], Desk]) -> None:
    url, published = store_roster(tmp_path)
    shift, sick, free = places(published)
    desk = open_desk(url)
    held = desk.ask(f"shift {shift[0]} {shift[1]}")
    assert held
    # To somebody who is ill: the finding is told while the shift is in the air.
    desk.drag(desk.ask(f"cell {shift[0]} {shift[1]}"), desk.ask(f"cell {sick[0]} {sick[1]}"))
    desk.wait("headline", lambda text: text.startswith("Let go: "))
    assert desk.ask("findings").startswith(("✖", "?", "◆"))
    desk.drop()
    desk.wait(f"shift {sick[0]} {sick[1]}", lambda text: text == held)
    # Undone by key, then given to somebody who is free, by keyboard alone: cut, go there, paste.
    desk.hands("key", "ctrl+z")
    desk.wait(f"shift {shift[0]} {shift[1]}", lambda text: text == held)
    desk.click(desk.ask(f"cell {shift[0]} {shift[1]}"))
    desk.hands("key", "ctrl+x")
    desk.wait(f"shift {shift[0]} {shift[1]}", lambda text: text == "")
    down = free[0] - shift[0]
    desk.hands("key", "--repeat", str(abs(down)), "Down" if down > 0 else "Up")
    desk.hands("key", "ctrl+v")
    desk.wait(f"shift {free[0]} {free[1]}", lambda text: text == held)
    desk.wait("promise", lambda text: text.startswith("Promise kept in"))
    # Leaving loses nothing: the draft is offered when the window opens again.
    desk.close()
    desk = open_desk(url)
    assert desk.ask("banner")
    desk.click(desk.ask("take-up"))
    desk.wait(f"shift {free[0]} {free[1]}", lambda text: text == held)
    desk.click(desk.ask(f"cell {free[0]} {free[1]}"))
    desk.hands("key", "ctrl+Return")
    dialog = desk.wait("dialog", bool)
    desk.click(dialog["reason"])
    desk.hands("type", "A free day was asked for")
    dialog = desk.wait("dialog", lambda each: each["allowed"])
    desk.click(dialog["publish"])
    desk.wait("version", lambda number: number == 2)
    assert not desk.ask("banner")
    assert desk.ask(f"shift {free[0]} {free[1]}") == held
    desk.close()
    with Database(url) as database, database.unit_of_work() as unit:
        latest = unit.publications.latest(published.hall.id, published.roster.period)
    assert latest is not None
    (change,) = latest.bidding_round["changes"]
    assert (change["by"], change["reason"]) == ("Demo", "A free day was asked for")
    assert [each["employee"] for each in change["added"]] == [published.employees[free[0]].id]
    assert [each["employee"] for each in change["dropped"]] == [published.employees[shift[0]].id]
