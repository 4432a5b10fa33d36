"""How a vote came out, in lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from shiftbid.services.vote_result import VoteResult

if TYPE_CHECKING:
    from shiftbid.services.vote_inquiry import VoteInquiry


def result_lines(result: VoteResult) -> Iterator[str]:
    """A result, a line for each of its figures."""
    adopted = result.adopted
    yield f"Adopted by {result.method}{', proven' if result.optimal else ', not proven within the limit of work'}:"
    points = f"{result.score} points"
    yield f"  {points}" if result.bound is None else f"  {points}; no set that covers has more than {result.bound}"
    yield (
        f"  {adopted.missing_half_hours} half-hours missing; {result.most_missing_half_hours} were allowed, the fewest"
        f" reached are {result.least_missing_half_hours}"
    )
    yield (
        f"  {adopted.paid_minutes / 60:,.0f} paid hours, {result.extra_paid_minutes / 60:+,.0f} against the menu"
        f" {result.cheapest.id}{_allowance(result)}"
    )
    for count, people in enumerate(result.people_by_approved):
        if people:
            yield f"  {people} people approved {count} of the adopted templates"
    yield from (f"  {sentence}" for sentence in result.rounds)


def _allowance(result: VoteResult) -> str:
    if result.most_paid_minutes is None:
        return ""
    return f"; {(result.most_paid_minutes - result.cheapest.paid_minutes) / 60:+,.0f} were allowed"


def result_object(result: VoteResult) -> dict[str, Any]:
    """A result as JSON."""
    return {
        "method": result.method.value,
        "adopted": [template.id for template in result.adopted.templates],
        "optimal": result.optimal,
        "score": str(result.score),
        "bound": None if result.bound is None else str(result.bound),
        "missing_half_hours": result.adopted.missing_half_hours,
        "least_missing_half_hours": result.least_missing_half_hours,
        "most_missing_half_hours": result.most_missing_half_hours,
        "paid_minutes": result.adopted.paid_minutes,
        "extra_paid_minutes": result.extra_paid_minutes,
        "most_paid_minutes": result.most_paid_minutes,
        "people_by_approved": list(result.people_by_approved),
        "rounds": list(result.rounds),
    }


def inquiry_lines(inquiry: VoteInquiry) -> Iterator[str]:
    """What else was asked, a line an answer."""
    yield f"Without a cover limit the best set would have {float(inquiry.free_score):.2f} points."
    yield "Not adopted:"
    yield from (f"  {each.sentence()}" for each in inquiry.rejected)
    open_faults = sum(not each.excused for each in inquiry.short)
    yield f"Audit by EJR+: {len(inquiry.short)} groups left short, {open_faults} of them not excused by cover."
    for each in inquiry.short:
        reason = "no exchange with it covers" if each.excused else "an exchange with it would cover"
        yield f"  {each.violation.voters} people for {each.violation.candidate}: {reason}"


def inquiry_object(inquiry: VoteInquiry) -> dict[str, Any]:
    """What else was asked, as JSON."""
    return {
        "free_score": str(inquiry.free_score),
        "rejected": [
            {
                "template": each.template,
                "approvals": each.approvals,
                "status": each.status.value,
                "displaced": list(each.displaced),
                "joined": list(each.joined),
                "score": str(each.score),
            }
            for each in inquiry.rejected
        ],
        "short": [
            {"template": each.violation.candidate, "voters": each.violation.voters, "excused": each.excused}
            for each in inquiry.short
        ],
    }
