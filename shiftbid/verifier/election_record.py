"""The public record of an election, as docs/formats/records.md describes ``election.json``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from shiftbid.verifier.json_nodes import JsonNode

FORMAT = "shiftbid-election-3"
ANSWERS = ("want", "accept", "cannot")
APPROVING = ("want", "accept")


@dataclass(frozen=True, slots=True)
class CandidateRecord:
    """A template put to the vote; minutes after midnight, pauses as start of day minute, minutes and whether paid."""

    template: str
    start_minute: int
    end_minute: int
    pauses: tuple[tuple[int, int, bool], ...]
    weekdays: frozenset[int]
    skill: str


@dataclass(frozen=True, slots=True)
class MenuUse:
    """Heads on a template on a day, in the cover that proves a menu."""

    day: date
    template: str
    heads: float


@dataclass(frozen=True, slots=True)
class MenuRecord:
    """A set of templates with its proof; missing and surplus in head half-hours."""

    id: str
    templates: tuple[str, ...]
    missing_half_hours: float
    surplus_half_hours: float
    paid_minutes: float
    objective: float | None
    bound: float | None
    use: tuple[MenuUse, ...]


@dataclass(frozen=True, slots=True)
class CapacityRecord:
    """What the staff with any of some skills can take in a calendar week from Monday."""

    skills: frozenset[str]
    weekly_shifts: float
    weekly_minutes: float


@dataclass(frozen=True, slots=True)
class BallotRecord:
    """One ballot under its random id: an answer for each template spoken of."""

    id: str
    answers: Mapping[str, str]

    @property
    def approved(self) -> frozenset[str]:
        """Templates wanted or accepted."""
        return frozenset(template for template, answer in self.answers.items() if answer in APPROVING)


@dataclass(frozen=True, slots=True)
class TurnRecord:
    """A template whose turn came in a step-by-step method."""

    template: str
    supporters: float
    load: Fraction


@dataclass(frozen=True, slots=True)
class SeatRecord:
    """One seat filled, in a step-by-step method."""

    skipped: tuple[TurnRecord, ...]
    taken: TurnRecord


@dataclass(frozen=True, slots=True)
class ElectionRecord:
    """The election of one hall.

    Attributes
    ----------
    bound
        Points that no allowed set exceeds; None where the method claims none.
    """

    hall: str
    first: date
    last: date
    method: str
    seats: int
    seed: str
    candidates: tuple[CandidateRecord, ...]
    menus: tuple[MenuRecord, ...]
    capacities: tuple[CapacityRecord, ...]
    least_missing_half_hours: float
    least_missing_bound: float
    most_missing_half_hours: float
    most_paid_minutes: float | None
    ballots: tuple[BallotRecord, ...]
    tally: Mapping[str, tuple[float, ...]]
    adopted: MenuRecord
    status: str
    score: Fraction
    bound: Fraction | None
    rounds: tuple[SeatRecord, ...]


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
        seats=round(node.number("seats")),
        seed=node.text("seed"),
        candidates=tuple(_candidate(each) for each in node.items("candidates")),
        menus=tuple(_menu(each) for each in node.items("menus")),
        capacities=tuple(_capacity(each) for each in node.items("capacities")),
        least_missing_half_hours=node.number("least_missing_half_hours"),
        least_missing_bound=node.number("least_missing_bound"),
        most_missing_half_hours=node.number("most_missing_half_hours"),
        most_paid_minutes=node.number_or_none("most_paid_minutes"),
        ballots=tuple(_ballot(each) for each in node.items("ballots")),
        tally={each.text("template"): tuple(each.number(answer) for answer in ANSWERS) for each in node.items("tally")},
        adopted=_menu(node.node("adopted")),
        status=node.text("status"),
        score=_fraction(node, "score"),
        bound=None if node.text_or_none("bound") is None else _fraction(node, "bound"),
        rounds=tuple(_seat(each) for each in node.items("rounds")),
    )


def _candidate(node: JsonNode) -> CandidateRecord:
    return CandidateRecord(
        template=node.text("template"),
        start_minute=round(node.number("start_minute")),
        end_minute=round(node.number("end_minute")),
        pauses=tuple(
            (round(each.number("start_minute")), round(each.number("minutes")), each.node("paid").value is True)
            for each in node.items("breaks")
        ),
        weekdays=frozenset(each.value for each in node.items("weekdays") if isinstance(each.value, int)),
        skill=node.text("skill"),
    )


def _capacity(node: JsonNode) -> CapacityRecord:
    return CapacityRecord(frozenset(node.texts("skills")), node.number("weekly_shifts"), node.number("weekly_minutes"))


def _ballot(node: JsonNode) -> BallotRecord:
    answers = node.node("answers")
    return BallotRecord(node.text("id"), {template: answers.text(template) for template in answers.names()})


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


def _seat(node: JsonNode) -> SeatRecord:
    return SeatRecord(tuple(_turn(each) for each in node.items("skipped")), _turn(node.node("taken")))


def _turn(node: JsonNode) -> TurnRecord:
    return TurnRecord(node.text("template"), node.number("supporters"), _fraction(node, "load"))


def _fraction(node: JsonNode, key: str) -> Fraction:
    try:
        return Fraction(node.text(key))
    except (ValueError, ZeroDivisionError):
        node.problems.append(f"{node.where}.{key}: a fraction such as 7/2 is expected")
        return Fraction(0)
