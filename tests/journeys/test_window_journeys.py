"""People at the window, with a real mouse and real keys: from files to payroll, and from a ballot to a reason."""

from __future__ import annotations

import csv
import math
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from shiftbid.bootstrap.desktop import HEAVY_MODULES
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.domain.timeline import Period
from shiftbid.services.exchange_board import exchange_board
from shiftbid.services.exchange_steps import RosterName
from shiftbid.services.shift_names import shift_id
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init
from shiftbid.ui.languages import Language
from tests.journeys.hands import HAS_SCREEN, NO_SCREEN, PATIENCE_SECONDS, Desk, desk, screen
from tests.journeys.moved_clock import CLOCK_FILE
from tests.journeys.test_vote_and_round import BIDS_END, DAY, OPENED, PINS, Here, here, lawful_swap, open_vote
from tests.storage.raw_sql import query

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not HAS_SCREEN, reason=NO_SCREEN)]

__all__ = ["here"]
MODULE = "tests.journeys.session_window"
PIN = "731946"
LAST_COUNTED = date(2026, 11, 20)
COLUMNS_READ = 4
FEW_MODULES = ("shiftbid.bootstrap.own_commands",)


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    with screen(tmp_path) as name:
        yield name


@contextmanager
def program(
    display: str, url: str, folder: Path, language: Language, modules: tuple[str, ...], clock: Path | None = None
) -> Generator[Desk]:
    """The program on a database, by the clock that stands in a file; at its end nothing may have been warned of."""
    settings = folder / "window.ini"
    settings.write_text("[window]\nidle_minutes=60\n", encoding="utf-8")
    arguments = (url, str(settings), language.value, ",".join(modules))
    with desk(MODULE, display, arguments, {} if clock is None else {CLOCK_FILE: str(clock)}) as window:
        yield window
        assert window.ask("noise") == []
        window.close()


def type_into(window: Desk, path: str, text: str) -> None:
    """Click a field and type over what stands there."""
    window.wait(f"ready {path}", bool)
    window.click(window.ask(f"at {path}"))
    window.hands("key", "ctrl+a")
    window.hands("type", text)


def press(window: Desk, question: str) -> None:
    """Click what a question finds as soon as it can be pressed."""
    window.click(window.wait(question, bool))


def press_widget(window: Desk, path: str) -> None:
    window.wait(f"ready {path}", bool)
    window.click(window.ask(f"at {path}"))


def wait_for(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.1)


def staff_sheet(path: Path) -> Path:
    """A spreadsheet of six people, as a hall in China keeps it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["工号", "姓名", "每周工时", "出生日期", "入职日期", "时薪"])
    for number in range(1, 7):
        sheet.append([f"s{number}", f"林{number}", 40, "1990-01-31", "2020-02-01", 25])
    book.save(path)
    return path


def footfall_file(path: Path) -> Path:
    """Counts of eight weeks, every working hour, the day beside the hour as a door counter writes them."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        rows = csv.writer(stream)
        rows.writerow(("Date", "Hour", "Visitors"))
        for day in (LAST_COUNTED - timedelta(days=number) for number in reversed(range(7 * 8))):
            if day.weekday() < 5:
                for hour in range(9, 17):
                    rows.writerow((f"{day:%d/%m/%Y}", f"{hour}:00", round(12 + 6 * math.sin((hour - 9) / 8 * math.pi))))
    return path


@pytest.mark.parametrize("language", list(Language))
def test_a_manager_goes_from_two_files_to_a_roster_and_a_payroll_file(
    tmp_path: Path, display: str, language: Language
) -> None:
    url = sqlite_url(tmp_path / "hall.sqlite")
    init(url)
    staff, footfall = staff_sheet(tmp_path / "staff.xlsx"), footfall_file(tmp_path / "footfall.csv")
    pay = tmp_path / "pay"
    pay.mkdir()
    with program(display, url, tmp_path, language, HEAVY_MODULES) as window:
        type_into(window, "wizard.account.name", "Mere")
        for _ in range(2):
            window.hands("key", "Tab")
            window.hands("type", PIN)
        window.hands("key", "Return")
        type_into(window, "wizard.hall.name", "North Street")
        type_into(window, "wizard.hall.country", "NZ")
        press(window, "wizard NextButton")
        for page, file, found in (("staff", staff, "6"), ("footfall", footfall, "320")):
            type_into(window, f"wizard.{page}.file", str(file))
            window.hands("key", "Tab")
            window.wait(f"text wizard.{page}.summary", lambda text, found=found: found in text)
            press(window, "wizard NextButton")
        press(window, "wizard FinishButton")
        type_into(window, "window.plan_bar.weeks", "1")
        window.hands("key", "Tab")
        window.ask("stall")
        press_widget(window, "window.plan_bar.plan_button")
        window.wait("there window.@today.shown", bool)
        sys.stdout.write(f"longest pause while planning: {window.ask('stall')}\n")
        window.click(window.ask("line payroll"))
        press_widget(window, "window.@payroll.close_button")
        press(window, "accept")
        press_widget(window, "window.@payroll.export_button")
        point = window.wait("dialog folder", bool)
        window.click(point)
        window.hands("key", "ctrl+a")
        window.hands("type", str(pay))
        press(window, "dialog export_button")
        window.wait("status", lambda text: ".csv" in text)
        assert list(pay.iterdir())
    with Database(url) as database, database.unit_of_work() as unit:
        (period,) = unit.publications.periods("north-street")
        published = unit.publications.latest("north-street", period)
        assert unit.pay_runs.of_hall("north-street")
    assert period.first > LAST_COUNTED
    assert published is not None
    assert published.roster.assignments


