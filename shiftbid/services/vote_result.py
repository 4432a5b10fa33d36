"""How a vote came out, for people to read: pure figures from its public record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from shiftbid.domain.ballot import Answer, Menu, VoteMethod, approved
from shiftbid.voting.ballot_paper import paper_of
from shiftbid.voting.election_record import adopted_menu_of


@dataclass(frozen=True, slots=True)
class VoteResult:
    """The result of a counted vote.

    Attributes
    ----------
    adopted
        The winners as a menu: with its missing half-hours and paid minutes.
    optimal
        Whether score and tie order, or every round, are proven.
    score, bound
        Points of the winners, and the proven limit above those of every set within the cover limit; None where the
        method does not seek the most points.
    least_missing_half_hours, most_missing_half_hours
        Fewest half-hours missing that were reached without a vote, and what a set might leave missing.
    most_paid_minutes
        What the heads of a set might be paid; None: no limit.
    cheapest
        The menu of reference with the fewest paid minutes.
    people_by_approved
        How many people approved so many of the adopted templates, from none on.
    rounds
        The story of a vote counted seat by seat, a sentence a round.
    """

    method: VoteMethod
    adopted: Menu
    optimal: bool
    score: Fraction
    bound: Fraction | None
    least_missing_half_hours: int
    most_missing_half_hours: int
    most_paid_minutes: int | None
    cheapest: Menu
    people_by_approved: tuple[int, ...]
    rounds: tuple[str, ...]

    @property
    def extra_paid_minutes(self) -> int:
        """What the vote costs: paid minutes beyond those of the cheapest menu, which nobody voted on."""
        return self.adopted.paid_minutes - self.cheapest.paid_minutes


def vote_result(record: Mapping[str, Any]) -> VoteResult:
    """Read the result of a vote from its record (docs/formats/records.md)."""
    paper = paper_of(record)
    adopted = adopted_menu_of(record)
    winners = {template.id for template in adopted.templates}
    got = Counter(len(approvals & winners) for approvals in ballot_approvals(record).values())
    return VoteResult(
        method=paper.method,
        adopted=adopted,
        optimal=record["status"] == "optimal",
        score=Fraction(record["score"]),
        bound=None if record["bound"] is None else Fraction(record["bound"]),
        least_missing_half_hours=paper.least_missing_half_hours,
        most_missing_half_hours=paper.most_missing_half_hours,
        most_paid_minutes=paper.most_paid_minutes,
        cheapest=min(paper.menus, key=lambda menu: menu.paid_minutes),
        people_by_approved=tuple(got[count] for count in range(len(winners) + 1)),
        rounds=tuple(each["sentence"] for each in record["rounds"]),
    )


def ballot_approvals(record: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    """Templates that each ballot of a record approves, by its random id."""
    return {
        each["id"]: approved({template: Answer(said) for template, said in each["answers"].items()})
        for each in record["ballots"]
    }
