"""Values as people write them in tables; each function raises ValueError that says what is expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from shiftbid.importers.ticket_columns import plain

Choice = TypeVar("Choice", bound=StrEnum)
_IDENTIFIER = re.compile(r"\w[\w.\-]{0,99}")
_NUMBER = re.compile(r"[0-9]{1,9}([.,][0-9]{1,6})?")


def identifier(text: str) -> str:
    """Read an id that files and programs can carry."""
    if not _IDENTIFIER.fullmatch(text):
        raise ValueError(f"{text!r}: start with a letter or digit and use letters, digits, '.', '-', '_'")
    return text


def words(text: str) -> str:
    """Read a text of people's making."""
    return text


def number(text: str) -> float:
    """Read a number of zero or more, with a decimal point or comma."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{text!r} is not a number of 0 or more")
    return float(text.replace(",", "."))


def whole_number(text: str) -> int:
    """Read a whole number of zero or more."""
    value = number(text)
    if not value.is_integer():
        raise ValueError(f"{text!r} is not a whole number")
    return int(value)


def choice(values: type[Choice], others: Mapping[str, Choice]) -> Callable[[str], Choice]:
    """Make the function that reads one of several words, or what else they are called."""
    known = {plain(value): value for value in values} | {plain(word): value for word, value in others.items()}

    def read(text: str) -> Choice:
        found = known.get(plain(text))
        if found is None:
            raise ValueError(f"{text!r} is unknown; use {', '.join(values)}")
        return found

    return read
