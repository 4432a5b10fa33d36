"""The calendar under which a publication was planned; its weekly rest days stand in the publication's own row."""

from __future__ import annotations

from sqlalchemy import Connection, select

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.storage.bulk import insert_all
from shiftbid.storage.mappers import weekdays_of
from shiftbid.storage.tables.calendars import CalendarDayRow, CalendarProjectedYearRow
from shiftbid.storage.tables.publications import PublicationRow


def save(connection: Connection, publication_id: int, calendar: Calendar) -> None:
    """Store the days that the weekday does not settle, their names, and the projected years."""
    insert_all(
        connection,
        CalendarDayRow,
        [
            {
                "publication_id": publication_id,
                "day": day,
                "day_class": calendar.special[day].value if day in calendar.special else None,
                "name": calendar.names.get(day),
            }
            for day in sorted({*calendar.special, *calendar.names})
        ],
    )
    insert_all(
        connection,
        CalendarProjectedYearRow,
        [{"publication_id": publication_id, "year": year} for year in sorted(calendar.projected_years)],
    )


def load(connection: Connection, publication_id: int) -> Calendar:
    """Build the calendar of a publication."""
    days = connection.execute(
        select(CalendarDayRow.day, CalendarDayRow.day_class, CalendarDayRow.name)
        .where(CalendarDayRow.publication_id == publication_id)
        .order_by(CalendarDayRow.day)
    ).all()
    years = connection.scalars(
        select(CalendarProjectedYearRow.year).where(CalendarProjectedYearRow.publication_id == publication_id)
    )
    rest_days = connection.scalars(
        select(PublicationRow.weekly_rest_days).where(PublicationRow.id == publication_id)
    ).one()
    return Calendar(
        special={day: DayClass(day_class) for day, day_class, _ in days if day_class is not None},
        names={day: name for day, _, name in days if name is not None},
        weekly_rest_days=weekdays_of(rest_days),
        projected_years=frozenset(years),
    )
