"""Sealed bids: commitments that bind a bidder without showing the bid, and a seed that nobody can steer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.bid import Bid
from shiftbid.domain.tie_number import joined_hash, sha256_hex


@dataclass(frozen=True, slots=True)
class SealedBids:
    """One person's bids with the salt that seals them."""

    employee: str
    salt: str
    bids: tuple[Bid, ...]

    @property
    def commitment(self) -> str:
        """Hash that binds the bids: ``sha256(salt|canonical wishes)``."""
        return joined_hash(self.salt, canonical_json(wishes_record(self.bids)))


def wishes_record(bids: Sequence[Bid]) -> list[Mapping[str, Any]]:
    """A person's bids as records hold them, by date and template; a day off comes first."""
    ordered = sorted(bids, key=lambda bid: (bid.day, bid.template or ""))
    return [{"date": bid.day.isoformat(), "template": bid.template, "level": bid.level.name.lower()} for bid in ordered]


def commitments_record(sealed: Sequence[SealedBids]) -> list[Mapping[str, str]]:
    """Commitments of a round in order of employee id."""
    return [
        {"employee": each.employee, "commitment": each.commitment}
        for each in sorted(sealed, key=lambda each: each.employee)
    ]


def root_of(commitments: Sequence[Mapping[str, str]]) -> str:
    """Hash over all commitments of a closed round."""
    return sha256_hex(canonical_json(list(commitments)))


def round_seed(nonce: str, root: str) -> str:
    """Seed of the round's tie order: fixed by a nonce committed before opening and by every sealed bid."""
    return joined_hash(nonce, root)
