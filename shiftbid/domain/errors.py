"""Errors, sorted by who can act on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


class ShiftbidError(Exception):
    """Root of every error that shiftbid raises on purpose."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in what a user gave: where it is, what was found and how to mend it.

    Attributes
    ----------
    message
        What is wrong and what was expected, as a sentence.
    row
        1-based line of the file (the header is line 1), or None where no line can be named.
    column
        Name of the column as written in the file, or None.
    """

    message: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        place = ", ".join(
            part
            for part in (
                f"row {self.row}" if self.row is not None else "",
                f"column {self.column}" if self.column is not None else "",
            )
            if part
        )
        return f"{place}: {self.message}" if place else self.message


class InputError(ShiftbidError):
    """The user can act: a file, an option or a value is wrong. Carries every problem found, not the first.

    Parameters
    ----------
    source
        What was read: a file name, an option such as ``--start``, or a form's title.
    problems
        All problems found in it, in the order of the source.
    """

    def __init__(self, source: str, problems: Iterable[Problem | str]) -> None:
        self.source = source
        self.problems: Sequence[Problem] = tuple(
            problem if isinstance(problem, Problem) else Problem(problem) for problem in problems
        )
        super().__init__(self._text())

    def _text(self) -> str:
        if len(self.problems) == 1:
            return f"{self.source}: {self.problems[0]}"
        lines = "\n".join(f"  - {problem}" for problem in self.problems)
        return f"{self.source}: {len(self.problems)} problems\n{lines}"


class AccessError(ShiftbidError):
    """The person signed in may not do this; names the role that may."""


class StorageError(ShiftbidError):
    """The environment fails: disk, database, permissions. Names what was tried and what to do."""


class BugError(ShiftbidError):
    """Ours: a state that correct code cannot reach."""
