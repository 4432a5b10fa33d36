"""What needs the manager: each matter with a weight, and the page it leads to. Qt-free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from shiftbid.domain.request import RequestState
from shiftbid.domain.timeline import local_day, minute_of_day
from shiftbid.domain.toil import NEVER
from shiftbid.rules.finding import Severity
from shiftbid.services.appeal_sheets import AppealDuty
from shiftbid.services.hall_view import HallView
from shiftbid.ui.pages.page_name import PageName

if TYPE_CHECKING:
    from shiftbid.services.hall_matters import HallMatters

SOON_DAYS = 30


class Matter(StrEnum):
    """Kinds of matters, the most pressing first."""

    UNLAWFUL = "unlawful"
    FINDING = "finding"
    MISSED_PROMISE = "missed_promise"
    APPEAL_TO_ANSWER = "appeal_to_answer"
    APPEAL_TO_DECIDE = "appeal_to_decide"
    OPEN_SWAP = "open_swap"
    OPEN_REQUEST = "open_request"
    EXPIRING_TOIL = "expiring_toil"
    UNPLANNED = "unplanned"
    PAY_OPEN = "pay_open"


@dataclass(frozen=True, slots=True)
class TodayRecord:
    """A matter, how often, whom or which day it concerns first, and where it is looked at."""

    matter: Matter
    count: int
    minutes: int
    day: date
    who: str
    employee: str
    page: PageName


DUTIES = {AppealDuty.ANSWER: Matter.APPEAL_TO_ANSWER, AppealDuty.DECIDE: Matter.APPEAL_TO_DECIDE}


def today_records(view: HallView, brought_up: HallMatters | None) -> tuple[TodayRecord, ...]:
    """Everything that needs somebody, the most pressing first."""
    order = list(Matter)
    records = [*_matters(view), *(_brought_up(brought_up) if brought_up is not None else ())]
    return tuple(sorted(records, key=lambda each: (order.index(each.matter), each.day, each.who)))


def _brought_up(matters: HallMatters) -> Iterator[TodayRecord]:
    """Appeals by the day on which they have to be decided, exchanges by that of their first shift."""
    zone, names, shifts = matters.board.hall.zone, matters.board.names, matters.board.shifts
    for duty, matter in DUTIES.items():
        for sheet in matters.appeals.of_duty(duty):
            appeal = sheet.standing.appeal
            day = local_day(appeal.due_at, zone)
            yield TodayRecord(matter, 1, 0, day, sheet.name, appeal.employee, PageName.APPEALS)
    for each in matters.board.exchanges:
        if each.waits_for_manager:
            moves = each.exchange.moves
            days = [shifts[shift].day for move in moves for shift in (move.gives, move.takes) if shift is not None]
            who = ", ".join(names.get(move.employee, move.employee) for move in moves)
            yield TodayRecord(Matter.OPEN_SWAP, 1, 0, min(days), who, moves[0].employee, PageName.SWAPS)


def _matters(view: HallView) -> Iterator[TodayRecord]:
    publication = view.publication
    zone, period = publication.hall.zone, publication.roster.period
    for matter, findings in (
        (Matter.UNLAWFUL, [each for each in publication.findings if each.severity is Severity.ILLEGAL]),
        (Matter.FINDING, [each for each in publication.findings if each.severity is not Severity.ILLEGAL]),
    ):
        if findings:
            first = min(findings, key=lambda each: each.span)
            day = local_day(first.span.start, zone)
            yield TodayRecord(matter, len(findings), 0, day, "", first.employee, PageName.FINDINGS)
    missed = sorted({_clock_hour(row.quarter.start, zone) for row in publication.certificate if not row.kept})
    if missed:
        yield TodayRecord(Matter.MISSED_PROMISE, len(missed), 0, missed[0][0], "", "", PageName.CERTIFICATE)
    names = {each.id: each.name for each in publication.employees}
    for request in view.requests:
        if request.state is RequestState.ASKED:
            day = local_day(request.span.start, zone)
            name = names[request.employee]
            yield TodayRecord(Matter.OPEN_REQUEST, 1, 0, day, name, request.employee, PageName.REQUESTS)
    until = view.on + timedelta(days=SOON_DAYS)
    for each in view.statements:
        soon = [lot for lot in each.statement.lots if lot.expires <= until and lot.expires != NEVER]
        if soon:
            minutes = sum(lot.minutes for lot in soon)
            last = min(lot.expires for lot in soon)
            yield TodayRecord(
                Matter.EXPIRING_TOIL, len(soon), minutes, last, each.name, each.statement.employee, PageName.TOIL
            )
    following = period.last + timedelta(days=1)
    if view.planned_until <= period.last:
        yield TodayRecord(Matter.UNPLANNED, 1, 0, following, "", "", PageName.ROSTER)
    if view.pay is not None and (view.pay.last is None or not view.pay.last.is_locked) and view.on >= period.last:
        yield TodayRecord(Matter.PAY_OPEN, 1, 0, period.last, "", "", PageName.PAYROLL)


def _clock_hour(moment: int, zone: str) -> tuple[date, int]:
    return local_day(moment, zone), minute_of_day(moment, zone) // 60
