"""A manager changes a roster in a real window: with a real mouse and real keys, on a screen of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from shiftbid.services.publication import HallPublication
from shiftbid.storage.database import Database
from tests.journeys.hands import HAS_SCREEN, NO_SCREEN, Desk, desk, screen
from tests.journeys.stored_roster import store_roster

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not HAS_SCREEN, reason=NO_SCREEN),
]

Place = tuple[int, int]


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    with screen(tmp_path) as name:
        yield name


@pytest.fixture
def open_desk(tmp_path: Path, display: str) -> Iterator[Callable[[str], Desk]]:
    with ExitStack() as opened:

        def open_on(url: str) -> Desk:
            arguments = (url, str(tmp_path / "drafts"), str(tmp_path / "window.ini"))
            made = opened.enter_context(desk("tests.journeys.roster_window", display, arguments))
            made.wait("ready", bool)
            return made

        yield open_on


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
    window = open_desk(url)
    held = window.ask(f"shift {shift[0]} {shift[1]}")
    assert held
    window.ask("stall")
    # To somebody who is ill: the finding is told while the shift is in the air.
    window.drag(window.ask(f"cell {shift[0]} {shift[1]}"), window.ask(f"cell {sick[0]} {sick[1]}"))
    window.wait("headline", lambda text: text.startswith("Let go: "))
    assert window.ask("findings").startswith(("✖", "?", "◆"))
    window.drop()
    window.wait(f"shift {sick[0]} {sick[1]}", lambda text: text == held)
    sys.stdout.write(f"longest pause of the window from drag to drop: {window.ask('stall')}\n")
    # Undone by key, then given to somebody who is free, by keyboard alone: cut, go there, paste.
    window.hands("key", "ctrl+z")
    window.wait(f"shift {shift[0]} {shift[1]}", lambda text: text == held)
    window.click(window.ask(f"cell {shift[0]} {shift[1]}"))
    window.hands("key", "ctrl+x")
    window.wait(f"shift {shift[0]} {shift[1]}", lambda text: text == "")
    down = free[0] - shift[0]
    window.hands("key", "--repeat", str(abs(down)), "Down" if down > 0 else "Up")
    window.hands("key", "ctrl+v")
    window.wait(f"shift {free[0]} {free[1]}", lambda text: text == held)
    window.wait("promise", lambda text: text.startswith("Promise kept in"))
    # Leaving loses nothing: the draft is offered when the window opens again.
    window.close()
    window = open_desk(url)
    assert window.ask("banner")
    window.click(window.ask("take-up"))
    window.wait(f"shift {free[0]} {free[1]}", lambda text: text == held)
    window.click(window.ask(f"cell {free[0]} {free[1]}"))
    window.hands("key", "ctrl+Return")
    dialog = window.wait("dialog", bool)
    window.click(dialog["reason"])
    window.hands("type", "A free day was asked for")
    dialog = window.wait("dialog", lambda each: each["allowed"])
    window.click(dialog["publish"])
    window.wait("version", lambda number: number == 2)
    assert not window.ask("banner")
    assert window.ask(f"shift {free[0]} {free[1]}") == held
    window.close()
    with Database(url) as database, database.unit_of_work() as unit:
        latest = unit.publications.latest(published.hall.id, published.roster.period)
    assert latest is not None
    (change,) = latest.bidding_round["changes"]
    assert (change["by"], change["reason"]) == ("Demo", "A free day was asked for")
    assert [each["employee"] for each in change["added"]] == [published.employees[free[0]].id]
    assert [each["employee"] for each in change["dropped"]] == [published.employees[shift[0]].id]
