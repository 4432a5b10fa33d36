"""The pay desk on a stored network."""

from __future__ import annotations

import time

from shiftbid.bootstrap.reading_notes import note_reading
from shiftbid.domain.data_reading import DataKind
from shiftbid.domain.pay_run import PayRun, Reopening
from shiftbid.domain.timeline import Period
from shiftbid.services.pay_close import PayPreview, close_pay, preview_pay, reopen_pay
from shiftbid.services.reading_record import about
from shiftbid.storage.database import Database


class StoredPayDesk:
    """`shiftbid.services.pay_close.PayDesk` on the database of a URL."""

    def __init__(self, url: str) -> None:
        self._url = url

    def preview(self, hall: str, period: Period) -> PayPreview:
        """What closing the period would pay, and change."""
        with Database(self._url) as database:
            with database.unit_of_work() as unit:
                preview = preview_pay(unit, hall, period)
                zone = next(each.zone for each in unit.halls.all() if each.id == hall)
            people = {each.employee for each in preview.lines}
            note_reading(database.unit_of_work, None, zone, about(people, DataKind.PAY))
        return preview

    def close(self, hall: str, period: Period, by: str) -> PayRun:
        """Lock the period's pay."""
        with Database(self._url) as database:
            return close_pay(database.unit_of_work, hall, period, by, int(time.time()))

    def reopen(self, hall: str, period: Period, by: str, reason: str) -> PayRun:
        """Open a locked period again."""
        with Database(self._url) as database:
            return reopen_pay(database.unit_of_work, hall, period, Reopening(int(time.time()), by, reason))
