"""Pay: each person's minutes by day and pay class, counted from the roster by the verifier's own table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from shiftbid.verifier.clock import day_text, duration_text
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.folder import Published
from shiftbid.verifier.packs.pack import Pack
from shiftbid.verifier.pay.due import due_pay
from shiftbid.verifier.pay.late_changes import LateChange, late_changes, owed_cents, owed_minutes
from shiftbid.verifier.pay.tables import LateChangePay, LateChangeSums, WorkweekPay
from shiftbid.verifier.people import Work
from shiftbid.verifier.roster import name_of
from shiftbid.verifier.rows import PayrollRow
from shiftbid.verifier.toil import used_minutes

FIXED_SUM = "fixed_premium"
"""Paid in cents; every other class in minutes."""
WORKED = frozenset(
    {"normal", "ot125", "ot150", "ot200", "rest135", "rest200", "holiday150", "holiday300", "toil_earned"}
)
EXTRA = frozenset(
    {"night25", "short_rest25", "short_rest50", "meal_premium", "rest_premium", "predictability", FIXED_SUM}
)
TOIL_TAKEN = "toil_taken"
AWAY = frozenset({"leave_annual", TOIL_TAKEN})

Amounts = Mapping[tuple[str, date], Mapping[str, int]]
"""Minutes by pay class, cents of the fixed sum, of each person and day."""


def check_payroll(published: Published, work: Work, pack: Pack) -> Iterator[VerifierFinding]:
    """Compare ``payroll.csv`` with what the pack pays for the roster, and with the time off taken."""
    staff = {each.employee: each for each in published.staff}
    for row in published.payroll:
        if not _payable(row):
            amount = f"{row.minutes} minutes and {row.cents} cents" if row.cents else f"{row.minutes} minutes"
            yield VerifierFinding(
                Kind.PAYROLL,
                "PAYROLL-LINE",
                row.employee,
                row.day.isoformat(),
                f"payroll.csv row {row.row}: {amount} of class {row.pay_class!r} cannot be paid to "
                f"{name_of(row.employee, staff)} on {day_text(row.day)}.",
            )
    if pack.pay_is_judged:
        yield from _amounts(published, work, pack)
    if published.has("toil.csv"):
        yield from _toil(published, work)


def _amounts(published: Published, work: Work, pack: Pack) -> Iterator[VerifierFinding]:
    staff = {each.employee: each for each in published.staff}
    due = _due(published, work, pack)
    paid = _paid(published, WORKED | EXTRA)
    for employee, day in sorted(due.keys() | paid.keys()):
        has, should = paid.get((employee, day), {}), due.get((employee, day), {})
        if has != should:
            total = _worked_minutes(has) != _worked_minutes(should)
            yield VerifierFinding(
                Kind.PAYROLL,
                "PAYROLL-MINUTES" if total else "PAYROLL-CLASS",
                employee,
                day.isoformat(),
                f"payroll.csv pays {name_of(employee, staff)} {_text(has)} for {day_text(day)}; the roster and the "
                f"pay table give {_text(should)}.",
            )


def _toil(published: Published, work: Work) -> Iterator[VerifierFinding]:
    staff = {each.employee: each for each in published.staff}
    taken = used_minutes(published, work.place.first, work.place.last)
    paid = _paid(published, frozenset({TOIL_TAKEN}))
    for employee, day in sorted(taken.keys() | paid.keys()):
        has, should = sum(paid.get((employee, day), {}).values()), taken.get((employee, day), 0)
        if has != should:
            yield VerifierFinding(
                Kind.PAYROLL,
                "PAYROLL-TOIL",
                employee,
                day.isoformat(),
                f"payroll.csv pays {name_of(employee, staff)} {duration_text(has)} of time off in lieu for "
                f"{day_text(day)}; toil.csv takes {duration_text(should)}.",
            )


def _payable(row: PayrollRow) -> bool:
    """Whether the class is known and holds what it can: the fixed sum cents, every other minutes."""
    if row.pay_class == FIXED_SUM:
        return row.cents > 0 and not row.minutes
    return row.minutes >= 0 and not row.cents and row.pay_class in WORKED | EXTRA | AWAY


def _paid(published: Published, classes: frozenset[str]) -> Amounts:
    paid: defaultdict[tuple[str, date], Counter[str]] = defaultdict(Counter)
    for row in published.payroll:
        amount = row.cents if row.pay_class == FIXED_SUM else row.minutes
        if row.pay_class in classes and amount:
            paid[row.employee, row.day][row.pay_class] += amount
    return paid


def _due(published: Published, work: Work, pack: Pack) -> Amounts:
    due: defaultdict[tuple[str, date], Counter[str]] = defaultdict(Counter)
    for person in work.people.values():
        for each in due_pay(person, pack):
            due[person.id, each.day][each.pay_class] += each.cents or each.minutes
    for change in _late_changes(published, work):
        match pack.pay:
            case WorkweekPay(late_change=LateChangePay() as table):
                due[change.employee, change.day]["predictability"] += owed_minutes(change, table)
            case WorkweekPay(late_change=LateChangeSums() as table):
                due[change.employee, change.day][FIXED_SUM] += owed_cents(change, table)
            case _:
                pass
    return {key: +amounts for key, amounts in due.items() if +amounts}


def _late_changes(published: Published, work: Work) -> Iterator[LateChange]:
    for record in published.rounds:
        templates = {each.template: each for each in published.templates if each.hall == record.hall}
        yield from late_changes(record.changes, templates, work.place.zone)


def _worked_minutes(amounts: Mapping[str, int]) -> int:
    return sum(minutes for pay_class, minutes in amounts.items() if pay_class in WORKED)


def _text(amounts: Mapping[str, int]) -> str:
    return ", ".join(_amount_text(name, each) for name, each in sorted(amounts.items())) or "nothing"


def _amount_text(pay_class: str, amount: int) -> str:
    said = f"{amount // 100}.{amount % 100:02d}" if pay_class == FIXED_SUM else duration_text(amount)
    return f"{said} {pay_class}"
