"""What a vote puts to the staff, and all that planning needs to go on from it: templates, and the needs they cover.

The paper is public. It fixes forecast, demand and candidates at the opening, so that what is awarded weeks later rests
on what people voted on, whatever was counted or changed meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.demand import DemandSlot, FootfallSlot
from shiftbid.domain.hall import Hall
from shiftbid.domain.proposal import ProposalVerdict
from shiftbid.domain.staffing_level import StaffingLevel
from shiftbid.domain.timeline import Interval, Period
from shiftbid.voting.ballot_paper import BallotPaper, paper_object, paper_of

if TYPE_CHECKING:
    from shiftbid.services.plan_needs import Needed

FORMAT = "shiftbid-vote-paper-3"


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """How a period is planned, as it was ordered when the vote was opened; see `PlanningOrder`."""

    pack: str
    seed: int
    staff_to: StaffingLevel
    credit: str
    late_because: str = ""


@dataclass(frozen=True, slots=True)
class VotePaper:
    """The paper of a vote.

    Attributes
    ----------
    quorum
        Fewest ballots with which the vote counts.
    nonce_commitment
        SHA-256 of the nonce that will settle ties, which the trustee's key box holds.
    counted_until
        End of the last hour of footfall that the forecast knows, in UTC seconds.
    details
        Details of the hall that demand and menus rest on.
    proposals
        What became of the proposals that waited for the vote.
    """

    quorum: int
    nonce_commitment: str
    terms: PlanTerms
    counted_until: int
    details: Mapping[str, Any]
    needed: Needed
    ballot_paper: BallotPaper
    proposals: tuple[ProposalVerdict, ...] = ()

    def text(self) -> str:
        """The paper as canonical JSON."""
        demand = self.needed.demand
        return canonical_json(
            {
                "format": FORMAT,
                "quorum": self.quorum,
                "nonce_commitment": self.nonce_commitment,
                "pack": self.terms.pack,
                "seed": self.terms.seed,
                "staff_to": str(self.terms.staff_to),
                "credit": self.terms.credit,
                "late_because": self.terms.late_because,
                "counted_until": self.counted_until,
                "details": dict(self.details),
                "busy_threshold_per_hour": self.needed.threshold_per_hour,
                "forecast": [
                    [each.slot.start, each.slot.end, each.customer_class, each.mean, each.q10, each.q50, each.q90]
                    for each in self.needed.forecast
                ],
                "demand": [[each.slot.start, each.slot.end, each.skill, each.heads] for each in demand.slots],
                "missed_hours": demand.missed_hours,
                "counter_hours": demand.counter_hours,
                "stationary_counter_hours": demand.stationary_counter_hours,
                **paper_object(self.ballot_paper),
                "proposals": [verdict_object(each) for each in self.proposals],
            }
        )


def read_vote_paper(text: str, hall: Hall, period: Period) -> VotePaper:
    """Read a paper that `VotePaper.text` wrote for a hall and period; the open days follow from its forecast."""
    # Whoever only shows what is voted on plans nothing.
    from shiftbid.services.demand_from_footfall import HallDemand
    from shiftbid.services.hall_days import hall_days
    from shiftbid.services.plan_needs import Needed

    paper = json.loads(text)
    threshold = float(paper["busy_threshold_per_hour"])
    forecast = tuple(
        FootfallSlot(hall.id, Interval(start, end), kind, float(mean), float(q10), float(q50), float(q90))
        for start, end, kind, mean, q10, q50, q90 in paper["forecast"]
    )
    demand = HallDemand(
        tuple(DemandSlot(hall.id, Interval(start, end), skill, heads) for start, end, skill, heads in paper["demand"]),
        paper["missed_hours"],
        float(paper["counter_hours"]),
        float(paper["stationary_counter_hours"]),
    )
    return VotePaper(
        quorum=paper["quorum"],
        nonce_commitment=paper["nonce_commitment"],
        terms=PlanTerms(
            paper["pack"],
            paper["seed"],
            StaffingLevel.parse(paper["staff_to"]),
            paper["credit"],
            paper["late_because"],
        ),
        counted_until=paper["counted_until"],
        details=paper["details"],
        needed=Needed(forecast, threshold, hall_days(hall, forecast, period, threshold), demand),
        ballot_paper=paper_of(paper),
        proposals=verdicts_of(text),
    )


def ballot_paper_of(text: str) -> BallotPaper:
    """What a paper puts to the vote."""
    return paper_of(json.loads(text))


def verdicts_of(text: str) -> tuple[ProposalVerdict, ...]:
    """What a paper says became of the proposals that waited for its vote."""
    return tuple(
        ProposalVerdict(each["number"], each["template"], each["is_put_to_vote"], each["reason"])
        for each in json.loads(text)["proposals"]
    )


def verdict_object(verdict: ProposalVerdict) -> Mapping[str, Any]:
    """What became of a proposal, as JSON."""
    return {
        "number": verdict.number,
        "template": verdict.template,
        "is_put_to_vote": verdict.is_put_to_vote,
        "reason": verdict.reason,
    }


def planning_details(hall: Hall) -> Mapping[str, Any]:
    """What menus and demand rest on of a hall's details; a change of it calls for a new vote."""
    return {
        "zone": hall.zone,
        "country": hall.country,
        "subdivision": hall.subdivision,
        "opening": str(hall.opening),
        "closed_days": sorted(day.isoformat() for day in hall.opening.closed_days),
        "promise": str(hall.promise),
        "service_minutes": hall.service_minutes,
        "vip_service_minutes": hall.vip_service_minutes,
        "counters": hall.counters,
        "minimum_heads": hall.minimum_heads,
        "duties": [hall.duties.opening_minutes, hall.duties.closing_minutes, hall.duties.heads],
        "desks": [str(desk) for desk in hall.desks],
    }
