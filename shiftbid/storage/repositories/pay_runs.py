"""What was paid, run by run."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from shiftbid.domain.errors import StorageError
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.pay_run import PayRun, Reopening
from shiftbid.domain.timeline import Period
from shiftbid.storage.bulk import insert_all
from shiftbid.storage.repositories.halls import lock_hall
from shiftbid.storage.tables.pay_runs import PayRunLineRow, PayRunReopeningRow, PayRunRow


class SqlPayRunRepository:
    """`shiftbid.services.owing_port.PayRunRepository` over SQL."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def close(self, run: PayRun) -> None:
        """Store a run; StorageError where another was closed for the hall and period meanwhile."""
        lock_hall(self._connection, run.hall)
        latest = self._latest(run)
        if run.number != latest + 1:
            raise StorageError(
                f"Closing run {run.number} of hall {run.hall} for {run.period.first} to {run.period.last} failed: run "
                f"{latest} is the latest, so somebody else has closed one since. Look at it and try again."
            )
        header = {
            "hall_id": run.hall,
            "first_day": run.period.first,
            "last_day": run.period.last,
            "number": run.number,
            "closed_at": run.closed_at,
            "closed_by": run.closed_by,
        }
        run_id = self._connection.scalars(insert(PayRunRow).values(**header).returning(PayRunRow.id)).one()
        insert_all(
            self._connection,
            PayRunLineRow,
            [
                {
                    "pay_run_id": run_id,
                    "position": position,
                    "employee_id": line.employee,
                    "day": line.day,
                    "hall": line.hall,
                    "pay_class": line.pay_class.value,
                    "minutes": line.minutes,
                    "rule": line.rule,
                    "source": line.source,
                    "cents": line.cents,
                }
                for position, line in enumerate(run.lines)
            ],
        )

    def reopen(self, run: PayRun, reopening: Reopening) -> None:
        """Record that a run no longer holds; StorageError where somebody else has opened it meanwhile."""
        lock_hall(self._connection, run.hall)
        of_run = select(PayRunRow.id).where(
            PayRunRow.hall_id == run.hall,
            PayRunRow.first_day == run.period.first,
            PayRunRow.last_day == run.period.last,
            PayRunRow.number == run.number,
        )
        run_id = self._connection.scalars(of_run).one()
        if self._reopening(run_id) is not None:
            raise StorageError(
                f"Opening run {run.number} of hall {run.hall} again failed: somebody else has done so meanwhile."
            )
        values = {"reopened_at": reopening.at, "reopened_by": reopening.by, "reason": reopening.reason}
        self._connection.execute(insert(PayRunReopeningRow).values(pay_run_id=run_id, **values))

    def of_hall(self, hall: str) -> tuple[PayRun, ...]:
        """Every run of a hall, in order of period and number."""
        headers = self._connection.execute(
            select(
                PayRunRow.id,
                PayRunRow.first_day,
                PayRunRow.last_day,
                PayRunRow.number,
                PayRunRow.closed_at,
                PayRunRow.closed_by,
            )
            .where(PayRunRow.hall_id == hall)
            .order_by(PayRunRow.first_day, PayRunRow.last_day, PayRunRow.number)
        ).all()
        return tuple(
            PayRun(
                hall,
                Period(first_day, last_day),
                number,
                closed_at,
                closed_by,
                self._lines(run_id),
                self._reopening(run_id),
            )
            for run_id, first_day, last_day, number, closed_at, closed_by in headers
        )

    def _latest(self, run: PayRun) -> int:
        """Number of the latest run of a run's hall and period; 0 before the first."""
        latest = select(func.max(PayRunRow.number)).where(
            PayRunRow.hall_id == run.hall,
            PayRunRow.first_day == run.period.first,
            PayRunRow.last_day == run.period.last,
        )
        return self._connection.scalars(latest).one() or 0

    def _reopening(self, run_id: int) -> Reopening | None:
        found = self._connection.execute(
            select(PayRunReopeningRow.reopened_at, PayRunReopeningRow.reopened_by, PayRunReopeningRow.reason).where(
                PayRunReopeningRow.pay_run_id == run_id
            )
        ).one_or_none()
        return None if found is None else Reopening(*found)

    def _lines(self, run_id: int) -> tuple[PayLine, ...]:
        return tuple(
            PayLine(employee, day, hall, PayClass(pay_class), minutes, rule, source, cents)
            for employee, day, hall, pay_class, minutes, rule, source, cents in self._connection.execute(
                select(
                    PayRunLineRow.employee_id,
                    PayRunLineRow.day,
                    PayRunLineRow.hall,
                    PayRunLineRow.pay_class,
                    PayRunLineRow.minutes,
                    PayRunLineRow.rule,
                    PayRunLineRow.source,
                    PayRunLineRow.cents,
                )
                .where(PayRunLineRow.pay_run_id == run_id)
                .order_by(PayRunLineRow.position)
            )
        )
