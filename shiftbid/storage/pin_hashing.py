"""PIN hashes by argon2id."""

from __future__ import annotations

from typing import Self

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from shiftbid.domain.errors import BugError


class Argon2PinHasher:
    """`shiftbid.services.ports.PinHasher` by argon2id with the settings of RFC 9106 for ordinary machines (64 MiB)."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()

    @classmethod
    def for_public_pin(cls) -> Self:
        """Make a hasher for a PIN that everybody may know: it takes no time, and protects nothing."""
        made = cls()
        made._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        return made

    def hash(self, pin: str) -> str:
        """Hash a PIN with a fresh salt, in PHC text form."""
        return self._hasher.hash(pin)

    def verify(self, pin_hash: str, pin: str) -> bool:
        """Whether the PIN is the one behind the hash; BugError where the text is no hash."""
        try:
            return self._hasher.verify(pin_hash, pin)
        except VerifyMismatchError:
            return False
        except (InvalidHashError, VerificationError) as error:
            raise BugError("a stored PIN hash is not an argon2 hash") from error

    def is_outdated(self, pin_hash: str) -> bool:
        """Whether the hash was made with weaker settings than today's."""
        return self._hasher.check_needs_rehash(pin_hash)
