"""Who comes first where people take their wishes one after the other, and which wish of theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.bid import Bid
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.tie_number import joined_hash


@dataclass(frozen=True, slots=True)
class Rank:
    """What decides a person's place: the day of employment, or the credit of earlier rounds."""

    employed_from: date
    credit: float


def claim_order(method: RoundMethod, ranks: Mapping[str, Rank], seed: str) -> tuple[str, ...]:
    """Order people by employment (seniority) or by falling credit (snake draft, waves), equals by their tie number."""

    def place(employee: str) -> tuple[float, str]:
        rank = ranks[employee]
        first = rank.employed_from.toordinal() if method is RoundMethod.SENIORITY else -rank.credit
        return first, joined_hash(seed, employee)

    return tuple(sorted(ranks, key=place))


def wish_list(bids: Sequence[Bid], hall: str, seed: str) -> tuple[Bid, ...]:
    """One person's wishes in the order in which they claim them: wanted before liked, equals by their tie number."""
    wished = (bid for bid in bids if bid.level > 0)
    return tuple(sorted(wished, key=lambda bid: (-bid.level, joined_hash(seed, bid.employee, seat_of(bid, hall)))))


def seat_of(bid: Bid, hall: str) -> str:
    """Name of what a bid asks for: the id of the shift; of a day off the same without a template."""
    return f"{hall}/{bid.template or ''}/{bid.day.isoformat()}"
