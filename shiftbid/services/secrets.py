"""Where salts, nonces and random ids come from."""

from __future__ import annotations

import secrets as entropy
from collections.abc import Callable

from shiftbid.domain.tie_number import joined_hash

SECRET_BYTES = 32

SecretSource = Callable[..., str]
"""Gives a secret text for the words that say what it is for."""


def entropy_secrets(*purpose: str) -> str:
    """A fresh secret that nobody can predict."""
    del purpose
    return entropy.token_hex(SECRET_BYTES)


def seeded_secrets(seed: int) -> SecretSource:
    """Secrets derived from a seed: for demonstrations that must repeat byte for byte, never for a real vote."""

    def secret(*purpose: str) -> str:
        return joined_hash("seed", str(seed), *purpose)

    return secret
