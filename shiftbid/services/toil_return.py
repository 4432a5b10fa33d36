"""Give TOIL back on quiet days, and post what the roster earns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.hall import Hall
from shiftbid.domain.roster import Assignment
from shiftbid.domain.staff import Employee, Leave, LeaveKind
from shiftbid.domain.timeline import Period, day_interval, local_day
from shiftbid.domain.toil import JournalEntry, Lot
from shiftbid.payroll.toil_journal import accrue_for, opening_entry, reversals, use

WORKDAYS_PER_WEEK = 5
PEOPLE_PER_TOIL_DAY = 10


@dataclass(frozen=True, slots=True)
class ToilBooks:
    """Lots and journal of a hall's staff."""

    lots: tuple[Lot, ...]
    journal: tuple[JournalEntry, ...]


def opening_books(lots: Sequence[Lot], first: date) -> ToilBooks:
    """Books that hold each lot as an opening balance on the first day of the period."""
    return ToilBooks(tuple(lots), tuple(opening_entry(lot, first) for lot in lots))


def edition_of(hall: str, period: Period, version: int) -> str:
    """Text that tells one version of a hall's roster from another."""
    return f"{hall}/{period.first.isoformat()}/v{version}"


def without_earlier_version(books: ToilBooks, hall: str, period: Period, version: int) -> ToilBooks:
    """Books with what the period's version before had posted taken back."""
    undone = reversals(books.journal, edition_of(hall, period, version - 1), edition_of(hall, period, version))
    return ToilBooks(books.lots, (*books.journal, *undone))


def give_back_on_quiet_days(
    books: ToilBooks,
    edition: str,
    hall: Hall,
    period: Period,
    demand: Sequence[DemandSlot],
    employees: Sequence[Employee],
    leave: Sequence[Leave],
) -> tuple[ToilBooks, tuple[Leave, ...]]:
    """Give each person whose balance holds a working day one day off, on the quietest weekday still free.

    Simple: before the award, one day a person and period, at most one in ten people a day; those whose lots expire
    first come first.
    """
    quiet = _quietest_weekdays(hall, period, demand)
    room = {day: max(1, len(employees) // PEOPLE_PER_TOIL_DAY) for day in quiet}
    journal, days_off = list(books.journal), list[Leave]()
    expiry = {lot.employee: lot.expires for lot in sorted(books.lots, key=lambda lot: lot.expires, reverse=True)}
    for person in sorted(employees, key=lambda each: (expiry.get(each.id, date.max), each.id)):
        minutes = person.contract_minutes // WORKDAYS_PER_WEEK
        away = [each.span for each in leave if each.employee == person.id]
        for day in quiet:
            span = day_interval(day, hall.zone)
            if not room[day] or any(span.overlaps(other) for other in away):
                continue
            entry = use(person.id, day, minutes, books.lots, journal, edition)
            if entry is not None:
                journal.append(entry)
                days_off.append(Leave(person.id, span, LeaveKind.TOIL))
                room[day] -= 1
                break
    return ToilBooks(books.lots, tuple(journal)), tuple(days_off)


def post_accruals(books: ToilBooks, edition: str, assignments: Sequence[Assignment]) -> ToilBooks:
    """Add what the roster's adapted and peak shifts earn."""
    earned = [accrual for assignment in assignments if (accrual := accrue_for(assignment, edition))]
    return ToilBooks((*books.lots, *(lot for lot, _ in earned)), (*books.journal, *(entry for _, entry in earned)))


def _quietest_weekdays(hall: Hall, period: Period, demand: Sequence[DemandSlot]) -> Sequence[date]:
    heads: Mapping[date, int] = {day: 0 for day in period.days if day.weekday() < WORKDAYS_PER_WEEK}
    totals = dict(heads)
    for slot in demand:
        day = local_day(slot.slot.start, hall.zone)
        if day in totals:
            totals[day] += slot.heads
    return sorted(totals, key=lambda day: (totals[day], day))
