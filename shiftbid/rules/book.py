"""The rule book: the rules of a pack that are in force, with their dated values."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from shiftbid.domain.errors import BugError, InputError
from shiftbid.domain.staff import ConsentKind
from shiftbid.domain.status import StatusKind
from shiftbid.rules.applicability import clauses_of
from shiftbid.rules.clauses import Clause
from shiftbid.rules.finding import Severity
from shiftbid.rules.pack_choice import WEEK_START, WEEKDAYS, choice_of, split_choice
from shiftbid.rules.rule import Opening, Rule
from shiftbid.rules.situation import Situation

HOUSE = "HOUSE"
"""Pack of places whose law no pack holds."""


@dataclass(frozen=True, slots=True)
class DatedValue:
    """Values of a rule from a day on, until the next dated value; history is never edited."""

    valid_from: date
    numbers: Mapping[str, int]
    article: str
    source: str


@dataclass(frozen=True, slots=True)
class RulePack:
    """The dated rules of a jurisdiction, in reading order.

    Attributes
    ----------
    house
        Whether the pack is house policy rather than law, and must be labelled so wherever it is shown.
    week_starts_on
        Weekday on which the week starts; 0 is Monday. Where the law leaves it open this is our parameter.
    pay_law
        Name of the function in `shiftbid.payroll.pay_laws` that says what worked time is paid.
    chosen
        Readings and open numbers that were chosen, by name.
    """

    id: str
    version: str
    title: Mapping[str, str]
    house: bool
    week_starts_on: int
    weekly_rest_days: frozenset[int]
    rules: tuple[Rule, ...]
    pay_law: str
    chosen: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"])

    @property
    def choice(self) -> str:
        """Name under which `load_pack` gives the pack with these readings again."""
        return choice_of(self.id, self.chosen)

    def clauses(self, situation: Situation) -> Iterator[Clause]:
        """Every clause of every rule for one person."""
        for rule in self.rules:
            yield from clauses_of(rule, situation)

    @property
    def open_names(self) -> frozenset[str]:
        """Names of all readings and numbers that some rule leaves open, and the start of the week."""
        return frozenset((WEEK_START, *(name for rule in self.rules for name in rule.open)))

    def read_as(self, choices: Mapping[str, str | int]) -> RulePack:
        """Give the pack under other readings of what the law leaves open; every fault of them in one InputError."""
        unknown = [
            f"{name}: no rule of pack {self.id} leaves it open" for name in choices if name not in self.open_names
        ]
        if unknown:
            raise InputError("readings", unknown)
        return replace(
            self,
            rules=tuple(rule.read_as(choices) for rule in self.rules),
            week_starts_on=_weekday(choices.get(WEEK_START, WEEKDAYS[self.week_starts_on])),
            chosen={**self.chosen, **choices},
        )

    def rule(self, rule_id: str) -> Rule:
        """Rule by id; raises BugError where the pack has none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise BugError(f"pack {self.id} has no rule {rule_id}")


def _parameters() -> Traversable:
    return files("shiftbid.rules").joinpath("parameters")


def _read(folder: str, name: str) -> Mapping[str, Any]:
    return tomllib.loads(_parameters().joinpath(folder, f"{name}.toml").read_text(encoding="utf-8"))


@cache
def pack_ids() -> tuple[str, ...]:
    """Ids of the packs that are installed."""
    return tuple(sorted(folder.name for folder in _parameters().iterdir() if folder.joinpath("pack.toml").is_file()))


def every_sentence() -> tuple[Mapping[str, str], ...]:
    """Sentence of every installed rule, by language, whichever pack it is of."""
    paths = {path for pack_id in pack_ids() for path in _read(pack_id, "pack")["rules"]}
    return tuple(_read(*path.split("/"))["sentence"] for path in sorted(paths))


def pack_for_country(country: str, subdivision: str | None = None) -> str:
    """Pack id for an ISO 3166 country or a part of it: its own, the EU's for a member without one, else the house pack.

    Parameters
    ----------
    subdivision
        Part of the country as its holidays name it; a state whose law has a pack of its own takes that one.
    """
    packs = {place: pack_id for pack_id in pack_ids() for place in _read(pack_id, "pack")["countries"]}
    return packs.get(f"{country}-{subdivision}") or packs.get(country, HOUSE)


@cache
def load_pack(choice: str, on: date) -> RulePack:
    """Read a pack with the values in force on a day.

    Rules whose first value starts later are left out. Raises InputError for an unknown pack or reading, naming those
    there are.

    Parameters
    ----------
    choice
        Id of the pack, and the readings that it is to be read by (`shiftbid.rules.pack_choice`).
    """
    pack_id, readings = split_choice(choice)
    pack = _pack_on(pack_id, on)
    return pack.read_as(readings) if readings else pack


def _pack_on(pack_id: str, on: date) -> RulePack:
    if pack_id not in pack_ids():
        raise InputError("rules", [f"there is no pack {pack_id!r}; installed: {', '.join(pack_ids())}"])
    described = _read(pack_id, "pack")
    rules = tuple(rule for path in described["rules"] if (rule := _rule_on(_read(*path.split("/")), on)))
    if not rules:
        raise InputError("rules", [f"no rule of pack {pack_id} is in force on {on}; plan a later period"])
    return RulePack(
        id=described["id"],
        version=described["version"],
        title=described["title"],
        house=described["house"],
        week_starts_on=described["week_starts_on"],
        weekly_rest_days=frozenset(described["weekly_rest_days"]),
        rules=rules,
        pay_law=described["pay"]["law"],
    )


def _weekday(name: str | int) -> int:
    if name not in WEEKDAYS:
        raise InputError("readings", [f"{WEEK_START} = {name!r}: choose {' or '.join(WEEKDAYS)}"])
    return WEEKDAYS.index(str(name))


def _rule_on(described: Mapping[str, Any], on: date) -> Rule | None:
    values = [DatedValue(each["from"], each["numbers"], each["article"], each["source"]) for each in described["value"]]
    in_force = [value for value in values if value.valid_from <= on]
    if not in_force:
        return None
    value = max(in_force, key=lambda each: each.valid_from)
    openings = {name: _opening(bounds) for name, bounds in described.get("open", {}).items()}
    return Rule(
        id=described["id"],
        law=described["law"],
        severity=Severity(described["severity"]),
        title=described["title"],
        sentences=described["sentence"],
        numbers=value.numbers,
        article=value.article,
        source=value.source,
        readings={name: opening.options[0] for name, opening in openings.items() if opening.options},
        open=openings,
        applies_to=StatusKind(described["applies_to"]) if "applies_to" in described else None,
        lifted_by=frozenset(map(ConsentKind, described["lifted_by"])) if "lifted_by" in described else None,
    )


def _opening(bounds: Sequence[str] | Sequence[int]) -> Opening:
    """A list of options, or least and most of a number."""
    options = tuple(each for each in bounds if isinstance(each, str))
    if options:
        return Opening(options)
    least, most = (int(each) for each in bounds)
    return Opening(least=least, most=most)
