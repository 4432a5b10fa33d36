"""One person's own matters in memory: the first of the fake hall's staff."""

from __future__ import annotations

from datetime import timedelta

from shiftbid.domain.roster import RosterState
from shiftbid.domain.staff import Leave, LeaveKind
from shiftbid.domain.timeline import Interval, instant
from shiftbid.services.own_view import OwnRoster, OwnView
from tests.gui.fake_hall import CALENDAR, FIRST, HALL, ZONE, fake_publication, fake_view

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
        hall=HALL,
        on=FIRST + timedelta(days=9),
        rosters=(
            OwnRoster(period, 1, RosterState.PUBLISHED, publication.roster.by_employee.get(person.id, ()), CALENDAR),
        ),
        leave=(Leave(person.id, away, LeaveKind.ANNUAL),),
        statement=view.statements[3].statement,
        requests=(),
    )
