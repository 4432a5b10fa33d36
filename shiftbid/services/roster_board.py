"""What people do to cells of a roster, people down and days across: each gesture gives the edit that it means.

A cell is a person's day. A shift that comes to another day is the same template on that day, so it can only stand where
the template is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift, ShiftTemplate
from shiftbid.services.checked_roster import CheckedRoster, RosterEdit
from shiftbid.services.publication import HallPublication
from shiftbid.services.situations import candidate_shifts

Cell = tuple[str, date]
"""A person's day."""

Contents = Mapping[Cell, tuple[Assignment, ...]]
SourceOf = Callable[[tuple[int, int], int, int], tuple[int, int]]
"""Place of a cell, first row and first column to the place whose content is repeated there."""


class Gesture(Enum):
    """What dragging cells to other cells does."""

    MOVE = "move"
    """They change places with what stood there."""
    COPY = "copy"
    """They stand there as well, in place of what stood there."""


class Refusal(Enum):
    """Why a gesture does nothing."""

    NOTHING = "nothing"
    """There is no shift in the cells."""
    OUTSIDE = "outside"
    """It would leave the roster."""
    NOT_OFFERED = "not offered"
    """A template is not offered on the day."""


@dataclass(frozen=True, slots=True)
class Clipping:
    """Templates of copied cells, by rows and columns from the first cell."""

    templates: Mapping[tuple[int, int], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class RosterBoard:
    """The cells of a roster in their order.

    Attributes
    ----------
    people
        Ids, in the order of the rows.
    offered
        Shifts that may be given, by template and day.
    """

    people: tuple[str, ...]
    days: tuple[date, ...]
    offered: Mapping[tuple[str, date], Shift]
    roster: CheckedRoster

    def on(self, roster: CheckedRoster) -> RosterBoard:
        """The same board with another roster."""
        return replace(self, roster=roster)

    def taken(self, cell: Cell) -> tuple[Assignment, ...]:
        """Assignments in a cell, in order of start."""
        employee, day = cell
        own = (each for each in self.roster.people[employee].assignments if each.shift.day == day)
        return tuple(sorted(own, key=lambda each: each.shift.span))

    def shifts_on(self, day: date) -> tuple[Shift, ...]:
        """Shifts that may be given on a day, in order of start."""
        return tuple(sorted((each for each in self.offered.values() if each.day == day), key=lambda each: each.span))

    def cleared(self, cells: Sequence[Cell]) -> RosterEdit | Refusal:
        """Take the shifts out of cells."""
        return self._edit(dict.fromkeys(cells, ()))

    def assigned(self, cells: Sequence[Cell], template: str) -> RosterEdit | Refusal:
        """Put a template into cells, in place of what stands there; days without it keep what they have."""
        wanted = {
            cell: (Assignment(cell[0], shift),) for cell in cells if (shift := self.offered.get((template, cell[1])))
        }
        return self._edit(wanted) if wanted else Refusal.NOT_OFFERED

    def pinned(self, cells: Sequence[Cell]) -> RosterEdit | Refusal:
        """Pin the shifts of cells, or take the pins off where every one has a pin."""
        taken = [each for cell in cells for each in self.taken(cell)]
        if not taken:
            return Refusal.NOTHING
        pin = not all(each.pinned for each in taken)
        turned = tuple(each for each in taken if each.pinned is not pin)
        return RosterEdit(turned, tuple(replace(each, pinned=pin) for each in turned))

    def dragged(self, cells: Sequence[Cell], down: int, across: int, gesture: Gesture) -> RosterEdit | Refusal:
        """Drag the shifts of cells by rows and columns; what stands where they land comes to the cells they leave."""
        sources = [cell for cell in cells if self.taken(cell)]
        if not sources:
            return Refusal.NOTHING
        targets = [self._beside(cell, down, across) for cell in sources]
        landed = [cell for cell in targets if cell is not None]
        if len(landed) < len(sources):
            return Refusal.OUTSIDE
        wanted: dict[Cell, tuple[Assignment, ...]] = {}
        if gesture is Gesture.MOVE:
            # As many cells are left as are newly taken, so that each takes what stood in one of the others.
            left = [cell for cell in sources if cell not in landed]
            entered = [cell for cell in landed if cell not in sources]
            for empty, full in zip(left, entered, strict=True):
                placed = self._placed(self.taken(full), empty)
                if placed is None:
                    return Refusal.NOT_OFFERED
                wanted[empty] = placed
        for source, target in zip(sources, landed, strict=True):
            content = self.taken(source)
            placed = self._placed(content if gesture is Gesture.MOVE else _unpinned(content), target)
            if placed is None:
                return Refusal.NOT_OFFERED
            wanted[target] = placed
        return self._edit(wanted)

    def put(self, source: Cell, target: Cell, template: str, gesture: Gesture) -> RosterEdit | Refusal:
        """Drag the shift of one cell to another as another template; what stood there comes to the cell it leaves."""
        shift = self.offered.get((template, target[1]))
        if shift is None:
            return Refusal.NOT_OFFERED
        pinned = gesture is Gesture.MOVE and any(each.pinned for each in self.taken(source))
        wanted: dict[Cell, tuple[Assignment, ...]] = {}
        if gesture is Gesture.MOVE and source != target:
            placed = self._placed(self.taken(target), source)
            if placed is None:
                return Refusal.NOT_OFFERED
            wanted[source] = placed
        wanted[target] = (Assignment(target[0], shift, pinned),)
        return self._edit(wanted)

    def copied(self, cells: Sequence[Cell]) -> Clipping:
        """Remember the templates of cells."""
        places = {cell: self._place(cell) for cell in cells}
        top = min((row for row, _ in places.values()), default=0)
        left = min((column for _, column in places.values()), default=0)
        return Clipping(
            {
                (row - top, column - left): tuple(each.shift.template for each in self.taken(cell))
                for cell, (row, column) in places.items()
            }
        )

    def pasted(self, clipping: Clipping, at: Cell) -> RosterEdit | Refusal:
        """Put remembered templates into the cells from `at` on; cells outside the roster are left out."""
        wanted: dict[Cell, tuple[Assignment, ...]] = {}
        for (down, across), templates in clipping.templates.items():
            target = self._beside(at, down, across)
            if target is not None:
                shifts = [self.offered.get((template, target[1])) for template in templates]
                if None in shifts:
                    return Refusal.NOT_OFFERED
                wanted[target] = tuple(Assignment(target[0], shift) for shift in shifts if shift)
        return self._edit(wanted) if wanted else Refusal.NOTHING

    def filled_down(self, cells: Sequence[Cell]) -> RosterEdit | Refusal:
        """Repeat the first row of cells in the rows below it."""
        return self._repeated(cells, lambda place, top, _left: (top, place[1]))

    def filled_right(self, cells: Sequence[Cell]) -> RosterEdit | Refusal:
        """Repeat the first column of cells in the columns after it; days without the template keep what they have."""
        return self._repeated(cells, lambda place, _top, left: (place[0], left))

    def _repeated(self, cells: Sequence[Cell], source_of: SourceOf) -> RosterEdit | Refusal:
        places = [self._place(cell) for cell in cells]
        if not places:
            return Refusal.NOTHING
        top, left = min(row for row, _ in places), min(column for _, column in places)
        wanted: dict[Cell, tuple[Assignment, ...]] = {}
        for cell, place in zip(cells, places, strict=True):
            row, column = source_of(place, top, left)
            placed = self._placed(_unpinned(self.taken((self.people[row], self.days[column]))), cell)
            if placed is not None:
                wanted[cell] = placed
        return self._edit(wanted)

    def _edit(self, wanted: Contents) -> RosterEdit | Refusal:
        """The edit that brings cells to what is wanted of them."""
        removed: list[Assignment] = []
        added: list[Assignment] = []
        for cell, content in wanted.items():
            taken = self.taken(cell)
            if {(each.shift.id, each.pinned) for each in taken} != {(each.shift.id, each.pinned) for each in content}:
                removed += taken
                added += content
        return RosterEdit(tuple(removed), tuple(added)) if removed or added else Refusal.NOTHING

    def _placed(self, content: Sequence[Assignment], cell: Cell) -> tuple[Assignment, ...] | None:
        """The same templates in a cell; None where one is not offered on its day."""
        employee, day = cell
        placed: list[Assignment] = []
        for each in content:
            shift = each.shift if each.shift.day == day else self.offered.get((each.shift.template, day))
            if shift is None:
                return None
            placed.append(replace(each, employee=employee, shift=shift))
        return tuple(placed)

    def _place(self, cell: Cell) -> tuple[int, int]:
        return self.people.index(cell[0]), (cell[1] - self.days[0]).days

    def _beside(self, cell: Cell, down: int, across: int) -> Cell | None:
        row, column = self._place(cell)
        if 0 <= row + down < len(self.people) and 0 <= column + across < len(self.days):
            return self.people[row + down], self.days[column + across]
        return None


def board_of(publication: HallPublication, roster: CheckedRoster) -> RosterBoard:
    """The board of a publication, on which its adopted templates and the shifts it already has may be given."""
    days = publication.roster.period.days
    offered = candidate_shifts(adopted_templates(publication), publication.hall, days)
    taken = (each.shift for each in publication.roster.assignments)
    return RosterBoard(
        people=tuple(each.id for each in publication.employees),
        days=days,
        offered={(shift.template, shift.day): shift for shift in (*offered, *taken)},
        roster=roster,
    )


def adopted_templates(publication: HallPublication) -> tuple[ShiftTemplate, ...]:
    """Templates of the adopted menu; none where there is no menu."""
    return next((menu.templates for menu in publication.menus if menu.id == publication.adopted_menu), ())


def _unpinned(content: Sequence[Assignment]) -> tuple[Assignment, ...]:
    """Copies carry no pin: a pin was set for the one shift."""
    return tuple(replace(each, pinned=False) for each in content)
