"""California: meals within the shift, and paid rests."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.verifier.clock import MINUTE, day_text, duration_text
from shiftbid.verifier.law.person import Breach, Person
from shiftbid.verifier.limits import ANYBODY, MealPeriods, PaidRests
from shiftbid.verifier.spells import Pause, Spell


def meal_periods(person: Person, limit: MealPeriods) -> Iterator[Breach]:
    """Find rostered shifts without their meals, or with one that begins after too much work.

    A record waives the last meal of a shift that is not too long and has the meals before it.
    """
    for spell in person.rostered:
        if spell.paid_minutes <= limit.after_minutes:
            continue
        meals = sum(
            _minutes(pause) >= limit.meal_minutes and _worked_before(spell, pause) <= limit.after_minutes
            for pause in spell.pauses
        )
        waived = spell.paid_minutes <= limit.waivable_minutes and person.lifted(limit.rule, spell.day, ANYBODY)
        if meals < (limit.meals - 1 if waived else limit.meals):
            yield person.breach_on(
                limit.rule,
                spell.day,
                f"works {duration_text(spell.paid_minutes)} in the shift on {day_text(spell.day)} with {meals} meals "
                f"of {limit.meal_minutes} min that begin within {duration_text(limit.after_minutes)} of work; "
                f"{limit.meals} are required ({limit.article}).",
            )


def paid_rests(person: Person, limit: PaidRests) -> Iterator[Breach]:
    """Find rostered shifts that hold some paid rests, but fewer than are due."""
    for spell in person.rostered:
        rests = [_minutes(pause) for pause in spell.pauses if pause.paid and _minutes(pause) < limit.meal_minutes]
        taken = sum(minutes >= limit.rest_minutes for minutes in rests)
        due = _rests_due(spell.paid_minutes, limit)
        if rests and taken < due:
            yield person.breach_on(
                limit.rule,
                spell.day,
                f"has {taken} paid rests of {limit.rest_minutes} min in the shift on {day_text(spell.day)}; "
                f"{due} are due in {duration_text(spell.paid_minutes)} of work ({limit.article}).",
            )


def _rests_due(worked_minutes: int, limit: PaidRests) -> int:
    """One for each four hours or major fraction, which is more than half of them; none below three and a half."""
    if worked_minutes < limit.from_minutes:
        return 0
    whole, rest = divmod(worked_minutes, limit.every_minutes)
    return whole + (2 * rest > limit.every_minutes)


def _minutes(pause: Pause) -> int:
    return (pause.end - pause.start) // MINUTE


def _worked_before(spell: Spell, pause: Pause) -> int:
    return spell.worked_minutes_in(spell.start, pause.start)
