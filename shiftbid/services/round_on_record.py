"""The question that a published round answered, put again from its public record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from shiftbid.bidding.days_off import given_of_record, offers_of_record
from shiftbid.bidding.round_record import ClosedRound
from shiftbid.bidding.sealed_bid import bids_of_record
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import Leave, LeaveKind
from shiftbid.domain.timeline import Period, day_interval
from shiftbid.rules.book import RulePack
from shiftbid.services.ports import StaffList
from shiftbid.services.publication import HallPublication, JsonObject
from shiftbid.services.published_staff import published_staff
from shiftbid.services.round_problem import RoundRequest
from shiftbid.services.situations import candidate_shifts, situations_of


def request_on_record(
    record: JsonObject,
    publication: HallPublication,
    calendar: Calendar,
    pack: RulePack,
    others: Sequence[Shift] = (),
) -> RoundRequest:
    """Put the question of a round again: its bids, nonce, credits and offers, and the staff as before the award.

    Parameters
    ----------
    record
        One round of ``round.json``.
    others
        Shifts that may be given besides those of the adopted templates.

    Raises InputError where record and publication do not belong together.
    """
    hall = publication.hall
    period = Period(date.fromisoformat(record["period"]["first"]), date.fromisoformat(record["period"]["last"]))
    if (record["hall"], period) != (hall.id, publication.roster.period):
        problem = f"is of {record['hall']}, {period.first} to {period.last}; the inputs are of {hall.id}, "
        raise InputError("round", [problem + f"{publication.roster.period.first} to {publication.roster.period.last}"])
    adopted = next(menu.templates for menu in publication.menus if menu.id == publication.adopted_menu)
    offered = {shift.id: shift for shift in (*candidate_shifts(adopted, hall, period.days), *others)}
    shifts = tuple(offered.values())
    staff = _before_the_award(published_staff(publication), record, hall.zone)
    return RoundRequest(
        hall=hall,
        period=period,
        demand=publication.demand,
        shifts=shifts,
        situations=situations_of(staff, hall, period, calendar, pack, shifts),
        closed=ClosedRound(
            hall.id, period, record["nonce"], bids_of_record(record["bids"]), RoundMethod(record["method"])
        ),
        pack=pack,
        credits={each["employee"]: each["credit_before"] for each in record["satisfaction"]},
        time_off=offers_of_record(record["time_off"]),
    )


def _before_the_award(staff: StaffList, record: JsonObject, zone: str) -> StaffList:
    """The staff without the days off in lieu that the award itself gave."""
    given = {
        Leave(employee, day_interval(day, zone), LeaveKind.TOIL)
        for employee, day in given_of_record(record["time_off"])
    }
    return replace(staff, leave=tuple(each for each in staff.leave if each not in given))
