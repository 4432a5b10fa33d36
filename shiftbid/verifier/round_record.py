"""The public record of a bidding round, as docs/formats/records.md describes ``round.json``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shiftbid.verifier.clock import read_instant
from shiftbid.verifier.json_nodes import JsonNode

FORMAT = "shiftbid-round-2"
POINTS = {"want": 3, "like": 1, "neutral": 0, "avoid": -1}
NASH, SUM, LEXIMIN = "nash", "sum", "leximin"
WAVES, SNAKE, SENIORITY = "waves", "snake", "seniority"
BY_CLAIMS = (WAVES, SNAKE, SENIORITY)
METHODS = (NASH, SUM, LEXIMIN, *BY_CLAIMS)
CLAIM_REASONS = ("claimed", "unclaimed")
REASONS = ("law", "cover", "time_off", "contract", "person", "weighed", "tie")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person bids on a template on a date; `template` None is the day off."""

    day: date
    template: str | None
    level: str

    @property
    def points(self) -> int:
        """Points of the level; an unknown level has none."""
        return POINTS.get(self.level, 0)


@dataclass(frozen=True, slots=True)
class BidRecord:
    """A person's wishes, with the salt and the canonical JSON that their commitment covers."""

    employee: str
    salt: str
    wishes: tuple[Wish, ...]
    canonical_wishes: bytes


@dataclass(frozen=True, slots=True)
class CommitmentRecord:
    """The hash that a person's sealed wishes were known by before bids were opened."""

    employee: str
    commitment: str


@dataclass(frozen=True, slots=True)
class StageRecord:
    """One stage of the award's model, stated as a minimum."""

    name: str
    objective: float | None
    bound: float | None


@dataclass(frozen=True, slots=True, order=True)
class AwardRecord:
    """A shift awarded to a person."""

    employee: str
    day: date
    template: str


@dataclass(frozen=True, slots=True)
class DayOffRecord:
    """A day off in lieu that the award was open to, with what it counts as and whether it was given."""

    employee: str
    day: date
    minutes: float
    weight: float
    given: bool


@dataclass(frozen=True, slots=True)
class SatisfactionRecord:
    """What the award comes to for a person.

    Attributes
    ----------
    points, wished_points
        Points of the award, and the sum of the person's positive levels.
    least_points, best_points, satisfaction
        Ends of the person's satisfaction, and where the points lie between them; None for who did not bid.
    """

    employee: str
    points: float
    wished_points: float
    least_points: float | None
    best_points: float | None
    satisfaction: float | None
    burden: float
    credit_before: float
    credit_after: float


@dataclass(frozen=True, slots=True)
class ReasonRecord:
    """Why a wish was not honoured, or an avoided shift given.

    Attributes
    ----------
    other
        Who would have to change with the person in the exchange that does least harm.
    effect
        What that exchange adds to each stage; None where the law forbids it.
    """

    employee: str
    day: date
    template: str | None
    level: str
    reason: str
    rule: str | None
    other: str | None
    effect: Mapping[str, float] | None


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A wish claimed in its turn, and whether it was granted; `template` None is the day off."""

    employee: str
    day: date
    template: str | None
    accepted: bool


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """What was changed in the roster after the award, published as the version it names.

    Attributes
    ----------
    kind
        Who wanted it: ``edit`` and ``repair`` the employer, ``swap`` and ``claim`` the people.
    at
        UTC second at which it was made.
    """

    version: int
    kind: str
    at: int
    dropped: tuple[AwardRecord, ...]
    added: tuple[AwardRecord, ...]


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """The bidding round of one hall.

    Attributes
    ----------
    floor
        Satisfaction that everybody who bid was to be brought to first.
    order, claims
        Turns and claims, where people took their wishes one after the other.
    canonical_commitments
        Canonical JSON of the list of commitments, which the root covers.
    burdens
        Burden of each template on a weekday.
    changes
        What was changed after the award, in order; empty where the roster is the award.
    """

    hall: str
    first: date
    last: date
    method: str
    floor: float
    order: tuple[str, ...]
    claims: tuple[ClaimRecord, ...]
    nonce_commitment: str
    nonce: str
    commitments: tuple[CommitmentRecord, ...]
    canonical_commitments: bytes
    root: str
    seed: str
    bids: tuple[BidRecord, ...]
    stages: tuple[StageRecord, ...]
    award: tuple[AwardRecord, ...]
    time_off: tuple[DayOffRecord, ...]
    burdens: Mapping[str, float]
    satisfaction: tuple[SatisfactionRecord, ...]
    reasons: tuple[ReasonRecord, ...]
    given: tuple[ReasonRecord, ...]
    changes: tuple[ChangeRecord, ...]


def rounds_of(record: JsonNode) -> tuple[RoundRecord, ...]:
    """Read every round of ``round.json``; what is missing or misshapen is noted in the record's problems."""
    return tuple(_round(each) for each in record.items("rounds"))


