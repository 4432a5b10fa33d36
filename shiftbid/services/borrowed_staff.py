"""Who of a neighbour hall could be borrowed for a need that a hall's own people cannot meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from shiftbid.domain.shift import Shift
from shiftbid.rules.book import load_pack
from shiftbid.services.published_plan import PublishedSpan
from shiftbid.services.published_staff import published_staff
from shiftbid.services.roster_findings import newly_broken
from shiftbid.services.situations import situations_of
from shiftbid.solver.explanation.conflict import Conflict
from shiftbid.solver.explanation.elements import Need

LOANS_NAMED = 3


@dataclass(frozen=True, slots=True)
class Loan:
    """A person of another hall who may lawfully take a shift beside their own roster."""

    name: str
    hall: str
    shift: Shift


def possible_loans(
    conflict: Conflict, shifts: Mapping[str, Shift], neighbours: Sequence[PublishedSpan]
) -> tuple[Loan, ...]:
    """Name a few people with the skill of the conflict's first need who are free that day and break no rule.

    Parameters
    ----------
    shifts
        Candidate shifts of the hall that lacks people, by id.
    neighbours
        What other halls have published for the same days.
    """
    if not conflict.needs:
        return ()
    need = conflict.needs[0]
    fitting = (each for each in shifts.values() if _staffs(each, need))
    wanted = min(fitting, key=lambda each: (each.paid_minutes, each.id), default=None)
    if wanted is None:
        return ()
    return tuple(islice((loan for each in neighbours for loan in _loans(each, wanted)), LOANS_NAMED))


def _staffs(shift: Shift, need: Need) -> bool:
    return (shift.hall, shift.skill) == (need.hall, need.skill) and shift.staffs(need.slot)


def _loans(neighbour: PublishedSpan, wanted: Shift) -> Iterator[Loan]:
    publication = neighbour.publication
    hall, roster = publication.hall, publication.roster
    pack = load_pack(neighbour.pack, roster.period.first)
    own: dict[str, list[Shift]] = {each.id: [] for each in publication.employees}
    for each in roster.assignments:
        own[each.employee].append(each.shift)
    situations = situations_of(published_staff(publication), hall, roster.period, neighbour.calendar, pack, ())
    for employee in sorted(publication.employees, key=lambda each: (each.name, each.id)):
        shifts = own[employee.id]
        if wanted.skill not in employee.skills or any(each.day == wanted.day for each in shifts):
            continue
        situation = replace(situations[employee.id], candidates=tuple(shifts))
        if not newly_broken(situation, wanted, pack, "en"):
            yield Loan(employee.name, hall.name, wanted)
