"""What a jurisdiction allows of time off in lieu: dated limits with their articles, and the terms a house starts from.

A house's `ToilPolicy` is checked against the law before it is used; what the law forbids cannot be configured. Values
stand in ``parameters/toil``, one file a law; a change of law adds a dated value, history is never edited.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import LotKind
from shiftbid.payroll.toil_policy import LotTerms, Outcome, ToilPolicy, Validity

HOUSE = "HOUSE"
SOURCE = "TOIL policy"


class Forbidden(StrEnum):
    """What a limit may forbid outright."""

    EARNING = "earning"
    FORFEITURE = "forfeiture"
    EXTENSION = "extension"


@dataclass(frozen=True, slots=True)
class ToilLimit:
    """One thing that a law asks of the time off for one kind of work, from a day on.

    Attributes
    ----------
    forbids, least_rate, most_valid_months, most_balance_minutes
        Exactly one is given: what is forbidden, the least minutes off for a minute worked, the longest validity, the
        highest balance.
    """

    rule: str
    valid_from: date
    kind: LotKind
    sentence: str
    article: str
    source: str
    forbids: Forbidden | None = None
    least_rate: Fraction | None = None
    most_valid_months: int | None = None
    most_balance_minutes: int | None = None

    def broken_by(self, policy: ToilPolicy, on: date) -> bool:
        """Whether a policy asks for what this limit forbids."""
        terms = policy.terms.get(self.kind)
        if terms is None:
            return False
        match self.forbids:
            case Forbidden.EARNING:
                return True
            case Forbidden.FORFEITURE:
                return Outcome.FORFEIT in (terms.at_expiry, terms.at_leaving)
            case Forbidden.EXTENSION:
                return terms.at_expiry is Outcome.EXTEND
            case None:
                return self._value_broken_by(policy, terms, on)

    def _value_broken_by(self, policy: ToilPolicy, terms: LotTerms, on: date) -> bool:
        if self.least_rate is not None:
            return terms.rate < self.least_rate
        if self.most_valid_months is not None:
            return terms.validity.last_day(on) > Validity(months=self.most_valid_months).last_day(on)
        most = self.most_balance_minutes
        return most is not None and (policy.cap_minutes is None or policy.cap_minutes > most)


@dataclass(frozen=True, slots=True)
class ToilLaw:
    """The limits of a jurisdiction that are in force on a day, and the policy that a house starts from."""

    id: str
    title: str
    on: date
    limits: Sequence[ToilLimit]
    default: ToilPolicy

    def check(self, policy: ToilPolicy) -> None:
        """Raise InputError with everything in a policy that this law forbids: what, why, and the article."""
        problems = [
            f"{limit.kind.value}: {limit.sentence} ({limit.rule}, {limit.article})"
            for limit in self.limits
            if limit.broken_by(policy, self.on)
        ]
        problems += [
            f"{kind.value}: when employment ends minutes are paid or forfeited; they cannot be extended"
            for kind, terms in policy.terms.items()
            if terms.at_leaving is Outcome.EXTEND
        ]
        if policy.overdraft_minutes < 0 or policy.step_minutes < 1 or (policy.cap_minutes or 0) < 0:
            problems.append("minutes of cap and overdraft start at 0, and of the rounding step at 1")
        if problems:
            raise InputError(f"{SOURCE} under {self.title}", problems)

    def earning_limit(self, kind: LotKind) -> ToilLimit | None:
        """Give the limit by which work of a kind may not be answered with time off at all; None where it may."""
        forbidding = (limit for limit in self.limits if limit.kind is kind and limit.forbids is Forbidden.EARNING)
        return next(forbidding, None)


def us_toil_law(*, public: bool, safety: bool) -> str:
    """Id of the law for staff in the United States who are not exempt from overtime pay.

    Parameters
    ----------
    public
        Whether the employer is a public agency.
    safety
        Whether the work is public safety, emergency response or seasonal activity (480 instead of 240 hours).
    """
    if not public:
        return "US-PRIVATE"
    return "US-PUBLIC-SAFETY" if safety else "US-PUBLIC"


@cache
def toil_law_ids() -> tuple[str, ...]:
    """Ids of the laws that are installed."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml")))


@cache
def load_toil_law(law_id: str, on: date) -> ToilLaw:
    """Read a law with the values in force on a day; raises InputError for an unknown one, naming those there are."""
    if law_id not in toil_law_ids():
        raise InputError(SOURCE, [f"there is no law {law_id!r}; installed: {', '.join(toil_law_ids())}"])
    described = _described(law_id)
    caps = [each["minutes"] for each in described.get("cap", ()) if each["from"] <= on]
    default = ToilPolicy(
        law=law_id,
        terms={LotKind(each["kind"]): _terms(each) for each in described["terms"] if each["from"] <= on},
        cap_minutes=caps[-1] if caps else None,
    )
    limits = tuple(_limit(each) for each in described.get("limit", ()) if each["from"] <= on)
    return ToilLaw(law_id, described["title"], on, limits, default)


@cache
def toil_law_choices(country: str) -> tuple[str, ...]:
    """Ids of the laws that a house in a country (ISO 3166) may be under, the usual one first.

    Where no law speaks of everybody, such as outside an award, a house's own rules are the usual ones.
    """
    described = {law_id: _described(law_id) for law_id in toil_law_ids()}
    own = [law_id for law_id, each in described.items() if country in each["countries"]]
    usual = [law_id for law_id in own if described[law_id]["usual"]] or [HOUSE]
    return (*usual, *(law_id for law_id in own if law_id not in usual))


def _described(law_id: str) -> Mapping[str, Any]:
    return tomllib.loads(_folder().joinpath(f"{law_id}.toml").read_text(encoding="utf-8"))


def _folder() -> Traversable:
    return files("shiftbid.payroll").joinpath("parameters", "toil")


def _terms(described: Mapping[str, Any]) -> LotTerms:
    return LotTerms(
        rate=Fraction(described["rate"]),
        validity=Validity(described.get("valid_months", 0), described.get("valid_days", 0)),
        at_expiry=Outcome(described["at_expiry"]),
        at_leaving=Outcome(described["at_leaving"]),
    )


def _limit(described: Mapping[str, Any]) -> ToilLimit:
    least_rate, forbids = described.get("least_rate"), described.get("forbids")
    return ToilLimit(
        rule=described["rule"],
        valid_from=described["from"],
        kind=LotKind(described["kind"]),
        sentence=described["sentence"],
        article=described["article"],
        source=described["source"],
        forbids=None if forbids is None else Forbidden(forbids),
        least_rate=None if least_rate is None else Fraction(least_rate),
        most_valid_months=described.get("most_valid_months"),
        most_balance_minutes=described.get("most_balance_minutes"),
    )
