"""What votes and rounds share: who holds the key to the boxes, who takes part, and the steps that go on record."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.poll import DEAD_STATES, Poll, PollAct, PollKind, PollState
from shiftbid.domain.tie_number import sha256_hex
from shiftbid.domain.timeline import Period
from shiftbid.services.accounts import REFUSED, note_failure, refuse_locked, require, sign_in
from shiftbid.services.pin_port import PinHasher
from shiftbid.services.poll_port import BoxSealer, KeyPair
from shiftbid.services.poll_records import poll_records
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory
from shiftbid.services.secrets import SecretSource


@dataclass(frozen=True, slots=True)
class Credentials:
    """What somebody typed to say who they are."""

    name: str
    pin: str


@dataclass(frozen=True, slots=True)
class BoxMaking:
    """What making sealed boxes takes."""

    sealer: BoxSealer
    secret: SecretSource


@dataclass(frozen=True, slots=True)
class Keyholders:
    """Who opens a poll, and who holds the key to its boxes, both signed in."""

    manager: User
    trustee: User
    trustee_pin: str


@dataclass(frozen=True, slots=True)
class LockedBoxes:
    """Keys of a new poll: the public one, and the other locked up with the nonce."""

    public_key: str
    locked_key: str
    nonce_commitment: str


@dataclass(frozen=True, slots=True)
class UnlockedBoxes:
    """What the trustee's PIN gives: the keys to the boxes, and the nonce that settles ties."""

    trustee: User
    keys: KeyPair
    nonce: str


def signed_in(units: UnitOfWorkFactory, hasher: PinHasher, who: Credentials) -> User:
    """Sign somebody in by the clock of the store; AccessError where name or PIN are wrong."""
    with units() as unit:
        now = unit.polls.now()
    return sign_in(units, hasher, who.name, who.pin, now)


def keyholders(
    units: UnitOfWorkFactory, hasher: PinHasher, hall: str, manager: User, trustee: Credentials
) -> Keyholders:
    """Sign in the trustee of a poll that a manager opens.

    Raises
    ------
    AccessError
        A name or PIN is wrong, whoever opens is no manager, or the trustee is that manager or one of the hall's own.
    """
    require(manager, Role.MANAGER)
    holds = signed_in(units, hasher, trustee)
    with units() as unit:
        own = {each.id for each in unit.staff.of_hall(hall).employees}
    if holds.id == manager.id or (holds.role is Role.MANAGER and holds.employee in own):
        raise AccessError(
            f"{holds.name} manages the hall and may not hold the key to its boxes: name somebody else, such as another "
            "hall's manager or a payroll clerk."
        )
    return Keyholders(manager, holds, trustee.pin)


def lock_boxes(sealer: BoxSealer, trustee_pin: str, nonce: str) -> LockedBoxes:
    """Make the keys of a poll and lock the private one, with the nonce, under the trustee's PIN."""
    keys = sealer.new_keys()
    locked = sealer.lock(canonical_json({"private_key": keys.private, "nonce": nonce}), trustee_pin)
    return LockedBoxes(keys.public, locked, sha256_hex(nonce))


def unlock_boxes(units: UnitOfWorkFactory, sealer: BoxSealer, poll: Poll, trustee: Credentials) -> UnlockedBoxes:
    """Unlock the boxes of a poll with the PIN that its trustee had when it was opened.

    Raises
    ------
    AccessError
        Somebody else than the trustee asks, or the PIN is wrong; failures lock the name as at signing in.
    InputError
        The deadline has not passed, or the key is destroyed already.
    """
    with units() as unit:
        now = unit.polls.now()
        refuse_locked(unit, trustee.name, now)
        user, locked = unit.users.by_name(trustee.name), unit.polls.locked_key(poll.id)
        if user is None or user.id != poll.trustee:
            raise AccessError(f"Only the trustee of {poll.kind} {poll.id} may close it.")
        if poll.state is PollState.OPEN and now < poll.deadline:
            raise InputError(f"{poll.kind} {poll.id}", ["is open until its deadline: close it after that"])
        if locked is None:
            raise InputError(f"{poll.kind} {poll.id}", [f"is {poll.state}: its key is destroyed"])
        secret = sealer.unlock(locked, trustee.pin)
        if secret is None:
            note_failure(unit, trustee.name, now)
            unit.commit()
            raise AccessError(f"{REFUSED} The key lies under the PIN that {user.name} had at the opening.")
        if unit.users.failures(trustee.name):
            unit.users.clear_failures(trustee.name)
            unit.commit()
    parts = json.loads(secret)
    return UnlockedBoxes(user, KeyPair(poll.public_key, parts["private_key"]), parts["nonce"])


