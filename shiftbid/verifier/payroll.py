"""Pay: each person's minutes by day and pay class, counted from the roster by the verifier's own table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from shiftbid.verifier.clock import day_text, duration_text, following, midnight
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.folder import Published
from shiftbid.verifier.law.overtime import COMPREHENSIVE
from shiftbid.verifier.law.person import HOLIDAY, Person, Place
from shiftbid.verifier.packs.pack import Pack
from shiftbid.verifier.people import Work
from shiftbid.verifier.roster import name_of
from shiftbid.verifier.spells import Spell
from shiftbid.verifier.toil import used_minutes

NORMAL, OVERTIME = "normal", "ot150"
WORK_CLASSES = (NORMAL, OVERTIME, "rest200", "holiday300", "holiday150")
LEAVE_CLASSES = ("leave_annual", "toil_taken")
TOIL_TAKEN = "toil_taken"

Minutes = Mapping[tuple[str, date], Mapping[str, int]]
"""Minutes by pay class, of each person and day."""


def check_payroll(published: Published, work: Work, pack: Pack) -> Iterator[VerifierFinding]:
    """Compare ``payroll.csv`` with the roster's working time and with the time off taken."""
    staff = {each.employee: each for each in published.staff}
    for row in published.payroll:
        if row.minutes < 0 or row.pay_class not in (*WORK_CLASSES, *LEAVE_CLASSES):
            yield VerifierFinding(
                Kind.PAYROLL,
                "PAYROLL-LINE",
                row.employee,
                row.day.isoformat(),
                f"payroll.csv row {row.row}: {row.minutes} minutes of class {row.pay_class!r} cannot be paid to "
                f"{name_of(row.employee, staff)} on {day_text(row.day)}.",
            )
    due = _due(work, pack)
    paid = _paid(published, WORK_CLASSES)
    for employee, day in sorted(due.keys() | paid.keys()):
        has, should = paid.get((employee, day), {}), due.get((employee, day), {})
        if has != should:
            total = sum(has.values()) != sum(should.values())
            yield VerifierFinding(
                Kind.PAYROLL,
                "PAYROLL-MINUTES" if total else "PAYROLL-CLASS",
                employee,
                day.isoformat(),
                f"payroll.csv pays {name_of(employee, staff)} {_text(has)} for {day_text(day)}; the roster and the "
                f"pay table give {_text(should)}.",
            )
    if published.has("toil.csv"):
        yield from _toil(published, work)


def _toil(published: Published, work: Work) -> Iterator[VerifierFinding]:
    staff = {each.employee: each for each in published.staff}
    taken = used_minutes(published, work.place.first, work.place.last)
    paid = _paid(published, (TOIL_TAKEN,))
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


def _paid(published: Published, classes: Sequence[str]) -> Minutes:
    paid: defaultdict[tuple[str, date], Counter[str]] = defaultdict(Counter)
    for row in published.payroll:
        if row.pay_class in classes and row.minutes:
            paid[row.employee, row.day][row.pay_class] += row.minutes
    return paid


def _due(work: Work, pack: Pack) -> Minutes:
    due: defaultdict[tuple[str, date], Counter[str]] = defaultdict(Counter)
    for person in work.people.values():
        for _, spells in person.days():
            for day, pay_class, minutes in _day_lines(person, [spell for spell in spells if spell.rostered], pack):
                due[person.id, day][pay_class] += minutes
    return due


def _day_lines(person: Person, spells: Sequence[Spell], pack: Pack) -> Iterator[tuple[date, str, int]]:
    """Pay of the shifts that start on one day; overtime is what they have above the pack's day, holidays left out.

    Comprehensive hours know no overtime of the day.
    """
    comprehensive = person.staff is not None and person.staff.system == COMPREHENSIVE
    normal_left = None if comprehensive else pack.overtime_after_minutes
    for spell in spells:
        for day, minutes in _minutes_by_day(spell, person.place):
            if person.place.day_class(day) == HOLIDAY:
                yield from _line(day, pack.holiday_class, minutes)
            elif normal_left is None:
                yield from _line(day, NORMAL, minutes)
            else:
                normal = min(minutes, normal_left)
                normal_left -= normal
                yield from _line(day, NORMAL, normal)
                yield from _line(day, OVERTIME, minutes - normal)


def _line(day: date, pay_class: str, minutes: int) -> Iterator[tuple[date, str, int]]:
    if minutes:
        yield day, pay_class, minutes


def _minutes_by_day(spell: Spell, place: Place) -> Iterator[tuple[date, int]]:
    """Working minutes by the day that sets their pay: the first day's, cut at midnight where a holiday is touched."""
    cut = midnight(following(spell.day), place.zone)
    both = {place.day_class(spell.day) == HOLIDAY, place.day_class(following(spell.day)) == HOLIDAY}
    if spell.end <= cut or len(both) == 1:
        yield spell.day, spell.paid_minutes
        return
    yield spell.day, spell.worked_minutes_in(spell.start, cut)
    yield following(spell.day), spell.worked_minutes_in(cut, spell.end)


def _text(minutes: Mapping[str, int]) -> str:
    return ", ".join(f"{duration_text(each)} {name}" for name, each in sorted(minutes.items())) or "nothing"
