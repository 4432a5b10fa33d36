"""Halls near enough to lend people, and what they have published."""

from __future__ import annotations

from shiftbid.domain.hall import Hall
from shiftbid.domain.timeline import Period
from shiftbid.services.ports import UnitOfWork
from shiftbid.services.published_plan import PublishedSpan, published_plan

MOST_NEIGHBOURS = 12
"""Most halls that one question reads: of a network of 150, reading all would take a minute."""


def are_neighbours(one: Hall, other: Hall) -> bool:
    """Whether two halls stand in one country and zone; where they are is known no closer."""
    return one.id != other.id and (one.country, one.zone) == (other.country, other.zone)


def neighbour_spans(unit: UnitOfWork, hall: Hall, period: Period) -> tuple[PublishedSpan, ...]:
    """What the first few neighbours of a hall, in reading order, have published for a period."""
    found: list[PublishedSpan] = []
    for other in unit.halls.all():
        if are_neighbours(hall, other) and period in unit.publications.periods(other.id):
            found += published_plan(unit, other.id, period).spans
        if len({each.publication.hall.id for each in found}) == MOST_NEIGHBOURS:
            break
    return tuple(found)
