"""PIN hashes are argon2id, salted, and tell a right PIN from a wrong one."""

from __future__ import annotations

import pytest

from shiftbid.domain.errors import BugError
from shiftbid.storage.pin_hashing import Argon2PinHasher


def test_a_hash_knows_its_own_pin_only() -> None:
    hasher = Argon2PinHasher()
    pin_hash = hasher.hash("482913")
    assert pin_hash.startswith("$argon2id$")
    assert hasher.verify(pin_hash, "482913")
    assert not hasher.verify(pin_hash, "482914")
    assert not hasher.is_outdated(pin_hash)
    assert hasher.hash("482913") != pin_hash


def test_a_weak_hash_is_outdated() -> None:
    weak = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$yuDwHn/kjEMRGZmPmbPVvQ"
    assert Argon2PinHasher().is_outdated(weak)


def test_a_text_that_is_no_hash_is_our_mistake() -> None:
    with pytest.raises(BugError, match="not an argon2 hash"):
        Argon2PinHasher().verify("plain", "482913")
