"""Propose templates for the next vote of a hall, and say what one thinks of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from shiftbid.domain.account import Role, User
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.hall import Hall
from shiftbid.domain.poll import DEAD_STATES, PollKind
from shiftbid.domain.proposal import Proposal, ProposalVerdict, proposed_template
from shiftbid.domain.shift import ShiftTemplate, dated, parse_breaks
from shiftbid.domain.timeline import MINUTES_PER_DAY, Period, local_day, parse_minute
from shiftbid.rules.book import load_pack, pack_for_country
from shiftbid.services.bid_round import known_hall
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory
from shiftbid.services.proposal_text import JudgedProposal, TemplateText
from shiftbid.services.vote_paper import verdicts_of
from shiftbid.voting.ballot_paper import BallotPaper

LONGEST_COMMENT = 2000
_WEEKS_LOOKED_AT = 4


def propose_template(units: UnitOfWorkFactory, hall_id: str, by: User, text: TemplateText) -> JudgedProposal:
    """Propose a template for the next vote of a hall; it is checked at once.

    Raises
    ------
    AccessError
        Somebody who neither works in the hall nor is a manager proposes.
    InputError
        Times, breaks or days make no template, the rule pack forbids it on an ordinary day, it covers no hour in which
        the hall is staffed, or it waits for the vote already.
    """
    with units() as unit:
        hall = known_hall(unit, hall_id)
        _refuse_strangers(unit, hall, by)
        template = _template(text)
        problems = _problems(hall, template, unit.polls.now())
        waiting = {each.template.id: each.number for each in waiting_proposals(unit, hall.id)}
        if template.id in waiting:
            problems.append(f"{template.id} is proposed already, as number {waiting[template.id]}: comment on that")
        if problems:
            raise InputError(f"template {template.id}", problems)
        added = unit.proposals.add(hall.id, by.id, template)
        judged = _judged(unit, hall, [added])[0]
        unit.commit()
    return judged


def comment_on(units: UnitOfWorkFactory, hall_id: str, number: int, by: User, text: str) -> Proposal:
    """Say what one thinks of a proposal; everybody of the hall can read it, with the name.

    Raises AccessError as `propose_template` does, InputError where there is no such proposal or nothing is said.
    """
    said = text.strip()
    if not 1 <= len(said) <= LONGEST_COMMENT:
        raise InputError("comment", [f"write 1 to {LONGEST_COMMENT} characters, got {len(said)}"])
    with units() as unit:
        _refuse_strangers(unit, known_hall(unit, hall_id), by)
        commented = unit.proposals.comment(hall_id, number, by.id, said)
        unit.commit()
    return commented


def proposals_of(units: UnitOfWorkFactory, hall_id: str) -> tuple[JudgedProposal, ...]:
    """Every proposal of a hall, with comments and what became of it."""
    with units() as unit:
        return judged_proposals(unit, hall_id)


def judged_proposals(unit: UnitOfWork, hall_id: str) -> tuple[JudgedProposal, ...]:
    """Every proposal of a hall, read in a unit that is open already."""
    return _judged(unit, known_hall(unit, hall_id), unit.proposals.of_hall(hall_id))


def commenters(unit: UnitOfWork) -> Mapping[str, str]:
    """Name of everybody who may propose and comment, by user id."""
    return {each.id: each.name for each in unit.users.all()}


def waiting_proposals(unit: UnitOfWork, hall: str) -> tuple[Proposal, ...]:
    """Proposals of a hall that no vote has taken up; those of a vote that lapsed or was withdrawn wait again."""
    known = _verdicts(unit, hall)
    return tuple(each for each in unit.proposals.of_hall(hall) if each.number not in known)


def verdict_on(proposal: Proposal, paper: BallotPaper) -> ProposalVerdict:
    """Say whether a paper puts a proposal to the vote, and why, menu by menu."""
    found = next((each for each in paper.candidates if each.template.id == proposal.template.id), None)
    if found is None:
        reason = "the law that holds in the period forbids it, or the hall is closed then"
        return ProposalVerdict(proposal.number, proposal.template.id, is_put_to_vote=False, reason=reason)
    within = [menu.title for menu in paper.menus if menu.id in found.menus]
    without = [menu.title for menu in paper.menus if menu.id not in found.menus]
    parts = [f"{title}: part of it" for title in within]
    parts += [f"{title}: other templates cover at no higher cost, as far as was searched" for title in without]
    return ProposalVerdict(proposal.number, proposal.template.id, is_put_to_vote=True, reason="; ".join(parts))


def _verdicts(unit: UnitOfWork, hall: str) -> dict[int, ProposalVerdict]:
    """What standing votes say of proposals, by number."""
    return {
        verdict.number: verdict
        for poll in unit.polls.of_hall(hall)
        if poll.kind is PollKind.VOTE and poll.state not in DEAD_STATES
        for verdict in verdicts_of(poll.paper)
    }


def _refuse_strangers(unit: UnitOfWork, hall: Hall, by: User) -> None:
    own = {each.id for each in unit.staff.of_hall(hall.id).employees}
    if by.role is not Role.MANAGER and by.employee not in own:
        raise AccessError(f"{by.name} is neither on the staff list of hall {hall.id} nor a manager.")


def _template(text: TemplateText) -> ShiftTemplate:
    start, end = parse_minute(text.start), parse_minute(text.end)
    end += MINUTES_PER_DAY if end <= start else 0
    if not text.weekdays:
        raise InputError("template", ["give at least one weekday"])
    return proposed_template(start, end, parse_breaks(text.breaks, start), text.weekdays, text.skill)


def _problems(hall: Hall, template: ShiftTemplate, now: int) -> list[str]:
    """What speaks against a template, as the law stands today."""
    # Holidays take a while to load, and whoever only reads proposals needs none.
    from shiftbid.services.holiday_calendar import calendar_for
    from shiftbid.services.template_law import breaches_of

    period = Period.of_weeks(local_day(now, hall.zone), _WEEKS_LOOKED_AT)
    pack = load_pack(pack_for_country(hall.country, hall.subdivision), period.first)
    years = range(period.first.year, period.last.year + 1)
    calendar = calendar_for(hall.country, hall.subdivision, years, pack.weekly_rest_days)
    problems = [finding.sentence for finding in breaches_of(template, hall, period, calendar, pack)]
    skills = sorted(desk.skill for desk in hall.every_desk)
    if template.skill not in skills:
        problems.append(f"hall {hall.id} has no desk for {template.skill!r}: choose one of {', '.join(skills)}")
    if not any(_is_of_use(hall, template, day) for day in period.days):
        problems.append("covers no half-hour in which the hall is staffed: choose times and days when it is open")
    return problems


def _is_of_use(hall: Hall, template: ShiftTemplate, day: date) -> bool:
    staffed = hall.staffed(day)
    return (
        day.weekday() in template.weekdays
        and staffed is not None
        and dated(template, hall.id, day, hall.zone).span.overlaps(staffed)
    )


def _judged(unit: UnitOfWork, hall: Hall, proposals: Sequence[Proposal]) -> tuple[JudgedProposal, ...]:
    if not proposals:
        return ()
    verdicts = _verdicts(unit, hall.id)
    needed = [slot for slot in _latest_demand(unit, hall.id) if slot.heads > 0]
    return tuple(
        JudgedProposal(
            proposal,
            _covered(hall, proposal.template, needed),
            sum(slot.skill == proposal.template.skill for slot in needed),
            verdicts.get(proposal.number),
        )
        for proposal in proposals
    )


def _latest_demand(unit: UnitOfWork, hall: str) -> Sequence[DemandSlot]:
    periods = unit.publications.periods(hall)
    latest = unit.publications.latest(hall, periods[-1]) if periods else None
    return latest.demand if latest else ()


def _covered(hall: Hall, template: ShiftTemplate, needed: Sequence[DemandSlot]) -> int:
    shifts = {
        day: dated(template, hall.id, day, hall.zone)
        for slot in needed
        for day in (local_day(slot.slot.start, hall.zone), local_day(slot.slot.start, hall.zone) - timedelta(days=1))
        if day.weekday() in template.weekdays
    }
    return sum(
        any(shift.staffs(slot.slot) for shift in shifts.values() if shift.span.overlaps(slot.slot))
        for slot in needed
        if slot.skill == template.skill
    )
