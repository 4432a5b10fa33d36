"""Seconds and outcomes of a run's stages, for the summary table."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

from shiftbid.domain.outcome import Stage
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.services.publication import StageReport


@dataclass(slots=True)
class StageNote:
    """What a stage notes of itself while it runs."""

    outcome: str = ""
    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    stages: Sequence[Stage] = ()


class StageLog:
    """Times stages one after the other and places each one's progress inside the whole run's.

    Parameters
    ----------
    listener
        Hears of the whole run's progress.
    expected_seconds
        Rough seconds of each stage in order, which set its share of the progress bar.
    """

    def __init__(self, listener: ProgressListener, expected_seconds: Mapping[str, float]) -> None:
        self._listener = listener
        self._expected = expected_seconds
        self._reports: list[StageReport] = []

    @property
    def reports(self) -> tuple[StageReport, ...]:
        """Reports of the stages that have ended."""
        return tuple(self._reports)

    @contextmanager
    def stage(self, name: str) -> Generator[StageNote]:
        """Time a stage; what the body notes becomes its report."""
        self.hear(Progress(name, 0.0, name))
        note = StageNote()
        started = perf_counter()
        yield note
        self._reports.append(
            StageReport(name, perf_counter() - started, note.outcome, dict(note.counts), tuple(note.stages))
        )

    def hear(self, progress: Progress) -> None:
        """Pass on a stage's progress as a share of the whole run."""
        names = list(self._expected)
        total = sum(self._expected.values())
        before = sum(self._expected[name] for name in names[: names.index(progress.stage)])
        share = (before + progress.fraction * self._expected[progress.stage]) / total
        self._listener(Progress(progress.stage, share, progress.text))
