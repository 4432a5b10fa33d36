"""Offer TOIL back on quiet days, and post what an award gives back and the roster earns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.bidding.days_off import DayOffOffer
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.errors import BugError
from shiftbid.domain.hall import Hall
from shiftbid.domain.pay import PayLine
from shiftbid.domain.roster import Assignment
from shiftbid.domain.staff import Employee, Leave, LeaveKind
from shiftbid.domain.timeline import Period, day_interval, local_day
from shiftbid.domain.toil import JournalEntry, Lot
from shiftbid.payroll.time_off_earned import accrue_worked
from shiftbid.payroll.toil_editions import accrue_for, open_lot, recall, take_day_off
from shiftbid.payroll.toil_law import HOUSE, load_toil_law
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_policy import ToilPolicy
from shiftbid.payroll.toil_taking import open_lots

WORKDAYS_PER_WEEK = 5


@dataclass(frozen=True, slots=True)
class ToilBooks:
    """Lots and journal of a hall's staff."""

    lots: tuple[Lot, ...]
    journal: tuple[JournalEntry, ...]

    def with_changes(self, changes: Sequence[Change]) -> ToilBooks:
        """Books with changes added."""
        return ToilBooks(
            (*self.lots, *(lot for change in changes for lot in change.lots)),
            (*self.journal, *(entry for change in changes for entry in change.entries)),
        )

    def ledgers(self) -> dict[str, ToilLedger]:
        """Ledger of each person who has a lot or an entry."""
        people = dict.fromkeys((*(lot.employee for lot in self.lots), *(entry.employee for entry in self.journal)))
        lots: dict[str, list[Lot]] = {person: [] for person in people}
        entries: dict[str, list[JournalEntry]] = {person: [] for person in people}
        for lot in self.lots:
            lots[lot.employee].append(lot)
        for entry in self.journal:
            entries[entry.employee].append(entry)
        return {person: ToilLedger(person, lots[person], entries[person]) for person in people}


def house_policy(on: date) -> ToilPolicy:
    """Policy of what a roster itself posts: the bonus for adapted and peak shifts, the same everywhere."""
    return load_toil_law(HOUSE, on).default


def opening_books(lots: Sequence[Lot], first: date) -> ToilBooks:
    """Books that hold each lot as an opening balance on the first day of the period."""
    policy = house_policy(first)
    return ToilBooks((), ()).with_changes([open_lot(ToilLedger(lot.employee), lot, first, policy) for lot in lots])


def edition_of(hall: str, period: Period, version: int) -> str:
    """Text that tells one version of a hall's roster from another."""
    return f"{hall}/{period.first.isoformat()}/v{version}"


def without_earlier_version(books: ToilBooks, hall: str, period: Period, version: int) -> ToilBooks:
    """Books with what the period's version before had posted taken back."""
    superseded, edition = edition_of(hall, period, version - 1), edition_of(hall, period, version)
    policy = house_policy(period.first)
    return books.with_changes([recall(each, superseded, edition, policy) for each in books.ledgers().values()])


def days_off_due(
    books: ToilBooks,
    hall: Hall,
    period: Period,
    demand: Sequence[DemandSlot],
    employees: Sequence[Employee],
    leave: Sequence[Leave],
) -> tuple[DayOffOffer, ...]:
    """Offer whoever has a working day in the bank one day off, on the quieter half of the weekdays the hall is open.

    Which of them are given is for the award to decide. A day counts double where its balance holds a lot that ends
    before the period after this one does.
    """
    quiet = _quieter_weekdays(hall, period, demand)
    ledgers, policy = books.ledgers(), house_policy(period.first)
    soon = period.last + (period.last - period.first) + timedelta(days=1)
    offers: list[DayOffOffer] = []
    for person in sorted((each for each in employees if each.id in ledgers), key=lambda each: each.id):
        ledger, minutes = ledgers[person.id], person.contract_minutes // WORKDAYS_PER_WEEK
        away = [each.span for each in leave if each.employee == person.id]
        for day in quiet:
            span = day_interval(day, hall.zone)
            free = not any(span.overlaps(other) for other in away)
            if free and take_day_off(ledger, day, minutes, "offer", policy) is not None:
                ends = min(lot.expires for lot in open_lots(ledger) if lot.expires >= day)
                offers.append(DayOffOffer(person.id, day, minutes, 2 if ends <= soon else 1))
    return tuple(offers)


def give_back(
    books: ToilBooks, edition: str, zone: str, days_off: Sequence[DayOffOffer]
) -> tuple[ToilBooks, tuple[Leave, ...]]:
    """Take the days off that an award gave out of the balances, those lots first that expire first."""
    ledgers, takings = books.ledgers(), list[Change]()
    for each in days_off:
        taken = take_day_off(ledgers[each.employee], each.day, each.minutes, edition, house_policy(each.day))
        if taken is None:
            raise BugError(f"the balance of {each.employee} does not hold the day off given on {each.day}")
        takings.append(taken)
    leave = tuple(Leave(each.employee, day_interval(each.day, zone), LeaveKind.TOIL) for each in days_off)
    return books.with_changes(takings), leave


def post_accruals(books: ToilBooks, edition: str, assignments: Sequence[Assignment]) -> ToilBooks:
    """Add what the roster's adapted and peak shifts earn."""
    ledgers, accruals = books.ledgers(), list[Change]()
    for assignment in assignments:
        ledger = ledgers.setdefault(assignment.employee, ToilLedger(assignment.employee))
        earned = accrue_for(ledger, assignment, edition, house_policy(assignment.shift.day))
        ledger.post(earned)
        accruals.append(earned)
    return books.with_changes(accruals)


def post_worked(books: ToilBooks, edition: str, lines: Sequence[PayLine]) -> ToilBooks:
    """Add what pay lines answer with time off instead of pay."""
    ledgers, accruals = books.ledgers(), list[Change]()
    for line in lines:
        ledger = ledgers.setdefault(line.employee, ToilLedger(line.employee))
        earned = accrue_worked(ledger, line, edition)
        ledger.post(earned)
        accruals.append(earned)
    return books.with_changes(accruals)


def _quieter_weekdays(hall: Hall, period: Period, demand: Sequence[DemandSlot]) -> Sequence[date]:
    open_days = hall.open_days(period.first, period.last)
    totals = {day: 0 for day in open_days if day.weekday() < WORKDAYS_PER_WEEK}
    for slot in demand:
        day = local_day(slot.slot.start, hall.zone)
        if day in totals:
            totals[day] += slot.heads
    return sorted(totals, key=lambda day: (totals[day], day))[: (len(totals) + 1) // 2]
