"""One day of the roster: who works when, over the heads needed. Qt-free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift, heads_present
from shiftbid.domain.timeline import Interval, day_interval
from shiftbid.ui.pages.roster.presenter import PersonRow, RosterCell, RosterSheet

HOUR_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class DayRow:
    """A person on the day."""

    person: PersonRow
    cell: RosterCell


@dataclass(frozen=True, slots=True)
class CoverSlot:
    """Heads needed and heads at the counter in a slot, all skills together."""

    slot: Interval
    needed_heads: int
    present_heads: int

    @property
    def missing_heads(self) -> int:
        """Heads that are needed and not there."""
        return max(0, self.needed_heads - self.present_heads)


@dataclass(frozen=True, slots=True)
class DaySheet:
    """A day of the roster.

    Attributes
    ----------
    axis
        Whole hours that hold every shift and every slot of demand.
    rows
        Those at work first, in order of start, then the others.
    """

    day: date
    zone: str
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
    # Shifts of the day before may reach into the morning.
    near = [each.shift for person in sheet.people for cell in _around(person, column) for each in cell.assignments]
    cover = cover_of([slot for slot in demand if slot.slot.overlaps(whole_day)], near)
    spans = [each.shift.span for row in rows for each in row.cell.assignments] + [each.slot for each in cover]
    return DaySheet(day, sheet.zone, _axis(spans, whole_day), tuple(rows), cover)


def day_order(sheet: RosterSheet, column: int) -> tuple[str, ...]:
    """People on a day: those at work in order of start, then the others as in the roster."""
    working = sorted(
        (person for person in sheet.people if person.cells[column].assignments),
        key=lambda person: person.cells[column].assignments[0].shift.span,
    )
    free = [person for person in sheet.people if not person.cells[column].assignments]
    return tuple(person.employee.id for person in (*working, *free))


def cover_of(demand: Sequence[DemandSlot], shifts: Sequence[Shift]) -> tuple[CoverSlot, ...]:
    """Heads needed and at the counter, slot by slot."""
    needed: dict[Interval, int] = {}
    for each in demand:
        needed[each.slot] = needed.get(each.slot, 0) + each.heads
    return tuple(CoverSlot(slot, heads, heads_present(shifts, slot)) for slot, heads in sorted(needed.items()))


def with_edit(
    cover: Sequence[CoverSlot], removed: Iterable[Assignment], added: Iterable[Assignment]
) -> list[CoverSlot]:
    """Cover once some people have left their shifts and others have taken theirs."""
    lost, gained = [each.shift for each in removed], [each.shift for each in added]
    return [
        CoverSlot(
            each.slot,
            each.needed_heads,
            each.present_heads - heads_present(lost, each.slot) + heads_present(gained, each.slot),
        )
        for each in cover
    ]


def _around(person: PersonRow, column: int) -> tuple[RosterCell, ...]:
    return person.cells[max(0, column - 1) : column + 1]


def _axis(spans: Sequence[Interval], whole_day: Interval) -> Interval:
    start = min((span.start for span in spans), default=whole_day.start)
    end = max((span.end for span in spans), default=whole_day.end)
    first = whole_day.start + (start - whole_day.start) // HOUR_SECONDS * HOUR_SECONDS
    return Interval(first, first + -(-(end - first) // HOUR_SECONDS) * HOUR_SECONDS)
