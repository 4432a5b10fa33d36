"""Whether the person may work the shift at all: leave, skill, employment, age."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.verifier.clock import day_text
from shiftbid.verifier.law.person import Breach, Person
from shiftbid.verifier.limits import Employed, LeaveKept, MinimumAge, SkillHeld


def leave_kept(person: Person, limit: LeaveKept) -> Iterator[Breach]:
    """Find rostered shifts that touch leave."""
    for spell in person.rostered:
        away = next((each for each in person.leave if each.start < spell.end and spell.start < each.end), None)
        if away:
            yield person.breach_on(
                limit.rule,
                spell.day,
                f"has a shift on {day_text(spell.day)} during {away.kind} leave; "
                f"leave is kept free of work ({limit.article}).",
            )


def skill_held(person: Person, limit: SkillHeld) -> Iterator[Breach]:
    """Find rostered shifts on templates of a skill that the person lacks."""
    if person.staff is None:
        return
    for spell in person.rostered:
        if spell.skill and spell.skill not in person.staff.skills:
            yield person.breach_on(
                limit.rule,
                spell.day,
                f"lacks the skill {spell.skill} that the shift on {day_text(spell.day)} asks for ({limit.article}).",
            )


def employed(person: Person, limit: Employed) -> Iterator[Breach]:
    """Find rostered shifts before the first day of employment."""
    if person.staff is None:
        return
    for spell in person.rostered:
        if spell.day < person.staff.employed_from:
            yield person.breach_on(
                limit.rule,
                spell.day,
                f"has a shift on {day_text(spell.day)}, before employment starts on "
                f"{day_text(person.staff.employed_from)} ({limit.article}).",
            )


def minimum_age(person: Person, limit: MinimumAge) -> Iterator[Breach]:
    """Find rostered shifts of somebody too young."""
    for spell in person.rostered:
        age = person.age_on(spell.day)
        if age is not None and age < limit.years:
            yield person.breach_on(
                limit.rule,
                spell.day,
                f"is {age} years old on {day_text(spell.day)}; nobody under {limit.years} may work ({limit.article}).",
            )
