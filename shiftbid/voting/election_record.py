"""The public record of an election: all that anybody needs to count it again (docs/formats/records.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shiftbid.domain.ballot import Ballot, Menu
from shiftbid.domain.timeline import Period
from shiftbid.voting.approval import ElectionOutcome


def election_record(
    hall: str,
    period: Period,
    seed: str,
    menus: Sequence[Menu],
    most_missing_half_hours: int,
    ballots: Sequence[Ballot],
    outcome: ElectionOutcome,
) -> Mapping[str, Any]:
    """Put an election on record. Ballots are ordered by their random ids, so nothing shows who cast them."""
    return {
        "hall": hall,
        "period": {"first": period.first.isoformat(), "last": period.last.isoformat()},
        "method": "approval",
        "seed": seed,
        "tolerance_half_hours": most_missing_half_hours,
        "menus": [_menu_record(menu) for menu in menus],
        "ballots": [
            {"id": ballot.voter, "approved": sorted(ballot.approved)}
            for ballot in sorted(ballots, key=lambda each: each.voter)
        ],
        "tally": [{"menu": menu, "approvals": count} for menu, count in sorted(outcome.approvals.items())],
        "adopted": outcome.adopted,
    }


def _menu_record(menu: Menu) -> Mapping[str, Any]:
    return {
        "id": menu.id,
        "title": menu.title,
        "templates": [template.id for template in menu.templates],
        "missing_half_hours": menu.missing_half_hours,
        "surplus_half_hours": menu.surplus_half_hours,
        "paid_minutes": menu.paid_minutes,
        "objective": menu.objective,
        "bound": menu.bound,
        "use": [{"date": use.day.isoformat(), "template": use.template, "heads": use.heads} for use in menu.use],
    }
