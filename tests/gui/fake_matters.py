"""What people of the fake hall bring up: offers, exchanges, appeals, a proposal, and how fair the last award was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from shiftbid.bidding.fairness import Envy, carried_over, fairness_record
from shiftbid.canonical_json import canonical_json
from shiftbid.domain.appeal import Appeal, AppealCause, AppealStanding, statistics_of
from shiftbid.domain.case import Case, CaseAct, CaseKind, CaseState, CaseStep
from shiftbid.domain.exchange import Exchange, Offer, claim, swap
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.proposal import Comment, Proposal, ProposalVerdict
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift, ShiftTemplate, dated
from shiftbid.services.appeal_sheets import AppealBoard, AppealDuty, AppealSheet
from shiftbid.services.exchange_board import ExchangeBoard
from shiftbid.services.exchange_cases import exchange_content, offer_content, standing_of
from shiftbid.services.exchange_ground import OpenShift
from shiftbid.services.fairness_report import FairnessReport
from shiftbid.services.hall_matters import HallMatters, OwnMatters
from shiftbid.services.proposal_text import JudgedProposal
from shiftbid.services.publication import HallPublication
from tests.gui.fake_hall import HALL, NAMES, TEMPLATES, ZONE, fake_publication
from tests.gui.fake_polls import NOW

HOUR = 3600
USERS = {"u1": "Mere", "u2": "Tama", "u3": "aroha"}


def fake_board(publication: HallPublication, *, is_over: bool = False) -> ExchangeBoard:
    """Two offers, one of them one's own, an exchange that waits for e000, one for the manager, and two open shifts."""
    period = publication.roster.period
    coming = [each for each in publication.roster.assignments if each.shift.span.start > NOW]
    holders: dict[str, tuple[str, ...]] = {}
    for each in publication.roster.assignments:
        holders[each.shift.id] = (*holders.get(each.shift.id, ()), each.employee)
    mine, theirs = (_of(coming, person) for person in ("e000", "e001"))
    others = _of(coming, "e002")
    offers = (
        (Offer("e000", mine[0].id)),
        (Offer("e001", theirs[0].id)),
        (Offer("e002", others[0].id, (mine[1].id, mine[2].id))),
    )
    waits = Exchange(swap(Offer("e001", theirs[1].id), Offer("e000", mine[1].id)), ("e001",))
    agreed = Exchange(claim("e003", others[1].id, "e002"), ("e002", "e003"), needs_approval=True)
    day = period.first + timedelta(days=20)
    return ExchangeBoard(
        hall=publication.hall,
        version=publication.roster.version,
        names={each.id: each.name for each in publication.employees},
        shifts={each.shift.id: each.shift for each in publication.roster.assignments}
        | {each.id: each for each in (_shift(template, day) for template in TEMPLATES)},
        offers=tuple(
            (Case(CaseKind.OFFER, HALL.id, period, number, "u3", NOW, offer_content(offer)), offer)
            for number, offer in enumerate(offers, start=1)
        ),
        exchanges=tuple(
            standing_of(Case(CaseKind.EXCHANGE, HALL.id, period, number, "u9", NOW, exchange_content(exchange)))
            for number, exchange in enumerate((waits, agreed), start=1)
        ),
        open_shifts=(OpenShift(_shift(TEMPLATES[0], day), 2, 5), OpenShift(_shift(TEMPLATES[4], day), 1, 3)),
        holders=holders,
        is_over=is_over,
    )


