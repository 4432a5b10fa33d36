"""Seeds of the generated parts of a sample: one stream a hall and purpose, so that no part disturbs another."""

from __future__ import annotations

from hashlib import sha256


def seed_for(seed: int, *names: str) -> int:
    """Give the seed of a named part: the same for the same names, whatever else the sample holds."""
    text = "|".join((str(seed), *names))
    return int.from_bytes(sha256(text.encode("utf-8")).digest()[:8], "big")
