"""What the runner has to know of a jurisdiction: how its cases are read, which packs judge them, and what they pay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from benchmarks.rules_case import Case
from benchmarks.rules_situation import PERSON
from shiftbid.domain.staff import Consent, ConsentKind
from shiftbid.rules.book import RulePack
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.situation import Situation

Answers = Mapping[str, Any]
"""Asserted keys beside ``violations``, such as ``pay_h``, in the form of CASES.md; fractions become numbers later."""


def _no_consents(_case: Case) -> Iterable[Consent]:
    return ()


def _as_told(_case: Case, circumstances: Circumstances) -> Circumstances:
    return circumstances


def _none_ignored(_case: Case) -> Iterable[str]:
    return ()


def _no_readings(_case: Case) -> Mapping[str, str | int]:
    return {}


def _no_answers(_case: Case, _situation: Situation, _pack: RulePack) -> Answers:
    return {}


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """One jurisdiction.

    Attributes
    ----------
    packs
        Ids of the packs whose rules are reported, in order; the first one settles weeks and pay.
    consents
        Permissions that count as given.
    circumstances
        Facts that only this jurisdiction's cases tell, added to the general ones.
    ignored
        Ids of rules that the case puts out of question, beside its own ``ignore``.
    readings
        Readings that the case names by other words than the packs do.
    answers
        Pay, time off and the other asserted keys. `pack` is the first pack, under the case's readings.
    """

    packs: tuple[str, ...] = ()
    consents: Callable[[Case], Iterable[Consent]] = _no_consents
    circumstances: Callable[[Case, Circumstances], Circumstances] = _as_told
    ignored: Callable[[Case], Iterable[str]] = _none_ignored
    readings: Callable[[Case], Mapping[str, str | int]] = _no_readings
    answers: Callable[[Case, Situation, RulePack], Answers] = _no_answers


def given(rule: str, kind: ConsentKind = ConsentKind.AGREEMENT) -> Consent:
    """A permission for a rule that holds on every day."""
    return Consent(PERSON, rule, date.min, date.max, kind)
