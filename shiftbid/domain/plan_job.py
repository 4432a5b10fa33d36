"""Planning jobs: plans that are ordered now and made by whichever machine is free."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class JobState(StrEnum):
    """How a job stands; whether a machine works on it just now only the queue knows."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class JobEnd:
    """What became of a job.

    Attributes
    ----------
    at
        Instant by the clock of the store, in UTC seconds.
    versions
        Hall and roster version of everything published; nothing where it failed.
    problem
        Why it failed; empty where it did not.
    """

    at: int
    versions: tuple[tuple[str, int], ...]
    problem: str


@dataclass(frozen=True, slots=True)
class PlanJob:
    """A plan that is to be made.

    Attributes
    ----------
    order
        What is to be planned, as canonical JSON.
    ordered_at
        Instant by the clock of the store, in UTC seconds.
    """

    id: str
    order: str
    ordered_at: int
    end: JobEnd | None = None

    @property
    def state(self) -> JobState:
        """How the job stands."""
        if self.end is None:
            return JobState.WAITING
        return JobState.FAILED if self.end.problem else JobState.DONE
