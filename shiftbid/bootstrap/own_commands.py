"""What people have done for themselves, on a database in the worker process."""

from __future__ import annotations

import time

from shiftbid.domain.account import User
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.poll import Poll
from shiftbid.services.own_orders import (
    AskTimeOff,
    CancelTimeOff,
    CastBallot,
    ChangeOwnPin,
    ExportOwnCalendar,
    ExportOwnData,
    GiveBids,
    JudgeWishes,
    KeepStanding,
    OwnOrder,
)
from shiftbid.services.ports import UnitOfWorkFactory


def do_own_order(url: str, order: OwnOrder, by: User) -> object:
    """Do what a person asks for themselves."""
    from shiftbid.services.bid_round import keep_standing
    from shiftbid.services.time_off_requests import ask, cancel
    from shiftbid.storage.database import Database

    with Database(url) as database:
        units = database.unit_of_work
        match order:
            case ExportOwnCalendar():
                return _export_calendar(units, order, _employee(by))
            case CastBallot():
                return _cast(units, order, by)
            case JudgeWishes():
                return _judge(units, order, _employee(by))
            case GiveBids():
                return _bid(units, order, by)
            case KeepStanding():
                return keep_standing(units, by, order.wishes)
            case AskTimeOff():
                return ask(units, order.hall, order.new, by, int(time.time()))
            case CancelTimeOff():
                return cancel(units, order.hall, order.request, by, int(time.time()))
            case ChangeOwnPin():
                return _change_pin(units, order, by)
            case ExportOwnData():
                return _export_data(units, order, by)


def poll_of(units: UnitOfWorkFactory, poll: str) -> Poll:
    """Give a poll by its name on record; InputError where there is none."""
    with units() as unit:
        found = unit.polls.get(poll)
    if found is None:
        raise InputError("poll", [f"there is no vote or round {poll}"])
    return found


def _cast(units: UnitOfWorkFactory, order: CastBallot, by: User) -> object:
    from shiftbid.services.poll_boxes import BoxMaking
    from shiftbid.services.secrets import entropy_secrets
    from shiftbid.services.vote import cast_ballot
    from shiftbid.storage.sealed_boxes import SodiumBoxSealer

    making = BoxMaking(SodiumBoxSealer(), entropy_secrets)
    return cast_ballot(units, making, poll_of(units, order.vote), by, order.answers)


def _judge(units: UnitOfWorkFactory, order: JudgeWishes, employee: str) -> object:
    from shiftbid.services.wish_judgement import judge_wishes

    bidding = poll_of(units, order.bidding)
    with units() as unit:
        return judge_wishes(unit, bidding, employee, order.wishes)


def _bid(units: UnitOfWorkFactory, order: GiveBids, by: User) -> object:
    from shiftbid.bidding.wish_text import parse_wishes
    from shiftbid.services.bid_round import give_bids
    from shiftbid.services.poll_boxes import BoxMaking
    from shiftbid.services.secrets import entropy_secrets
    from shiftbid.storage.sealed_boxes import SodiumBoxSealer

    making = BoxMaking(SodiumBoxSealer(), entropy_secrets)
    return len(give_bids(units, making, poll_of(units, order.bidding), by, parse_wishes(order.wishes)))


def _change_pin(units: UnitOfWorkFactory, order: ChangeOwnPin, by: User) -> None:
    from shiftbid.services.accounts import change_pin
    from shiftbid.storage.pin_hashing import Argon2PinHasher

    change_pin(units, Argon2PinHasher(), by, order.old_pin, order.new_pin, int(time.time()))


def _export_calendar(units: UnitOfWorkFactory, order: ExportOwnCalendar, employee: str) -> object:
    from shiftbid.exporters.file_set import write_named
    from shiftbid.exporters.personal_calendars import personal_calendars
    from shiftbid.services.published_plan import earlier_rosters, published_plan

    with units() as unit:
        plan = published_plan(unit, order.hall, order.period)
        earlier = [earlier_rosters(unit, span) for span in plan.spans]
    own = dict(personal_calendars(plan, earlier, order.language)).get(f"{employee}.ics")
    if own is None:
        raise InputError("calendar", [f"you have no shift from {order.period.first} to {order.period.last}"])
    (file,) = write_named(order.file, {order.file.name: own})
    return file


def _export_data(units: UnitOfWorkFactory, order: ExportOwnData, by: User) -> object:
    from shiftbid.exporters.file_set import write_file_set
    from shiftbid.exporters.own_data import own_data
    from shiftbid.services.desk_reading import own_view

    with units() as unit:
        view = own_view(unit, by.id, _employee(by), int(time.time()))
    (file,) = write_file_set(order.file.parent, {order.file.name: own_data(view)})
    return file


def _employee(by: User) -> str:
    if by.employee is None:
        raise AccessError(f"{by.name} is no employee, and so has no page of their own.")
    return by.employee
