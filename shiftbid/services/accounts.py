"""People sign in by name and PIN; managers add people and reset PINs.

A wrong name and a wrong PIN get the same answer after the same work, and failures lock a name whether or not anybody
has it, so that nobody learns who has an account.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from shiftbid.domain.account import FAILURES_BEFORE_LOCK, LOCK_SECONDS, Role, SignInFailures, User, name_key
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.services.pin_port import PinHasher
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory

SHORTEST_PIN = 6
LONGEST_PIN = 128
REFUSED = "The name or the PIN is wrong."
LOCKED = (
    f"After {FAILURES_BEFORE_LOCK} failed attempts this name is locked for {LOCK_SECONDS // 60} minutes: "
    "wait, or ask a manager to reset the PIN."
)


@dataclass(frozen=True, slots=True)
class NewUser:
    """A person to be added; see `shiftbid.domain.account.User`."""

    id: str
    name: str
    role: Role
    employee: str | None
    pin: str


def sign_in(units_of_work: UnitOfWorkFactory, hasher: PinHasher, name: str, pin: str, now: int) -> User:
    """Give the user of a name and PIN.

    Parameters
    ----------
    now
        The present instant in UTC seconds.

    Raises
    ------
    AccessError
        Name or PIN is wrong, or too many attempts have failed; each failure counts towards the lock.
    """
    with units_of_work() as unit:
        refuse_locked(unit, name, now)
        user = unit.users.by_name(name)
        if user is None or not hasher.verify(user.pin_hash, pin):
            if user is None:
                hasher.hash(pin)  # takes as long as the check that a known name gets
            note_failure(unit, name, now)
            unit.commit()
            raise AccessError(REFUSED)
        if unit.users.failures(name):
            unit.users.clear_failures(name)
        if hasher.is_outdated(user.pin_hash):
            user = replace(user, pin_hash=hasher.hash(pin))
            unit.users.change(user)
        unit.commit()
        return user


def refuse_locked(unit: UnitOfWork, name: str, now: int) -> None:
    """Raise AccessError while a name is locked by failed attempts."""
    failures = unit.users.failures(name)
    if failures and failures.locked_at(now):
        raise AccessError(LOCKED)


def note_failure(unit: UnitOfWork, name: str, now: int) -> None:
    """Count a failed attempt towards the lock of a name."""
    failures = unit.users.failures(name)
    unit.users.forget_failures_before(now - LOCK_SECONDS)
    unit.users.note_failures(name, failures.again(now) if failures else SignInFailures(1, now))


def add_user(units_of_work: UnitOfWorkFactory, hasher: PinHasher, new: NewUser, by: User | None) -> User:
    """Add a person who may sign in, in a transaction of its own, as `put_user` does."""
    with units_of_work() as unit:
        user = put_user(unit, hasher, new, by)
        unit.commit()
        return user


def put_user(unit: UnitOfWork, hasher: PinHasher, new: NewUser, by: User | None) -> User:
    """Add a person who may sign in.

    Parameters
    ----------
    by
        The manager who adds; None for the first user of an installation, who must be a manager.

    Raises
    ------
    AccessError
        Whoever adds is no manager.
    InputError
        Name or PIN do not serve, the name or id is taken, or the employee is unknown.
    """
    if by is not None:
        require(by, Role.MANAGER)
    elif unit.users.any():
        raise AccessError(f"Only a {Role.MANAGER} may do this: sign in as one.")
    elif new.role is not Role.MANAGER:
        raise InputError("first user", [f"must be a {Role.MANAGER}, so that somebody can add the others"])
    refuse_faulty(new)
    user = User(new.id, new.name.strip(), new.role, new.employee, hasher.hash(new.pin))
    unit.users.add(user)
    return user


def change_pin(
    units_of_work: UnitOfWorkFactory, hasher: PinHasher, user: User, old_pin: str, new_pin: str, now: int
) -> User:
    """Change one's own PIN; the old one is asked for as at signing in, and failures count the same."""
    _refuse_weak_pin(new_pin, user.name)
    present = sign_in(units_of_work, hasher, user.name, old_pin, now)
    with units_of_work() as unit:
        return _with_new_pin(unit, hasher, present, new_pin)


def reset_pin(units_of_work: UnitOfWorkFactory, hasher: PinHasher, by: User, name: str, new_pin: str) -> User:
    """Give a person a new PIN and unlock the name; for managers, where a PIN was forgotten."""
    require(by, Role.MANAGER)
    _refuse_weak_pin(new_pin, name)
    with units_of_work() as unit:
        user = known_user(unit, name)
        unit.users.clear_failures(name)
        return _with_new_pin(unit, hasher, user, new_pin)


def change_user(units_of_work: UnitOfWorkFactory, by: User, name: str, role: Role, employee: str | None) -> User:
    """Give a person another role or employee; for managers.

    Raises
    ------
    AccessError
        Whoever changes is no manager.
    InputError
        Nobody has that name, staff are given no employee, the employee is unknown, or no manager would be left.
    """
    require(by, Role.MANAGER)
    with units_of_work() as unit:
        user = known_user(unit, name)
        problems: list[str] = []
        if role is Role.STAFF and employee is None:
            problems.append("staff vote and bid as an employee: choose the employee")
        managers = [each.id for each in unit.users.all() if each.role is Role.MANAGER]
        if managers == [user.id] and role is not Role.MANAGER:
            problems.append("is the only manager: make somebody else a manager first")
        if problems:
            raise InputError(f"user {user.name}", problems)
        changed = replace(user, role=role, employee=employee)
        unit.users.change(changed)
        unit.commit()
        return changed


def known_user(unit: UnitOfWork, name: str) -> User:
    """Give the user of a name; InputError where there is none."""
    user = unit.users.by_name(name)
    if user is None:
        raise InputError(f"user {name}", ["is not known: check the name, or add the user"])
    return user


def require(user: User, *roles: Role) -> None:
    """Raise AccessError, naming who may, unless the user has one of the roles."""
    if user.role not in roles:
        raise AccessError(f"Only a {' or '.join(roles)} may do this; {user.name} is signed in as {user.role}.")


def _with_new_pin(unit: UnitOfWork, hasher: PinHasher, user: User, new_pin: str) -> User:
    changed = replace(user, pin_hash=hasher.hash(new_pin))
    unit.users.change(changed)
    unit.commit()
    return changed


def refuse_faulty(new: NewUser) -> None:
    """Raise InputError naming everything that speaks against a new user's name, employee and PIN."""
    problems = [] if name_key(new.name) else ["the name is empty: give the name that the person types to sign in"]
    if new.role is Role.STAFF and new.employee is None:
        problems.append("staff vote and bid as an employee: give the employee's id")
    problems += _pin_problems(new.pin, new.name)
    if problems:
        raise InputError(f"user {new.name}", problems)


def _refuse_weak_pin(pin: str, name: str) -> None:
    problems = _pin_problems(pin, name)
    if problems:
        raise InputError("PIN", problems)


def _pin_problems(pin: str, name: str) -> list[str]:
    problems: list[str] = []
    if not SHORTEST_PIN <= len(pin) <= LONGEST_PIN:
        problems.append(f"a PIN has {SHORTEST_PIN} to {LONGEST_PIN} digits or letters; this one has {len(pin)}")
    if len(set(pin)) == 1:
        problems.append("a PIN of one repeated character is too easy to guess: choose another")
    if pin and name_key(pin) == name_key(name):
        problems.append("the PIN is the name: choose another")
    return problems
