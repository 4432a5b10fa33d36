"""The account of the demonstration, which signs in by itself. Its PIN is public: it protects sample data only."""

from __future__ import annotations

from shiftbid.domain.account import Role, User
from shiftbid.services.accounts import NewUser, add_user
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.storage.pin_hashing import Argon2PinHasher

DEMO = NewUser(id="demo", name="Demo", role=Role.MANAGER, employee=None, pin="demonstration")


def add_demo_account(units: UnitOfWorkFactory) -> None:
    """Make the demonstration's manager the first user of its database."""
    add_user(units, Argon2PinHasher.for_public_pin(), DEMO, None)


def signed_in_demo(units: UnitOfWorkFactory) -> User | None:
    """Give the demonstration's manager while the PIN is the public one; None in every other database."""
    with units() as unit:
        present = unit.users.by_name(DEMO.name)
    if present is None or present.id != DEMO.id:
        return None
    return present if Argon2PinHasher.for_public_pin().verify(present.pin_hash, DEMO.pin) else None