def fake_appeals(publication: HallPublication) -> tuple[AppealSheet, ...]:
    """One that waits for an answer, late already; one answered; one dismissed."""
    roster = publication.roster
    shifts = [each.shift for each in roster.assignments if each.employee == "e000"]
    raised = Appeal(
        "e000", shifts[0].id, AppealCause.LOST_WISH, "I wished for the late shift.", urgent=True, due_at=NOW - HOUR
    )
    open_sheet = AppealSheet(
        _standing(1, raised, CaseState.OPEN), NAMES[0], shifts[0], "", "", "", "", AppealDuty.ANSWER
    )
    answered = AppealSheet(
        _standing(2, replace(raised, shift=shifts[1].id, due_at=NOW + 9 * HOUR), CaseState.ANSWERED),
        NAMES[0],
        shifts[1],
        "The half hour before nine needs you.",
        "Without Aroha Ngata on early-8h, 3 more half-hours would be uncovered.",
        "",
        "",
        AppealDuty.DECIDE,
    )
    decided = replace(
        answered,
        duty=None,
        standing=_standing(3, replace(raised, cause=AppealCause.RECORD, due_at=NOW), CaseState.DISMISSED),
        decision="The record is right.",
    )
    return open_sheet, answered, decided


def fake_proposals() -> tuple[JudgedProposal, ...]:
    """One that waits, with a comment, and one that was put to the vote."""
    template = ShiftTemplate("1000-1400-d13", 600, 840, weekdays=frozenset({0, 2}))
    first = Proposal(HALL.id, 1, "u3", NOW, template, (Comment("u1", NOW, "Good before the lunch peak."),))
    verdict = ProposalVerdict(2, TEMPLATES[2].id, is_put_to_vote=True, reason="fewest paid hours: part of it")
    second = Proposal(HALL.id, 2, "u1", NOW, TEMPLATES[2])
    return JudgedProposal(first, 48, 320, None), JudgedProposal(second, 120, 320, verdict)


def fake_fairness(publication: HallPublication) -> FairnessReport:
    """An award among everybody, the first with least."""
    shares = [(number + 3) / (len(publication.employees) + 3) for number, _ in enumerate(publication.employees)]
    outcomes = tuple(
        {"employee": each.id, "satisfaction": share, "burden": 4.0 * share, "credit_before": 0.0, "credit_after": 0.5}
        for each, share in zip(publication.employees, shares, strict=True)
    )
    award = fairness_record(shares, [4.0 * share for share in shares], Envy(12, 3, 5))
    carried = carried_over([{"satisfaction": outcomes}])
    return FairnessReport(HALL.id, publication.roster.period.first, award, carried, outcomes)


def fake_matters(publication: HallPublication | None = None) -> HallMatters:
    """Everything that a manager sees."""
    published = publication or fake_publication()
    appeals, terms = fake_appeals(published), HallTerms(manager_approves=True)
    return HallMatters(
        period=published.roster.period,
        board=fake_board(published),
        appeals=AppealBoard(ZONE, appeals, statistics_of([each.standing for each in appeals], NOW), terms, NOW),
        fairness=fake_fairness(published),
        terms=terms,
        now=NOW,
    )


def fake_entrusted() -> AppealBoard:
    """What a trustee of the staff sees: the same appeals, of which one waits for the decision."""
    board = fake_matters().appeals
    appeals = (replace(each, duty=each.duty if each.duty is AppealDuty.DECIDE else None) for each in board.appeals)
    return replace(board, appeals=tuple(appeals), statistics=None)


def fake_own_matters(publication: HallPublication) -> tuple[OwnMatters, ...]:
    """What the first of the staff sees."""
    return (OwnMatters(publication.roster.period, fake_board(publication), fake_appeals(publication)),)


def decided_case(act: CaseAct) -> Case:
    """An exchange on which something was done."""
    step = CaseStep(act, "u1", NOW, canonical_json({}))
    return Case(CaseKind.EXCHANGE, HALL.id, fake_publication().roster.period, 1, "u3", NOW, "{}", (step,))


def _standing(number: int, appeal: Appeal, state: CaseState) -> AppealStanding:
    decided_at = NOW if state is CaseState.DISMISSED else None
    return AppealStanding(f"{HALL.id}/a/{number}", number, appeal, state, NOW - 5 * HOUR, decided_at)


def _of(assignments: list[Assignment], person: str) -> list[Shift]:
    return [each.shift for each in assignments if each.employee == person]


def _shift(template: ShiftTemplate, day: date) -> Shift:
    return dated(template, HALL.id, day, ZONE)
