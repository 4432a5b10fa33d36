"""Requests for time off as rows. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.request import RequestState, TimeOffRequest
from shiftbid.services.hall_view import HallView


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """A request.

    Attributes
    ----------
    shifts
        Shifts of the person that the published roster has in the days asked for.
    """

    name: str
    zone: str
    request: TimeOffRequest
    shifts: int


def request_records(view: HallView) -> tuple[RequestRecord, ...]:
    """Those that wait for an answer first, each group by start."""
    publication = view.publication
    names = {each.id: each.name for each in publication.employees}
    ordered = sorted(view.requests, key=lambda each: (each.state is not RequestState.ASKED, each.span.start, each.id))
    return tuple(
        RequestRecord(
            names[each.employee],
            publication.hall.zone,
            each,
            sum(
                rostered.employee == each.employee and rostered.shift.span.overlaps(each.span)
                for rostered in publication.roster.assignments
            ),
        )
        for each in ordered
    )
