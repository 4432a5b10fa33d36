"""Boxes that only the key opens, and keys that only the PIN unlocks."""

from __future__ import annotations

import base64

import pytest
from nacl import pwhash

from shiftbid.domain.errors import BugError
from shiftbid.storage.sealed_boxes import PADDED_BYTES, PinStretching, SodiumBoxSealer

QUICK = PinStretching(pwhash.argon2id.OPSLIMIT_MIN, pwhash.argon2id.MEMLIMIT_MIN)
SEALER = SodiumBoxSealer(QUICK)


def test_a_box_is_opened_by_its_own_key_alone() -> None:
    keys, others = SEALER.new_keys(), SEALER.new_keys()
    box = SEALER.seal(keys.public, "ja, früh 早班")
    assert SEALER.open(keys, box) == "ja, früh 早班"
    assert SEALER.open(others, box) is None


def test_two_boxes_of_one_text_are_different_and_of_one_length() -> None:
    keys = SEALER.new_keys()
    boxes = {SEALER.seal(keys.public, text) for text in ("want", "want", "", "x" * (PADDED_BYTES - 1))}
    assert len(boxes) == 4
    assert len({len(box) for box in boxes}) == 1


@pytest.mark.parametrize("damage", ["", "not base64 !", base64.b64encode(b"short").decode()])
def test_what_is_no_box_does_not_open(damage: str) -> None:
    assert SEALER.open(SEALER.new_keys(), damage) is None


def test_a_changed_byte_is_found() -> None:
    keys = SEALER.new_keys()
    box = bytearray(base64.b64decode(SEALER.seal(keys.public, "want")))
    for position in (0, 40, len(box) - 1):
        changed = bytearray(box)
        changed[position] ^= 1
        assert SEALER.open(keys, base64.b64encode(changed).decode()) is None


def test_a_secret_is_unlocked_by_its_pin_alone() -> None:
    locked = SEALER.lock("the key", "483920")
    assert SEALER.unlock(locked, "483920") == "the key"
    assert SEALER.unlock(locked, "483921") is None
    assert "the key" not in locked
    assert SEALER.lock("the key", "483920") != locked


def test_the_work_of_a_guess_stands_beside_the_secret() -> None:
    assert SodiumBoxSealer(PinStretching(2, 16384)).unlock(SEALER.lock("k", "483920"), "483920") == "k"


def test_a_stored_text_that_is_no_lock_is_a_bug() -> None:
    with pytest.raises(BugError):
        SEALER.unlock('{"salt":"AA=="}', "483920")
