"""A roster with its findings, kept up to date edit by edit: what a screen asks while a shift is dragged.

Rules speak of one person at a time, so an edit can change nothing about people whom it does not touch. Nothing is
changed in place: an edit gives a new roster that shares every untouched person with the old one, and undoing is going
back to the old one. Loads no solver.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.rules.book import RulePack
from shiftbid.rules.finding import Finding
from shiftbid.rules.situation import Situation
from shiftbid.services.publication import HallPublication
from shiftbid.services.published_staff import published_staff
from shiftbid.services.roster_findings import newly_broken, person_findings
from shiftbid.services.situations import situations_of


@dataclass(frozen=True, slots=True)
class RosterEdit:
    """Shifts that people lose and shifts that people take, done together."""

    removed: tuple[Assignment, ...] = ()
    added: tuple[Assignment, ...] = ()

    @classmethod
    def assign(cls, employee: str, shift: Shift) -> RosterEdit:
        """A person takes a shift."""
        return cls(added=(Assignment(employee, shift),))

    @classmethod
    def remove(cls, assignment: Assignment) -> RosterEdit:
        """A person loses a shift."""
        return cls(removed=(assignment,))

    @classmethod
    def move(cls, assignment: Assignment, employee: str, shift: Shift) -> RosterEdit:
        """A shift goes to another person, another time, or both."""
        return cls((assignment,), (replace(assignment, employee=employee, shift=shift),))

    @classmethod
    def swap(cls, first: Assignment, second: Assignment) -> RosterEdit:
        """Two people take each other's shift."""
        return cls(
            (first, second), (Assignment(first.employee, second.shift), Assignment(second.employee, first.shift))
        )

    @property
    def employees(self) -> frozenset[str]:
        """Everybody whose shifts change."""
        return frozenset(each.employee for each in (*self.removed, *self.added))


@dataclass(frozen=True, slots=True)
class EditEffect:
    """What an edit does: the roster after it, and the findings that appear and disappear."""

    roster: CheckedRoster
    findings_added: tuple[Finding, ...]
    findings_removed: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class CheckedPerson:
    """One person's shifts in the roster.

    Attributes
    ----------
    situation
        What the rules look at; its candidates are the shifts taken.
    """

    situation: Situation
    assignments: tuple[Assignment, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class CheckedRoster:
    """The assignments of a hall's staff with the findings of each person."""

    pack: RulePack
    language: str
    people: Mapping[str, CheckedPerson]

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """Every assignment, in order of start and employee."""
        every = (each for person in self.people.values() for each in person.assignments)
        return tuple(sorted(every, key=lambda each: (each.shift.span, each.employee)))

    @property
    def whole_roster_findings(self) -> tuple[Finding, ...]:
        """Findings of every person, in order of employee and rule."""
        return tuple(finding for _, person in sorted(self.people.items()) for finding in person.findings)

    def findings_of(self, employee: str) -> tuple[Finding, ...]:
        """Findings of one person; raises InputError where nobody has this id."""
        return self._person(employee).findings

    def effect(self, edit: RosterEdit) -> EditEffect:
        """Say what an edit would change; only the people it touches are checked again.

        Raises InputError where somebody is not on the staff list, loses a shift they do not have, or takes one they
        have; every such problem is named.
        """
        problems = tuple(self._problems(edit))
        if problems:
            raise InputError("roster edit", problems)
        touched = {employee: self._edited(employee, edit) for employee in sorted(edit.employees)}
        before = [finding for employee in touched for finding in self.people[employee].findings]
        after = [finding for person in touched.values() for finding in person.findings]
        return EditEffect(
            roster=replace(self, people={**self.people, **touched}),
            findings_added=tuple(finding for finding in after if finding not in before),
            findings_removed=tuple(finding for finding in before if finding not in after),
        )

    def why_not(self, employee: str, shift: Shift) -> tuple[Finding, ...]:
        """Findings that would appear if a person took a shift, with their sentences; none: the person may take it.

        Of a shift that the person has already, the findings it is part of. Raises InputError where nobody has this id.
        """
        return newly_broken(self._person(employee).situation, shift, self.pack, self.language)

    def why_not_each(self, shift: Shift) -> Mapping[str, tuple[Finding, ...]]:
        """As `why_not`, for everybody who does not have the shift."""
        return {
            employee: newly_broken(person.situation, shift, self.pack, self.language)
            for employee, person in self.people.items()
            if all(taken.id != shift.id for taken in person.situation.candidates)
        }

    def _person(self, employee: str) -> CheckedPerson:
        try:
            return self.people[employee]
        except KeyError:
            raise InputError("roster", [_unknown(employee)]) from None

    def _problems(self, edit: RosterEdit) -> Iterator[str]:
        for employee in sorted(edit.employees):
            if employee not in self.people:
                yield _unknown(employee)
                continue
            taken = [each.id for each in self.people[employee].situation.candidates]
            for each in edit.removed:
                if each.employee == employee and each.shift.id not in taken:
                    yield f"{employee} does not have shift {each.shift.id}; reload the roster"
            kept = set(taken) - {each.shift.id for each in edit.removed if each.employee == employee}
            for each in edit.added:
                if each.employee == employee and each.shift.id in kept:
                    yield f"{employee} has shift {each.shift.id} already; choose another person or shift"

    def _edited(self, employee: str, edit: RosterEdit) -> CheckedPerson:
        person = self.people[employee]
        lost = {each.shift.id for each in edit.removed if each.employee == employee}
        kept = tuple(each for each in person.assignments if each.shift.id not in lost)
        taken = (*kept, *(each for each in edit.added if each.employee == employee))
        return _checked(person.situation, taken, self.pack, self.language)


def check_roster(
    assignments: Sequence[Assignment], situations: Mapping[str, Situation], pack: RulePack, language: str = "en"
) -> CheckedRoster:
    """Check a whole roster.

    Parameters
    ----------
    situations
        Of everybody who may be in the roster, by employee id; their candidates are not looked at.

    Raises InputError where an assignment names nobody with a situation.
    """
    unknown = sorted({each.employee for each in assignments} - set(situations))
    if unknown:
        raise InputError("roster", [_unknown(employee) for employee in unknown])
    own: dict[str, list[Assignment]] = {employee: [] for employee in situations}
    for each in assignments:
        own[each.employee].append(each)
    people = {
        employee: _checked(situation, tuple(own[employee]), pack, language)
        for employee, situation in situations.items()
    }
    return CheckedRoster(pack, language, people)


def check_publication(
    publication: HallPublication, calendar: Calendar, pack: RulePack, language: str = "en"
) -> CheckedRoster:
    """Check what is published for a hall, with the facts that were published with it."""
    staff = published_staff(publication)
    roster = publication.roster
    situations = situations_of(staff, publication.hall, roster.period, calendar, pack, ())
    return check_roster(roster.assignments, situations, pack, language)


def _checked(situation: Situation, assignments: tuple[Assignment, ...], pack: RulePack, language: str) -> CheckedPerson:
    # Findings come in the order of the shifts, not of the edits that led to them.
    in_order = tuple(sorted(assignments, key=_in_time))
    taken = replace(situation, candidates=tuple(each.shift for each in in_order))
    return CheckedPerson(taken, in_order, person_findings(taken, pack, language))


def _in_time(assignment: Assignment) -> tuple[int, int, str]:
    span = assignment.shift.span
    return span.start, span.end, assignment.shift.id


def _unknown(employee: str) -> str:
    return f"{employee} is not on the staff list; add the person there first"
