"""What the use cases ask of storage for proposals of templates."""

from __future__ import annotations

from typing import Protocol

from shiftbid.domain.proposal import Proposal
from shiftbid.domain.shift import ShiftTemplate


class ProposalRepository(Protocol):
    """Proposals and comments: added, never changed or removed; dated by the store's clock."""

    def add(self, hall: str, by: str, template: ShiftTemplate) -> Proposal:
        """Put a proposal on record under the next number of its hall; InputError where hall or user are unknown."""
        ...

    def comment(self, hall: str, number: int, by: str, text: str) -> Proposal:
        """Add a comment; gives the proposal with it. InputError where there is no such proposal."""
        ...

    def of_hall(self, hall: str) -> tuple[Proposal, ...]:
        """Every proposal of a hall with its comments, in the order of their numbers."""
        ...
