"""A house's policy of time off in lieu, in TOML; docs/toil.md shows one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import LotKind
from shiftbid.payroll.toil_policy import LotTerms, Outcome, Rounding, ToilPolicy, Validity

Choice = TypeVar("Choice", bound=StrEnum)
NUMBERS = ("cap_minutes", "overdraft_minutes", "step_minutes")
KEYS = ("law", "rounding", "terms", *NUMBERS)
TERM_KEYS = ("rate", "valid_months", "valid_days", "at_expiry", "at_leaving")
KINDS = tuple(kind for kind in LotKind if kind is not LotKind.ADVANCE)


def read_toil_policy(path: Path) -> ToilPolicy:
    """Read a policy; its law is empty where the file names none.

    Raises
    ------
    InputError
        The file cannot be read, or a key or value is wrong; every one is named.
    """
    try:
        described: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(str(path), [f"cannot be read as TOML: {error}"]) from error
    problems = [f"{key!r} is no key; use {', '.join(KEYS)}" for key in described if key not in KEYS]
    numbers = {key: _whole(key, described[key], problems) for key in NUMBERS if key in described}
    rounding = _choice("rounding", described.get("rounding", Rounding.DOWN), Rounding, problems)
    terms: dict[LotKind, LotTerms] = {}
    for name, each in dict(described.get("terms") or {}).items():
        if name not in KINDS or not isinstance(each, dict):
            problems.append(f"terms.{name}: give a table for one of {', '.join(KINDS)}")
        else:
            terms[LotKind(name)] = _terms(f"terms.{name}", each, problems)
    if problems:
        raise InputError(str(path), problems)
    return ToilPolicy(law=str(described.get("law", "")), terms=terms, rounding=rounding, **numbers)


def _terms(place: str, described: Mapping[str, Any], problems: list[str]) -> LotTerms:
    problems += [f"{place}.{key}: use {', '.join(TERM_KEYS)}" for key in described if key not in TERM_KEYS]
    return LotTerms(
        rate=_rate(f"{place}.rate", described.get("rate", "1"), problems),
        validity=Validity(
            _whole(f"{place}.valid_months", described.get("valid_months", 0), problems),
            _whole(f"{place}.valid_days", described.get("valid_days", 0), problems),
        ),
        at_expiry=_choice(f"{place}.at_expiry", described.get("at_expiry", Outcome.PAYOUT), Outcome, problems),
        at_leaving=_choice(f"{place}.at_leaving", described.get("at_leaving", Outcome.PAYOUT), Outcome, problems),
    )


def _whole(place: str, value: object, problems: list[str]) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    problems.append(f"{place} = {value!r}: give a whole number of 0 or more")
    return 0


def _rate(place: str, value: object, problems: list[str]) -> Fraction:
    try:
        rate = Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        rate = Fraction(0)
    if rate <= 0:
        problems.append(f"{place} = {value!r}: give a number above 0, such as 1.5, or a fraction such as '5/4'")
    return rate


def _choice(place: str, value: object, known: type[Choice], problems: list[str]) -> Choice:
    if str(value) in tuple(known):
        return known(str(value))
    problems.append(f"{place} = {value!r}: use {', '.join(known)}")
    return next(iter(known))
