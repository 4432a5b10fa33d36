"""What a working-time rule looks at: one person, the shifts they may take, and what was before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import Consent, ConsentKind, Employee, Leave
from shiftbid.domain.timeline import SECONDS_PER_MINUTE, Interval, Period, day_interval
from shiftbid.domain.work_total import WorkTotal
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.rule import Rule

if TYPE_CHECKING:
    from shiftbid.rules.windows import Window

DAY = timedelta(days=1)


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
    circumstances
        Facts that only some laws ask for: totals known without their shifts, statuses, notice, settlements.
    shifts
        History and candidates together, in order of start.
    before
        Ids of shifts and totals that lie before the period: nothing can be changed about them.
    fixed
        Ids that are chosen already: what lies before, and the records of the circumstances.
    by_day
        Shifts by the local day on which they start, in order.
    minutes_by_day
        Working minutes of the shifts of each day of `by_day`.
    candidate_days
        Days on which a candidate starts, in order.
    worked_days
        The days of `by_day`, in order.
    windows
        Windows that `shiftbid.rules.windows` has cut already: most laws ask for the same days and weeks.
    judged_windows
        Those of the weeks and of the months that are judged, in order.
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
    circumstances: Circumstances = field(default_factory=Circumstances)
    shifts: tuple[Shift, ...] = field(init=False, repr=False, compare=False)
    before: frozenset[str] = field(init=False, repr=False, compare=False)
    fixed: frozenset[str] = field(init=False, repr=False, compare=False)
    by_day: Mapping[date, tuple[Shift, ...]] = field(init=False, repr=False, compare=False)
    minutes_by_day: Mapping[date, int] = field(init=False, repr=False, compare=False)
    candidate_days: tuple[date, ...] = field(init=False, repr=False, compare=False)
    worked_days: tuple[date, ...] = field(init=False, repr=False, compare=False)
    windows: dict[tuple[date, date], Window] = field(init=False, repr=False, compare=False)
    judged_windows: dict[str, tuple[Window, ...]] = field(init=False, repr=False, compare=False)
    _ids_on: dict[int, Mapping[date, tuple[str, ...]]] = field(init=False, repr=False, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _longest_seconds: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Every law asks for the shifts of a day or a span, so they are sorted and indexed once.
        shifts = tuple(sorted((*self.history, *self.candidates), key=_by_start))
        object.__setattr__(self, "shifts", shifts)
        earlier = (total.id for total in self.circumstances.totals if total.last < self.period.first)
        before = frozenset((*(shift.id for shift in self.history), *earlier))
        object.__setattr__(self, "before", before)
        object.__setattr__(self, "fixed", before | self.circumstances.record_ids)
        object.__setattr__(self, "by_day", _by_day(shifts))
        minutes = {day: sum([shift.paid_minutes for shift in row]) for day, row in self.by_day.items()}
        object.__setattr__(self, "minutes_by_day", minutes)
        object.__setattr__(self, "candidate_days", tuple(sorted({shift.day for shift in self.candidates})))
        object.__setattr__(self, "worked_days", tuple(self.by_day))
        object.__setattr__(self, "windows", {})
        object.__setattr__(self, "judged_windows", {})
        object.__setattr__(self, "_ids_on", {})
        object.__setattr__(self, "_starts", tuple(shift.span.start for shift in shifts))
        longest = max((shift.span.end - shift.span.start for shift in shifts), default=0)
        object.__setattr__(self, "_longest_seconds", longest)

    def touching(self, span: Interval) -> tuple[Shift, ...]:
        """Shifts of which some part lies in the span, in order of start."""
        return tuple([shift for shift in self._starting_near(span) if shift.span.overlaps(span)])

    def _starting_near(self, span: Interval) -> tuple[Shift, ...]:
        """Shifts that start before the span ends, and so late that they may touch it."""
        first = bisect_left(self._starts, span.start - self._longest_seconds)
        return self.shifts[first : bisect_left(self._starts, span.end)]

    def ids_on(self, day: date, start_minute: int = 0) -> tuple[str, ...]:
        """Ids of the shifts of which some part lies on a local day, in order of start.

        Parameters
        ----------
        start_minute
            Wall-clock minute at which the days begin, where they are workdays that the law lets begin at another hour.
        """
        known = self._ids_on.get(start_minute)
        if known is None:
            known = self._ids_on[start_minute] = _ids_by_day(self.shifts, self.zone, start_minute)
        return known.get(day, ())

    def has_rest(self, span: Interval, rest_minutes: int) -> bool:
        """Whether some `rest_minutes` in a row of the span are touched by no shift."""
        rest_seconds, free_from = rest_minutes * SECONDS_PER_MINUTE, span.start
        for shift in self._starting_near(span):
            if shift.span.start - free_from >= rest_seconds:
                return True
            free_from = max(free_from, shift.span.end)
        return span.end - free_from >= rest_seconds

    def first_index_near_candidates(self, reach_seconds: int) -> int:
        """Index in `shifts` of the first that may end less than `reach_seconds` before a candidate starts."""
        if not self.candidates:
            return len(self.shifts)
        earliest = min(shift.span.start for shift in self.candidates)
        return bisect_left(self._starts, earliest - reach_seconds - self._longest_seconds)

    def worked_days_in(self, first: date, last: date) -> tuple[date, ...]:
        """Days from first to last on which some shift starts, in order."""
        return self.worked_days[bisect_left(self.worked_days, first) : bisect_right(self.worked_days, last)]

    @property
    def recent_totals(self) -> tuple[WorkTotal, ...]:
        """Totals that do not lie before the period."""
        return tuple(total for total in self.circumstances.totals if total.id not in self.before)

    def protects(self, rule: Rule, day: date) -> bool:
        """Whether the rule is for people with a status, and this person has it on that day."""
        return rule.applies_to is not None and self.circumstances.has(rule.applies_to, day)

    def consented(self, rule: str, day: date) -> bool:
        """Whether a record answers the rule's question for that day."""
        return bool(self.consents) and any(consent.holds(rule, day) for consent in self.consents)

    def approved(self, rule: str, day: date) -> bool:
        """Whether an agreement or an authority, not the person alone, answers the rule's question for that day."""
        given = (consent for consent in self.consents if consent.kind is not ConsentKind.PERSON)
        return bool(self.consents) and any(consent.holds(rule, day) for consent in given)


