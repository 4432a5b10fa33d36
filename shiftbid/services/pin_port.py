"""What the use cases ask of the hashing of PINs."""

from __future__ import annotations

from typing import Protocol


class PinHasher(Protocol):
    """Turns PINs into salted hashes that are slow to guess."""

    def hash(self, pin: str) -> str:
        """Hash a PIN with a fresh salt, in PHC text form."""
        ...

    def verify(self, pin_hash: str, pin: str) -> bool:
        """Whether the PIN is the one behind the hash; BugError where the text is no hash."""
        ...

    def is_outdated(self, pin_hash: str) -> bool:
        """Whether the hash was made with weaker settings than today's."""
        ...
