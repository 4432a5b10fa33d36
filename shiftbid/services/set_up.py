"""Setting up a hall from files: what a wizard asks, and one transaction that stores all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from shiftbid.domain.account import Role, User
from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.staff import Employee
from shiftbid.domain.timeline import zone_info
from shiftbid.services.accounts import NewUser, put_user, refuse_faulty, require
from shiftbid.services.default_zone import default_zone
from shiftbid.services.hall_desk import add_hall
from shiftbid.services.import_footfall import add_counts
from shiftbid.services.import_staff import put_staff
from shiftbid.services.own_footfall import MissingRows
from shiftbid.services.pin_port import PinHasher
from shiftbid.services.ports import UnitOfWorkFactory

STAFF_FIELDS = (
    "employee",
    "name",
    "contract_hours",
    "contract_minutes",
    "system",
    "skills",
    "born",
    "employed_from",
    "rate",
    "rate_cents",
)
STAFF_NEEDED = (("employee",), ("name",), ("contract_hours", "contract_minutes"), ("born",), ("employed_from",))
FOOTFALL_FIELDS = ("time", "date", "count", "class", "hall")
FOOTFALL_NEEDED = (("time", "date"), ("count",))
IGNORE = "ignore"


class TableKind(StrEnum):
    """The tables a hall is set up from."""

    STAFF = "staff"
    FOOTFALL = "footfall"


@dataclass(frozen=True, slots=True)
class HallForm:
    """A hall as it is typed.

    Attributes
    ----------
    zone
        Zone of its clock; that of the country, or of the part of it, where empty.
    opening
        Such as ``mon-fri 09:00-17:00, sat 10:00-14:00``.
    """

    id: str
    name: str
    country: str
    subdivision: str
    zone: str
    opening: str
    promise: Promise
    service_minutes: float
    counters: int
    minimum_heads: int


@dataclass(frozen=True, slots=True)
class TableForm:
    """A file, and what its columns hold where that differs from what their names say."""

    kind: TableKind
    file: Path
    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    missing_rows: MissingRows = "refuse"


@dataclass(frozen=True, slots=True)
class LookAtTable:
    """Read a table for a hall without storing anything; gives the `TableSight`."""

    table: TableForm
    hall: HallForm


@dataclass(frozen=True, slots=True)
class ColumnSight:
    """A column of a file.

    Attributes
    ----------
    field
        What it is read as; empty where it is left out.
    samples
        Its first cells that hold something.
    """

    name: str
    field: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableSight:
    """What is in a file, and every problem with row and column.

    Attributes
    ----------
    count
        People, or hours with a count; 0 where there are problems or something is missing.
    missing
        Groups of fields of which a column must hold one, and none does.
    """

    columns: tuple[ColumnSight, ...]
    count: int
    problems: tuple[Problem, ...]
    missing: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SetUpHall:
    """Make a hall with staff and footfall, and the first account where nobody has one; gives the `SetUpOutcome`."""

    account: NewUser | None
    hall: HallForm
    staff: TableForm
    footfall: TableForm


SetUpOrder = LookAtTable | SetUpHall


@dataclass(frozen=True, slots=True)
class SetUpOutcome:
    """What came of it: who may sign in now, or why nothing was stored."""

    user: User | None
    problems: tuple[Problem, ...]


def hall_of(form: HallForm) -> Hall:
    """Give the hall of a form; InputError naming everything that is wrong with it."""
    problems: list[Problem] = []
    zone, opening = form.zone, None
    if not form.name.strip():
        problems.append(Problem("the name is empty: give the name that people read", column="name"))
    try:
        zone = form.zone or default_zone(form.country, form.subdivision or None)
        zone_info(zone)
    except InputError as error:
        problems += [Problem(each.message, column="place") for each in error.problems]
    try:
        opening = OpeningHours.parse(form.opening)
    except InputError as error:
        problems += [Problem(each.message, column="opening hours") for each in error.problems]
    if form.subdivision:
        # Only who names a region pays for loading the holidays.
        from shiftbid.services.holiday_calendar import region_problem

        region = region_problem(form.country, form.subdivision)
        problems += [] if region is None else [Problem(region, column="region")]
    if problems or opening is None:
        raise InputError("hall", problems)
    return Hall(
        id=form.id,
        name=form.name.strip(),
        zone=zone,
        country=form.country,
        subdivision=form.subdivision or None,
        opening=opening,
        promise=form.promise,
        service_minutes=form.service_minutes,
        counters=form.counters,
        minimum_heads=form.minimum_heads,
    )


def account_problems(new: NewUser) -> tuple[Problem, ...]:
    """Everything that speaks against a new account; empty where nothing does."""
    try:
        refuse_faulty(new)
    except InputError as error:
        return tuple(error.problems)
    return ()


def hall_problems(form: HallForm) -> tuple[Problem, ...]:
    """Everything that is wrong with a hall's form; empty where nothing is."""
    try:
        hall_of(form)
    except InputError as error:
        return tuple(error.problems)
    return ()


def store_set_up(
    units: UnitOfWorkFactory,
    hasher: PinHasher,
    account: NewUser | None,
    by: User | None,
    hall: Hall,
    people: Sequence[Employee],
    counts: Sequence[FootfallCount],
) -> User | None:
    """Store a hall with its staff and counts, and the first account, in one transaction; gives the new user.

    Raises
    ------
    AccessError
        Somebody has an account already, and whoever asks is no manager.
    InputError
        The hall's id is taken or cannot stand in files, or the account's name or PIN do not serve.
    """
    if account is None and by is not None:
        require(by, Role.MANAGER)
    with units() as unit:
        user = put_user(unit, hasher, account, by) if account is not None else None
        add_hall(unit, hall)
        put_staff(unit, people)
        add_counts(unit, counts)
        unit.commit()
    return user
