"""One day of the roster: who works when, over the heads needed. Qt-free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval, day_interval
from shiftbid.services.day_cover import CoverSlot, cover_of, hour_axis
from shiftbid.ui.pages.roster.presenter import PersonRow, RosterCell, RosterSheet


@dataclass(frozen=True, slots=True)
class DayRow:
    """A person on the day."""

    person: PersonRow
    cell: RosterCell


@dataclass(frozen=True, slots=True)
class DaySheet:
    """A day of the roster.

    Attributes
    ----------
    demand, shifts
        What the cover is counted from; shifts of the day before may reach into the morning.
    axis
        Whole hours that hold every shift and every slot of demand.
    rows
        Those at work first, in order of start, then the others.
    """

    day: date
    zone: str
    demand: tuple[DemandSlot, ...]
    shifts: tuple[Shift, ...]
    axis: Interval
    rows: tuple[DayRow, ...]
    cover: tuple[CoverSlot, ...]


def day_sheet(sheet: RosterSheet, column: int, demand: Sequence[DemandSlot], order: Sequence[str]) -> DaySheet:
    """Lay a day of the roster out.

    Parameters
    ----------
    order
        Ids of people in the order of the rows, so that nobody jumps away while shifts are dragged; those it does not
        name come behind.
    """
    day = sheet.days[column]
    whole_day = day_interval(day, sheet.zone)
    places = {employee: place for place, employee in enumerate(order)}
    rows = sorted(
        (DayRow(person, person.cells[column]) for person in sheet.people),
        key=lambda row: places.get(row.person.employee.id, len(places)),
    )
    near = tuple(each.shift for person in sheet.people for cell in _around(person, column) for each in cell.assignments)
    of_day = tuple(slot for slot in demand if slot.slot.overlaps(whole_day))
    spans = [each.shift.span for row in rows for each in row.cell.assignments] + [slot.slot for slot in of_day]
    cover = cover_of(of_day, [(shift, 1) for shift in near])
    return DaySheet(day, sheet.zone, of_day, near, hour_axis(spans, whole_day), tuple(rows), cover)


def day_order(sheet: RosterSheet, column: int) -> tuple[str, ...]:
    """People on a day: those at work in order of start, then the others as in the roster."""
    working = sorted(
        (person for person in sheet.people if person.cells[column].assignments),
        key=lambda person: person.cells[column].assignments[0].shift.span,
    )
    free = [person for person in sheet.people if not person.cells[column].assignments]
    return tuple(person.employee.id for person in (*working, *free))


def cover_after(sheet: DaySheet, removed: Iterable[Assignment], added: Iterable[Assignment]) -> tuple[CoverSlot, ...]:
    """Cover once some people have left their shifts and others have taken theirs."""
    heads = Counter(shift.id for shift in sheet.shifts)
    known = {shift.id: shift for shift in sheet.shifts}
    heads.subtract(each.shift.id for each in removed)
    for each in added:
        known[each.shift.id] = each.shift
        heads[each.shift.id] += 1
    return cover_of(sheet.demand, [(shift, heads[shift.id]) for shift in known.values()])


def _around(person: PersonRow, column: int) -> tuple[RosterCell, ...]:
    return person.cells[max(0, column - 1) : column + 1]
