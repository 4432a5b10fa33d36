"""A rule of a pack, with the values in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from shiftbid.domain.errors import BugError, InputError
from shiftbid.domain.staff import ConsentKind
from shiftbid.domain.status import StatusKind
from shiftbid.rules.finding import Severity


@dataclass(frozen=True, slots=True)
class Opening:
    """What the law leaves open: one of some readings, or a number between two bounds.

    Attributes
    ----------
    options
        Readings, the first of which is ours; empty for a number.
    least, most
        Bounds of a number.
    """

    options: tuple[str, ...] = ()
    least: int = 0
    most: int = 0

    def allows(self, choice: str | int) -> bool:
        """Whether the choice is one of the options, or a number within the bounds."""
        if isinstance(choice, str):
            return choice in self.options
        return not self.options and self.least <= choice <= self.most

    def __str__(self) -> str:
        return " or ".join(self.options) if self.options else f"a number from {self.least} to {self.most}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: which law function reads it, with the values in force on the day it was loaded for.

    Attributes
    ----------
    law
        Name of the function in `shiftbid.rules.laws` that turns it into clauses.
    numbers
        Values by name with their unit, such as ``rest_minutes``.
    readings
        How the rule reads what the law leaves open, such as ``week_rest``: ``calendar_week``.
    open
        What may be read otherwise: the options of each reading, and the least and most of each open number.
    applies_to
        Status that a person must have on the day for the rule to protect them; None: everybody.
    lifted_by
        Records that lift the rule; None: those of its severity (`shiftbid.rules.permission`).
    sentences
        Sentence template by language (``en``, ``zh``).
    """

    id: str
    law: str
    severity: Severity
    title: Mapping[str, str]
    sentences: Mapping[str, str]
    numbers: Mapping[str, int]
    article: str
    source: str
    readings: Mapping[str, str] = field(default_factory=dict[str, str])
    open: Mapping[str, Opening] = field(default_factory=dict[str, "Opening"])
    applies_to: StatusKind | None = None
    lifted_by: frozenset[ConsentKind] | None = None

    def number(self, name: str) -> int:
        """Value by name; raises BugError where the parameter file lacks it."""
        try:
            return self.numbers[name]
        except KeyError:
            raise BugError(f"rule {self.id} has no value {name!r}") from None

    def reading(self, name: str) -> str:
        """Chosen reading by name; raises BugError where the parameter file does not leave it open."""
        try:
            return self.readings[name]
        except KeyError:
            raise BugError(f"rule {self.id} has no reading {name!r}") from None

    def read_as(self, choices: Mapping[str, str | int]) -> Rule:
        """Give the rule under other readings and open numbers; choices that it does not leave open are left aside.

        Raises InputError for an option that the rule does not know or a number outside its range.
        """
        readings, numbers, faults = dict(self.readings), dict(self.numbers), list[str]()
        for name, opening in self.open.items():
            choice = choices.get(name)
            if choice is None:
                continue
            if not opening.allows(choice):
                faults.append(f"{name} = {choice!r}: choose {opening}")
            elif isinstance(choice, str):
                readings[name] = choice
            else:
                numbers[name] = choice
        if faults:
            raise InputError(f"readings of rule {self.id}", faults)
        return replace(self, readings=readings, numbers=numbers)
