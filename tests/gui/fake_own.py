"""One person's own matters in memory: the first of the fake hall's staff."""

from __future__ import annotations

from datetime import timedelta

from shiftbid.domain.data_reading import DataKind, ReaderRole
from shiftbid.domain.request import RequestAct, RequestStep, TimeOffRequest
from shiftbid.domain.roster import RosterState
from shiftbid.domain.staff import Leave, LeaveKind
from shiftbid.domain.timeline import Interval, instant
from shiftbid.services.own_view import OwnRoster, OwnRound, OwnView, OwnVote
from shiftbid.services.reading_record import DayReading
from tests.gui.fake_hall import CALENDAR, FIRST, HALL, ZONE, fake_publication, fake_view
from tests.gui.fake_matters import USERS, fake_own_matters, fake_proposals
from tests.gui.fake_polls import BID_AT, NOW, awarded_round_sheet, fake_outcome, open_vote_sheet

AWAY_FROM = FIRST + timedelta(days=30)


def fake_own_view() -> OwnView:
    """Shifts of four weeks, two days of leave after them, and time off in lieu of the second person on the list."""
    publication = fake_publication()
    person = publication.employees[0]
    view = fake_view(publication)
    period = publication.roster.period
    away = Interval(instant(AWAY_FROM, 0, ZONE), instant(AWAY_FROM + timedelta(days=2), 0, ZONE))
    return OwnView(
        person=person,
        account="u3",
        hall=HALL,
        on=FIRST + timedelta(days=9),
        rosters=(
            OwnRoster(period, 1, RosterState.PUBLISHED, publication.roster.by_employee.get(person.id, ()), CALENDAR),
        ),
        leave=(Leave(person.id, away, LeaveKind.ANNUAL),),
        statement=view.statements[3].statement,
        requests=(refused_request(person.id), waiting_request(person.id)),
        vote=OwnVote(open_vote_sheet(), None),
        bidding=OwnRound(awarded_round_sheet(), BID_AT, fake_outcome().of(person.id)),
        standing=("like:off:sun",),
        matters=fake_own_matters(publication),
        proposals=fake_proposals(),
        commenters=USERS,
        now=NOW,
        readers=(
            DayReading(
                "manager", ReaderRole.MANAGER, NOW - 3600, (DataKind.STAFF_LIST, DataKind.SCHEDULE, DataKind.PAY)
            ),
            DayReading("clerk", ReaderRole.PAYROLL, NOW - 90_000, (DataKind.PAY_FILE,)),
        ),
    )


def waiting_request(employee: str) -> TimeOffRequest:
    """A day of annual leave, not answered yet."""
    span = Interval(instant(AWAY_FROM, 0, ZONE), instant(AWAY_FROM + timedelta(days=1), 0, ZONE))
    return TimeOffRequest(
        "r2", employee, LeaveKind.ANNUAL, span, (RequestStep(RequestAct.ASK, "u3", NOW - 7000, "a wedding"),)
    )


def refused_request(employee: str) -> TimeOffRequest:
    """Two days off in lieu, refused with a reason."""
    first = FIRST + timedelta(days=14)
    span = Interval(instant(first, 0, ZONE), instant(first + timedelta(days=2), 0, ZONE))
    steps = (
        RequestStep(RequestAct.ASK, "u3", NOW - 90_000, ""),
        RequestStep(RequestAct.REFUSE, "u1", NOW - 80_000, "two people are away already"),
    )
    return TimeOffRequest("r1", employee, LeaveKind.TOIL, span, steps)
