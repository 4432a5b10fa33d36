"""The public record of an election, as docs/formats/records.md describes ``election.json``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shiftbid.verifier.json_nodes import JsonNode

FORMAT = "shiftbid-election-1"


@dataclass(frozen=True, slots=True)
class MenuUse:
    """Heads on a template on a day, in the cover that proves a menu."""

    day: date
    template: str
    heads: float


@dataclass(frozen=True, slots=True)
class MenuRecord:
    """A menu put to the vote; missing and surplus in head half-hours."""

    id: str
    templates: tuple[str, ...]
    missing_half_hours: float
    surplus_half_hours: float
    paid_minutes: float
    objective: float | None
    bound: float | None
    use: tuple[MenuUse, ...]


@dataclass(frozen=True, slots=True)
class BallotRecord:
    """One ballot under its random id."""

    id: str
    approved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ElectionRecord:
    """The election of one hall."""

    hall: str
    first: date
    last: date
    method: str
    seed: str
    tolerance_half_hours: float
    menus: tuple[MenuRecord, ...]
    ballots: tuple[BallotRecord, ...]
    tally: Mapping[str, float]
    adopted: str


def elections_of(record: JsonNode) -> tuple[ElectionRecord, ...]:
    """Read every election of ``election.json``; what is missing or misshapen is noted in the record's problems."""
    return tuple(_election(each) for each in record.items("elections"))


def _election(node: JsonNode) -> ElectionRecord:
    period = node.node("period")
    return ElectionRecord(
        hall=node.text("hall"),
        first=period.day("first"),
        last=period.day("last"),
        method=node.text("method"),
        seed=node.text("seed"),
        tolerance_half_hours=node.number("tolerance_half_hours"),
        menus=tuple(_menu(each) for each in node.items("menus")),
        ballots=tuple(BallotRecord(each.text("id"), each.texts("approved")) for each in node.items("ballots")),
        tally={each.text("menu"): each.number("approvals") for each in node.items("tally")},
        adopted=node.text("adopted"),
    )


def _menu(node: JsonNode) -> MenuRecord:
    return MenuRecord(
        id=node.text("id"),
        templates=node.texts("templates"),
        missing_half_hours=node.number("missing_half_hours"),
        surplus_half_hours=node.number("surplus_half_hours"),
        paid_minutes=node.number("paid_minutes"),
        objective=node.number_or_none("objective"),
        bound=node.number_or_none("bound"),
        use=tuple(MenuUse(each.day("date"), each.text("template"), each.number("heads")) for each in node.items("use")),
    )
