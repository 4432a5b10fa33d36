"""How long solves report what is done; the listener cancels by raising."""

from __future__ import annotations

from collections.abc import Callable

ProgressReport = Callable[[float, str], None]
"""Hears the share of the work that is done, 0 to 1, and what is being done; may raise to cancel."""


def part(progress: ProgressReport, first: float, last: float, text: str) -> Callable[[float], None]:
    """Report the share of a part of the work as a share of the whole, of which the part runs from first to last."""

    def report(share: float) -> None:
        progress(first + (last - first) * min(1.0, max(0.0, share)), text)

    return report
