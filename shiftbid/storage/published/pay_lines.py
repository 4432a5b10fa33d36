"""The pay lines of a publication."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.storage.bulk import insert_all
from shiftbid.storage.tables.plans import PayLineRow


def save(connection: Connection, publication_id: int, pay_lines: Sequence[PayLine]) -> None:
    """Store the pay lines."""
    insert_all(
        connection,
        PayLineRow,
        [
            {
                "publication_id": publication_id,
                "position": position,
                "employee_id": line.employee,
                "day": line.day,
                "hall": line.hall,
                "pay_class": line.pay_class.value,
                "minutes": line.minutes,
                "rule": line.rule,
                "source": line.source,
                "cents": line.cents,
            }
            for position, line in enumerate(pay_lines)
        ],
    )


def load(connection: Connection, publication_id: int) -> tuple[PayLine, ...]:
    """Build the pay lines of a publication."""
    return tuple(
        PayLine(employee, day, hall, PayClass(pay_class), minutes, rule, source, cents)
        for employee, day, hall, pay_class, minutes, rule, source, cents in connection.execute(
            select(
                PayLineRow.employee_id,
                PayLineRow.day,
                PayLineRow.hall,
                PayLineRow.pay_class,
                PayLineRow.minutes,
                PayLineRow.rule,
                PayLineRow.source,
                PayLineRow.cents,
            )
            .where(PayLineRow.publication_id == publication_id)
            .order_by(PayLineRow.position)
        )
    )
