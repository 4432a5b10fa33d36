"""Votes and bidding rounds over SQL; each change waits for its turn and is dated by the store's clock."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.errors import InputError, StorageError
from shiftbid.domain.poll import Poll, PollAct, PollEntry, PollKind, PollStep, StandingWishes
from shiftbid.domain.timeline import Period
from shiftbid.storage.bulk import grouped
from shiftbid.storage.failures import RELOAD
from shiftbid.storage.repositories.halls import lock_hall
from shiftbid.storage.tables.accounts import UserRow
from shiftbid.storage.tables.polls import PollEntryRow, PollKeyRow, PollRow, PollStepRow, StandingWishesRow
from shiftbid.storage.tables.staff import EmployeeRow
from shiftbid.storage.writing import take_turn_to_write


class SqlPollRepository:
    """`shiftbid.services.poll_port.PollRepository` over SQL."""

    def __init__(self, connection: Connection, clock: Callable[[], int]) -> None:
        self._connection = connection
        self._clock = clock

    def now(self) -> int:
        """Present instant by the clock of the store, in UTC seconds."""
        return self._clock()

    def open(self, poll: Poll, locked_key: str) -> None:
        """Add a poll with the locked key to its boxes; StorageError where somebody opened one meanwhile."""
        lock_hall(self._connection, poll.hall)
        problems = [
            f"user {user} has no account here"
            for user in sorted({poll.opened_by, poll.trustee})
            if self._connection.scalars(select(UserRow.id).where(UserRow.id == user)).first() is None
        ]
        if poll.deadline <= self.now():
            problems.append("the deadline does not lie in the future: give a later one")
        if problems:
            raise InputError(f"{poll.kind} {poll.id}", problems)
        earlier = [each for each in self.of_hall(poll.hall) if (each.kind, each.period) == (poll.kind, poll.period)]
        if poll.number != len(earlier) + 1:
            raise StorageError(f"Opening {poll.kind} {poll.id} failed: number {len(earlier) + 1} is due. {RELOAD}")
        self._connection.execute(
            insert(PollRow).values(
                id=poll.id,
                hall_id=poll.hall,
                first_day=poll.period.first,
                last_day=poll.period.last,
                kind=poll.kind.value,
                number=poll.number,
                opened_by=poll.opened_by,
                opened_at=poll.opened_at,
                deadline=poll.deadline,
                trustee=poll.trustee,
                public_key=poll.public_key,
                paper_json=poll.paper,
            )
        )
        self._connection.execute(insert(PollKeyRow).values(poll_id=poll.id, locked_key=locked_key))

    def add_entry(self, poll: str, employee: str, given_by: str, box: str) -> PollEntry:
        """Take a sealed ballot or bid; InputError from the deadline on, whenever it was begun."""
        present = self.hold(poll)
        now = self.now()
        refusal = present.refusal_of_entry_at(now)
        if refusal is not None:
            raise InputError(f"{present.kind} {poll}", [refusal])
        if self._connection.scalars(select(EmployeeRow.id).where(EmployeeRow.id == employee)).first() is None:
            raise InputError(f"employee {employee}", ["is on no staff list"])
        position = sum(entry.employee == employee for entry in self.entries(poll))
        entry = PollEntry(employee, position, given_by, now, box)
        self._connection.execute(
            insert(PollEntryRow).values(
                poll_id=poll, employee_id=employee, position=position, given_by=given_by, given_at=now, box=box
            )
        )
        return entry

    def add_step(self, before: Poll, act: PollAct, by: str, content: str) -> PollStep:
        """Add a step behind those that the caller saw; StorageError where somebody else acted meanwhile."""
        present = self.hold(before.id)
        if present != before:
            raise StorageError(f"{act} of {before.kind} {before.id} failed: somebody acted on it meanwhile. {RELOAD}")
        step = PollStep(act, by, self.now(), content)
        present.after(step)
        self._connection.execute(
            insert(PollStepRow).values(
                poll_id=before.id,
                position=len(before.steps),
                act=act.value,
                acted_by=by,
                acted_at=step.at,
                content_json=content,
            )
        )
        return step

    def add_standing(self, employee: str, given_by: str, wishes: Sequence[str]) -> StandingWishes:
        """Put wishes that stand until others are given on record; InputError where the employee is unknown."""
        take_turn_to_write(self._connection)
        known = select(EmployeeRow.id).where(EmployeeRow.id == employee).with_for_update()
        if self._connection.scalars(known).one_or_none() is None:
            raise InputError(f"employee {employee}", ["is on no staff list"])
        given = select(func.count()).select_from(StandingWishesRow).where(StandingWishesRow.employee_id == employee)
        standing = StandingWishes(employee, given_by, self.now(), tuple(wishes))
        self._connection.execute(
            insert(StandingWishesRow).values(
                employee_id=employee,
                position=self._connection.scalars(given).one(),
                given_by=given_by,
                given_at=standing.given_at,
                wishes_json=canonical_json(list(wishes)),
            )
        )
        return standing

    def standing_at(self, moment: int) -> Mapping[str, StandingWishes]:
        """The wishes that stood before an instant (UTC seconds), by employee id."""
        return {
            row.employee_id: StandingWishes(
                row.employee_id, row.given_by, row.given_at, tuple(json.loads(row.wishes_json))
            )
            for row in self._connection.execute(
                select(*StandingWishesRow.__table__.columns)
                .where(StandingWishesRow.given_at < moment)
                .order_by(StandingWishesRow.employee_id, StandingWishesRow.position)
            )
        }

    def destroy_key(self, poll: str) -> None:
        """Remove the locked key for good."""
        take_turn_to_write(self._connection)
        self._connection.execute(delete(PollKeyRow).where(PollKeyRow.poll_id == poll))

    def locked_key(self, poll: str) -> str | None:
        """Give the locked key; None once it is destroyed."""
        return self._connection.scalars(select(PollKeyRow.locked_key).where(PollKeyRow.poll_id == poll)).one_or_none()

    def hold(self, poll: str) -> Poll:
        """Give a poll and let no other change of it in until the unit of work ends; InputError where there is none."""
        take_turn_to_write(self._connection)
        found = self._connection.scalars(select(PollRow.id).where(PollRow.id == poll).with_for_update()).one_or_none()
        present = self.get(poll) if found is not None else None
        if present is None:
            raise InputError(f"poll {poll}", ["there is none of this name"])
        return present

    def get(self, poll: str) -> Poll | None:
        """Give the poll of an id, or None."""
        return next(iter(self._where(PollRow.id == poll)), None)

    def of_hall(self, hall: str) -> tuple[Poll, ...]:
        """Every poll of a hall in the order in which they were opened."""
        return self._where(PollRow.hall_id == hall)

    def of_trustee(self, user: str) -> tuple[Poll, ...]:
        """Every poll whose key a user holds, or held, in the order in which they were opened."""
        return self._where(PollRow.trustee == user)

    def entries(self, poll: str) -> tuple[PollEntry, ...]:
        """Every sealed entry, superseded ones too, in order of employee id and position."""
        return tuple(
            PollEntry(employee, position, given_by, given_at, box)
            for employee, position, given_by, given_at, box in self._connection.execute(
                select(
                    PollEntryRow.employee_id,
                    PollEntryRow.position,
                    PollEntryRow.given_by,
                    PollEntryRow.given_at,
                    PollEntryRow.box,
                )
                .where(PollEntryRow.poll_id == poll)
                .order_by(PollEntryRow.employee_id, PollEntryRow.position)
            )
        )

    def _where(self, condition: ColumnElement[bool]) -> tuple[Poll, ...]:
        steps = grouped(
            (poll, PollStep(PollAct(act), by, at, content))
            for poll, act, by, at, content in self._connection.execute(
                select(
                    PollStepRow.poll_id,
                    PollStepRow.act,
                    PollStepRow.acted_by,
                    PollStepRow.acted_at,
                    PollStepRow.content_json,
                )
                .join(PollRow, PollRow.id == PollStepRow.poll_id)
                .where(condition)
                .order_by(PollStepRow.poll_id, PollStepRow.position)
            )
        )
        return tuple(
            Poll(
                PollKind(row.kind),
                row.hall_id,
                Period(row.first_day, row.last_day),
                row.number,
                row.opened_by,
                row.opened_at,
                row.deadline,
                row.trustee,
                row.public_key,
                row.paper_json,
                steps.get(row.id, ()),
            )
            for row in self._connection.execute(
                select(*PollRow.__table__.columns)
                .where(condition)
                .order_by(PollRow.opened_at, PollRow.kind, PollRow.number)
            )
        )
