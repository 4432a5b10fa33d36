"""Replay of a bidding round: its award solved again from the public record, and whatever differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from shiftbid.bidding.days_off import given_of_record, offers_of_record
from shiftbid.bidding.round_record import ClosedRound
from shiftbid.bidding.sealed_bid import bids_of_record
from shiftbid.canonical_json import canonical_json
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.staff import Leave, LeaveKind
from shiftbid.domain.timeline import Period, day_interval
from shiftbid.rules.book import RulePack
from shiftbid.services.bidding_round import hold_round
from shiftbid.services.ports import StaffList
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication, JsonObject
from shiftbid.services.published_staff import published_staff
from shiftbid.services.replay import Replay
from shiftbid.services.round_problem import RoundRequest
from shiftbid.services.situations import candidate_shifts, situations_of
from shiftbid.solver.work_limit import WorkLimit, solver_versions

_AFTER_THE_AWARD = "changes"
_NAMED_ROWS = 3
_SHOWN = 200


def replay_round(
    record: JsonObject, publication: HallPublication, calendar: Calendar, pack: RulePack, listener: ProgressListener
) -> Replay:
    """Solve a round again on its own bids, nonce, credits and limits, and compare the records byte for byte.

    Parameters
    ----------
    record
        One round of ``round.json``.
    publication
        What was published with it: staff, leave, demand and templates are read from here, the award is not.

    Raises
    ------
    InputError
        The record does not name the limits of its solver, or its inputs do not fit together.
    """
    again = hold_round(_request(record, publication, calendar, pack), _limit(record), listener).record
    said = {key: value for key, value in record.items() if key != _AFTER_THE_AWARD}
    differences: list[str] = []
    if canonical_json(said) != canonical_json(dict(again)):
        differences = [
            _difference(key, said, again)
            for key in sorted(said.keys() | again.keys())
            if canonical_json(said.get(key)) != canonical_json(again.get(key))
        ]
    here = solver_versions()
    versions = [
        f"{name} {record['versions'].get(name)} on record, {here.get(name)} here"
        for name in sorted(here.keys() | record["versions"].keys())
        if here.get(name) != record["versions"].get(name)
    ]
    return Replay(publication.hall.id, tuple(versions), tuple(differences))


def _request(record: JsonObject, publication: HallPublication, calendar: Calendar, pack: RulePack) -> RoundRequest:
    hall = publication.hall
    period = Period(date.fromisoformat(record["period"]["first"]), date.fromisoformat(record["period"]["last"]))
    if (record["hall"], period) != (hall.id, publication.roster.period):
        problem = f"is of {record['hall']}, {period.first} to {period.last}; the inputs are of {hall.id}, "
        raise InputError("round", [problem + f"{publication.roster.period.first} to {publication.roster.period.last}"])
    adopted = next(menu.templates for menu in publication.menus if menu.id == publication.adopted_menu)
    shifts = candidate_shifts(adopted, hall, period.days)
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


def _limit(record: JsonObject) -> WorkLimit:
    limits: Mapping[str, Any] = record["limits"]
    stated = WorkLimit().as_record().keys() & {each.name for each in fields(WorkLimit)}
    missing = sorted(stated - limits.keys())
    if missing:
        raise InputError("round.json", [f"limits lack {', '.join(missing)}: this round was made by another version"])
    return WorkLimit(**{name: limits[name] for name in stated})


def _difference(key: str, record: JsonObject, again: JsonObject) -> str:
    said, found = record.get(key), again.get(key)
    if not isinstance(said, list) or not isinstance(found, list):
        return f"{key}: {canonical_json(said)[:_SHOWN]} on record, {canonical_json(found)[:_SHOWN]} by replay"
    only_said, only_found = (_without(one, other) for one, other in ((said, found), (found, said)))
    parts = [
        f"{len(rows)} only {where}, such as {'; '.join(rows[:_NAMED_ROWS])}"
        for rows, where in ((only_said, "on record"), (only_found, "by replay"))
        if rows
    ]
    return f"{key}: {', '.join(parts) or 'in another order'}"


def _without(rows: Sequence[Any], others: Sequence[Any]) -> list[str]:
    known = {canonical_json(each) for each in others}
    return [text for text in map(canonical_json, rows) if text not in known]
