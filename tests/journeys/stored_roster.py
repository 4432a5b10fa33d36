"""A published roster in a database without planning one: what journeys in a real window start from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from shiftbid.bootstrap.demo_account import add_demo_account
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.services.ports import StaffList
from shiftbid.services.publication import HallPublication
from shiftbid.services.publishing import publish_hall
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init
from tests.gui.fake_hall import CALENDAR, fake_publication

SETTINGS = {"pack": "HOUSE", "credit": "Made up"}


def store_roster(folder: Path) -> tuple[str, HallPublication]:
    """Publish one made-up week of twelve people; gives the database's URL and what was published."""
    url = sqlite_url(folder / "hall.sqlite")
    init(url)
    published = replace(fake_publication(weeks=1, people=12), findings=())
    with Database(url) as database:
        add_demo_account(database.unit_of_work)
        with database.unit_of_work() as unit:
            unit.halls.add(published.hall)
            unit.staff.replace(published.hall.id, StaffList(published.employees, published.leave))
            publish_hall(unit, published, CALENDAR, SETTINGS)
            unit.commit()
    return url, published
