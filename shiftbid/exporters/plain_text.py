"""Text of people's making, made safe for files that spreadsheets open."""

from __future__ import annotations

import unicodedata

FORMULA_TRIGGERS = frozenset("=+-@＝＋－＠")
_REPLACEMENTS = {"Cc": " ", "Zl": " ", "Zp": " ", "Cs": "\ufffd"}
"""By Unicode category: control, line separator, paragraph separator, surrogate."""


def printable(text: str) -> str:
    """Replace control characters and line ends by spaces, broken halves of characters by the replacement character."""
    return "".join(_REPLACEMENTS.get(unicodedata.category(each), each) for each in text)


def spreadsheet_safe(text: str) -> str:
    """Printable text that no spreadsheet takes for a formula: one that would start one gets an apostrophe before it.

    Source: CWE-1236; leading blanks do not disarm a formula in every program.
    """
    plain = printable(text)
    return f"'{plain}" if plain.lstrip()[:1] in FORMULA_TRIGGERS and plain.strip() else plain
