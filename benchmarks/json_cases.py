"""Cases in JSON files: values by name, with every fault noted under its path."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shiftbid.domain.errors import InputError


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a JSON document, its path for messages, and where the document's faults are gathered."""

    value: Any
    path: str
    faults: list[str] = field(repr=False)

    def fault(self, message: str) -> None:
        """Note a fault of this value."""
        self.faults.append(f"{self.path or 'the document'}: {message}")

    def at(self, key: str) -> Node:
        """Value under a key of an object; where it is missing, that is a fault and the value is None."""
        path = f"{self.path}.{key}" if self.path else key
        if not isinstance(self.value, dict):
            if self.value is not None:
                self.fault("give an object")
            return Node(None, path, self.faults)
        if key not in self.value:
            self.faults.append(f"{path}: is missing")
        return Node(self.value.get(key), path, self.faults)

    def has(self, key: str) -> bool:
        """Whether an object has a key."""
        return isinstance(self.value, dict) and key in self.value

    def items(self) -> Iterator[Node]:
        """Values of a list, in order; none where it is not a list, which is a fault."""
        if not isinstance(self.value, list):
            self._expect("a list")
            return
        for place, value in enumerate(self.value):
            yield Node(value, f"{self.path}[{place}]", self.faults)

    def entries(self) -> Iterator[tuple[str, Node]]:
        """Keys and values of an object; none where it is not an object, which is a fault."""
        if not isinstance(self.value, dict):
            self._expect("an object")
            return
        for key, value in self.value.items():
            yield key, Node(value, f"{self.path}[{key!r}]", self.faults)

    def text(self) -> str:
        """Text that is not empty; empty where the value is something else, which is a fault."""
        if isinstance(self.value, str) and self.value:
            return self.value
        self._expect("a text")
        return ""

    def whole(self, least: int = 0, most: int | None = None) -> int:
        """Whole number within a range; ``least`` where the value is something else, which is a fault."""
        value = self.value
        if isinstance(value, int | float) and not isinstance(value, bool) and value == value // 1:
            number = int(value)
            if least <= number and (most is None or number <= most):
                return number
        self._expect(f"a whole number of {least} or more" if most is None else f"a whole number from {least} to {most}")
        return least

    def number(self, least: float) -> float:
        """Finite number of at least ``least``; ``least`` where the value is something else, which is a fault."""
        value = self.value
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value < float("inf"):
            return float(value)
        self._expect(f"a number of {least:g} or more")
        return least

    def _expect(self, wanted: str) -> None:
        # A missing value was noted when it was asked for; an explicit null is told apart by its parent only.
        if self.value is None and self.faults and self.faults[-1] == f"{self.path}: is missing":
            return
        self.fault(f"{_shown(self.value)}: give {wanted}")


def read_document(path: Path) -> Node:
    """Read a JSON file whose outermost value is an object.

    Raises
    ------
    InputError
        The file cannot be read as UTF-8, or is not a JSON object.
    """
    try:
        value: Any = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), [f"cannot be read as UTF-8 text: {error}"]) from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(str(path), [f"is not JSON: {error}"]) from error
    if not isinstance(value, dict):
        raise InputError(str(path), ["give a JSON object"])
    return Node(value, "", [])


def raise_faults(path: Path, document: Node) -> None:
    """Raise InputError with every fault that reading has noted."""
    if document.faults:
        raise InputError(str(path), list(dict.fromkeys(document.faults)))


def named(nodes: Iterator[Node], key: str) -> list[tuple[str, Node]]:
    """Objects of a list with their ids, in order; an id that stands twice is a fault."""
    found: list[tuple[str, Node]] = []
    seen: set[str] = set()
    for node in nodes:
        name = node.at(key).text()
        if name in seen:
            node.at(key).fault(f"{name!r} stands twice")
        seen.add(name)
        found.append((name, node))
    return found


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:37]}..."
