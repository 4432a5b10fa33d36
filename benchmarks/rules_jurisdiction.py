"""What the runner has to know of a jurisdiction: how its cases are read, which packs judge them, and what they pay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from benchmarks.rules_case import Case
from benchmarks.rules_situation import PERSON
from benchmarks.rules_totals import HISTORY
from shiftbid.domain.pay import PayClass
from shiftbid.domain.staff import Consent, ConsentKind
from shiftbid.payroll.paid_part import PaidPart, not_before, seconds_by_class
from shiftbid.payroll.pay_laws import PAY_LAWS
from shiftbid.rules.book import RulePack
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.situation import Situation

SECONDS_PER_HOUR = 3600
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


def paid_parts(situation: Situation, pack: RulePack, law: str = "") -> tuple[PaidPart, ...]:
    """What a law, else the pack's own, pays for the case; what was before the roster has been paid."""
    parts = PAY_LAWS[law or pack.pay_law](situation, pack)
    return tuple(each for each in not_before(situation, parts) if not each.part.source.startswith(HISTORY))


def pay_seconds(situation: Situation, pack: RulePack) -> Mapping[PayClass, int]:
    """What the pack's law pays for the case, by class; classes that do not occur are at zero."""
    return Counter(seconds_by_class(paid_parts(situation, pack)))


def class_hours(seconds: Mapping[PayClass, int], names: Mapping[PayClass, str]) -> dict[str, Fraction]:
    """Hours of some classes by the names that the cases have for them."""
    return {name: Fraction(seconds.get(pay_class, 0), SECONDS_PER_HOUR) for pay_class, name in names.items()}


def given(rule: str, kind: ConsentKind = ConsentKind.AGREEMENT) -> Consent:
    """A permission for a rule that holds on every day."""
    return Consent(PERSON, rule, date.min, date.max, kind)
