"""Spells of work: a rostered or worked shift with its breaks at their instants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from shiftbid.verifier.clock import DAY_MINUTES, MINUTE, at_wall, clock_text, local_day, overlap_seconds
from shiftbid.verifier.rows import RosterRow, TemplateRow, WorkedRow
from shiftbid.verifier.tables import PauseCell


@dataclass(frozen=True, slots=True, order=True)
class Pause:
    """A break in UTC seconds, half-open."""

    start: int
    end: int
    paid: bool


@dataclass(frozen=True, slots=True)
class Spell:
    """A shift of a person in UTC seconds, half-open.

    Attributes
    ----------
    day
        Local day on which it starts; the whole spell counts towards it.
    rostered
        Whether the roster under review holds it; otherwise ``worked.csv`` does.
    skill
        What its template asks for; empty where no published template says.
    """

    employee: str
    hall: str
    template: str
    day: date
    start: int
    end: int
    pauses: tuple[Pause, ...]
    rostered: bool
    skill: str

    @property
    def paid_minutes(self) -> int:
        """Working time: elapsed minutes less unpaid breaks."""
        return (self.end - self.start - sum(each.end - each.start for each in self.pauses if not each.paid)) // MINUTE

    def worked_minutes_in(self, start: int, end: int) -> int:
        """Working time inside a span."""
        span = (start, end)
        unpaid = sum(overlap_seconds((each.start, each.end), span) for each in self.pauses if not each.paid)
        return (overlap_seconds((self.start, self.end), span) - unpaid) // MINUTE

    def staffs(self, start: int, end: int) -> bool:
        """Whether the person is at the counter for the whole span: paid and unpaid breaks are taken out."""
        inside = self.start <= start and end <= self.end
        return inside and not any(each.start < end and start < each.end for each in self.pauses)


def pause_problem(spell: Spell, zone: ZoneInfo) -> str | None:
    """Say which break of a spell lies outside it or runs into another, if any."""
    reached = spell.start
    for pause in spell.pauses:
        at = clock_text(pause.start, zone)
        if pause.start < spell.start or pause.end > spell.end:
            return f"the break at {at} lies outside the shift"
        if pause.start < reached:
            return f"the break at {at} starts before the break ahead of it ends"
        reached = pause.end
    return None


def rostered_spell(row: RosterRow, skill: str, zone: ZoneInfo) -> Spell:
    """Place a row of ``roster.csv`` whose template asks for a skill."""
    return Spell(
        employee=row.employee,
        hall=row.hall,
        template=row.template,
        day=local_day(row.start, zone),
        start=row.start,
        end=row.end,
        pauses=_placed(row.pauses, row.start, row.end, zone),
        rostered=True,
        skill=skill,
    )


def worked_spell(row: WorkedRow, zone: ZoneInfo) -> Spell:
    """Place a row of ``worked.csv``."""
    return Spell(
        employee=row.employee,
        hall="",
        template="",
        day=local_day(row.start, zone),
        start=row.start,
        end=row.end,
        pauses=_placed(row.pauses, row.start, row.end, zone),
        rostered=False,
        skill="",
    )


def template_spell(template: TemplateRow, day: date, employee: str, zone: ZoneInfo) -> Spell:
    """Place a template on a date: what a roster row of it must say."""
    end_minute = template.end_minute
    if end_minute <= template.start_minute:
        end_minute += DAY_MINUTES
    end = at_wall(day, end_minute, zone)
    pauses = (_template_pause(each, template.start_minute, day, end, zone) for each in template.pauses)
    return Spell(
        employee=employee,
        hall=template.hall,
        template=template.template,
        day=day,
        start=at_wall(day, template.start_minute, zone),
        end=end,
        pauses=tuple(sorted(pause for pause in pauses if pause.start < pause.end)),
        rostered=True,
        skill=template.skill,
    )


def template_minutes(template: TemplateRow) -> int:
    """Nominal working minutes of a template: its length on the clock less unpaid breaks."""
    length = (template.end_minute - template.start_minute - 1) % DAY_MINUTES + 1
    return length - sum(each.minutes for each in template.pauses if not each.paid)


def _template_pause(pause: PauseCell, start_minute: int, day: date, shift_end: int, zone: ZoneInfo) -> Pause:
    """A break starts by the wall clock and lasts its minutes; the shift's end cuts it off."""
    minute = pause.clock_minute + (DAY_MINUTES if pause.clock_minute < start_minute else 0)
    start = min(at_wall(day, minute, zone), shift_end)
    return Pause(start, min(start + pause.minutes * MINUTE, shift_end), pause.paid)


def _placed(pauses: Iterable[PauseCell], start: int, end: int, zone: ZoneInfo) -> tuple[Pause, ...]:
    """Find the instant of each break's wall clock: the one inside the shift, the earlier where it occurs twice."""
    day = local_day(start, zone)
    placed: list[Pause] = []
    for pause in pauses:
        moments = [
            at_wall(day, pause.clock_minute + later, zone, fold=fold) for fold in (0, 1) for later in (0, DAY_MINUTES)
        ]
        at = next((moment for moment in moments if start <= moment < end), moments[0])
        placed.append(Pause(at, at + pause.minutes * MINUTE, pause.paid))
    return tuple(sorted(placed))
