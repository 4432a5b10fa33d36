"""Steps that offers and exchanges share: reading the roster with its hall held, refusing, and carrying out.

What checks and publishes is imported where it is used, so that a screen that only reads loads none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.account import User
from shiftbid.domain.case import Case, CaseAct, CaseKind, CaseState
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.exchange import Exchange, Offer
from shiftbid.domain.poll import DEAD_STATES, Poll, PollKind, PollState
from shiftbid.domain.timeline import Period
from shiftbid.services.case_port import Seat
from shiftbid.services.case_records import record_case, record_case_step
from shiftbid.services.exchange_cases import (
    OPEN_PLACE,
    ExchangeStanding,
    exchange_content,
    exchange_of,
    given_seats,
    offer_of,
    standing_of,
)
from shiftbid.services.exchange_ground import PublishedRoster, published_roster, shift_text
from shiftbid.services.ports import UnitOfWork
from shiftbid.services.progress import ProgressListener

MOST_TAKES = 10
"""Most shifts that one offer asks for in exchange."""


@dataclass(frozen=True, slots=True)
class RosterName:
    """Whose roster is meant."""

    hall: str
    period: Period


def held_roster(unit: UnitOfWork, name: RosterName) -> PublishedRoster:
    """Read a roster and let no other change of its hall in; InputError where nothing may be exchanged on it."""
    rounds = [unit.polls.hold(each.id) for each in rounds_of(unit, name)]
    unit.cases.hold(name.hall)
    for each in rounds:
        if each.state is not PollState.AWARDED:
            raise InputError(f"round {each.id}", [f"is {each.state}: shifts are exchanged between award and final"])
    return published_roster(unit, name.hall, name.period)


def rounds_of(unit: UnitOfWork, name: RosterName) -> Sequence[Poll]:
    """Rounds about a roster that stand: one, or none where it was planned in one go."""
    return [
        each
        for each in unit.polls.of_hall(name.hall)
        if each.kind is PollKind.ROUND and each.period == name.period and each.state not in DEAD_STATES
    ]


def held_case(unit: UnitOfWork, case_id: str) -> Case:
    """Give a case and let no other change of its hall in; InputError where there is none."""
    known = unit.cases.get(case_id)
    if known is not None:
        unit.cases.hold(known.hall)
    case = unit.cases.get(case_id)
    if case is None:
        raise InputError(f"case {case_id}", ["there is none of this name"])
    return case


def held_exchange(unit: UnitOfWork, case_id: str) -> tuple[ExchangeStanding, PublishedRoster]:
    """Give an open exchange with the roster it changes, its hall held; InputError where it has ended."""
    known = unit.cases.get(case_id)
    if known is None or known.kind is not CaseKind.EXCHANGE:
        raise InputError(f"exchange {case_id}", ["there is none of this name"])
    roster = held_roster(unit, RosterName(known.hall, known.period))
    case = held_case(unit, case_id)
    if case.state is not CaseState.OPEN:
        raise InputError(f"exchange {case.number}", [f"is {case.state}: nothing more is done with it"])
    return standing_of(case), roster


def employee_on(roster: PublishedRoster, user: User) -> str:
    """Give the employee as whom a user acts; AccessError for users who are not on the roster's staff list."""
    if user.employee is None or user.employee not in roster.names:
        hall = roster.publication.hall.name
        raise AccessError(f"{user.name} was not on the staff list of {hall} when its roster was published.")
    return user.employee


def new_case(unit: UnitOfWork, name: RosterName, kind: CaseKind, by: User, content: str) -> Case:
    """A case with the next number of its kind."""
    number = sum(each.kind is kind for each in unit.cases.of_roster(name.hall, name.period)) + 1
    return Case(kind, name.hall, name.period, number, by.id, unit.cases.now(), content)


def bring_up(
    unit: UnitOfWork,
    name: RosterName,
    roster: PublishedRoster,
    by: User,
    exchange: Exchange,
    listener: ProgressListener,
) -> Case:
    """Check an exchange and put it on record; it is carried out where nobody has to be asked."""
    _refuse_exchange(unit, roster, exchange, None, listener)
    seats = (*given_seats(exchange), *_open_seats(unit, roster, exchange))
    new = new_case(unit, name, CaseKind.EXCHANGE, by, exchange_content(exchange))
    case = record_case(unit, new, seats)
    return _carried_out(unit, roster, case, by, listener) if _is_ready(case) else case


