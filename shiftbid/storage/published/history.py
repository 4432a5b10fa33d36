"""The counts that a forecast was made from, as pages of four weeks that publications share.

Years of hourly counts change little between two publications of a hall. They are cut where four-week blocks of UTC
time meet, and a page that is there already, by the hash of its rows, is referred to instead of stored again. The order
and content of the whole are kept exactly, whatever the order was.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from itertools import groupby

from sqlalchemy import Connection, insert, select

from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.timeline import DAYS_PER_WEEK, MINUTES_PER_DAY, Interval
from shiftbid.storage.bulk import RowValues, insert_all
from shiftbid.storage.mappers import span_columns
from shiftbid.storage.tables.calendars import PublishedHistoryRow
from shiftbid.storage.tables.footfall import FootfallPageCountRow, FootfallPageRow

PAGE_SECONDS = 4 * DAYS_PER_WEEK * MINUTES_PER_DAY * 60


def save(connection: Connection, publication_id: int, hall: str, history: Sequence[FootfallCount]) -> None:
    """Store the counts of a hall that are not on a page yet, and which pages make up the history, in order."""
    pages = select(FootfallPageRow.sha256, FootfallPageRow.id).where(FootfallPageRow.hall_id == hall)
    known = {row.sha256: row.id for row in connection.execute(pages)}
    new_rows: list[RowValues] = []
    page_ids: list[int] = []
    for _, block in groupby(history, key=lambda count: count.hour.start // PAGE_SECONDS):
        page = tuple(block)
        digest = page_hash(page)
        if digest not in known:
            statement = insert(FootfallPageRow).values(hall_id=hall, sha256=digest).returning(FootfallPageRow.id)
            known[digest] = connection.scalars(statement).one()
            new_rows += _page_rows(known[digest], page)
        page_ids.append(known[digest])
    insert_all(connection, FootfallPageCountRow, new_rows)
    insert_all(
        connection,
        PublishedHistoryRow,
        [
            {"publication_id": publication_id, "position": position, "page_id": page_id}
            for position, page_id in enumerate(page_ids)
        ],
    )


def load(connection: Connection, publication_id: int, hall: str) -> tuple[FootfallCount, ...]:
    """Build the history of a publication."""
    # Years of hours are read whenever a plan is shown: all rows at once, and one span for all classes of an hour.
    rows = connection.execute(
        select(
            FootfallPageCountRow.starts_at,
            FootfallPageCountRow.ends_at,
            FootfallPageCountRow.customer_class,
            FootfallPageCountRow.customers,
        )
        .join(PublishedHistoryRow, PublishedHistoryRow.page_id == FootfallPageCountRow.page_id)
        .where(PublishedHistoryRow.publication_id == publication_id)
        .order_by(PublishedHistoryRow.position, FootfallPageCountRow.position)
    ).all()
    spans = {(starts_at, ends_at): Interval(starts_at, ends_at) for starts_at, ends_at, _, _ in rows}
    return tuple(
        FootfallCount(hall, spans[starts_at, ends_at], customer_class, customers)
        for starts_at, ends_at, customer_class, customers in rows
    )


def page_hash(counts: Sequence[FootfallCount]) -> str:
    """SHA-256 over the counts of a page, one line each."""
    lines = (
        f"{count.hour.start} {count.hour.end} {count.customer_class} "
        f"{'-' if count.count is None else float(count.count).hex()}\n"
        for count in counts
    )
    return sha256("".join(lines).encode("utf-8")).hexdigest()


def _page_rows(page_id: int, counts: Sequence[FootfallCount]) -> list[RowValues]:
    return [
        {
            "page_id": page_id,
            "position": position,
            **span_columns(count.hour),
            "customer_class": count.customer_class,
            "customers": count.count,
        }
        for position, count in enumerate(counts)
    ]
