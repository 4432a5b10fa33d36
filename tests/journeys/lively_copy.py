"""A copy of a demonstration in which people vote, bid, swap and ask: what its pages look like in the middle of a month.

The copy lives by a clock of its own, which begins a week before the period that the demonstration published.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from typer.testing import CliRunner

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.bootstrap.demo_account import DEMO
from shiftbid.bootstrap.places import DATABASE_FILE, sqlite_url
from shiftbid.cli.app import command_line
from shiftbid.domain.account import User
from shiftbid.domain.exchange import Offer, swap
from shiftbid.domain.staff import LeaveKind
from shiftbid.domain.timeline import Interval, Period, day_interval, local
from shiftbid.services.exchange_effect import effect_of
from shiftbid.services.exchange_ground import published_roster
from shiftbid.services.shift_names import shift_name
from shiftbid.services.time_off_requests import NewRequest, ask
from shiftbid.storage.database import Database

PIN = "314159"
TRUSTEE = "Trustee"
DAY_SECONDS = 24 * 3600
NOON_MINUTE = 12 * 60
VOTERS = 6
LATE = ("--late-because", "The pictures are taken late.")


class LivelyCopy:
    """The copy and its clock; what is done in it is done by commands, as people would."""

    def __init__(self, url: str) -> None:
        self.url = url
        with Database(url) as database, database.unit_of_work() as unit:
            (self.hall,) = unit.halls.all()
            (self.published,) = unit.publications.periods(self.hall.id)
            people = unit.staff.of_hall(self.hall.id).employees[:VOTERS]
        self.people = {each.name: each.id for each in people}
        self.now = day_interval(self.published.first, self.hall.zone, NOON_MINUTE).start - 7 * DAY_SECONDS

    def fill(self) -> None:
        """Open accounts and a round with bids, put a later week to the vote, and ask for leave and exchanges."""
        self._do("accounts", "add", TRUSTEE, "--role", "payroll", "--manager", DEMO.name, pins=(DEMO.pin, PIN, PIN))
        for name, employee in self.people.items():
            staff = ("--role", "staff", "--employee", employee, "--manager", DEMO.name)
            self._do("accounts", "add", name, *staff, pins=(DEMO.pin, PIN, PIN))
        first = self.published.last + timedelta(days=1)
        self._vote(Period.of_weeks(first, 1), voters=VOTERS)
        self._pass_days(4)
        self._at_hall("vote", "close", "--trustee", TRUSTEE, pins=(PIN,))
        self._open("round", "open", "--until", self._in_days(4))
        for number, name in enumerate(self.people):
            wishes = (f"want:off:{first + timedelta(days=number % 5)}", ("want:early", "like:late")[number % 2])
            self._at_hall("round", "bid", "--as", name, *wishes, "avoid:any:fri", pins=(PIN,))
        self._propose()
        self._vote(Period.of_weeks(first + timedelta(days=7), 1), voters=2)
        self._ask_leave()
        self._exchange()

    def award(self) -> None:
        """Close the round and award it; somebody appeals."""
        self._pass_days(5)
        week = ("--from", str(self.published.last + timedelta(days=1)))
        self._at_hall("round", "close", *week, "--trustee", TRUSTEE, pins=(PIN,))
        self._at_hall("round", "award", *week, "--manager", DEMO.name, "--workers", "1", pins=(DEMO.pin,))

    def user(self) -> User:
        """The first of those who vote and bid."""
        with Database(self.url) as database, database.unit_of_work() as unit:
            return next(each for each in unit.users.all() if each.employee is not None)

    def _vote(self, period: Period, voters: int) -> None:
        terms = ("--from", str(period.first), "--weeks", "1", "--workers", "1", "--quorum", "2")
        told = self._open("vote", "open", *terms, "--until", self._in_days(3), "--json")
        (opened,) = json.loads(told.splitlines()[-1])["votes"]
        templates = [each["template"] for each in opened["paper"]["candidates"]]
        for number, name in enumerate(list(self.people)[:voters]):
            wanted, other = templates[number % len(templates)], templates[(number + 1) % len(templates)]
            answers = ("--want", wanted, "--cannot", other)
            self._at_hall("vote", "cast", "--as", name, *answers, "--from", str(period.first), pins=(PIN,))

    def _propose(self) -> None:
        one, two, *_ = self.people
        hours = ("--start", "10:00", "--end", "14:00", "--on", "mon,wed")
        self._at_hall("vote", "propose", "--as", one, *hours, pins=(PIN,))
        self._at_hall("vote", "comment", "1", "That would suit parents.", "--as", two, pins=(PIN,))

    def _ask_leave(self) -> None:
        by = self.user()
        assert by.employee is not None
        day = self.published.first + timedelta(days=15)
        spans = (
            (LeaveKind.ANNUAL, day_interval(day, self.hall.zone), "A wedding"),
            (LeaveKind.UNPAID, day_interval(day + timedelta(days=7), self.hall.zone), "Moving house"),
        )
        with Database(self.url) as database:
            for number, (kind, span, reason) in enumerate(spans, start=1):
                new = NewRequest(f"request-{number}", by.employee, kind, Interval(span.start, span.end), reason)
                ask(database.unit_of_work, self.hall.id, new, by, self.now)

    def _exchange(self) -> None:
        """A swap to which both have agreed waits for the manager; somebody else gives a shift away."""
        self._at_hall("terms", "set", "--manager", DEMO.name, "--manager-approves", pins=(DEMO.pin,))
        week = ("--from", str(self.published.first))
        one, two, three, *_ = self.people
        mine, theirs = self._lawful_swap(self.people[one], self.people[two])
        given = ("--give", mine, "--take", theirs, "--with", self.people[two])
        self._at_hall("swap", "propose", *week, "--as", one, *given, pins=(PIN,))
        self._at_hall("swap", "agree", *week, "--as", two, "1", pins=(PIN,))
        self._at_hall("swap", "offer", *week, "--as", three, "--give", self._first_shift(three), pins=(PIN,))

    def _first_shift(self, name: str) -> str:
        return shift_name(self._shifts(self.people[name])[0])

    def _shifts(self, employee: str) -> list[str]:
        with Database(self.url) as database, database.unit_of_work() as unit:
            roster = published_roster(unit, self.hall.id, self.published)
        return [each.shift.id for each in roster.publication.roster.assignments if each.employee == employee]

    def _lawful_swap(self, one: str, two: str) -> tuple[str, str]:
        with Database(self.url) as database, database.unit_of_work() as unit:
            roster = published_roster(unit, self.hall.id, self.published)
        for mine, theirs in product(self._shifts(one), self._shifts(two)):
            free = not roster.holds(one, theirs) and not roster.holds(two, mine)
            if free and not effect_of(roster, swap(Offer(one, mine), Offer(two, theirs)), _ignore).problems:
                return shift_name(mine), shift_name(theirs)
        raise RuntimeError(f"No two shifts of {one} and {two} may be swapped.")

    def _open(self, kind: str, *arguments: str) -> str:
        holders = ("--manager", DEMO.name, "--trustee", TRUSTEE)
        return self._at_hall(kind, *arguments, *holders, *LATE, pins=(DEMO.pin, PIN))

    def _at_hall(self, *arguments: str, pins: tuple[str, ...]) -> str:
        return self._do(*arguments, "--hall", self.hall.id, pins=pins)

    def _do(self, *arguments: str, pins: tuple[str, ...]) -> str:
        typed = "".join(f"{pin}\n" for pin in pins)
        with self.clock():
            result = CliRunner().invoke(command_line(WiredApplication()), [*arguments, "--url", self.url], input=typed)
        if result.exit_code:
            raise RuntimeError(f"shiftbid {' '.join(arguments)}: {result.output}")
        return result.stdout

    def _pass_days(self, days: int) -> None:
        self.now += days * DAY_SECONDS

    def _in_days(self, days: int) -> str:
        return local(self.now + days * DAY_SECONDS, self.hall.zone).strftime("%Y-%m-%dT%H:%M")

    @contextmanager
    def clock(self) -> Generator[None]:
        """Let the store and the desktop go by the copy's clock."""
        moved = SimpleNamespace(time=lambda: self.now)
        with (
            patch("shiftbid.storage.clock.seconds_now", moved.time),
            patch("shiftbid.bootstrap.desktop.time", moved),
            patch("shiftbid.bootstrap.desk_commands.time", moved),
        ):
            yield


def _ignore(_: Any) -> None:
    """Nobody watches the progress."""


@contextmanager
def lively_copy(published: Path) -> Generator[LivelyCopy]:
    """Copy a folder that `shiftbid demo` made, for as long as it is needed."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / DATABASE_FILE
        shutil.copyfile(published / DATABASE_FILE, file)
        yield LivelyCopy(sqlite_url(file))
