"""A rule of a pack, with the values in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.domain.errors import BugError
from shiftbid.rules.finding import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: which law function reads it, with the values in force on the day it was loaded for.

    Attributes
    ----------
    law
        Name of the function in `shiftbid.rules.laws` that turns it into clauses.
    numbers
        Values by name with their unit, such as ``rest_minutes``.
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

    def number(self, name: str) -> int:
        """Value by name; raises BugError where the parameter file lacks it."""
        try:
            return self.numbers[name]
        except KeyError:
            raise BugError(f"rule {self.id} has no value {name!r}") from None
