"""Who read whose data, on both databases: once a day, kept for a year, and never in the way of reading."""

from __future__ import annotations

import logging
from collections.abc import Generator
from datetime import date

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from shiftbid.bootstrap.desktop import StoredDesktop
from shiftbid.bootstrap.reading_notes import note_reading
from shiftbid.domain.account import Role, User
from shiftbid.domain.data_reading import DataKind, PersonalData, Reader, ReaderRole
from shiftbid.domain.errors import InputError
from shiftbid.services.desk_reading import desk_view, own_view
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.reading_record import (
    DayReading,
    Sight,
    about,
    reader_of,
    readers_of,
    record_sight,
    sight_of,
)
from shiftbid.storage.database import Database
from tests.storage.at_once import Clock, at_once
from tests.storage.example_publications import CALENDAR, HALL, PERIOD, SETTINGS, STAFF, ZONE, small_publication

NOON = 1_780_000_000
DAY_SECONDS = 24 * 3600
MERE = User("mere", "Mere", Role.MANAGER, None, "p")
RUA = User("rua", "Rua", Role.MANAGER, "e2", "p")
ANN = User("ann", "Ann", Role.STAFF, "e1", "p")
CLERK = User("tama", "Tama", Role.PAYROLL, None, "p")
OF_THE_PLAN = {DataKind.STAFF_LIST, DataKind.SCHEDULE, DataKind.TIME_OFF, DataKind.TOIL}


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON)


@pytest.fixture
def units(url: str, clock: Clock) -> Generator[UnitOfWorkFactory]:
    with Database(url, clock) as database:
        with database.unit_of_work() as unit:
            unit.halls.add(HALL)
            unit.staff.replace(HALL.id, STAFF)
            for user in (MERE, RUA, ANN, CLERK):
                unit.users.add(user)
            unit.publications.publish(small_publication(), CALENDAR, SETTINGS)
            unit.commit()
        yield database.unit_of_work


def sight(reader: User, *kinds: DataKind, employees: tuple[str, ...] = ("e1", "e2")) -> Sight:
    return Sight(reader_of(reader), ZONE, about(employees, *kinds))


def readers(units: UnitOfWorkFactory, employee: str = "e1", on: date = date(2026, 5, 29)) -> tuple[DayReading, ...]:
    with units() as unit:
        return readers_of(unit, employee, on, ZONE)


def test_each_kind_is_kept_once_a_reader_person_and_day(units: UnitOfWorkFactory, clock: Clock) -> None:
    assert len(record_sight(units, sight(MERE, DataKind.SCHEDULE))) == 2
    clock.now += 60
    assert record_sight(units, sight(MERE, DataKind.SCHEDULE)) == frozenset()
    assert record_sight(units, sight(MERE, DataKind.SCHEDULE, DataKind.PAY, employees=("e1",))) == {
        PersonalData("e1", DataKind.PAY)
    }
    record_sight(units, sight(CLERK, DataKind.PAY_FILE, employees=("e1",)))
    clock.now += DAY_SECONDS
    record_sight(units, sight(MERE, DataKind.TOIL))
    assert readers(units) == (
        DayReading("Mere", ReaderRole.MANAGER, NOON + 60 + DAY_SECONDS, (DataKind.TOIL,)),
        DayReading("Tama", ReaderRole.PAYROLL, NOON + 60, (DataKind.PAY_FILE,)),
        DayReading("Mere", ReaderRole.MANAGER, NOON, (DataKind.SCHEDULE, DataKind.PAY)),
    )
    assert [each.kinds for each in readers(units, "e2")] == [(DataKind.TOIL,), (DataKind.SCHEDULE,)]


def test_old_readings_are_removed_when_new_ones_come(units: UnitOfWorkFactory, clock: Clock) -> None:
    record_sight(units, sight(MERE, DataKind.PAY))
    clock.now += 10 * DAY_SECONDS
    record_sight(units, sight(MERE, DataKind.TOIL), kept_days=10)
    assert [each.kinds for each in readers(units)] == [(DataKind.TOIL,), (DataKind.PAY,)]
    clock.now += DAY_SECONDS
    record_sight(units, sight(CLERK, DataKind.PAY), kept_days=10)
    assert [each.name for each in readers(units)] == ["Tama", "Mere"]
    clock.now += 400 * DAY_SECONDS
    assert readers(units, on=date(2027, 7, 15)) == (), "what is too old is not shown, even before it is removed"


def test_a_command_is_read_by_whoever_is_signed_in_at_the_computer(
    units: UnitOfWorkFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "mere")
    note_reading(units, None, ZONE, about(["e1"], DataKind.TOIL))
    note_reading(units, Reader("gone", ReaderRole.PAYROLL), ZONE, about(["e1"], DataKind.PAY))
    told = {(each.name, each.role) for each in readers(units)}
    assert told == {("mere", ReaderRole.COMMAND_LINE), ("gone", ReaderRole.PAYROLL)}, "no account's name is borrowed"


def test_of_many_who_read_at_once_each_row_is_kept_once(units: UnitOfWorkFactory) -> None:
    wanted = sight(MERE, *DataKind)
    assert not [each for each in at_once([lambda: record_sight(units, wanted)] * 4) if isinstance(each, Exception)]
    assert [each.kinds for each in readers(units)] == [tuple(DataKind)]


def test_somebody_unknown_has_no_data_to_read(units: UnitOfWorkFactory) -> None:
    with pytest.raises(InputError):
        record_sight(units, sight(MERE, DataKind.PAY, employees=("nobody",)))


def test_a_window_that_shows_a_plan_is_on_record_and_ones_own_data_is_not(
    url: str, units: UnitOfWorkFactory, clock: Clock
) -> None:
    with StoredDesktop(url) as desktop:
        for user in (MERE, RUA, CLERK, ANN):
            desktop.view(user, HALL.id, PERIOD)
    with units() as unit:
        assert sight_of(ANN, desk_view(unit, ANN, HALL.id, PERIOD, NOON)) is None
        told = {each.name: set(each.kinds) for each in own_view(unit, "rua", "e2", NOON).readers}
        assert all(each >= OF_THE_PLAN for each in told.values())
        assert set(told) == {"Mere", "Tama"}, "what Rua sees of her own plan is no reading of another's"
        assert {each.name for each in own_view(unit, "ann", "e1", NOON).readers} == {"Mere", "Rua", "Tama"}


@pytest.fixture
def read_only(units: UnitOfWorkFactory, backend: str) -> Generator[UnitOfWorkFactory]:
    """The same units of work on connections that may only read."""

    def forbid(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute(
            "PRAGMA query_only=ON" if backend == "sqlite" else "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"
        )
        cursor.close()
        connection.commit()

    event.listen(Engine, "connect", forbid)
    yield units
    event.remove(Engine, "connect", forbid)


def test_a_database_that_may_only_be_read_is_read_all_the_same(
    read_only: UnitOfWorkFactory, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING), StoredDesktop(url) as desktop:
        assert desktop.view(MERE, HALL.id, PERIOD).plan is not None
    assert "Who read what was not put on record" in caplog.text
    caplog.clear()
    with Database(url) as database:
        note_reading(database.unit_of_work, None, ZONE, about(["e1"], DataKind.PAY))
        assert readers(database.unit_of_work) == ()
    assert "Who read what was not put on record" in caplog.text