def _round(node: JsonNode) -> RoundRecord:
    period = node.node("period")
    return RoundRecord(
        hall=node.text("hall"),
        first=period.day("first"),
        last=period.day("last"),
        method=node.text("method"),
        floor=node.number("floor"),
        order=node.texts("order"),
        claims=tuple(_claim(each) for each in node.items("claims")),
        nonce_commitment=node.text("nonce_commitment"),
        nonce=node.text("nonce"),
        commitments=tuple(
            CommitmentRecord(each.text("employee"), each.text("commitment")) for each in node.items("commitments")
        ),
        canonical_commitments=node.node("commitments").canonical(),
        root=node.text("root"),
        seed=node.text("seed"),
        bids=tuple(_bid(each) for each in node.items("bids")),
        stages=tuple(
            StageRecord(each.text("name"), each.number_or_none("objective"), each.number_or_none("bound"))
            for each in node.items("stages")
        ),
        award=_awards(node, "award"),
        time_off=tuple(_day_off(each) for each in node.items("time_off")),
        burdens=_numbers(node.node("burdens")),
        satisfaction=tuple(_satisfaction(each) for each in node.items("satisfaction")),
        reasons=tuple(_reason(each) for each in node.items("reasons")),
        given=tuple(_reason(each) for each in node.items("given")),
        changes=tuple(_change(each) for each in node.items("changes")) if node.has("changes") else (),
    )


def _day_off(node: JsonNode) -> DayOffRecord:
    return DayOffRecord(
        employee=node.text("employee"),
        day=node.day("date"),
        minutes=node.number("minutes"),
        weight=node.number("weight"),
        given=node.node("given").value is True,
    )


def _claim(node: JsonNode) -> ClaimRecord:
    return ClaimRecord(
        employee=node.text("employee"),
        day=node.day("date"),
        template=node.text_or_none("template"),
        accepted=node.node("accepted").value is True,
    )


def _satisfaction(node: JsonNode) -> SatisfactionRecord:
    return SatisfactionRecord(
        employee=node.text("employee"),
        points=node.number("points"),
        wished_points=node.number("wished_points"),
        least_points=node.number_or_none("least_points"),
        best_points=node.number_or_none("best_points"),
        satisfaction=node.number_or_none("satisfaction"),
        burden=node.number("burden"),
        credit_before=node.number("credit_before"),
        credit_after=node.number("credit_after"),
    )


def _numbers(node: JsonNode) -> Mapping[str, float]:
    return {name: node.number(name) for name in node.names()}


def _change(node: JsonNode) -> ChangeRecord:
    at = read_instant(node.text("at"))
    if at is None:
        node.problems.append(f"{node.where}.at: an ISO 8601 time with UTC offset is expected")
    return ChangeRecord(
        version=int(node.number("version")),
        kind=node.text("kind"),
        at=at or 0,
        dropped=_awards(node, "dropped"),
        added=_awards(node, "added"),
    )


def _awards(node: JsonNode, key: str) -> tuple[AwardRecord, ...]:
    return tuple(
        AwardRecord(each.text("employee"), each.day("date"), each.text("template")) for each in node.items(key)
    )


def _bid(node: JsonNode) -> BidRecord:
    return BidRecord(
        employee=node.text("employee"),
        salt=node.text("salt"),
        wishes=tuple(
            Wish(each.day("date"), each.text_or_none("template"), each.text("level")) for each in node.items("wishes")
        ),
        canonical_wishes=node.node("wishes").canonical(),
    )


def _reason(node: JsonNode) -> ReasonRecord:
    return ReasonRecord(
        employee=node.text("employee"),
        day=node.day("date"),
        template=node.text_or_none("template"),
        level=node.text("level"),
        reason=node.text("reason"),
        rule=node.text_or_none("rule"),
        other=node.text_or_none("to"),
        effect=None if node.node("effect").value is None else _numbers(node.node("effect")),
    )
