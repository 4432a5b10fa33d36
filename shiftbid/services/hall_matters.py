"""What people of a hall bring up, as screens show it: claims, swaps and appeals; and how fair awards are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.domain.appeal import AppealCause, CauseStatistics
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.timeline import Period
from shiftbid.services.appeal_sheets import AppealSheet, appeal_sheet
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
    statistics
        What became of all appeals of the hall, by cause.
    fairness
        Of the period's award and the rounds before it; None where no award is published.
    now
        When all this was read, in UTC seconds by the clock of the store.
    """

    period: Period
    board: ExchangeBoard
    appeals: tuple[AppealSheet, ...]
    statistics: Mapping[AppealCause, CauseStatistics]
    fairness: FairnessReport | None
    terms: HallTerms
    now: int


@dataclass(frozen=True, slots=True)
class OwnMatters:
    """Matters of one person on one roster: what they may claim and swap, and their own appeals."""

    period: Period
    board: ExchangeBoard
    appeals: tuple[AppealSheet, ...]


def hall_matters(unit: UnitOfWork, roster: PublishedRoster) -> HallMatters:
    """Read what is brought up about a roster, and what the hall has agreed."""
    hall, period = roster.publication.hall.id, roster.publication.roster.period
    board = board_of(unit, RosterName(hall, period), roster)
    return HallMatters(
        period=period,
        board=board,
        appeals=_appeals(unit, board, period),
        statistics=appeal_statistics(unit, hall),
        fairness=fairness_of_rounds(unit, hall, period.first),
        terms=unit.agreements.terms_of(hall),
        now=unit.cases.now(),
    )


def own_matters(unit: UnitOfWork, hall: str, period: Period, employee: str) -> OwnMatters | None:
    """Read what concerns one person of a roster; None for somebody who is not on its staff list."""
    roster = published_roster(unit, hall, period)
    if employee not in roster.names:
        return None
    board = board_of(unit, RosterName(hall, period), roster)
    own = tuple(each for each in _appeals(unit, board, period) if each.standing.appeal.employee == employee)
    return OwnMatters(period, board, own)


def _appeals(unit: UnitOfWork, board: ExchangeBoard, period: Period) -> tuple[AppealSheet, ...]:
    found = appeals_of(unit, RosterName(board.hall.id, period))
    # A later version may have dropped a template, and a person may have left the list; such appeals stay on record.
    return tuple(
        appeal_sheet(case, standing, board.names, board.shifts)
        for case, standing in found
        if standing.appeal.shift in board.shifts and standing.appeal.employee in board.names
    )
