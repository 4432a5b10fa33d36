"""Customers counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, select

from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import Interval, format_instant
from shiftbid.storage.bulk import insert_all
from shiftbid.storage.hall_details import load_details
from shiftbid.storage.mappers import span_columns
from shiftbid.storage.repositories.halls import lock_hall, present_details_id
from shiftbid.storage.tables.footfall import FootfallCountRow

PROBLEMS_SHOWN = 50


class SqlFootfallRepository:
    """`shiftbid.services.place_port.FootfallRepository` over SQL."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, counts: Sequence[FootfallCount]) -> None:
        """Add counts; InputError where an hour and class is given twice or known already, or a hall is unknown."""
        for hall in sorted({count.hall for count in counts}):
            self._append_to(hall, [count for count in counts if count.hall == hall])

    def of_hall(self, hall: str, span: Interval) -> tuple[FootfallCount, ...]:
        """Counts of the hours that start in `span`, in order of hour and class."""
        return tuple(
            FootfallCount(hall, Interval(starts_at, ends_at), customer_class, customers)
            for starts_at, ends_at, customer_class, customers in self._connection.execute(
                select(
                    FootfallCountRow.starts_at,
                    FootfallCountRow.ends_at,
                    FootfallCountRow.customer_class,
                    FootfallCountRow.customers,
                )
                .where(
                    FootfallCountRow.hall_id == hall,
                    FootfallCountRow.starts_at >= span.start,
                    FootfallCountRow.starts_at < span.end,
                )
                .order_by(FootfallCountRow.starts_at, FootfallCountRow.customer_class)
            )
        )

    def _append_to(self, hall: str, counts: Sequence[FootfallCount]) -> None:
        lock_hall(self._connection, hall)
        self._refuse_duplicates(hall, counts)
        insert_all(
            self._connection,
            FootfallCountRow,
            [
                {
                    "hall_id": hall,
                    **span_columns(count.hour),
                    "customer_class": count.customer_class,
                    "customers": count.count,
                }
                for count in counts
            ],
        )

    def _refuse_duplicates(self, hall: str, counts: Sequence[FootfallCount]) -> None:
        given = Counter((count.hour.start, count.customer_class) for count in counts)
        span = Interval(min(given)[0], max(given)[0] + 1)
        known = {(count.hour.start, count.customer_class) for count in self.of_hall(hall, span)}
        doubled = sorted(key for key, times in given.items() if times > 1 or key in known)
        if not doubled:
            return
        zone = load_details(self._connection, present_details_id(self._connection, hall)).zone
        problems = [
            f"{format_instant(starts_at, zone)}, class {customer_class}: "
            + ("counted already" if (starts_at, customer_class) in known else "given twice")
            for starts_at, customer_class in doubled[:PROBLEMS_SHOWN]
        ]
        if len(doubled) > PROBLEMS_SHOWN:
            problems.append(f"and {len(doubled) - PROBLEMS_SHOWN} more hours")
        raise InputError(f"footfall of hall {hall}", problems)
