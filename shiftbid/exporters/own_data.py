"""What is stored about one person, as the person takes it away: one JSON file (docs/own-data.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from shiftbid.domain.bid import Bid
from shiftbid.domain.data_reading import READINGS_KEPT_DAYS
from shiftbid.domain.request import TimeOffRequest
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval, format_instant
from shiftbid.exporters.json_records import canonical
from shiftbid.services.appeal_sheets import AppealSheet
from shiftbid.services.own_view import OwnRound, OwnView
from shiftbid.services.reading_record import DayReading

OWN_DATA_FORMAT = "shiftbid-own-data-1"


def own_data(view: OwnView) -> bytes:
    """Give the file of a person's own data, instants in the hall's local time with UTC offset."""
    zone, person = view.hall.zone, view.person
    return canonical(
        {
            "format": OWN_DATA_FORMAT,
            "made_at": format_instant(view.now, zone),
            "employee": person.id,
            "name": person.name,
            "hall": view.hall.name,
            "contract_minutes": person.contract_minutes,
            "system": person.system.value,
            "skills": sorted(person.skills),
            "born": person.born.isoformat(),
            "employed_from": person.employed_from.isoformat(),
            "rate_cents": person.rate_cents,
            "rosters": [
                {
                    "first": each.period.first.isoformat(),
                    "last": each.period.last.isoformat(),
                    "version": each.version,
                    "state": each.state.value,
                    "shifts": [_shift(shift, zone) for shift in each.shifts],
                }
                for each in view.rosters
            ],
            "leave": [{"kind": each.kind.value, **_span(each.span, zone)} for each in view.leave],
            "requests": [_request(each, zone) for each in view.requests],
            "toil": _toil(view),
            "ballot_given_at": _when(view.vote.gave_at if view.vote else None, zone),
            "round": None if view.bidding is None else _round(view.bidding, zone),
            "standing_wishes": list(view.standing),
            "offers": _offers(view),
            "exchanges": _exchanges(view),
            "appeals": [_appeal(sheet, zone) for matters in view.matters for sheet in matters.appeals],
            "read_by": [_reading(each, zone) for each in view.readers],
            "read_by_kept_days": READINGS_KEPT_DAYS,
        }
    )


def _when(moment: int | None, zone: str) -> str | None:
    return None if moment is None else format_instant(moment, zone)


def _span(span: Interval, zone: str) -> Mapping[str, str]:
    return {"start": format_instant(span.start, zone), "end": format_instant(span.end, zone)}


def _shift(shift: Shift, zone: str) -> Mapping[str, Any]:
    return {
        "date": shift.day.isoformat(),
        "template": shift.template,
        **_span(shift.span, zone),
        "paid_minutes": shift.paid_minutes,
    }


def _request(request: TimeOffRequest, zone: str) -> Mapping[str, Any]:
    return {
        "id": request.id,
        "kind": request.kind.value,
        **_span(request.span, zone),
        "state": request.state.value,
        "steps": [
            {"act": each.act.value, "by": each.by, "at": format_instant(each.at, zone), "reason": each.reason}
            for each in request.steps
        ],
    }


def _toil(view: OwnView) -> Mapping[str, Any]:
    balance = view.statement.balance
    return {
        "on": view.statement.on.isoformat(),
        "balance_minutes": balance.minutes,
        "free_minutes": balance.free_minutes,
        "held_minutes": balance.held_minutes,
        "owed_minutes": balance.owed_minutes,
        "lots": [
            {"lot": each.lot, "kind": each.kind.value, "minutes": each.minutes, "expires": each.expires.isoformat()}
            for each in view.statement.lots
        ],
        "entries": [
            {
                "entry": each.entry,
                "effective": each.day.isoformat(),
                "kind": each.kind.value,
                "source": each.source,
                "change_minutes": each.change_minutes,
                "balance_minutes": each.balance_minutes,
            }
            for each in view.statement.rows
        ],
    }


def _round(bidding: OwnRound, zone: str) -> Mapping[str, Any]:
    outcome = bidding.outcome
    return {
        "bids_given_at": _when(bidding.gave_at, zone),
        "honoured": _bids(outcome.kept) if outcome else [],
        "lost": [{**_bid(each.bid), "reason": each.told} for each in outcome.lost] if outcome else [],
    }


def _bids(bids: Iterable[Bid]) -> list[Mapping[str, Any]]:
    return [_bid(each) for each in bids]


def _bid(bid: Bid) -> Mapping[str, Any]:
    return {"date": bid.day.isoformat(), "template": bid.template, "level": bid.level.name.lower()}


def _offers(view: OwnView) -> list[Mapping[str, Any]]:
    return [
        {"gives": offer.gives, "takes": list(offer.takes)}
        for matters in view.matters
        for _, offer in matters.board.offers
        if offer.employee == view.person.id
    ]


def _exchanges(view: OwnView) -> list[Mapping[str, Any]]:
    return [
        {"gives": move.gives, "takes": move.takes, "state": each.case.state.value}
        for matters in view.matters
        for each in matters.board.exchanges
        for move in each.exchange.moves
        if move.employee == view.person.id
    ]


def _appeal(sheet: AppealSheet, zone: str) -> Mapping[str, Any]:
    standing = sheet.standing
    return {
        "shift": standing.appeal.shift,
        "cause": standing.appeal.cause.value,
        "text": standing.appeal.text,
        "raised_at": format_instant(standing.raised_at, zone),
        "state": standing.state.value,
        "answer": sheet.answer,
        "decision": sheet.decision,
    }


def _reading(reading: DayReading, zone: str) -> Mapping[str, Any]:
    return {
        "name": reading.name,
        "role": reading.role.value,
        "first_at": format_instant(reading.at, zone),
        "kinds": [each.value for each in reading.kinds],
    }
