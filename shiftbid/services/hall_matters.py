"""What people of a hall bring up, as screens show it: claims, swaps and appeals; and how fair awards are."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.account import User
from shiftbid.domain.appeal import AppealStanding
from shiftbid.domain.case import Case, CaseState
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.poll import PollKind
from shiftbid.domain.timeline import Period
from shiftbid.services.appeal_rights import DecisionRights, decision_rights, may_answer
from shiftbid.services.appeal_sheets import AppealBoard, AppealDuty, AppealSheet, appeal_sheet
from shiftbid.services.appeals import appeal_statistics, appeals_of
from shiftbid.services.exchange_board import ExchangeBoard, board_of
from shiftbid.services.exchange_ground import PublishedRoster, published_roster
from shiftbid.services.exchange_steps import RosterName
from shiftbid.services.fairness_report import FairnessReport, fairness_of_rounds
from shiftbid.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class HallMatters:
    """Matters of a hall and period, for those who plan and pay.

    Attributes
    ----------
    fairness
        Of the period's award and the rounds before it; None where no award is published.
    now
        When all this was read, in UTC seconds by the clock of the store.
    """

    period: Period
    board: ExchangeBoard
    appeals: AppealBoard
    fairness: FairnessReport | None
    terms: HallTerms
    now: int


@dataclass(frozen=True, slots=True)
class OwnMatters:
    """Matters of one person on one roster: what they may claim and swap, and their own appeals."""

    period: Period
    board: ExchangeBoard
    appeals: tuple[AppealSheet, ...]


def hall_matters(unit: UnitOfWork, roster: PublishedRoster, by: User) -> HallMatters:
    """Read what is brought up about a roster, and what the hall has agreed, for a user who plans or pays."""
    hall, period = roster.publication.hall.id, roster.publication.roster.period
    terms, now = unit.agreements.terms_of(hall), unit.cases.now()
    return HallMatters(
        period=period,
        board=board_of(unit, RosterName(hall, period), roster),
        appeals=AppealBoard(
            roster.publication.hall.zone, _appeals(unit, roster, by), appeal_statistics(unit, hall), terms, now
        ),
        fairness=fairness_of_rounds(unit, hall, period.first),
        terms=terms,
        now=now,
    )


def own_matters(unit: UnitOfWork, hall: str, period: Period, employee: str) -> OwnMatters | None:
    """Read what concerns one person of a roster; None for somebody who is not on its staff list."""
    roster = published_roster(unit, hall, period)
    if employee not in roster.names:
        return None
    board = board_of(unit, RosterName(hall, period), roster)
    own = tuple(each for each in _appeals(unit, roster, None) if each.standing.appeal.employee == employee)
    return OwnMatters(period, board, own)


def entrusted_appeals(unit: UnitOfWork, by: User) -> AppealBoard | None:
    """Read the appeals about rosters whose rounds' keys a user holds; None for whoever holds none.

    The zone and terms are those of the hall whose round was opened last.
    """
    rounds = [each for each in unit.polls.of_trustee(by.id) if each.kind is PollKind.ROUND]
    if not rounds:
        return None
    hall = unit.halls.get(rounds[-1].hall)
    assert hall is not None, "a poll refers to its hall"
    rosters = dict.fromkeys(RosterName(each.hall, each.period) for each in rounds)
    return AppealBoard(
        zone=hall.zone,
        appeals=tuple(
            sheet
            for name in rosters
            if appeals_of(unit, name)
            for sheet in _appeals(unit, published_roster(unit, name.hall, name.period), by)
        ),
        statistics=None,
        terms=unit.agreements.terms_of(hall.id),
        now=unit.cases.now(),
    )


def _appeals(unit: UnitOfWork, roster: PublishedRoster, by: User | None) -> tuple[AppealSheet, ...]:
    """Appeals about a roster, with what a user may do about each."""
    hall, period = roster.publication.hall.id, roster.publication.roster.period
    found = appeals_of(unit, RosterName(hall, period))
    if not found:
        return ()
    names, shifts, rights = roster.names, roster.shifts, decision_rights(unit, hall, period)
    # A later version may have dropped a template, and a person may have left the list; such appeals stay on record.
    return tuple(
        appeal_sheet(case, standing, names, shifts, None if by is None else _duty(rights, case, standing, by))
        for case, standing in found
        if standing.appeal.shift in shifts and standing.appeal.employee in names
    )


def _duty(rights: DecisionRights, case: Case, standing: AppealStanding, by: User) -> AppealDuty | None:
    if standing.state is CaseState.OPEN and may_answer(standing.appeal.employee, by):
        return AppealDuty.ANSWER
    if standing.state is CaseState.ANSWERED and not rights.obstacle(case, by):
        return AppealDuty.DECIDE
    return None
