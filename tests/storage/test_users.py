"""Users are found by name, and failed attempts remembered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shiftbid.domain.account import Role, SignInFailures, User
from shiftbid.domain.errors import InputError
from shiftbid.services.ports import UnitOfWorkFactory

MANAGER = User("u1", "Mara Łęcka", Role.MANAGER, None, "$hash")
STAFF = User("u2", "Zoë", Role.STAFF, "e2", "$other")


def test_users_are_found_whatever_the_case(staffed: UnitOfWorkFactory) -> None:
    with staffed() as unit:
        assert not unit.users.any()
        unit.users.add(MANAGER)
        unit.users.add(STAFF)
        unit.commit()
    with staffed() as unit:
        assert unit.users.any()
        assert unit.users.by_name(" mara ŁĘCKA ") == MANAGER
        assert unit.users.by_name("ＺＯË") == STAFF
        assert unit.users.by_name("nobody") is None


@pytest.mark.parametrize("same", [{"id": "u1"}, {"name": "MARA łęcka"}])
def test_ids_and_names_are_given_once(staffed: UnitOfWorkFactory, same: dict[str, str]) -> None:
    with staffed() as unit:
        unit.users.add(MANAGER)
        with pytest.raises(InputError, match="of this name or id already"):
            unit.users.add(replace(STAFF, **same))


def test_the_employee_of_a_user_is_known(staffed: UnitOfWorkFactory) -> None:
    with staffed() as unit:
        with pytest.raises(InputError, match="employee e9 is on no staff list"):
            unit.users.add(replace(STAFF, employee="e9"))
        unit.users.add(STAFF)
        with pytest.raises(InputError, match="employee e9 is on no staff list"):
            unit.users.change(replace(STAFF, employee="e9"))


def test_a_user_is_changed_in_place(staffed: UnitOfWorkFactory) -> None:
    changed = User("u2", "Zoë W", Role.PAYROLL, None, "$new")
    with staffed() as unit:
        unit.users.add(STAFF)
        unit.users.change(changed)
        assert unit.users.by_name("zoë w") == changed
        assert unit.users.by_name("zoë") is None


def test_a_change_needs_a_known_user_and_a_free_name(staffed: UnitOfWorkFactory) -> None:
    with staffed() as unit:
        unit.users.add(MANAGER)
        with pytest.raises(InputError, match="is not known"):
            unit.users.change(STAFF)
        unit.users.add(STAFF)
        with pytest.raises(InputError, match="another user of this name"):
            unit.users.change(replace(STAFF, name=MANAGER.name))


def test_failed_attempts_are_kept_by_name_and_forgotten(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        assert unit.users.failures("zoë") is None
        unit.users.note_failures("Zoë", SignInFailures(1, 100))
        unit.users.note_failures("zoë", SignInFailures(2, 160))
        unit.users.note_failures("nobody", SignInFailures(1, 170))
        assert unit.users.failures("ZOË") == SignInFailures(2, 160)
        unit.users.forget_failures_before(170)
        assert unit.users.failures("zoë") is None
        assert unit.users.failures("nobody") == SignInFailures(1, 170)
        unit.users.clear_failures("Nobody")
        assert unit.users.failures("nobody") is None
