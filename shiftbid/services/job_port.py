"""What planning jobs ask of storage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shiftbid.domain.plan_job import JobEnd, PlanJob


class JobRepository(Protocol):
    """Planning jobs and their ends: added to, never changed or removed; dated by the store's clock."""

    def add(self, job: str, order: str) -> PlanJob:
        """Add a job; StorageError where its id is taken."""
        ...

    def end(self, job: str, versions: Sequence[tuple[str, int]], problem: str) -> JobEnd:
        """Put the end of a job on record. StorageError where it has one already: another machine was first."""
        ...

    def get(self, job: str) -> PlanJob | None:
        """Give the job of an id, or None."""
        ...

    def all(self) -> tuple[PlanJob, ...]:
        """Every job, in the order in which they were ordered."""
        ...
