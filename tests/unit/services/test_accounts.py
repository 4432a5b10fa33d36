"""Signing in, locking, adding people and changing PINs, on units of work held in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import cast

import pytest

from shiftbid.domain.account import FAILURES_BEFORE_LOCK, LOCK_SECONDS, Role, SignInFailures, User, name_key
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.services.accounts import (
    LOCKED,
    REFUSED,
    NewUser,
    add_user,
    change_pin,
    require,
    reset_pin,
    sign_in,
)
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory

NOW = 1_790_000_000
MANAGER = User("u1", "Mara", Role.MANAGER, None, "v2:482913")
STAFF = User("u2", "Zoë", Role.STAFF, "e2", "v2:731946")


@dataclass
class PlainHasher:
    """Hashes that anybody can read; counts how often it worked."""

    worked: int = 0

    def hash(self, pin: str) -> str:
        self.worked += 1
        return f"v2:{pin}"

    def verify(self, pin_hash: str, pin: str) -> bool:
        self.worked += 1
        return pin_hash.partition(":")[2] == pin

    def is_outdated(self, pin_hash: str) -> bool:
        return pin_hash.startswith("v1:")


@dataclass
class MemoryUsers:
    """`UserRepository` in memory."""

    users: dict[str, User] = field(default_factory=dict[str, User])
    failed: dict[str, SignInFailures] = field(default_factory=dict[str, SignInFailures])

    def add(self, user: User) -> None:
        self.users[user.id] = user

    def change(self, user: User) -> None:
        assert user.id in self.users
        self.users[user.id] = user

    def by_name(self, name: str) -> User | None:
        return next((user for user in self.users.values() if name_key(user.name) == name_key(name)), None)

    def any(self) -> bool:
        return bool(self.users)

    def all(self) -> tuple[User, ...]:
        return tuple(self.users[key] for key in sorted(self.users))

    def failures(self, name: str) -> SignInFailures | None:
        return self.failed.get(name_key(name))

    def note_failures(self, name: str, failures: SignInFailures) -> None:
        self.failed[name_key(name)] = failures

    def clear_failures(self, name: str) -> None:
        self.failed.pop(name_key(name), None)

    def forget_failures_before(self, moment: int) -> None:
        self.failed = {name: each for name, each in self.failed.items() if each.last_at >= moment}


class MemoryUnit:
    """A unit of work over users alone: what is not committed is lost."""

    def __init__(self, kept: MemoryUsers) -> None:
        self._kept = kept
        self.users = MemoryUsers(dict(kept.users), dict(kept.failed))

    def commit(self) -> None:
        self._kept.users, self._kept.failed = dict(self.users.users), dict(self.users.failed)

    def __enter__(self) -> MemoryUnit:
        return self

    def __exit__(self, *_: object) -> None:
        return None


@pytest.fixture
def kept() -> MemoryUsers:
    return MemoryUsers({user.id: user for user in (MANAGER, STAFF)})


@pytest.fixture
def units(kept: MemoryUsers) -> UnitOfWorkFactory:
    return cast("Callable[[], UnitOfWork]", lambda: MemoryUnit(kept))


@pytest.fixture
def hasher() -> PlainHasher:
    return PlainHasher()


def fail(units: UnitOfWorkFactory, hasher: PlainHasher, name: str, times: int, now: int = NOW) -> None:
    for _ in range(times):
        with pytest.raises(AccessError):
            sign_in(units, hasher, name, "000000", now)


def test_the_right_pin_opens_whatever_the_case_of_the_name(units: UnitOfWorkFactory, hasher: PlainHasher) -> None:
    assert sign_in(units, hasher, "ZOË", "731946", NOW) == STAFF


def test_a_wrong_name_and_a_wrong_pin_get_the_same_answer_for_the_same_work(units: UnitOfWorkFactory) -> None:
    answers: set[tuple[str, int]] = set()
    for name in ("Zoë", "Nobody"):
        hasher = PlainHasher()
        with pytest.raises(AccessError) as caught:
            sign_in(units, hasher, name, "000000", NOW)
        answers.add((str(caught.value), hasher.worked))
    assert answers == {(REFUSED, 1)}


@pytest.mark.parametrize("name", ["Zoë", "Nobody"])
def test_too_many_failures_lock_a_name_whether_or_not_it_exists(
    units: UnitOfWorkFactory, hasher: PlainHasher, name: str
) -> None:
    fail(units, hasher, name, FAILURES_BEFORE_LOCK)
    hasher.worked = 0
    with pytest.raises(AccessError) as caught:
        sign_in(units, hasher, name, "731946", NOW + LOCK_SECONDS - 1)
    assert str(caught.value) == LOCKED
    assert hasher.worked == 0


def test_the_lock_opens_after_its_time_and_counts_anew(units: UnitOfWorkFactory, hasher: PlainHasher) -> None:
    fail(units, hasher, "Zoë", FAILURES_BEFORE_LOCK)
    fail(units, hasher, "Zoë", FAILURES_BEFORE_LOCK - 1, NOW + LOCK_SECONDS)
    assert sign_in(units, hasher, "Zoë", "731946", NOW + LOCK_SECONDS) == STAFF


def test_one_failure_less_does_not_lock_and_success_forgets(
    units: UnitOfWorkFactory, hasher: PlainHasher, kept: MemoryUsers
) -> None:
    for _ in range(2):
        fail(units, hasher, "Zoë", FAILURES_BEFORE_LOCK - 1)
        assert sign_in(units, hasher, "Zoë", "731946", NOW) == STAFF
    assert kept.failed == {}


def test_failures_under_other_names_are_swept_out_in_time(
    units: UnitOfWorkFactory, hasher: PlainHasher, kept: MemoryUsers
) -> None:
    fail(units, hasher, "Nobody", 1)
    fail(units, hasher, "Zoë", 1, NOW + LOCK_SECONDS + 1)
    assert set(kept.failed) == {"zoë"}


def test_an_outdated_hash_is_renewed_at_signing_in(
    units: UnitOfWorkFactory, hasher: PlainHasher, kept: MemoryUsers
) -> None:
    kept.users["u2"] = replace(STAFF, pin_hash="v1:731946")
    assert sign_in(units, hasher, "Zoë", "731946", NOW) == STAFF
    assert kept.users["u2"] == STAFF


def test_the_first_user_is_a_manager_and_needs_nobody(hasher: PlainHasher) -> None:
    kept = MemoryUsers()
    units = cast("UnitOfWorkFactory", lambda: MemoryUnit(kept))
    with pytest.raises(InputError, match="first user: must be a manager"):
        add_user(units, hasher, NewUser("u", "Zoë", Role.STAFF, "e2", "731946"), by=None)
    first = add_user(units, hasher, NewUser("u", " Mara ", Role.MANAGER, None, "482913"), by=None)
    assert first == replace(MANAGER, id="u")
    assert kept.users == {"u": first}


def test_only_managers_add_people(units: UnitOfWorkFactory, hasher: PlainHasher, kept: MemoryUsers) -> None:
    new = NewUser("u3", "Pat", Role.PAYROLL, None, "905172")
    with pytest.raises(AccessError, match="Only a manager may do this: sign in as one"):
        add_user(units, hasher, new, by=None)
    with pytest.raises(AccessError, match="Only a manager may do this; Zoë is signed in as staff"):
        add_user(units, hasher, new, by=STAFF)
    assert add_user(units, hasher, new, by=MANAGER) == kept.users["u3"]


def test_all_problems_of_a_new_user_are_named_at_once(units: UnitOfWorkFactory, hasher: PlainHasher) -> None:
    with pytest.raises(InputError) as caught:
        add_user(units, hasher, NewUser("u3", " ", Role.STAFF, None, "1111"), by=MANAGER)
    assert [str(problem) for problem in caught.value.problems] == [
        "the name is empty: give the name that the person types to sign in",
        "staff vote and bid as an employee: give the employee's id",
        "a PIN has 6 to 128 digits or letters; this one has 4",
        "a PIN of one repeated character is too easy to guess: choose another",
    ]


def test_the_pin_is_not_the_name(units: UnitOfWorkFactory, hasher: PlainHasher) -> None:
    with pytest.raises(InputError, match="the PIN is the name"):
        add_user(units, hasher, NewUser("u3", "Ludmila", Role.MANAGER, None, "LUDMILA"), by=MANAGER)


def test_a_pin_is_changed_with_the_old_one(units: UnitOfWorkFactory, hasher: PlainHasher) -> None:
    with pytest.raises(AccessError, match="wrong"):
        change_pin(units, hasher, STAFF, "000000", "564738", NOW)
    assert change_pin(units, hasher, STAFF, "731946", "564738", NOW) == replace(STAFF, pin_hash="v2:564738")
    assert sign_in(units, hasher, "Zoë", "564738", NOW).id == STAFF.id
    with pytest.raises(InputError, match="this one has 3"):
        change_pin(units, hasher, STAFF, "564738", "123", NOW)


def test_a_manager_resets_a_forgotten_pin_and_the_lock(units: UnitOfWorkFactory, hasher: PlainHasher) -> None:
    fail(units, hasher, "Zoë", FAILURES_BEFORE_LOCK)
    with pytest.raises(AccessError, match="Only a manager"):
        reset_pin(units, hasher, STAFF, "Zoë", "564738")
    with pytest.raises(InputError, match="is not known"):
        reset_pin(units, hasher, MANAGER, "Nobody", "564738")
    reset_pin(units, hasher, MANAGER, "Zoë", "564738")
    assert sign_in(units, hasher, "Zoë", "564738", NOW).id == STAFF.id


def test_a_role_is_required() -> None:
    require(MANAGER, Role.MANAGER, Role.PAYROLL)
    with pytest.raises(AccessError, match="Only a manager or payroll may do this; Zoë is signed in as staff"):
        require(STAFF, Role.MANAGER, Role.PAYROLL)