def participant(unit: UnitOfWork, poll: Poll, user: User) -> str:
    """Give the employee as whom a user takes part in a poll; AccessError where the user may not."""
    if user.id == poll.trustee:
        raise AccessError(f"{user.name} holds the key of {poll.kind} {poll.id}, and so gives nothing to it.")
    employee = user.employee
    if employee is None or all(each.id != employee for each in unit.staff.of_hall(poll.hall).employees):
        raise AccessError(f"{user.name} is not on the staff list of hall {poll.hall}, whose {poll.kind} this is.")
    return employee


def deadline_problems(period_start: int, deadline: int) -> Sequence[str]:
    """What is wrong with a deadline (UTC seconds) for a period that starts at an instant."""
    return [] if deadline < period_start else ["the deadline has to lie before the period begins"]


def next_number(unit: UnitOfWork, kind: PollKind, hall: str, period: Period) -> int:
    """Number of a new poll; InputError where one of its kind stands for the hall and period already."""
    known = [each for each in unit.polls.of_hall(hall) if (each.kind, each.period) == (kind, period)]
    standing = [each for each in known if each.state not in DEAD_STATES]
    if standing:
        raise InputError(f"{kind} {standing[-1].id}", [f"is {standing[-1].state}: withdraw it before you open another"])
    return len(known) + 1


def standing_poll(unit: UnitOfWork, kind: PollKind, hall: str, first_day: str | None) -> Poll:
    """Give the latest vote or round of a hall, or that of the period that begins on a day; InputError for none."""
    found = [
        each
        for each in unit.polls.of_hall(hall)
        if each.kind is kind and first_day in (None, each.period.first.isoformat())
    ]
    if not found:
        when = f" for a period from {first_day}" if first_day else ""
        raise InputError("hall", [f"{hall!r} has no {kind}{when}; open one first"])
    return found[-1]


def record_opening(unit: UnitOfWork, poll: Poll, locked_key: str) -> None:
    """Store a new poll and put its opening on the hash chain."""
    unit.polls.open(poll, locked_key)
    _chain_last(unit, poll)


def record_step(unit: UnitOfWork, poll: Poll, act: PollAct, by: str, content: str) -> Poll:
    """Take a step and put it on the hash chain; gives the poll after it."""
    after = poll.after(unit.polls.add_step(poll, act, by, content))
    _chain_last(unit, after)
    return after


def withdraw_poll(units: UnitOfWorkFactory, poll: Poll, by: User, reason: str) -> Poll:
    """Withdraw a vote or round, for a reason that everybody can read; boxes still sealed stay so for good.

    Raises InputError where no reason is given or the poll can no longer be withdrawn.
    """
    if not reason.strip():
        raise InputError(f"{poll.kind} {poll.id}", ["give the reason for which it is withdrawn"])
    with units() as unit:
        held = unit.polls.hold(poll.id)
        withdrawn = record_step(unit, held, PollAct.WITHDRAW, by.id, canonical_json({"reason": reason.strip()}))
        unit.polls.destroy_key(poll.id)
        unit.commit()
    return withdrawn


def _chain_last(unit: UnitOfWork, poll: Poll) -> None:
    path, content = poll_records(poll)[-1]
    unit.records.append(path, sha256_hex(content), unit.records.head())
