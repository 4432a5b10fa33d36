"""Reading the published JSON records: typed access that notes every problem with the place where it stands."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, cast

import rfc8785

from shiftbid.verifier.clock import read_day
from shiftbid.verifier.finding import UnreadableRecord

_NO_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class JsonNode:
    """A value inside a JSON record and its place, such as ``round.json rounds[0].stages[1]``.

    Reading a member that is missing or of another kind adds a line to `problems` and gives a neutral value.
    """

    value: object
    where: str
    problems: list[str]

    def has(self, key: str) -> bool:
        """Whether the object has the member."""
        return key in self._members()

    def names(self) -> tuple[str, ...]:
        """Names of the members of an object."""
        return tuple(self._members())

    def node(self, key: str) -> JsonNode:
        """Give a member of an object."""
        members = self._members()
        if key not in members:
            self.problems.append(f"{self.where}: {key!r} is missing")
        return JsonNode(members.get(key), f"{self.where}.{key}", self.problems)

    def items(self, key: str) -> list[JsonNode]:
        """Give the elements of a member that is a list."""
        inner = self.node(key)
        if not isinstance(inner.value, list):
            self.problems.append(f"{inner.where}: a list is expected")
            return []
        elements = cast("list[object]", inner.value)
        return [JsonNode(each, f"{inner.where}[{index}]", self.problems) for index, each in enumerate(elements)]

    def text(self, key: str) -> str:
        """Give a member that is a text."""
        inner = self.node(key)
        return inner.as_text()

    def text_or_none(self, key: str) -> str | None:
        """Give a member that is a text or null."""
        inner = self.node(key)
        return None if inner.value is None else inner.as_text()

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a member that is a list of texts."""
        return tuple(each.as_text() for each in self.items(key))

    def number(self, key: str) -> float:
        """Give a member that is a finite number."""
        inner = self.node(key)
        value = inner.value
        if isinstance(value, bool) or not isinstance(value, int | float) or not _is_finite(value):
            self.problems.append(f"{inner.where}: a number is expected")
            return 0.0
        return value

    def number_or_none(self, key: str) -> float | None:
        """Give a member that is a finite number or null."""
        return None if self.node(key).value is None else self.number(key)

    def day(self, key: str) -> date:
        """Give a member that is a date."""
        inner = self.node(key)
        day = read_day(inner.value) if isinstance(inner.value, str) else None
        if day is None:
            self.problems.append(f"{inner.where}: a date such as 2026-11-02 is expected")
        return day or _NO_DAY

    def as_text(self) -> str:
        """Give the value itself where it is a text."""
        if not isinstance(self.value, str) or not _is_unicode(self.value):
            self.problems.append(f"{self.where}: a text is expected")
            return ""
        return self.value

    def canonical(self) -> bytes:
        """Canonical JSON (RFC 8785) of the value."""
        try:
            # Whatever json.loads built is of the kinds that canonical JSON knows.
            return rfc8785.dumps(cast("Any", self.value))
        except (rfc8785.CanonicalizationError, RecursionError, UnicodeEncodeError):
            self.problems.append(f"{self.where}: has no canonical form under RFC 8785")
            return b""

    def without(self, key: str) -> JsonNode:
        """Give the object without one member."""
        rest = {name: value for name, value in self._members().items() if name != key}
        return JsonNode(rest, self.where, self.problems)

    def _members(self) -> Mapping[str, object]:
        return cast("dict[str, object]", self.value) if isinstance(self.value, dict) else {}


def read_json(text: str, where: str) -> JsonNode:
    """Parse a JSON text; raises UnreadableRecord where it is none or its outermost value is no object."""
    try:
        value: object = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise UnreadableRecord([f"{where}: is not JSON ({error})"]) from error
    if not isinstance(value, dict):
        raise UnreadableRecord([f"{where}: a JSON object is expected"])
    return JsonNode(cast("dict[str, object]", value), where, [])


def read_json_file(path: Path) -> JsonNode:
    """Read a JSON file; raises UnreadableRecord where that cannot be done."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableRecord([f"{path.name}: cannot be read as UTF-8 text ({error})"]) from error
    return read_json(text, path.name)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _is_unicode(text: str) -> bool:
    """Whether no half of a surrogate pair stands alone: JSON can write one, UTF-8 cannot."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
