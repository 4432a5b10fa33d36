"""A unit of work over one transaction of the database."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from shiftbid.domain.errors import BugError
from shiftbid.storage.failures import FAILED
from shiftbid.storage.repositories.agreements import SqlAgreementRepository
from shiftbid.storage.repositories.cases import SqlCaseRepository
from shiftbid.storage.repositories.footfall import SqlFootfallRepository
from shiftbid.storage.repositories.halls import SqlHallRepository
from shiftbid.storage.repositories.jobs import SqlJobRepository
from shiftbid.storage.repositories.journal import SqlJournalRepository
from shiftbid.storage.repositories.notices import SqlNoticeRepository
from shiftbid.storage.repositories.pay_runs import SqlPayRunRepository
from shiftbid.storage.repositories.polls import SqlPollRepository
from shiftbid.storage.repositories.proposals import SqlProposalRepository
from shiftbid.storage.repositories.publications import SqlPublicationRepository
from shiftbid.storage.repositories.readings import SqlReadingRepository
from shiftbid.storage.repositories.records import SqlRecordRepository
from shiftbid.storage.repositories.requests import SqlRequestRepository
from shiftbid.storage.repositories.staff import SqlStaffRepository
from shiftbid.storage.repositories.users import SqlUserRepository


class SqlUnitOfWork:
    """`shiftbid.services.ports.UnitOfWork` over SQL. The repositories exist inside the ``with`` block only."""

    halls: SqlHallRepository
    staff: SqlStaffRepository
    footfall: SqlFootfallRepository
    publications: SqlPublicationRepository
    journal: SqlJournalRepository
    users: SqlUserRepository
    records: SqlRecordRepository
    notices: SqlNoticeRepository
    pay_runs: SqlPayRunRepository
    requests: SqlRequestRepository
    polls: SqlPollRepository
    cases: SqlCaseRepository
    agreements: SqlAgreementRepository
    jobs: SqlJobRepository
    proposals: SqlProposalRepository
    readings: SqlReadingRepository

    def __init__(self, engine: Engine, clock: Callable[[Connection], int]) -> None:
        self._engine = engine
        self._clock = clock

    def commit(self) -> None:
        """Make every change so far lasting; BugError where one of them failed and the unit went on regardless."""
        if self._connection.info.get(FAILED):
            raise BugError("a unit of work may not be committed after one of its changes failed")
        self._connection.commit()

    def __enter__(self) -> Self:
        self._connection = self._engine.connect()
        self._connection.info.clear()
        clock = partial(self._clock, self._connection)
        self.halls = SqlHallRepository(self._connection)
        self.staff = SqlStaffRepository(self._connection)
        self.footfall = SqlFootfallRepository(self._connection)
        self.publications = SqlPublicationRepository(self._connection)
        self.journal = SqlJournalRepository(self._connection, clock)
        self.users = SqlUserRepository(self._connection)
        self.records = SqlRecordRepository(self._connection)
        self.notices = SqlNoticeRepository(self._connection)
        self.pay_runs = SqlPayRunRepository(self._connection)
        self.requests = SqlRequestRepository(self._connection)
        self.polls = SqlPollRepository(self._connection, clock)
        self.cases = SqlCaseRepository(self._connection, clock)
        self.agreements = SqlAgreementRepository(self._connection, clock)
        self.jobs = SqlJobRepository(self._connection, clock)
        self.proposals = SqlProposalRepository(self._connection, clock)
        self.readings = SqlReadingRepository(self._connection, clock)
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._connection.close()  # undoes what was not committed
