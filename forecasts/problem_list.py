"""Everything wrong with one file, collected while it is read."""

from __future__ import annotations

from forecasts.errors import LISTED_PROBLEMS, HistoryError, Problem

_KEPT = 20 * LISTED_PROBLEMS


class ProblemList:
    """Problems in the order found; all are counted, the first thousand kept."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self.total = 0

    def add(self, message: str, row: int | None = None, column: str | None = None) -> None:
        """Note one problem."""
        self.append(Problem(message, row, column))

    def append(self, problem: Problem) -> None:
        """Note one problem."""
        self.total += 1
        if len(self._kept) < _KEPT:
            self._kept.append(problem)

    def extend(self, others: ProblemList) -> None:
        """Take over the problems of another list."""
        self._kept.extend(others._kept[: _KEPT - len(self._kept)])
        self.total += others.total

    def raise_if_any(self, source: str) -> None:
        """Report all problems at once, in the order of the file.

        Raises
        ------
        HistoryError
            There is at least one.
        """
        if self.total:
            ordered = sorted(self._kept, key=lambda problem: problem.row or 0)
            raise HistoryError(source, ordered, self.total)
