"""Official notices of holidays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, delete, select

from shiftbid.domain.calendar import DayClass, NoticeDay
from shiftbid.storage.bulk import insert_all
from shiftbid.storage.tables.notices import NoticeDayRow
from shiftbid.storage.writing import take_turn_to_write

WHOLE_COUNTRY = ""


class SqlNoticeRepository:
    """`shiftbid.services.place_port.NoticeRepository` over SQL."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, country: str, subdivision: str | None, days: Sequence[NoticeDay]) -> None:
        """Put a notice in place of what was known of its years."""
        take_turn_to_write(self._connection)
        place = subdivision or WHOLE_COUNTRY
        for year in sorted({each.day.year for each in days}):
            of_year = delete(NoticeDayRow).where(
                NoticeDayRow.country == country,
                NoticeDayRow.subdivision == place,
                NoticeDayRow.day.between(date(year, 1, 1), date(year, 12, 31)),
            )
            self._connection.execute(of_year)
        insert_all(
            self._connection,
            NoticeDayRow,
            [
                {
                    "country": country,
                    "subdivision": place,
                    "day": each.day,
                    "day_class": each.day_class.value,
                    "name": each.name,
                }
                for each in days
            ],
        )

    def of_place(self, country: str, subdivision: str | None) -> tuple[NoticeDay, ...]:
        """Days of all notices that hold in a place, in order: a year of its own before one of the whole country."""
        own = self._days(country, subdivision) if subdivision else ()
        years = {each.day.year for each in own}
        common = (each for each in self._days(country, None) if each.day.year not in years)
        return tuple(sorted((*own, *common), key=lambda each: each.day))

    def _days(self, country: str, subdivision: str | None) -> tuple[NoticeDay, ...]:
        rows = self._connection.execute(
            select(NoticeDayRow.day, NoticeDayRow.day_class, NoticeDayRow.name).where(
                NoticeDayRow.country == country, NoticeDayRow.subdivision == (subdivision or WHOLE_COUNTRY)
            )
        )
        return tuple(NoticeDay(day, DayClass(day_class), name) for day, day_class, name in rows)
