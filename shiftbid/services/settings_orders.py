"""What managers ask to have settled on the page Settings: accounts, consents, the calendar, the promise, the terms."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from shiftbid.domain.account import Role
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.promise import Promise
from shiftbid.domain.staff import Consent


@dataclass(frozen=True, slots=True)
class AddAccount:
    """Let a person sign in; gives the `User`."""

    name: str
    role: Role
    employee: str | None
    pin: str


@dataclass(frozen=True, slots=True)
class ChangeAccount:
    """Give an account another role or employee; gives the `User`."""

    name: str
    role: Role
    employee: str | None


@dataclass(frozen=True, slots=True)
class ResetPin:
    """Give a person a new PIN and unlock the name; gives the `User`."""

    name: str
    new_pin: str


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """Put a consent or approval on record, in place of what stood for the same person and rule; an `ImportReport`."""

    hall: str
    consent: Consent


@dataclass(frozen=True, slots=True)
class LoadConsents:
    """Take consents and approvals in from a file, as ``shiftbid import consents`` does; gives the `ImportReport`."""

    hall: str
    file: Path


@dataclass(frozen=True, slots=True)
class LoadNotice:
    """Take an official holiday notice in, as ``shiftbid import calendar`` does; gives the `ImportReport`."""

    hall: str
    file: Path


@dataclass(frozen=True, slots=True)
class ChangePromise:
    """Give a hall another promise; what is published keeps its own. Gives the `Hall`."""

    hall: str
    promise: Promise


@dataclass(frozen=True, slots=True)
class ChangeTerms:
    """Put what the hall has agreed on record, for what is opened from now on; gives the `HallTerms`."""

    hall: str
    terms: HallTerms


SettingsOrder = (
    AddAccount | ChangeAccount | ResetPin | RecordConsent | LoadConsents | LoadNotice | ChangePromise | ChangeTerms
)
