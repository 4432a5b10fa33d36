"""Time off in lieu of a stored database (`shiftbid.services.toil_desk.ToilDesk`)."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from shiftbid.bootstrap.reading_notes import note_reading
from shiftbid.domain.data_reading import DataKind
from shiftbid.domain.timeline import local_day
from shiftbid.importers.toil_policy_file import read_toil_policy
from shiftbid.services.reading_record import about
from shiftbid.services.time_off_requests import take_begun
from shiftbid.services.toil_desk import (
    EndedMinutes,
    PersonStatement,
    end_of,
    expire_of_hall,
    person_of,
    statement_of,
)
from shiftbid.storage.database import Database


class StoredToilDesk:
    """Statements, expiry and the end of employment on a database."""

    def __init__(self, url: str) -> None:
        self._url = url

    def statement(self, employee: str, on: date | None, known_at: int | None) -> PersonStatement:
        """Statement of a person on a day, or today, as known at an instant, or now."""
        with Database(self._url) as database:
            with database.unit_of_work() as unit:
                hall, _ = person_of(unit, employee)
            on = on or local_day(int(time.time()), hall.zone)
            told = statement_of(database.unit_of_work, employee, on, known_at)
            note_reading(database.unit_of_work, None, hall.zone, about([employee], DataKind.TOIL))
        return told

    def expire(self, hall: str, on: date, policy: Path | None) -> Sequence[EndedMinutes]:
        """Take the days off that began before a day, and end the lots whose last day lies before it."""
        given = None if policy is None else read_toil_policy(policy)
        with Database(self._url) as database:
            # A day that began in time is taken from its lot before the lot ends.
            take_begun(database.unit_of_work, hall, on)
            return expire_of_hall(database.unit_of_work, hall, on, given)

    def end_employment(self, employee: str, on: date, policy: Path | None) -> Sequence[EndedMinutes]:
        """Close the balance of a person who leaves on a day."""
        given = None if policy is None else read_toil_policy(policy)
        with Database(self._url) as database:
            return end_of(database.unit_of_work, employee, on, given)
