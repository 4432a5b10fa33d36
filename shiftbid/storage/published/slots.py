"""Forecast and demand of a publication."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from shiftbid.domain.demand import DemandSlot, FootfallSlot
from shiftbid.domain.timeline import Interval
from shiftbid.storage.bulk import insert_all
from shiftbid.storage.mappers import span_columns
from shiftbid.storage.tables.plans import DemandSlotRow, ForecastSlotRow


def save_forecast(connection: Connection, publication_id: int, forecast: Sequence[FootfallSlot]) -> None:
    """Store the forecast."""
    insert_all(
        connection,
        ForecastSlotRow,
        [
            {
                "publication_id": publication_id,
                "position": position,
                **span_columns(each.slot),
                "customer_class": each.customer_class,
                "mean": each.mean,
                "q10": each.q10,
                "q50": each.q50,
                "q90": each.q90,
            }
            for position, each in enumerate(forecast)
        ],
    )


def load_forecast(connection: Connection, publication_id: int, hall: str) -> tuple[FootfallSlot, ...]:
    """Build the forecast of a publication."""
    return tuple(
        FootfallSlot(hall, Interval(starts_at, ends_at), customer_class, mean, q10, q50, q90)
        for starts_at, ends_at, customer_class, mean, q10, q50, q90 in connection.execute(
            select(
                ForecastSlotRow.starts_at,
                ForecastSlotRow.ends_at,
                ForecastSlotRow.customer_class,
                ForecastSlotRow.mean,
                ForecastSlotRow.q10,
                ForecastSlotRow.q50,
                ForecastSlotRow.q90,
            )
            .where(ForecastSlotRow.publication_id == publication_id)
            .order_by(ForecastSlotRow.position)
        )
    )


def save_demand(connection: Connection, publication_id: int, demand: Sequence[DemandSlot]) -> None:
    """Store the demand."""
    insert_all(
        connection,
        DemandSlotRow,
        [
            {
                "publication_id": publication_id,
                "position": position,
                **span_columns(each.slot),
                "skill": each.skill,
                "heads": each.heads,
            }
            for position, each in enumerate(demand)
        ],
    )


def load_demand(connection: Connection, publication_id: int, hall: str) -> tuple[DemandSlot, ...]:
    """Build the demand of a publication."""
    return tuple(
        DemandSlot(hall, Interval(starts_at, ends_at), skill, heads)
        for starts_at, ends_at, skill, heads in connection.execute(
            select(DemandSlotRow.starts_at, DemandSlotRow.ends_at, DemandSlotRow.skill, DemandSlotRow.heads)
            .where(DemandSlotRow.publication_id == publication_id)
            .order_by(DemandSlotRow.position)
        )
    )
