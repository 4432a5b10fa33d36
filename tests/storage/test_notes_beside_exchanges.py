"""Readings are put on record in a thread of their own: what people do meanwhile is neither refused nor lost."""

from __future__ import annotations

import threading
from collections.abc import Generator
from itertools import count

import pytest

from shiftbid.domain.case import CaseState
from shiftbid.domain.data_reading import DataKind, Reader, ReaderRole
from shiftbid.domain.errors import ShiftbidError
from shiftbid.services.case_port import Seat
from shiftbid.services.exchanges import agree, propose_swap
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.progress import unheard
from shiftbid.services.reading_record import Sight, about, record_sight
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from tests.storage.at_once import Clock
from tests.storage.exchange_roster import ANA, BEFORE, BO, NAME, NORTH, PEOPLE, WEEK, ZONE, shift, store_week

SWAPS = 2
PATIENCE_SECONDS = 60.0


@pytest.fixture
def database(url: str) -> Generator[Database]:
    with Database(url, Clock(BEFORE)) as opened:
        with opened.unit_of_work() as unit:
            store_week(unit)
            unit.commit()
        yield opened


class Readers:
    """New readers, one after the other as fast as they come, each put on record."""

    def __init__(self, units: UnitOfWorkFactory) -> None:
        self._units = units
        self._enough = threading.Event()
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._read)
        self.noted = 0
        self.refusals: list[ShiftbidError] = []

    def __enter__(self) -> Readers:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._enough.set()
        self._thread.join()

    def wait_for_another(self) -> None:
        """Wait until one more reading is on record: who swaps may hold the database most of the time."""
        with self._news:
            noted = self.noted
            assert self._news.wait_for(lambda: self.noted > noted, PATIENCE_SECONDS)

    def _read(self) -> None:
        for number in count():
            if self._enough.is_set():
                return
            reader = Reader(f"reader-{number}", ReaderRole.COMMAND_LINE)
            try:
                record_sight(self._units, Sight(reader, ZONE, about(PEOPLE, DataKind.SCHEDULE, DataKind.TOIL)))
                with self._news:
                    self.noted += 1
                    self._news.notify()
            except ShiftbidError as error:
                self.refusals.append(error)


def test_swaps_are_carried_out_while_readings_are_noted(database: Database, url: str) -> None:
    own, other = shift("early", 0), shift("late", 0)
    with Database(url, Clock(BEFORE)) as beside, Readers(beside.unit_of_work) as readers:
        for _ in range(SWAPS):
            case = propose_swap(database.unit_of_work, NAME, ANA, own, Seat(other, "bo"), unheard)
            assert agree(database.unit_of_work, case.id, BO, unheard).state is CaseState.DONE
            own, other = other, own
            readers.wait_for_another()
    assert readers.refusals == []
    with database.unit_of_work() as unit:
        assert unit.publications.version(NORTH.id, WEEK) == 1 + SWAPS
    assert check(url) == []
