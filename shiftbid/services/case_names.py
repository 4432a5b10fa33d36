"""Rosters and cases as people write them."""

from __future__ import annotations

from shiftbid.domain.case import Case, CaseKind
from shiftbid.domain.errors import InputError
from shiftbid.services.bid_round import known_hall
from shiftbid.services.exchange_steps import RosterName
from shiftbid.services.ports import UnitOfWork


def roster_named(unit: UnitOfWork, hall: str, first_day: str | None) -> RosterName:
    """The latest published roster of a hall, or that of the period that begins on a day; InputError for none."""
    known_hall(unit, hall)
    periods = [each for each in unit.publications.periods(hall) if first_day in (None, each.first.isoformat())]
    if not periods:
        when = f" for a period from {first_day}" if first_day else ""
        raise InputError("hall", [f"{hall!r} has no published roster{when}; publish one first"])
    return RosterName(hall, periods[-1])


def case_id(name: RosterName, kind: CaseKind, number: int) -> str:
    """Id of the case of a kind and number about a roster."""
    return Case(kind, name.hall, name.period, number, "", 0, "").id
