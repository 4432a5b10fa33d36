"""Candidate templates: every shift shape that a hall allows, with its break where it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shiftbid.domain.desk import COUNTER_SKILL
from shiftbid.domain.errors import InputError
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak
from shiftbid.domain.timeline import MINUTES_PER_DAY, format_minute


@dataclass(frozen=True, slots=True)
class TemplateShape:
    """What a hall allows of a shift template.

    Attributes
    ----------
    earliest_start_minute, latest_end_minute
        Minutes after midnight; the end may lie past 1440, on the next day.
    lengths_minutes
        Lengths from start to end, breaks included.
    break_after_minutes
        Longest stretch of work without a break.
    break_minutes
        Length of the one unpaid break that a longer shift gets.
    break_step_minutes
        Breaks start this many minutes apart, counted from the shift's start.
    skill
        Skill that the templates ask for.
    """

    earliest_start_minute: int
    latest_end_minute: int
    lengths_minutes: tuple[int, ...]
    break_after_minutes: int
    break_minutes: int
    start_step_minutes: int = 30
    break_step_minutes: int = 30
    skill: str = COUNTER_SKILL

    def __post_init__(self) -> None:
        problems = [
            f"{name.removesuffix('_minutes').replace('_', ' ')} must be above 0 minutes, got {value}"
            for name, value in (
                ("start_step_minutes", self.start_step_minutes),
                ("break_step_minutes", self.break_step_minutes),
                ("break_minutes", self.break_minutes),
                ("break_after_minutes", self.break_after_minutes),
            )
            if value <= 0
        ]
        problems += [
            f"length must be between 1 and {MINUTES_PER_DAY} minutes, got {length}"
            for length in self.lengths_minutes
            if not 0 < length <= MINUTES_PER_DAY
        ]
        if not 0 <= self.earliest_start_minute < MINUTES_PER_DAY:
            problems.append(f"earliest start must be a minute of the day, got {self.earliest_start_minute}")
        if problems:
            raise InputError("template shape", problems)


def candidate_templates(shape: TemplateShape) -> tuple[ShiftTemplate, ...]:
    """List every template of a shape, in order of start, length and break.

    A shift longer than `break_after_minutes` gets one unpaid break, in each place that leaves no stretch of work longer
    than that; a length that one break cannot serve yields nothing. Ids read ``0900-1730@1300``: start, end and, where
    there is one, the break's start; the skill stands before them unless it is the general desk's.
    """
    templates = (
        template
        for start in range(shape.earliest_start_minute, MINUTES_PER_DAY, shape.start_step_minutes)
        for length in sorted(set(shape.lengths_minutes))
        if start + length <= shape.latest_end_minute
        for template in _with_breaks(shape, start, start + length)
    )
    return tuple(templates)


def _with_breaks(shape: TemplateShape, start: int, end: int) -> Iterator[ShiftTemplate]:
    prefix = "" if shape.skill == COUNTER_SKILL else f"{shape.skill}-"
    name = f"{prefix}{_clock(start)}-{_clock(end)}"
    if end - start <= shape.break_after_minutes:
        yield ShiftTemplate(name, start, end, skill=shape.skill)
        return
    for at in range(start + shape.break_step_minutes, end - shape.break_minutes, shape.break_step_minutes):
        longest = max(at - start, end - at - shape.break_minutes)
        if longest <= shape.break_after_minutes:
            pause = TemplateBreak(at, shape.break_minutes, paid=False)
            yield ShiftTemplate(f"{name}@{_clock(at)}", start, end, (pause,), skill=shape.skill)


def _clock(minute: int) -> str:
    return format_minute(minute).replace(":", "")
