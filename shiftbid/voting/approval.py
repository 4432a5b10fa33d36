"""Approval voting among menus: the menu that most people will live with.

Simple: one menu is adopted whole, so the vote is proportional only as far as the menus are. Every menu on the ballot
is proven to cover the demand, so whichever wins can be honoured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shiftbid.domain.ballot import Ballot
from shiftbid.domain.errors import InputError
from shiftbid.domain.tie_number import tie_number


@dataclass(frozen=True, slots=True)
class ElectionOutcome:
    """Approvals of each menu, and the one adopted."""

    approvals: Mapping[str, int]
    adopted: str


def count_approvals(menu_ids: Sequence[str], ballots: Sequence[Ballot], seed: str) -> ElectionOutcome:
    """Count approval ballots; among the menus with most approvals the lowest tie number is adopted.

    Raises InputError where there is no menu or a ballot approves something that is not put to the vote.
    """
    if not menu_ids:
        raise InputError("election", ["there is no menu to vote on"])
    unknown = [
        f"ballot {ballot.voter} approves {menu!r}, which is not on the ballot"
        for ballot in ballots
        for menu in sorted(ballot.approved - set(menu_ids))
    ]
    if unknown:
        raise InputError("election", unknown)
    tally = Counter(menu for ballot in ballots for menu in ballot.approved)
    approvals = {menu: tally[menu] for menu in sorted(menu_ids)}
    adopted = min(menu_ids, key=lambda menu: (-approvals[menu], tie_number(seed, menu)))
    return ElectionOutcome(approvals, adopted)
