"""What the database itself refuses, whoever asks."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from shiftbid.domain.account import Role, User
from shiftbid.domain.case import Case, CaseAct, CaseKind
from shiftbid.domain.data_reading import DataKind, PersonalData, Reader, ReaderRole
from shiftbid.domain.errors import BugError
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.poll import Poll, PollAct, PollKind
from shiftbid.domain.request import RequestAct, RequestStep, TimeOffRequest
from shiftbid.domain.staff import LeaveKind
from shiftbid.domain.timeline import Interval
from shiftbid.services.case_port import Seat
from shiftbid.services.ports import CHAIN_START, UnitOfWorkFactory
from shiftbid.storage.database import Database
from shiftbid.storage.engine import open_engine
from shiftbid.storage.tables import METADATA
from tests.storage.example_publications import (
    CALENDAR,
    HALL,
    LOT,
    OPENING,
    PERIOD,
    SETTINGS,
    TEMPLATE,
    small_publication,
    taking,
)
from tests.storage.raw_sql import query, run_sql
from tests.storage.test_pay_runs import REOPENING, RUN

CHANGEABLE = {
    "app_user",
    "case_seat",
    "data_reading",
    "employee",
    "footfall_count",
    "hall",
    "hall_closed_day",
    "hall_desk",
    "hall_details",
    "hall_opening",
    "hall_present",
    "notice_day",
    "poll_key",
    "sign_in_failure",
    "staff_consent",
    "staff_fact",
    "staff_leave",
    "staff_list",
    "staff_member",
    "staff_skill",
    "worked_break",
    "worked_shift",
}
"""Tables that hold what is so now; all others hold what happened."""
LAST_SECOND = 2**40
ASKED = RequestStep(RequestAct.ASK, "u1", 0, "moving house")


@pytest.fixture
def filled(staffed: UnitOfWorkFactory, url: str) -> str:
    with staffed() as unit:
        unit.publications.publish(small_publication(), CALENDAR, SETTINGS)
        unit.journal.append((LOT,), (OPENING, taking("use/1", 100)))
        unit.records.append("one", "a" * 64, CHAIN_START)
        unit.requests.add(TimeOffRequest("r1", "e1", LeaveKind.ANNUAL, Interval(0, 60), (ASKED,)))
        unit.pay_runs.close(RUN)
        unit.pay_runs.reopen(RUN, REOPENING)
        unit.users.add(User("m", "Mere", Role.MANAGER, None, "$"))
        poll = Poll(PollKind.VOTE, HALL.id, PERIOD, 1, "m", 0, LAST_SECOND, "m", "key", "{}")
        unit.polls.open(poll, "locked")
        unit.polls.add_standing("e1", "m", ())
        unit.polls.add_entry(poll.id, "e1", "m", "box")
        unit.polls.add_step(poll, PollAct.WITHDRAW, "m", "{}")
        case = Case(CaseKind.OFFER, HALL.id, PERIOD, 1, "m", 0, "{}")
        unit.cases.open(case, [Seat("s1", "e1")])
        unit.cases.add_step(case, CaseAct.WITHDRAW, "m", "{}")
        unit.agreements.set_terms(HALL.id, HallTerms(), "m")
        unit.agreements.consent("e1", "e2", "m")
        unit.jobs.add("j1", "{}")
        unit.jobs.end("j1", (), "no such hall")
        unit.proposals.add(HALL.id, "m", TEMPLATE)
        unit.proposals.comment(HALL.id, 1, "m", "why not")
        unit.commit()
    return url


def test_what_happened_is_neither_changed_nor_removed(filled: str, backend: str) -> None:
    for table in sorted(set(METADATA.tables) - CHANGEABLE):
        first = next(iter(METADATA.tables[table].columns))
        changes = [METADATA.tables[table].update().values({first: first}), METADATA.tables[table].delete()]
        for change in changes + ([text(f"TRUNCATE {table} CASCADE")] if backend == "postgresql" else []):
            with pytest.raises(DBAPIError, match="is append-only"):
                run_sql(filled, str(change))


def test_a_reading_is_never_changed(filled: str) -> None:
    with Database(filled) as database, database.unit_of_work() as unit:
        unit.readings.add(
            Reader("m", ReaderRole.MANAGER), PERIOD.first, 0, frozenset({PersonalData("e1", DataKind.PAY)})
        )
        unit.commit()
    with pytest.raises(DBAPIError, match="is append-only"):
        run_sql(filled, "UPDATE data_reading SET reader_id = 'somebody else'")


def test_our_own_code_changing_history_is_a_bug(filled: str) -> None:
    engine = open_engine(filled)
    with engine.connect() as connection, pytest.raises(BugError, match="record is append-only"):
        connection.execute(text("DELETE FROM record"))
    engine.dispose()


@pytest.mark.parametrize("backend", ["sqlite"])
def test_sqlite_does_not_replace_history_by_inserting(filled: str) -> None:
    engine = open_engine(filled)
    with engine.connect() as connection, pytest.raises(BugError, match="toil_lot is append-only"):
        connection.execute(text("INSERT OR REPLACE INTO toil_lot SELECT * FROM toil_lot"))
    engine.dispose()


def test_a_lot_is_not_overdrawn_by_hand(filled: str) -> None:
    with pytest.raises(IntegrityError, match="a TOIL lot would be overdrawn"):
        run_sql(
            filled,
            "INSERT INTO toil_posting (entry_id, position, account, lot_id, minutes) "
            "VALUES ('use/1', 7, 'bank', 'e1/opening', -21)",
        )


@pytest.mark.parametrize(("sequence", "previous"), [(1, "b" * 64), (2, None), (0, None)])
def test_a_record_is_not_put_beside_the_head_by_hand(filled: str, sequence: int, previous: str | None) -> None:
    head = query(filled, "SELECT hash FROM record")[0][0]
    row = {"sequence": sequence, "path": "two", "sha256": "c" * 64, "previous": previous or head, "hash": "d" * 64}
    statement = METADATA.tables["record"].insert().values(**row).compile(compile_kwargs={"literal_binds": True})
    with pytest.raises(IntegrityError):
        run_sql(filled, str(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO hall_present (hall_id, details_id) VALUES ('nowhere', 1)",
        "INSERT INTO footfall_count VALUES ('queen-st', 3600, 'vip', 3600, 1.0)",
        "INSERT INTO footfall_count VALUES ('queen-st', 3600, 'vip', 7200, -0.5)",
        "INSERT INTO toil_lot VALUES ('x', 'e1', 'gift', 60, '2027-01-01')",
        "INSERT INTO toil_lot VALUES ('x', 'e1', 'house_bonus', 0, '2027-01-01')",
        "INSERT INTO app_user VALUES ('u', 'U', 'u', 'owner', NULL, '$')",
        "INSERT INTO app_user VALUES ('u', 'U', 'u', 'staff', 'ghost', '$')",
        "INSERT INTO sign_in_failure VALUES ('u', 0, 1)",
        "INSERT INTO record VALUES (0, 'p', 'ABC', '0', '1')",
        "INSERT INTO poll_entry VALUES ('queen-st/2026-09-21/2026-10-18/vote/1', 'e1', 1, 'm', 0, 'after the end')",
        "UPDATE staff_leave SET ends_at = starts_at",
        "UPDATE staff_consent SET last_day = '2000-01-01'",
        "UPDATE staff_fact SET last_day = '2000-01-01'",
        "UPDATE staff_fact SET kind = 'mood'",
        "UPDATE hall_opening SET closes_minute = opens_minute",
        "DELETE FROM hall",
        "DELETE FROM staff_list",
    ],
)
def test_rows_that_make_no_sense_are_refused(filled: str, statement: str) -> None:
    with pytest.raises(IntegrityError):
        run_sql(filled, statement)