def carry_out_if_ready(
    unit: UnitOfWork, roster: PublishedRoster, case: Case, by: User, listener: ProgressListener
) -> Case:
    """Check an exchange again and carry it out, where nobody is waited for any more; gives the case after it."""
    if not _is_ready(case):
        return case
    _refuse_exchange(unit, roster, exchange_of(case), case, listener)
    return _carried_out(unit, roster, case, by, listener)


def refuse_offer(unit: UnitOfWork, roster: PublishedRoster, offer: Offer) -> None:
    """Raise InputError where an offer cannot stand, with every reason."""
    problems = list(_place_problems(unit, roster, Seat(offer.gives, offer.employee), None))
    for case in open_offers(unit, roster):
        known = offer_of(case)
        if (known.employee, known.gives) == (offer.employee, offer.gives):
            problems.append(f"it is offered already, in offer {case.number}: withdraw that first")
    if len(offer.takes) > MOST_TAKES:
        problems.append(f"{len(offer.takes)} shifts are asked for; name at most {MOST_TAKES}")
    problems += _unknown(roster, offer.takes)
    problems += [f"{shift} is the person's own already" for shift in offer.takes if roster.holds(offer.employee, shift)]
    if problems:
        raise InputError(f"offer of {offer.gives}", problems)


def open_offers(unit: UnitOfWork, roster: PublishedRoster) -> Iterator[Case]:
    """Offers that stand and whose shift the person still has, in order of number."""
    published = roster.publication.roster
    for case in unit.cases.of_roster(published.hall, published.period):
        if case.kind is CaseKind.OFFER and case.state is CaseState.OPEN:
            offer = offer_of(case)
            if roster.holds(offer.employee, offer.gives):
                yield case


def free_offer(unit: UnitOfWork, roster: PublishedRoster, shift: str, claimant: str) -> Case | None:
    """The first offer by which somebody else gives a shift away, and which no exchange answers yet."""
    held = unit.cases.held_seats(roster.publication.hall.id, roster.publication.roster.period)
    free = (
        case
        for case in open_offers(unit, roster)
        if (offer := offer_of(case)).given_away
        and offer.gives == shift
        and offer.employee != claimant
        and Seat(shift, offer.employee) not in held
    )
    return next(free, None)


def refuse_unless_open(unit: UnitOfWork, roster: PublishedRoster, shift: str) -> None:
    """Raise InputError, which says who was first, where a shift has no place that somebody could claim."""
    problems = list(_unknown(roster, [shift]))
    if not problems and not _free_places(unit, roster, shift):
        problems = [_why_taken(unit, roster, shift)]
    if problems:
        raise InputError(f"claim of {shift}", problems)


def waits_text(standing: ExchangeStanding, roster: PublishedRoster) -> str:
    """Whom an exchange waits for, as part of a sentence."""
    if standing.waits_for:
        return f"it waits for {', '.join(roster.names[each] for each in standing.waits_for)}"
    return "it waits for a manager" if standing.waits_for_manager else "it waits for nobody"


def _is_ready(case: Case) -> bool:
    standing = standing_of(case)
    return case.state is CaseState.OPEN and not standing.waits_for and not standing.waits_for_manager


def _carried_out(unit: UnitOfWork, roster: PublishedRoster, case: Case, by: User, listener: ProgressListener) -> Case:
    from shiftbid.services.revision import ChangeKind, RosterChange, publish_revision

    exchange, base = exchange_of(case), roster.publication.roster.version
    kind = ChangeKind.SWAP if any(each.gives and each.takes for each in exchange.moves) else ChangeKind.CLAIM
    change = RosterChange(kind, by.id, unit.cases.now(), case.id)
    assignments = roster.after(exchange.moves)
    published = publish_revision(unit, case.hall, case.period, base, assignments, change, listener)
    content = canonical_json({"version": published.roster.version})
    done = record_case_step(unit, case, CaseAct.CARRY_OUT, by.id, content)
    for each in open_offers(unit, roster):
        offer = offer_of(each)
        if (offer.employee, offer.gives) in exchange.given:
            record_case_step(unit, each, CaseAct.CARRY_OUT, by.id, canonical_json({"exchange": case.id}))
    return done


