"""Sealed boxes by libsodium (PyNaCl): X25519 and XSalsa20-Poly1305; PINs stretched by argon2id."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass

from nacl import bindings, pwhash
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.utils import random

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.errors import BugError
from shiftbid.services.poll_port import KeyPair

PADDED_BYTES = 16384
"""Texts are padded to whole multiples of this: every ballot, and the bids of four weeks, make boxes of one length."""


@dataclass(frozen=True, slots=True)
class PinStretching:
    """How much work one guess at a PIN is: passes over memory, and bytes of it."""

    passes: int = pwhash.argon2id.OPSLIMIT_MODERATE
    memory_bytes: int = pwhash.argon2id.MEMLIMIT_MODERATE


class SodiumBoxSealer:
    """`shiftbid.services.poll_port.BoxSealer` by libsodium."""

    def __init__(self, stretching: PinStretching | None = None) -> None:
        self._stretching = stretching or PinStretching()

    def new_keys(self) -> KeyPair:
        """Make a fresh pair of keys."""
        private = PrivateKey.generate()
        return KeyPair(_text(bytes(private.public_key)), _text(bytes(private)))

    def seal(self, public_key: str, text: str) -> str:
        """Seal a text so that only the private key opens it; its length shows in steps of `PADDED_BYTES` only."""
        padded = bindings.sodium_pad(text.encode("utf-8"), PADDED_BYTES)
        return _text(SealedBox(PublicKey(b64decode(public_key))).encrypt(padded))

    def open(self, keys: KeyPair, box: str) -> str | None:
        """Open a box; None where it was not sealed with this key or was damaged."""
        try:
            padded = SealedBox(PrivateKey(b64decode(keys.private))).decrypt(b64decode(box, validate=True))
            return bindings.sodium_unpad(padded, PADDED_BYTES).decode("utf-8")
        except (CryptoError, ValueError, TypeError):
            return None

    def lock(self, secret: str, pin: str) -> str:
        """Lock a secret under a PIN; the salt and the work of one guess stand beside it."""
        salt = random(pwhash.argon2id.SALTBYTES)
        box = SecretBox(_key(pin, salt, self._stretching)).encrypt(secret.encode("utf-8"))
        return canonical_json(
            {
                "memory_bytes": self._stretching.memory_bytes,
                "passes": self._stretching.passes,
                "salt": _text(salt),
                "box": _text(bytes(box)),
            }
        )

    def unlock(self, locked: str, pin: str) -> str | None:
        """Unlock a secret; None where the PIN is another, BugError where the text is no locked secret."""
        try:
            parts = json.loads(locked)
            salt, box = b64decode(parts["salt"]), b64decode(parts["box"])
            stretching = PinStretching(parts["passes"], parts["memory_bytes"])
        except (KeyError, TypeError, ValueError) as error:
            raise BugError("a stored key is not one that was locked under a PIN") from error
        try:
            return SecretBox(_key(pin, salt, stretching)).decrypt(box).decode("utf-8")
        except CryptoError:
            return None


def _key(pin: str, salt: bytes, stretching: PinStretching) -> bytes:
    return pwhash.argon2id.kdf(
        SecretBox.KEY_SIZE, pin.encode("utf-8"), salt, opslimit=stretching.passes, memlimit=stretching.memory_bytes
    )


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")
