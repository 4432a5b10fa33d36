"""A granted day off in lieu is kept free by the next roster, used in the journal, paid, and verified."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest

from shiftbid.bootstrap.places import sqlite_url
from shiftbid.domain.account import Role, User
from shiftbid.domain.staff import LeaveKind
from shiftbid.domain.timeline import Period
from shiftbid.exporters.folder import write_publication
from shiftbid.importers.wish_generator import GeneratedVoice
from shiftbid.services.planning import PlanningOrder, plan_and_publish
from shiftbid.services.sample_intake import store_sample
from shiftbid.services.secrets import seeded_secrets
from shiftbid.services.time_off_requests import NewRequest, ask, cancel, grant
from shiftbid.solver.work_limit import WorkLimit
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init
from shiftbid.verifier.verification import verify
from tests.journeys.small_sample import small_sample

pytestmark = pytest.mark.slow
MANAGER = User("m", "Mia", Role.MANAGER, None, "hash")


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_granted_day_is_free_used_paid_and_verified(tmp_path: Path) -> None:
    sample = small_sample()
    hall = sample.halls[0].hall
    lot = max(sample.halls[0].opening_lots, key=lambda each: each.minutes)
    contracts = {person.id: person.contract_minutes for person in sample.halls[0].employees}
    day = sample.period.first + timedelta(days=2)
    url = sqlite_url(tmp_path / "hall.sqlite")
    init(url)
    with Database(url) as database:
        units = database.unit_of_work
        store_sample(sample, units)
        now = sample.period.interval(sample.zone).start
        day_off = NewRequest("r1", lot.employee, LeaveKind.TOIL, Period(day, day).interval(sample.zone))
        ask(units, hall.id, day_off, MANAGER, now)
        grant(units, hall.id, "r1", MANAGER, now)
        order = PlanningOrder((hall.id,), sample.period, 7, WorkLimit())
        publication = plan_and_publish(
            order, units, GeneratedVoice(sample.halls, 7), seeded_secrets(7), lambda progress: None
        )
        cancel(units, hall.id, "r1", MANAGER, now)
    folder = tmp_path / "published"
    write_publication(publication, folder, {})
    assert not [row for row in rows(folder, "roster") if (row["employee"], row["date"]) == (lot.employee, str(day))]
    minutes = str(contracts[lot.employee] // 5)
    assert [
        row["minutes"]
        for row in rows(folder, "toil")
        if (row["employee"], row["effective"], row["kind"], row["account"]) == (lot.employee, str(day), "take", "used")
    ] == [minutes]
    assert [
        row["minutes"]
        for row in rows(folder, "payroll")
        if (row["employee"], row["date"], row["pay_class"]) == (lot.employee, str(day), "toil_taken")
    ] == [minutes]
    assert verify(folder).findings == ()
    assert check(url) == []
