"""Reads what the window shows one person: to staff nothing but their own."""

from __future__ import annotations

from datetime import timedelta

from shiftbid.domain.account import Role, User
from shiftbid.domain.poll import PollKind
from shiftbid.domain.timeline import Period, local_day
from shiftbid.payroll.toil_statement import statement
from shiftbid.services.desk_view import READS_PLANS, DeskView
from shiftbid.services.exchange_ground import PublishedRoster
from shiftbid.services.hall_matters import entrusted_appeals, hall_matters, own_matters
from shiftbid.services.hall_settings import hall_settings
from shiftbid.services.hall_view import HallView, hall_view
from shiftbid.services.own_view import OwnRoster, OwnRound, OwnView, OwnVote
from shiftbid.services.poll_reading import given_at, hall_polls, outcome_of, round_sheet, vote_sheet
from shiftbid.services.ports import UnitOfWork
from shiftbid.services.proposals import commenters, judged_proposals
from shiftbid.services.reading_record import readers_of
from shiftbid.services.toil_desk import person_of

PAST_SHOWN = timedelta(days=92)


def desk_view(unit: UnitOfWork, user: User, hall: str, period: Period | None, now: int) -> DeskView:
    """Read what a user may see of a hall and period at an instant (UTC seconds)."""
    plan = hall_view(unit, hall, period, now) if user.role in READS_PLANS and period is not None else None
    return DeskView(
        plan=plan,
        polls=hall_polls(unit, hall) if user.role is Role.MANAGER else None,
        matters=None if plan is None else hall_matters(unit, _published(unit, plan), user),
        own=own_view(unit, user.id, user.employee, now) if user.employee is not None else None,
        settings=hall_settings(unit, hall, now) if user.role is Role.MANAGER else None,
        entrusted=entrusted_appeals(unit, user) if user.role is Role.STAFF else None,
    )


def own_view(unit: UnitOfWork, account: str, employee: str, now: int) -> OwnView:
    """Read the own matters of an employee, signed in under an account, at an instant (UTC seconds).

    Raises InputError where the person is on no staff list.
    """
    hall, person = person_of(unit, employee)
    on = local_day(now, hall.zone)
    standing = unit.polls.standing_at(now + 1).get(employee)
    return OwnView(
        person=person,
        account=account,
        hall=hall,
        on=on,
        rosters=tuple(
            roster
            for period in unit.publications.periods(hall.id)
            if period.last >= on - PAST_SHOWN and (roster := _own_roster(unit, hall.id, period, employee)) is not None
        ),
        leave=tuple(each for each in unit.staff.of_hall(hall.id).leave if each.employee == employee),
        statement=statement(employee, unit.journal.lots(employee), unit.journal.entries(employee), on),
        requests=tuple(unit.requests.of_employee(employee)),
        vote=_own_vote(unit, hall.id, employee),
        bidding=_own_round(unit, hall.id, employee),
        standing=standing.wishes if standing else (),
        matters=tuple(
            matters
            for period in unit.publications.periods(hall.id)
            if period.last >= local_day(unit.cases.now(), hall.zone)
            and (matters := own_matters(unit, hall.id, period, employee)) is not None
        ),
        proposals=judged_proposals(unit, hall.id),
        commenters=commenters(unit),
        now=unit.polls.now(),
        readers=readers_of(unit, employee, on, hall.zone),
    )


def _published(unit: UnitOfWork, plan: HallView) -> PublishedRoster:
    """The roster that a plan holds, so that it is not read a second time."""
    return PublishedRoster(plan.publication, plan.calendar, plan.pack, unit.staff.of_hall(plan.publication.hall.id))


def _own_vote(unit: UnitOfWork, hall: str, employee: str) -> OwnVote | None:
    votes = [each for each in unit.polls.of_hall(hall) if each.kind is PollKind.VOTE]
    return OwnVote(vote_sheet(unit, votes[-1]), given_at(unit, votes[-1], employee)) if votes else None


def _own_round(unit: UnitOfWork, hall: str, employee: str) -> OwnRound | None:
    rounds = [each for each in unit.polls.of_hall(hall) if each.kind is PollKind.ROUND]
    if not rounds:
        return None
    latest = rounds[-1]
    outcome = outcome_of(unit, latest)
    return OwnRound(
        round_sheet(unit, latest), given_at(unit, latest, employee), None if outcome is None else outcome.of(employee)
    )


def _own_roster(unit: UnitOfWork, hall: str, period: Period, employee: str) -> OwnRoster | None:
    version = unit.publications.version(hall, period)
    roster = unit.publications.roster(hall, period, version)
    context = unit.publications.context(hall, period, version)
    if roster is None or context is None:
        return None
    return OwnRoster(period, version, roster.state, roster.by_employee.get(employee, ()), context.calendar)