def test_staff_vote_bid_read_why_a_bid_was_lost_and_swap(tmp_path: Path, here: Here, display: str) -> None:
    """Ana in English and Bo in Chinese, one after the other at one screen.

    What the manager and the trustee do between is done by command.
    """
    people = (("ana", Language.ENGLISH), ("bo", Language.CHINESE))
    at_north = ("--hall", "north")
    clock = tmp_path / "clock"
    open_vote(here, "--quorum", "2")
    clock.write_text(str(here.now), encoding="utf-8")
    with program(display, here.url, tmp_path, Language.ENGLISH, FEW_MODULES, clock) as window:
        for name, language in people:
            sign_in(window, name, language)
            window.click(window.ask("line my_vote"))
            window.wait("ready window.@my_vote.table", bool)
            window.hands("key", "alt+w")
            press_widget(window, "window.@my_vote.give_button")
            assert window.wait("dialog sentence", bool), "the receipt"
            window.hands("key", "Escape")
            sign_out(window)
        assert len(query(here.url, "SELECT box FROM poll_entry")) == 2
        here.now = OPENED + 4 * DAY
        clock.write_text(str(here.now), encoding="utf-8")
        counted = here.told("vote", "close", *at_north, "--trustee", "Tama", pins=("Tama",))
        election = counted["steps"][1]["content"]["election"]
        assert election["tally"][0]["want"] == 2, "both wanted the first on the paper"
        here.done(
            *("round", "open", *at_north, "--manager", "Mere", "--trustee", "Tama", "--until", BIDS_END),
            pins=("Mere", "Tama"),
        )
        for given, (name, language) in enumerate(people, start=1):
            sign_in(window, name, language)
            window.click(window.ask("line my_bids"))
            window.wait("ready window.@my_bids.grid", bool)
            # Every day off: some of it has to be lost.
            window.drag(window.ask("cell window.@my_bids.grid 0 0"), window.ask("cell window.@my_bids.grid 0 4"))
            window.drop()
            press_widget(window, "window.@my_bids.give_button")
            wait_for(lambda given=given: len(query(here.url, BIDS)) == given, "no bid came")
            sign_out(window)
        here.now = OPENED + 8 * DAY
        clock.write_text(str(here.now), encoding="utf-8")
        here.done("round", "close", *at_north, "--trustee", "Tama", pins=("Tama",))
        here.done("round", "award", *at_north, "--manager", "Mere", "--workers", "1", pins=("Mere",))
        for name, language in people:
            sign_in(window, name, language)
            window.click(window.ask("line my_result"))
            window.wait("ready window.@my_result.lost", bool)
            kept, lost = (window.ask(f"rows window.@my_result.{table}") for table in ("kept", "lost"))
            levels = [window.ask(f"told window.@my_result.lost {row} 1") for row in range(lost)]
            wished = sum("3" in level for level in levels)
            assert kept + wished == 5, levels
            assert wished, "nobody has every day off"
            window.click(window.ask("cell window.@my_result.lost 0 0"))
            assert window.ask("text window.@my_result._reason")
            sign_out(window)
        mine, his = lawful_swap(here)
        here.done("swap", "offer", *at_north, "--as", "bo", "--give", his, "--take", mine, pins=("bo",))
        for table, key, (name, language) in zip(("takes", "exchanges"), ("alt+c", "alt+i"), people, strict=True):
            sign_in(window, name, language)
            window.click(window.ask("line my_swaps"))
            window.wait(f"ready window.@my_swaps.{table}", bool)
            row = row_with(window, f"window.@my_swaps.{table}", "Bo Chen")
            window.ask(f"show window.@my_swaps.{table} {row}")
            window.click(window.ask(f"cell window.@my_swaps.{table} {row} 1"))
            window.hands("key", key)
            window.wait("outcome", lambda outcome: outcome["status"].startswith(("?", "✓")))
            sign_out(window)
    with Database(here.url) as database, database.unit_of_work() as unit:
        board = exchange_board(unit, RosterName("north", Period.of_weeks(date(2026, 1, 5), 1)))
    assert board.version == 2, "carried out with the last agreement"
    assert "s1" in board.holders[shift_id("north", his)]
    assert "s2" in board.holders[shift_id("north", mine)]


BIDS = "SELECT box FROM poll_entry JOIN poll ON poll.id = poll_entry.poll_id WHERE kind = 'round'"


def row_with(window: Desk, table: str, text: str) -> int:
    """The first row of a table that says something."""
    rows = range(window.ask(f"rows {table}"))
    columns = range(COLUMNS_READ)
    return next(
        row for row in rows if any(text in str(window.ask(f"told {table} {row} {column}")) for column in columns)
    )


def sign_in(window: Desk, name: str, language: Language) -> None:
    """Type name and PIN, and wait for the window that is one's own."""
    type_into(window, "dialog.name", name)
    window.hands("key", "Tab")
    window.hands("type", PINS[name])
    window.hands("key", "Return")
    window.wait("there window._shown", bool)
    window.ask(f"speak {language.value}")
    window.ask("stall")


def sign_out(window: Desk) -> None:
    """Leave the screen to the next; says how long the window stood still at most meanwhile."""
    sys.stdout.write(f"longest pause of the window: {window.ask('stall')}\n")
    window.hands("key", "ctrl+shift+q")
    window.wait("ready dialog.name", bool)
