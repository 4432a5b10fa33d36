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
    """Read the pay rules of a pack by id, with the values in force on a day.

    They are those of ``parameters/<pack_id>/pay.toml``, where there is one, over the house's own, which hold where no
    law sets the pay. A rule whose first value starts later is left out.
    """
    return {**_rules_on("HOUSE", on), **_rules_on(pack_id, on)}


def _rules_on(pack_id: str, on: date) -> Mapping[str, PayRule]:
    file = files("shiftbid.rules").joinpath("parameters", pack_id, "pay.toml")
    described = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    rules: dict[str, PayRule] = {}
    for rule_id, rule in described.items():
        in_force = [value for value in rule["value"] if value["from"] <= on]
        if in_force:
            value = max(in_force, key=lambda each: each["from"])
            rules[rule_id] = PayRule(rule_id, rule["title"], value["numbers"], value["article"], value["source"])
    return rules
