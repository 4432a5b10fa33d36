"""Planning jobs over SQL."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, insert, select

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.plan_job import JobEnd, PlanJob
from shiftbid.storage.tables.jobs import PlanJobEndRow, PlanJobRow
from shiftbid.storage.writing import take_turn_to_write


class SqlJobRepository:
    """`shiftbid.services.job_port.JobRepository` over SQL."""

    def __init__(self, connection: Connection, clock: Callable[[], int]) -> None:
        self._connection = connection
        self._clock = clock

    def add(self, job: str, order: str) -> PlanJob:
        """Add a job; StorageError where its id is taken."""
        take_turn_to_write(self._connection)
        added = PlanJob(job, order, self._clock())
        row = {"id": job, "order_json": order, "ordered_at": added.ordered_at}
        self._connection.execute(insert(PlanJobRow).values(**row))
        return added

    def end(self, job: str, versions: Sequence[tuple[str, int]], problem: str) -> JobEnd:
        """Put the end of a job on record; StorageError where it has one already."""
        take_turn_to_write(self._connection)
        ended = JobEnd(self._clock(), tuple(versions), problem)
        self._connection.execute(
            insert(PlanJobEndRow).values(
                job_id=job,
                ended_at=ended.at,
                versions_json=canonical_json([list(each) for each in ended.versions]),
                problem=problem,
            )
        )
        return ended

    def get(self, job: str) -> PlanJob | None:
        """Give the job of an id, or None."""
        return next((each for each in self.all() if each.id == job), None)

    def all(self) -> tuple[PlanJob, ...]:
        """Every job, in the order in which they were ordered."""
        ends = {
            job: JobEnd(at, _versions(versions), problem)
            for job, at, versions, problem in self._connection.execute(
                select(PlanJobEndRow.job_id, PlanJobEndRow.ended_at, PlanJobEndRow.versions_json, PlanJobEndRow.problem)
            )
        }
        return tuple(
            PlanJob(job, order, at, ends.get(job))
            for job, order, at in self._connection.execute(
                select(PlanJobRow.id, PlanJobRow.order_json, PlanJobRow.ordered_at).order_by(PlanJobRow.sequence)
            )
        )


def _versions(text: str) -> tuple[tuple[str, int], ...]:
    return tuple((hall, version) for hall, version in json.loads(text))
