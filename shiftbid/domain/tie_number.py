"""Tie numbers: an order among equals that anybody can recompute and nobody can steer."""

from __future__ import annotations

from hashlib import sha256


def sha256_hex(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, in lower-case hex."""
    return sha256(text.encode("utf-8")).hexdigest()


def joined_hash(*parts: str) -> str:
    """SHA-256 of texts joined by a vertical bar, in lower-case hex."""
    return sha256_hex("|".join(parts))


def tie_number(seed: str, *parts: str) -> int:
    """Number of a candidate in a draw: the lowest wins. The same seed and parts give the same number."""
    return int(joined_hash(seed, *parts), 16)
