"""What lies in a sealed box of a round, and the bids that count once the boxes are open."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shiftbid.bidding.sealing import SealedBids, wishes_record
from shiftbid.canonical_json import canonical_json
from shiftbid.domain.bid import Bid, BidLevel


@dataclass(frozen=True, slots=True)
class OpenedBids:
    """Bids of each person with the salts that seal them, and the people in whose boxes there were none."""

    sealed: tuple[SealedBids, ...]
    spoiled: tuple[str, ...]


def bid_text(poll: str, bids: SealedBids) -> str:
    """What is sealed: the bids with the round and person they are for, so that a box copied is void."""
    return canonical_json(
        {"poll": poll, "employee": bids.employee, "salt": bids.salt, "wishes": wishes_record(bids.bids)}
    )


def opened_bids(
    poll: str, texts: Sequence[tuple[str, str | None]], offered: Collection[tuple[date, str | None]]
) -> OpenedBids:
    """Read the opened boxes of a round.

    Parameters
    ----------
    texts
        Employee id and what lay in the box; None where it did not open.
    offered
        Date and template of each shift of the round, and each open day with None; bids on anything else are void.
    """
    found = [(employee, _sealed_bids(poll, employee, text, offered)) for employee, text in sorted(texts)]
    return OpenedBids(
        tuple(bids for _, bids in found if bids is not None),
        tuple(employee for employee, bids in found if bids is None),
    )


def bids_record(sealed: Sequence[SealedBids]) -> list[Mapping[str, Any]]:
    """Bids as records hold them."""
    return [{"employee": each.employee, "salt": each.salt, "wishes": wishes_record(each.bids)} for each in sealed]


def bids_of_record(record: Sequence[Mapping[str, Any]]) -> tuple[SealedBids, ...]:
    """Read bids from a record."""
    return tuple(_of_record(each["employee"], each["salt"], each["wishes"]) for each in record)


def _sealed_bids(
    poll: str, employee: str, text: str | None, offered: Collection[tuple[date, str | None]]
) -> SealedBids | None:
    try:
        found = json.loads(text or "")
        bids = _of_record(employee, str(found["salt"]), found["wishes"])
        spoken = [(bid.day, bid.template) for bid in bids.bids]
        fits = (found["poll"], found["employee"]) == (poll, employee)
        is_offered = set(spoken) <= set(offered) and len(set(spoken)) == len(spoken)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return bids if fits and is_offered else None


def _of_record(employee: str, salt: str, wishes: Sequence[Mapping[str, Any]]) -> SealedBids:
    return SealedBids(
        employee,
        salt,
        tuple(
            Bid(employee, date.fromisoformat(each["date"]), each["template"], BidLevel[each["level"].upper()])
            for each in wishes
        ),
    )
