"""Ports: what the use cases ask of storage, as Protocols that storage fulfils and tests may fake.

A use case opens one unit of work, reads and changes through its repositories, and calls ``commit()``. What is not
committed never happened::

    with units_of_work() as unit:
        unit.halls.add(hall)
        unit.publications.publish(publication, calendar, settings)
        unit.commit()

Every method may raise ``StorageError`` (the database fails, or somebody else changed the same data first) besides what
its own text names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.roster import Roster
from shiftbid.domain.staff import Consent, Employee, Leave
from shiftbid.domain.staff_fact import StaffFact
from shiftbid.domain.timeline import Period
from shiftbid.services.case_port import AgreementRepository, CaseRepository
from shiftbid.services.job_port import JobRepository
from shiftbid.services.owing_port import JournalRepository, PayRunRepository
from shiftbid.services.place_port import FootfallRepository, HallRepository, NoticeRepository
from shiftbid.services.poll_port import PollRepository
from shiftbid.services.proposal_port import ProposalRepository
from shiftbid.services.publication import HallPublication, JsonObject, WorkedShift
from shiftbid.services.reading_port import ReadingRepository
from shiftbid.services.request_port import RequestRepository
from shiftbid.services.user_port import UserRepository

CHAIN_START = "0" * 64
"""The ``previous`` of the first record of a chain."""


@dataclass(frozen=True, slots=True)
class StaffList:
    """The people of a hall and what is recorded of them, as it stood together at one time."""

    employees: tuple[Employee, ...] = ()
    leave: tuple[Leave, ...] = ()
    consents: tuple[Consent, ...] = ()
    worked: tuple[WorkedShift, ...] = ()
    facts: tuple[StaffFact, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicationContext:
    """What a publication was planned under: the calendar, and what ``settings.json`` holds."""

    calendar: Calendar
    settings: JsonObject


@dataclass(frozen=True, slots=True)
class ChainedRecord:
    """One line of the record of everything published, as ``docs/formats/records.md`` describes ``record.jsonl``.

    Attributes
    ----------
    path
        Name of what was published.
    sha256
        Hash of its bytes.
    previous
        `hash` of the record before; 64 zeros for the first.
    hash
        Hash of this record's canonical JSON without `hash`.
    """

    sequence: int
    path: str
    sha256: str
    previous: str
    hash: str


class StaffRepository(Protocol):
    """The staff list of each hall."""

    def replace(self, hall: str, staff: StaffList) -> None:
        """Put a new staff list in place of the present one.

        Raises
        ------
        InputError
            The hall is unknown, an employee is listed twice or belongs to another hall, or a row names nobody on the
            list; every such problem is named.
        """
        ...

    def of_hall(self, hall: str) -> StaffList:
        """Give the present list of a hall, in the order it was given in; empty where there is none."""
        ...

    def hall_of(self, employee: str) -> str | None:
        """Give the hall on whose present list a person stands; None where there is none."""
        ...


class PublicationRepository(Protocol):
    """What was published, version by version; a version never changes."""

    def version(self, hall: str, period: Period) -> int:
        """Number of the latest version of a hall and period; 0 before the first."""
        ...

    def publish(self, publication: HallPublication, calendar: Calendar, settings: JsonObject) -> None:
        """Store a publication as the version that its roster names, which must follow the latest one.

        Raises
        ------
        InputError
            The hall is unknown.
        StorageError
            The roster's version is not the latest plus one: somebody published meanwhile, and whoever publishes now
            must reload and plan again.
        """
        ...

    def latest(self, hall: str, period: Period) -> HallPublication | None:
        """Give the latest version, equal in every field to what was published; None before the first."""
        ...

    def get(self, hall: str, period: Period, version: int) -> HallPublication | None:
        """Give one version, equal in every field to what was published; None where there is none."""
        ...

    def roster(self, hall: str, period: Period, version: int) -> Roster | None:
        """Give the roster of one version alone; None where there is none."""
        ...

    def context(self, hall: str, period: Period, version: int) -> PublicationContext | None:
        """Give the calendar and settings under which a version was planned; None where there is none."""
        ...

    def round_record(self, hall: str, period: Period) -> JsonObject | None:
        """Give the round's record of the latest version alone; None before the first."""
        ...

    def periods(self, hall: str) -> tuple[Period, ...]:
        """Periods of a hall that have a publication, earliest first."""
        ...


class RecordRepository(Protocol):
    """The hash chain over what was published: records are added at its head, never changed or removed."""

    def head(self) -> str:
        """Hash of the latest record; 64 zeros before the first."""
        ...

    def append(self, path: str, sha256: str, previous: str) -> ChainedRecord:
        """Add a record behind the head that the caller saw.

        Raises
        ------
        StorageError
            `previous` is no longer the head: somebody added a record meanwhile.
        """
        ...

    def all(self) -> tuple[ChainedRecord, ...]:
        """Every record in order of sequence."""
        ...


class UnitOfWork(Protocol):
    """Changes that are made together or not at all.

    Used as a context manager; leaving it without ``commit()``, by an error or otherwise, undoes everything.
    """

    @property
    def halls(self) -> HallRepository:
        """The halls."""
        ...

    @property
    def staff(self) -> StaffRepository:
        """The staff lists."""
        ...

    @property
    def footfall(self) -> FootfallRepository:
        """The counts."""
        ...

    @property
    def publications(self) -> PublicationRepository:
        """What was published."""
        ...

    @property
    def journal(self) -> JournalRepository:
        """The TOIL journal."""
        ...

    @property
    def users(self) -> UserRepository:
        """Who may sign in."""
        ...

    @property
    def records(self) -> RecordRepository:
        """The hash chain."""
        ...

    @property
    def notices(self) -> NoticeRepository:
        """Official notices."""
        ...

    @property
    def pay_runs(self) -> PayRunRepository:
        """What was paid."""
        ...

    @property
    def requests(self) -> RequestRepository:
        """Requests for time off."""
        ...

    @property
    def polls(self) -> PollRepository:
        """Votes and bidding rounds."""
        ...

    @property
    def cases(self) -> CaseRepository:
        """Offers, exchanges and appeals."""
        ...

    @property
    def agreements(self) -> AgreementRepository:
        """Terms of halls, and proxies."""
        ...

    @property
    def jobs(self) -> JobRepository:
        """Planning jobs."""
        ...

    @property
    def proposals(self) -> ProposalRepository:
        """Templates proposed for the next vote."""
        ...

    @property
    def readings(self) -> ReadingRepository:
        """Who read whose data."""
        ...

    def commit(self) -> None:
        """Make every change so far lasting. StorageError where that fails; nothing is changed then."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...


UnitOfWorkFactory = Callable[[], UnitOfWork]
"""Opens a new unit of work."""
