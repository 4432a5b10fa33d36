"""A published roster as exchanges see it: who has which shift, which shifts nobody has, and what an exchange makes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.errors import InputError
from shiftbid.domain.exchange import Move
from shiftbid.domain.hall import Hall
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Period, format_minute, minute_of_day
from shiftbid.rules.book import RulePack
from shiftbid.rules.situation import Situation
from shiftbid.services.checked_roster import RosterEdit
from shiftbid.services.ports import StaffList, UnitOfWork
from shiftbid.services.publication import HallPublication
from shiftbid.services.published_pack import pack_of
from shiftbid.services.situations import candidate_shifts, situations_of


@dataclass(frozen=True, slots=True)
class OpenShift:
    """A shift on which heads are missing.

    Attributes
    ----------
    places
        Most heads that are missing at one time during it.
    half_hours
        Head half-hours of the uncovered demand that one more person on it would cover.
    """

    shift: Shift
    places: int
    half_hours: int


@dataclass(slots=True)
class SlotHeads:
    """Slots of one skill in order of time, and the heads that each lacks so far.

    A shift is compared only with slots that begin within it: a period has a thousand of them, a shift some twenty.
    """

    slots: list[DemandSlot]
    lacking: list[int]

    def add(self, slot: DemandSlot) -> None:
        """One more slot, later than all before."""
        self.slots.append(slot)
        self.lacking.append(slot.heads)

    def take(self, shift: Shift) -> None:
        """Count a head on a shift."""
        for place in self._staffed_by(shift):
            self.lacking[place] -= 1

    def missing(self, shift: Shift) -> list[int]:
        """Heads missing in each slot that a shift staffs and that lacks any."""
        return [self.lacking[place] for place in self._staffed_by(shift) if self.lacking[place] > 0]

    def _staffed_by(self, shift: Shift) -> Iterator[int]:
        first = bisect_left(self.slots, shift.span.start, key=lambda each: each.slot.start)
        last = bisect_left(self.slots, shift.span.end, lo=first, key=lambda each: each.slot.start)
        return (place for place in range(first, last) if shift.staffs(self.slots[place].slot))


@dataclass(frozen=True, slots=True)
class PublishedRoster:
    """A published roster with what exchanges are judged by.

    Attributes
    ----------
    present
        The hall's staff list as it stands now: leave and consents that came after the publication count.
    """

    publication: HallPublication
    calendar: Calendar
    pack: RulePack
    present: StaffList

    @property
    def names(self) -> Mapping[str, str]:
        """Name of everybody on the roster's staff list."""
        return {each.id: each.name for each in self.publication.employees}

    @property
    def shifts(self) -> Mapping[str, Shift]:
        """Shifts of the adopted templates, and those on the roster, by id."""
        publication = self.publication
        adopted = next(menu.templates for menu in publication.menus if menu.id == publication.adopted_menu)
        offered = candidate_shifts(adopted, publication.hall, publication.roster.period.days)
        held = (each.shift for each in publication.roster.assignments)
        return {each.id: each for each in (*offered, *held)}

    def holds(self, employee: str, shift: str) -> bool:
        """Whether a person has a shift."""
        return any((each.employee, each.shift.id) == (employee, shift) for each in self.publication.roster.assignments)

    def is_pinned(self, employee: str, shift: str) -> bool:
        """Whether a manager has pinned a shift to a person."""
        assignments = self.publication.roster.assignments
        return any(each.pinned and (each.employee, each.shift.id) == (employee, shift) for each in assignments)

    def after(self, moves: Sequence[Move]) -> tuple[Assignment, ...]:
        """The assignments once an exchange is carried out; InputError where somebody lost the shift they give."""
        edit = self.edit(moves)
        gone = [each for each in edit.removed if each not in self.publication.roster.assignments]
        if gone:
            raise InputError("exchange", [f"{each.employee} no longer has shift {each.shift.id}" for each in gone])
        kept = [each for each in self.publication.roster.assignments if each not in edit.removed]
        return (*kept, *edit.added)

    def edit(self, moves: Sequence[Move]) -> RosterEdit:
        """Moves as shifts that people lose and shifts that people take."""
        shifts = self.shifts
        pinned = {(each.employee, each.shift.id): each for each in self.publication.roster.assignments}
        return RosterEdit(
            removed=tuple(
                pinned.get((each.employee, each.gives), Assignment(each.employee, shifts[each.gives]))
                for each in moves
                if each.gives is not None
            ),
            added=tuple(Assignment(each.employee, shifts[each.takes]) for each in moves if each.takes is not None),
        )

    def open_shifts(self) -> tuple[OpenShift, ...]:
        """Shifts of the adopted templates that would cover missing demand, in order of start."""
        by_skill: dict[str, SlotHeads] = {}
        for slot in sorted(self.publication.demand, key=lambda each: each.slot):
            by_skill.setdefault(slot.skill, SlotHeads([], [])).add(slot)
        for each in self.publication.roster.assignments:
            if each.shift.skill in by_skill:
                by_skill[each.shift.skill].take(each.shift)
        found: list[OpenShift] = []
        for shift in self.shifts.values():
            own = by_skill[shift.skill].missing(shift) if shift.skill in by_skill else []
            if own:
                found.append(OpenShift(shift, max(own), len(own)))
        return tuple(sorted(found, key=lambda each: (each.shift.span, each.shift.id)))

    def situations(self, employees: frozenset[str]) -> Mapping[str, Situation]:
        """What the rules look at for some people: as it was published, with leave and consents that came since."""
        publication, present = self.publication, self.present
        staff = StaffList(
            tuple(each for each in publication.employees if each.id in employees),
            tuple(dict.fromkeys((*publication.leave, *present.leave))),
            tuple(dict.fromkeys((*publication.consents, *present.consents))),
            publication.worked,
            publication.facts,
        )
        return situations_of(staff, publication.hall, publication.roster.period, self.calendar, self.pack, ())


def published_roster(unit: UnitOfWork, hall: str, period: Period) -> PublishedRoster:
    """Read the latest roster of a hall and period; InputError where nothing is published."""
    version = unit.publications.version(hall, period)
    publication, context = unit.publications.latest(hall, period), unit.publications.context(hall, period, version)
    if publication is None or context is None:
        raise InputError("roster", [f"nothing is published for {hall} from {period.first} to {period.last}"])
    return PublishedRoster(publication, context.calendar, pack_of(publication, context), unit.staff.of_hall(hall))


def missing_heads(slot: DemandSlot, shifts: Sequence[Shift]) -> int:
    """Heads that a slot of the demand lacks with some shifts on the roster."""
    present = sum(shift.skill == slot.skill and shift.staffs(slot.slot) for shift in shifts)
    return max(0, slot.heads - present)


def shift_text(shift: Shift, hall: Hall) -> str:
    """A shift in a sentence: template, day and clock times."""
    start, end = (format_minute(minute_of_day(moment, hall.zone)) for moment in (shift.span.start, shift.span.end))
    return f"{shift.template} on {shift.day} ({start}-{end})"
