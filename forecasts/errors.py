"""What can go wrong with a forecast, and who can mend it.

Every error says what is wrong, where, and how to put it right. A file's problems are collected and reported
at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LISTED_PROBLEMS = 50


class ForecastsError(Exception):
    """Root of everything this package raises on purpose."""


class SettingsError(ForecastsError):
    """A setting is unknown or out of range (country, time zone, quantile, horizon)."""


class TooShortError(SettingsError):
    """The history is too short for what is asked."""


class Cancelled(ForecastsError):
    """Raised by a progress callback to stop the work; nothing is left behind."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: what, and where.

    Parameters
    ----------
    message
        What is wrong and how to mend it.
    row
        Row of the file, the header being row 1; None where the whole file is meant.
    column
        Name of the column; None where the whole row is meant.
    """

    message: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        where = [f"row {self.row}"] if self.row is not None else []
        if self.column is not None:
            where.append(f'column "{self.column}"')
        return f"{', '.join(where)}: {self.message}" if where else self.message


class HistoryError(ForecastsError):
    """A file cannot be used; lists everything wrong with it in one report.

    Parameters
    ----------
    source
        The file as the user named it.
    problems
        What is wrong, in the order of the file; at most `LISTED_PROBLEMS` are kept.
    total
        How many problems there are in all; the length of `problems` if not given.
    """

    def __init__(self, source: str, problems: Sequence[Problem], total: int | None = None) -> None:
        self.source = source
        self.problems = tuple(problems[:LISTED_PROBLEMS])
        self.total = len(problems) if total is None else total
        super().__init__(self._text())

    def _text(self) -> str:
        count = "1 problem" if self.total == 1 else f"{self.total:,} problems"
        lines = [f"{self.source}: {count}, nothing was read", *(f"  {problem}" for problem in self.problems)]
        more = self.total - len(self.problems)
        if more > 0:
            lines.append(f"  … and {more:,} more")
        return "\n".join(lines)
