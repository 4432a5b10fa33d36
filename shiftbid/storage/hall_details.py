"""Details of halls: stored as they stood together, so that a publication keeps those it was made with."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from shiftbid.domain.desk import Desk
from shiftbid.domain.hall import WEEKDAYS, Duties, Hall, OpeningHours
from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.storage.bulk import insert_all
from shiftbid.storage.tables.halls import HallClosedDayRow, HallDeskRow, HallDetailsRow, HallOpeningRow
from shiftbid.storage.tables.publications import PublicationRow


def save_details(connection: Connection, hall: Hall) -> int:
    """Store the details of a hall and give their row number."""
    statement = (
        insert(HallDetailsRow)
        .values(
            hall_id=hall.id,
            name=hall.name,
            zone=hall.zone,
            country=hall.country,
            subdivision=hall.subdivision,
            promise_kind=hall.promise.kind.value,
            promise_level=hall.promise.level,
            vip_busy_minutes=hall.promise.vip_busy_minutes,
            regular_busy_minutes=hall.promise.regular_busy_minutes,
            quiet_minutes=hall.promise.quiet_minutes,
            service_minutes=hall.service_minutes,
            counters=hall.counters,
            minimum_heads=hall.minimum_heads,
            opening_duty_minutes=hall.duties.opening_minutes,
            closing_duty_minutes=hall.duties.closing_minutes,
            duty_heads=hall.duties.heads,
            vip_service_minutes=hall.vip_service_minutes,
        )
        .returning(HallDetailsRow.id)
    )
    details_id = connection.scalars(statement).one()
    insert_all(
        connection,
        HallOpeningRow,
        [
            {"details_id": details_id, "weekday": weekday, "opens_minute": span[0], "closes_minute": span[1]}
            for weekday, span in enumerate(hall.opening.by_weekday)
            if span
        ],
    )
    insert_all(
        connection,
        HallClosedDayRow,
        [{"details_id": details_id, "day": day} for day in sorted(hall.opening.closed_days)],
    )
    insert_all(
        connection,
        HallDeskRow,
        [
            {
                "details_id": details_id,
                "position": position,
                "skill": desk.skill,
                "share": desk.share,
                "service_minutes": desk.service_minutes,
                "counters": desk.counters,
                "minimum_heads": desk.minimum_heads,
                "vip_service_minutes": desk.vip_service_minutes,
            }
            for position, desk in enumerate(hall.desks)
        ],
    )
    return details_id


def load_details(connection: Connection, details_id: int) -> Hall:
    """Build a hall from its stored details."""
    row = connection.execute(
        select(
            HallDetailsRow.hall_id,
            HallDetailsRow.name,
            HallDetailsRow.zone,
            HallDetailsRow.country,
            HallDetailsRow.subdivision,
            HallDetailsRow.promise_kind,
            HallDetailsRow.promise_level,
            HallDetailsRow.vip_busy_minutes,
            HallDetailsRow.regular_busy_minutes,
            HallDetailsRow.quiet_minutes,
            HallDetailsRow.service_minutes,
            HallDetailsRow.counters,
            HallDetailsRow.minimum_heads,
            HallDetailsRow.vip_service_minutes,
            HallDetailsRow.opening_duty_minutes,
            HallDetailsRow.closing_duty_minutes,
            HallDetailsRow.duty_heads,
        ).where(HallDetailsRow.id == details_id)
    ).one()
    hall, name, zone, country, subdivision, kind, level, vip, regular, quiet, *desk = row
    service, counters, minimum, vip_service, opening, closing, heads = desk
    return Hall(
        id=hall,
        name=name,
        zone=zone,
        country=country,
        subdivision=subdivision,
        opening=_load_opening(connection, details_id),
        promise=Promise(PromiseKind(kind), level, vip, regular, quiet),
        service_minutes=service,
        counters=counters,
        minimum_heads=minimum,
        duties=Duties(opening, closing, heads),
        desks=_load_desks(connection, details_id),
        vip_service_minutes=vip_service,
    )


def forget_details(connection: Connection, details_id: int) -> None:
    """Remove details that no publication was made with."""
    used = select(PublicationRow.id).where(PublicationRow.details_id == details_id).exists()
    connection.execute(delete(HallDetailsRow).where(HallDetailsRow.id == details_id, ~used))


def _load_desks(connection: Connection, details_id: int) -> tuple[Desk, ...]:
    return tuple(
        Desk(*row)
        for row in connection.execute(
            select(
                HallDeskRow.skill,
                HallDeskRow.share,
                HallDeskRow.service_minutes,
                HallDeskRow.counters,
                HallDeskRow.minimum_heads,
                HallDeskRow.vip_service_minutes,
            )
            .where(HallDeskRow.details_id == details_id)
            .order_by(HallDeskRow.position)
        )
    )


def _load_opening(connection: Connection, details_id: int) -> OpeningHours:
    spans = {
        weekday: (opens_minute, closes_minute)
        for weekday, opens_minute, closes_minute in connection.execute(
            select(HallOpeningRow.weekday, HallOpeningRow.opens_minute, HallOpeningRow.closes_minute).where(
                HallOpeningRow.details_id == details_id
            )
        )
    }
    closed_days = connection.scalars(select(HallClosedDayRow.day).where(HallClosedDayRow.details_id == details_id))
    return OpeningHours(tuple(spans.get(weekday) for weekday in range(len(WEEKDAYS))), frozenset(closed_days))
