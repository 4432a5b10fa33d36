"""What a working-time rule looks at: one person, the shifts they may take, and what was before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import Consent, Employee, Leave
from shiftbid.domain.timeline import Period


@dataclass(frozen=True, slots=True)
class Situation:
    """One person's candidate shifts and everything a rule may ask about them.

    Attributes
    ----------
    candidates
        Shifts that may be chosen in the period.
    history
        Shifts worked before the period; chosen already. They reach back as far as the pack averages.
    leave, consents
        Only this person's own.
    zone
        IANA zone of the hall.
    week_starts_on
        Weekday on which the pack's week starts; 0 is Monday.
    """

    employee: Employee
    period: Period
    zone: str
    calendar: Calendar
    candidates: tuple[Shift, ...]
    history: tuple[Shift, ...] = ()
    leave: tuple[Leave, ...] = ()
    consents: tuple[Consent, ...] = ()
    week_starts_on: int = 0

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """History and candidates together, in order of start."""
        return tuple(sorted((*self.history, *self.candidates), key=lambda shift: (shift.span, shift.id)))

    @property
    def fixed(self) -> frozenset[str]:
        """Ids of the shifts that are chosen already."""
        return frozenset(shift.id for shift in self.history)

    def consented(self, rule: str, day: date) -> bool:
        """Whether a record answers the rule's question for that day."""
        return any(consent.holds(rule, day) for consent in self.consents)


def shift_pairs(situation: Situation, reach_minutes: int) -> Iterator[tuple[Shift, Shift]]:
    """Pairs of shifts of which the later starts less than `reach_minutes` after the earlier ends.

    Pairs that lie wholly in the history are left out: nothing can be changed about them.
    """
    fixed = situation.fixed
    shifts = situation.shifts
    reach = reach_minutes * 60
    for index, first in enumerate(shifts):
        for second in shifts[index + 1 :]:
            # Shifts come in order of start, so no later one can be nearer, except to a longer first shift.
            if second.span.start >= first.span.end + reach:
                break
            if not (first.id in fixed and second.id in fixed):
                yield first, second