def _by_start(shift: Shift) -> tuple[int, int, str]:
    return shift.span.start, shift.span.end, shift.id


def _by_day(shifts: Iterable[Shift]) -> Mapping[date, tuple[Shift, ...]]:
    rows: dict[date, list[Shift]] = {}
    for shift in shifts:
        rows.setdefault(shift.day, []).append(shift)
    return {day: tuple(rows[day]) for day in sorted(rows)}


def _ids_by_day(shifts: Iterable[Shift], zone: str, start_minute: int) -> Mapping[date, tuple[str, ...]]:
    """Ids of the shifts by each local day that they touch; days begin at `start_minute`."""
    ids: dict[date, list[str]] = {}
    for shift in shifts:
        day, span = shift.day, day_interval(shift.day, zone, start_minute)
        if span.covers(shift.span):
            ids.setdefault(day, []).append(shift.id)
            continue
        # A shift before the hour at which days begin, or one that another zone's hall has recorded.
        while shift.span.start < span.start:
            day, span = day - DAY, day_interval(day - DAY, zone, start_minute)
        while span.start < shift.span.end:
            if shift.span.start < span.end:
                ids.setdefault(day, []).append(shift.id)
            day, span = day + DAY, day_interval(day + DAY, zone, start_minute)
    return {day: tuple(touching) for day, touching in ids.items()}


def shift_pairs(situation: Situation, reach_minutes: int) -> Iterator[tuple[Shift, Shift]]:
    """Pairs of shifts of which the later starts less than `reach_minutes` after the earlier ends.

    Pairs that lie wholly in the history are left out: nothing can be changed about them.
    """
    fixed = situation.fixed
    shifts = situation.shifts
    reach = reach_minutes * 60
    for index in range(situation.first_index_near_candidates(reach), len(shifts)):
        first = shifts[index]
        for later in range(index + 1, len(shifts)):
            second = shifts[later]
            # Shifts come in order of start, so no later one can be nearer, except to a longer first shift.
            if second.span.start >= first.span.end + reach:
                break
            if not (first.id in fixed and second.id in fixed):
                yield first, second
