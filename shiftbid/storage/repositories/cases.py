"""Cases about a roster over SQL; each change waits for its turn and is dated by the store's clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from shiftbid.domain.case import Case, CaseAct, CaseKind, CaseState, CaseStep
from shiftbid.domain.errors import InputError, StorageError
from shiftbid.domain.timeline import Period
from shiftbid.services.case_port import Seat
from shiftbid.storage.bulk import grouped, insert_all
from shiftbid.storage.failures import RELOAD
from shiftbid.storage.repositories.halls import lock_hall
from shiftbid.storage.tables.accounts import UserRow
from shiftbid.storage.tables.cases import CaseSeatRow, RosterCaseRow, RosterCaseStepRow


class SqlCaseRepository:
    """`shiftbid.services.case_port.CaseRepository` over SQL."""

    def __init__(self, connection: Connection, clock: Callable[[], int]) -> None:
        self._connection = connection
        self._clock = clock

    def now(self) -> int:
        """Present instant by the clock of the store, in UTC seconds."""
        return self._clock()

    def hold(self, hall: str) -> None:
        """Let no other change of a hall in until the unit of work ends; InputError where the hall is unknown."""
        lock_hall(self._connection, hall)

    def open(self, case: Case, seats: Sequence[Seat]) -> None:
        """Add a case that holds seats; StorageError where somebody was first."""
        self.hold(case.hall)
        known = select(UserRow.id).where(UserRow.id == case.opened_by)
        if self._connection.scalars(known).first() is None:
            raise InputError(f"{case.kind} {case.number}", [f"user {case.opened_by} has no account here"])
        earlier = [each for each in self.of_roster(case.hall, case.period) if each.kind is case.kind]
        if case.number != len(earlier) + 1:
            raise StorageError(f"Opening {case.kind} {case.id} failed: number {len(earlier) + 1} is due. {RELOAD}")
        period = {"hall_id": case.hall, "first_day": case.period.first, "last_day": case.period.last}
        self._connection.execute(
            insert(RosterCaseRow).values(
                id=case.id,
                kind=case.kind.value,
                number=case.number,
                opened_by=case.opened_by,
                opened_at=case.opened_at,
                content_json=case.content,
                **period,
            )
        )
        insert_all(
            self._connection,
            CaseSeatRow,
            [{**period, "shift": each.shift, "place": each.place, "case_id": case.id} for each in seats],
        )

    def add_step(self, before: Case, act: CaseAct, by: str, content: str) -> Case:
        """Add a step behind those that the caller saw; StorageError where somebody else acted meanwhile."""
        self.hold(before.hall)
        if self.get(before.id) != before:
            raise StorageError(f"{act} of {before.kind} {before.id} failed: somebody acted on it meanwhile. {RELOAD}")
        step = CaseStep(act, by, self.now(), content)
        after = before.after(step)
        self._connection.execute(
            insert(RosterCaseStepRow).values(
                case_id=before.id,
                position=len(before.steps),
                act=act.value,
                acted_by=by,
                acted_at=step.at,
                content_json=content,
            )
        )
        if after.state is not CaseState.OPEN:
            self._connection.execute(delete(CaseSeatRow).where(CaseSeatRow.case_id == before.id))
        return after

    def get(self, case: str) -> Case | None:
        """Give the case of an id, or None."""
        return next(iter(self._where(RosterCaseRow.id == case)), None)

    def of_roster(self, hall: str, period: Period) -> tuple[Case, ...]:
        """Every case of a hall and period, in order of kind and number."""
        return self._where(
            RosterCaseRow.hall_id == hall,
            RosterCaseRow.first_day == period.first,
            RosterCaseRow.last_day == period.last,
        )

    def of_hall(self, hall: str, kind: CaseKind) -> tuple[Case, ...]:
        """Every case of a kind in a hall, in order of period and number."""
        return self._where(RosterCaseRow.hall_id == hall, RosterCaseRow.kind == kind.value)

    def held_seats(self, hall: str, period: Period) -> Mapping[Seat, str]:
        """Id of the case that holds each seat."""
        return {
            Seat(shift, place): case
            for shift, place, case in self._connection.execute(
                select(CaseSeatRow.shift, CaseSeatRow.place, CaseSeatRow.case_id).where(
                    CaseSeatRow.hall_id == hall,
                    CaseSeatRow.first_day == period.first,
                    CaseSeatRow.last_day == period.last,
                )
            )
        }

    def _where(self, *conditions: ColumnElement[bool]) -> tuple[Case, ...]:
        steps = grouped(
            (case, CaseStep(CaseAct(act), by, at, content))
            for case, act, by, at, content in self._connection.execute(
                select(
                    RosterCaseStepRow.case_id,
                    RosterCaseStepRow.act,
                    RosterCaseStepRow.acted_by,
                    RosterCaseStepRow.acted_at,
                    RosterCaseStepRow.content_json,
                )
                .join(RosterCaseRow, RosterCaseRow.id == RosterCaseStepRow.case_id)
                .where(*conditions)
                .order_by(RosterCaseStepRow.case_id, RosterCaseStepRow.position)
            )
        )
        return tuple(
            Case(
                CaseKind(row.kind),
                row.hall_id,
                Period(row.first_day, row.last_day),
                row.number,
                row.opened_by,
                row.opened_at,
                row.content_json,
                steps.get(row.id, ()),
            )
            for row in self._connection.execute(
                select(*RosterCaseRow.__table__.columns)
                .where(*conditions)
                .order_by(RosterCaseRow.first_day, RosterCaseRow.last_day, RosterCaseRow.kind, RosterCaseRow.number)
            )
        )