def _refuse_exchange(
    unit: UnitOfWork, roster: PublishedRoster, exchange: Exchange, case: Case | None, listener: ProgressListener
) -> None:
    """Raise InputError where an exchange may not be, with every reason; `case` is its own, where it has one."""
    from shiftbid.services.exchange_effect import RefusedExchangeError, effect_of

    source = "exchange" if case is None else f"exchange {case.number}"
    problems = [problem for seat in given_seats(exchange) for problem in _place_problems(unit, roster, seat, case)]
    taken = [(each.employee, each.takes) for each in exchange.moves if each.takes is not None]
    problems += _unknown(roster, [shift for _, shift in taken])
    problems += [
        f"{roster.names[employee]} has {_told(roster, shift)} already"
        for employee, shift in taken
        if roster.holds(employee, shift)
    ]
    problems += [problem for shift in exchange.open_shifts for problem in _begun(unit, roster, shift)]
    if problems:
        raise InputError(source, problems)
    effect = effect_of(roster, exchange.moves, listener)
    if effect.problems:
        raise RefusedExchangeError(source, roster, exchange.moves, effect)
    if exchange.open_shifts and effect.missing_half_hours == 0:
        raise InputError(source, ["no heads are missing there any more"])


def _place_problems(unit: UnitOfWork, roster: PublishedRoster, seat: Seat, case: Case | None) -> Iterator[str]:
    """Why a person cannot give a shift."""
    if not roster.holds(seat.place, seat.shift):
        yield f"{roster.names.get(seat.place, seat.place)} does not have shift {seat.shift}"
        return
    if roster.is_pinned(seat.place, seat.shift):
        yield f"{_told(roster, seat.shift)} is pinned to {roster.names[seat.place]}: a manager has to release it first"
    yield from _begun(unit, roster, seat.shift)
    published = roster.publication.roster
    holder = unit.cases.held_seats(published.hall, published.period).get(seat)
    if holder is not None and (case is None or holder != case.id):
        number = holder.rpartition("/")[2]
        yield f"{_told(roster, seat.shift)} of {roster.names[seat.place]} is part of exchange {number}, not yet decided"


def _begun(unit: UnitOfWork, roster: PublishedRoster, shift: str) -> Iterator[str]:
    known = roster.shifts.get(shift)
    if known is not None and known.span.start <= unit.cases.now():
        yield f"{_told(roster, shift)} has begun already"


def _unknown(roster: PublishedRoster, shifts: Iterable[str]) -> list[str]:
    known = roster.shifts
    return [
        f"there is no shift {each}: write TEMPLATE:DATE of an adopted template" for each in shifts if each not in known
    ]


def _free_places(unit: UnitOfWork, roster: PublishedRoster, shift: str) -> list[Seat]:
    """Empty places on a shift that no exchange holds."""
    published = roster.publication.roster
    held = unit.cases.held_seats(published.hall, published.period)
    places = next((each.places for each in roster.open_shifts() if each.shift.id == shift), 0)
    seats = [Seat(shift, f"{OPEN_PLACE}/{number}") for number in range(1, places + 1)]
    return [seat for seat in seats if seat not in held]


def _open_seats(unit: UnitOfWork, roster: PublishedRoster, exchange: Exchange) -> tuple[Seat, ...]:
    return tuple(_free_places(unit, roster, shift)[0] for shift in exchange.open_shifts)


def _why_taken(unit: UnitOfWork, roster: PublishedRoster, shift: str) -> str:
    """Who has claimed a shift that is free no more."""
    published = roster.publication.roster
    for case in reversed(unit.cases.of_roster(published.hall, published.period)):
        if case.kind is CaseKind.EXCHANGE and case.state in (CaseState.OPEN, CaseState.DONE):
            for move in exchange_of(case).moves:
                if move.takes == shift:
                    name = roster.names[move.employee]
                    return f"{name} was first and has {_told(roster, shift)} by exchange {case.number} ({case.state})"
    return f"nobody gives {_told(roster, shift)} away, and no heads are missing on it"


def _told(roster: PublishedRoster, shift: str) -> str:
    return shift_text(roster.shifts[shift], roster.publication.hall)
