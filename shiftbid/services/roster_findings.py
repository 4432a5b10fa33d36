"""Check one person's part of a roster against the rule pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Period, local_day, week_start
from shiftbid.rules.book import RulePack
from shiftbid.rules.checker import check
from shiftbid.rules.finding import Finding
from shiftbid.rules.situation import Situation

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def person_findings(situation: Situation, pack: RulePack, language: str) -> tuple[Finding, ...]:
    """Findings of one person who takes every candidate of the situation, in order of rule."""
    return tuple(check(pack, situation, {shift.id for shift in situation.candidates}, language))


def newly_broken(situation: Situation, shift: Shift, pack: RulePack, language: str) -> tuple[Finding, ...]:
    """Findings that a shift is part of, for a person who takes it beside every candidate of the situation."""
    return tuple(
        each for each in person_findings(_seen_from(situation, shift), pack, language) if shift.id in each.shifts
    )


def _seen_from(situation: Situation, shift: Shift) -> Situation:
    """The person's shifts with this one, all but those that tell which weeks are judged taken as worked already.

    Laws judge the days, weeks and months in which a candidate starts. A shift can break rules of the week in which it
    starts, of the next where it ends in that, and of the weeks beside these, so one shift of each of them remains a
    candidate: the fewer, the faster.
    """
    own = {each.id: each for each in situation.candidates if each.id != shift.id}.values()
    week_of = partial(week_start, first_weekday=situation.week_starts_on)
    last_day = local_day(shift.span.end - 1, situation.zone)
    near = Period(week_of(shift.day) - WEEK, week_of(last_day) + 2 * WEEK - DAY)
    of_weeks = {week_of(each.day): each for each in own if each.day in near}
    judged = {each.id for each in of_weeks.values()}
    return replace(
        situation,
        candidates=(*of_weeks.values(), shift),
        history=(*situation.history, *(each for each in own if each.id not in judged)),
    )
