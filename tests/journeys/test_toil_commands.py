"""``shiftbid toil``: statements, expiry and the end of employment on a database."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.cli.app import command_line
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.domain.timeline import format_instant
from shiftbid.domain.toil import Lot, LotKind
from shiftbid.payroll.toil_editions import open_lot
from shiftbid.payroll.toil_ledger import ToilLedger
from shiftbid.payroll.toil_taking import Taking, use
from shiftbid.services.ports import StaffList
from shiftbid.services.toil_return import house_policy
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init

ZONE = "Asia/Shanghai"
FIRST, LAST = date(2026, 5, 1), date(2026, 6, 30)
FORFEIT = '[terms.rest_day_work]\nat_expiry = "forfeit"\n'


def employee(name: str) -> Employee:
    system = HoursSystem.STANDARD
    return Employee(
        name, f"N {name}", "west", 2400, system, frozenset({"counter"}), date(1990, 1, 1), date(2020, 1, 1), 3000
    )


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = sqlite_url(tmp_path / "shiftbid.sqlite")
    init(url)
    readings = iter(range(1000, 2000, 100))
    hall = Hall("west", "West", ZONE, "CN", None, OpeningHours.parse("09:00-19:00"), Promise(), 6.0, 5)
    with Database(url, lambda _: next(readings)) as database:
        with database.unit_of_work() as unit:
            unit.halls.add(hall)
            unit.staff.replace("west", StaffList(employees=(employee("e1"), employee("e2"))))
            unit.commit()
        ledger, policy = ToilLedger("e1"), house_policy(FIRST)
        for kind, minutes in ((LotKind.REST_DAY_WORK, 480), (LotKind.HOUSE_BONUS, 60)):
            with database.unit_of_work() as unit:
                opened = open_lot(ledger, Lot(kind.value, "e1", kind, minutes, LAST), FIRST, policy)
                ledger.post(opened)
                unit.journal.append(opened.lots, opened.entries)
                unit.commit()
        with database.unit_of_work() as unit:
            taken = use(ledger, Taking("U1", 90, date(2026, 5, 6), "dentist"), policy)
            unit.journal.append(taken.lots, taken.entries)
            unit.commit()
    return url


def run(url: str, *arguments: str) -> Result:
    return CliRunner().invoke(command_line(WiredApplication()), ["toil", *arguments, "--url", url])


def test_a_statement_tells_every_entry_and_what_is_left(url: str) -> None:
    result = run(url, "statement", "e1", "--on", "2026-05-31")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Time off in lieu of N e1 on 2026-05-31\nBalance 7 h 30: 7 h 30 to take")
    assert "7 h 30 of rest-day work, until 2026-06-30" in result.stdout
    assert "2026-05-06   -1 h 30    7 h 30  taken: dentist" in result.stdout


def test_a_statement_of_a_past_day_and_of_a_past_moment(url: str) -> None:
    before = json.loads(run(url, "statement", "e1", "--on", "2026-05-05", "--json").stdout)
    assert (before["balance_minutes"], before["hall"], len(before["rows"])) == (540, "west", 2)
    known = format_instant(1000, "UTC")
    early = json.loads(run(url, "statement", "e1", "--on", "2026-05-31", "--known-at", known, "--json").stdout)
    assert [row["entry"] for row in early["rows"]] == []
    late = json.loads(run(url, "statement", "e1", "--known-at", format_instant(1260, "UTC"), "--json").stdout)
    assert late["balance_minutes"] == 450
    wrong = run(url, "statement", "e1", "--known-at", "yesterday")
    assert wrong.exit_code == 2
    assert "--known-at: 'yesterday' is not an ISO 8601 time" in wrong.stderr


def test_what_expires_is_paid_or_extended_once(url: str) -> None:
    assert run(url, "expire", "--hall", "west", "--on", "2026-06-30").stdout == "Nothing ends on 2026-06-30.\n"
    ended = run(url, "expire", "--hall", "west", "--on", "2026-07-01")
    assert ended.stdout == "N e1 (e1): 450 minutes to be paid\n"
    assert json.loads(run(url, "expire", "--hall", "west", "--on", "2026-07-01", "--json").stdout)["ended"] == []
    assert json.loads(run(url, "statement", "e1", "--on", "2026-07-01", "--json").stdout)["balance_minutes"] == 0


def test_a_policy_that_the_law_forbids_is_refused_with_its_article(url: str, tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(FORFEIT, encoding="utf-8")
    result = run(url, "expire", "--hall", "west", "--on", "2026-07-01", "--policy", str(file))
    assert result.exit_code == 2
    assert "the minutes cannot be lost" in result.stderr
    assert "Labour Law art. 44(2)" in result.stderr
    file.write_text('law = "HOUSE"\n' + FORFEIT, encoding="utf-8")
    elsewhere = run(url, "expire", "--hall", "west", "--on", "2026-07-01", "--policy", str(file))
    assert elsewhere.exit_code == 2
    assert "law 'HOUSE' is not one of CN, where hall west is: CN" in elsewhere.stderr
    file.write_text('[terms.rest_day_work]\nvalid_months = 3\nat_expiry = "extend"\n', encoding="utf-8")
    allowed = run(url, "expire", "--hall", "west", "--on", "2026-07-01", "--policy", str(file), "--json")
    assert json.loads(allowed.stdout)["ended"] == [{"employee": "e1", "extend_minutes": 450}]


def test_the_end_of_employment_pays_what_is_owed(url: str) -> None:
    assert run(url, "leaving", "e1", "--on", "2026-05-31").stdout == "N e1 (e1): 450 minutes to be paid\n"
    assert run(url, "leaving", "e1", "--on", "2026-05-31").stdout == "Nothing ends on 2026-05-31.\n"
    assert run(url, "leaving", "e2", "--on", "2026-05-31").stdout == "Nothing ends on 2026-05-31.\n"


def test_unknown_people_and_halls_are_named(url: str) -> None:
    for arguments, message in (
        (("statement", "e9"), "'e9' is on no staff list"),
        (("leaving", "e9", "--on", "2026-05-31"), "'e9' is on no staff list"),
        (("expire", "--hall", "east", "--on", "2026-05-31"), "there is no hall 'east'; known: west"),
    ):
        result = run(url, *arguments)
        assert result.exit_code == 2
        assert message in result.stderr
