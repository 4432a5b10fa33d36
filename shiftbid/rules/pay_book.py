"""The pay values of a pack: dated, each with its article and source, as the rules are."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from shiftbid.domain.errors import BugError


@dataclass(frozen=True, slots=True)
class PayRule:
    """What the law says about the pay of some hours, with the values in force on the day it was loaded for."""

    id: str
    title: Mapping[str, str]
    numbers: Mapping[str, int]
    article: str
    source: str

    def number(self, name: str) -> int:
        """Value by name; raises BugError where the file lacks it."""
        try:
            return self.numbers[name]
        except KeyError:
            raise BugError(f"pay rule {self.id} has no value {name!r}") from None


@cache
def load_pay(pack_id: str, on: date) -> Mapping[str, PayRule]:
    """Read the pay rules of ``parameters/<pack_id>/pay.toml`` by id, with the values in force on a day.

    A rule whose first value starts later is left out. Raises BugError where the pack has no such file.
    """
    file = files("shiftbid.rules").joinpath("parameters", pack_id, "pay.toml")
    if not file.is_file():
        raise BugError(f"pack {pack_id} has no pay rules")
    rules: dict[str, PayRule] = {}
    for rule_id, described in tomllib.loads(file.read_text(encoding="utf-8")).items():
        in_force = [value for value in described["value"] if value["from"] <= on]
        if in_force:
            value = max(in_force, key=lambda each: each["from"])
            rules[rule_id] = PayRule(rule_id, described["title"], value["numbers"], value["article"], value["source"])
    return rules
