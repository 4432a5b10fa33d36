"""Orders of the roster page, done on a database in the worker process."""

from __future__ import annotations

import time

from shiftbid.domain.account import User
from shiftbid.domain.roster import Roster
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publish_edit import publish_edit
from shiftbid.services.roster_orders import PublishEdit, RosterOrder, RosterVersions
from shiftbid.storage.database import Database


def do_roster_order(url: str, order: RosterOrder, by: User, listener: ProgressListener) -> object:
    """Do what the order says and give its answer."""
    match order:
        case PublishEdit():
            return _publish(url, order, by, listener)
        case RosterVersions():
            return _versions(url, order)


def _publish(url: str, order: PublishEdit, by: User, listener: ProgressListener) -> int:
    with Database(url) as database, database.unit_of_work() as unit:
        published = publish_edit(unit, order, by.name, int(time.time()), listener)
        unit.commit()
    return published.roster.version


def _versions(url: str, order: RosterVersions) -> tuple[Roster, ...]:
    with Database(url) as database, database.unit_of_work() as unit:
        latest = unit.publications.version(order.hall, order.period)
        found = (unit.publications.roster(order.hall, order.period, number) for number in range(1, latest + 1))
        return tuple(each for each in found if each is not None)
