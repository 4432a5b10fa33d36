"""Sundays and public holidays: kept free, enough of them in a year, and free days in place of those worked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shiftbid.verifier.clock import day_text, following
from shiftbid.verifier.law.person import HOLIDAY, Breach, Person, span_text
from shiftbid.verifier.limits import NOT_THE_PERSON, FreeSundays, RestDaysKept, SubstituteDays

_SUNDAY = 6


def rest_days_kept(person: Person, limit: RestDaysKept) -> Iterator[Breach]:
    """Find Sundays and public holidays with rostered work between their midnights and no approval."""
    for day, spells in person.touched_days().items():
        if not _is_sunday(day) and not _is_holiday(person, day):
            continue
        start, end = person.place.span(day, day)
        works = any(spell.rostered and spell.worked_minutes_in(start, end) for spell in spells)
        if works and not person.lifted(limit.rule, day, NOT_THE_PERSON):
            yield person.breach_on(
                limit.rule,
                day,
                f"works on {day_text(day)}, a {'Sunday' if _is_sunday(day) else 'public holiday'}; "
                f"no work is allowed without a recorded approval ({limit.article}).",
            )


def free_sundays(person: Person, limit: FreeSundays) -> Iterator[Breach]:
    """Find calendar years with too few Sundays without work, of which the roster works some."""
    worked = {day: spells for day, spells in person.touched_days().items() if _is_sunday(day)}
    for year in sorted({day.year for day, spells in worked.items() if any(spell.rostered for spell in spells)}):
        first, last = date(year, 1, 1), date(year, 12, 31)
        sunday, free = following(first, _SUNDAY - first.weekday()), 0
        while sunday <= last:
            free += sunday not in worked
            sunday = following(sunday, 7)
        if free < limit.sundays:
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"has {free} Sundays without work {span_text(first, last)}; {limit.sundays} are required "
                f"({limit.article}).",
            )


def substitute_days(person: Person, limit: SubstituteDays) -> Iterator[Breach]:
    """Find rest days worked, one or several after another, around which too few working days are free.

    Each needs a free working day of its own. A span of days that is not over by the end of the period is still open;
    days before the first that any file tells of are not known to be free.
    """
    place, touched, reach = person.place, person.touched_days(), limit.within_days - 1
    # What fell due longer before the period was judged then.
    owed = [day for day in sorted(touched) if place.first <= following(day, limit.within_days)]
    owed = [day for day in owed if following(day, reach) <= place.last and _is_owed(person, day, limit)]
    for index, one in enumerate(owed):
        for count, other in enumerate(owed[index:], start=1):
            first, last = max(person.known_from(), following(one, -reach)), following(other, reach)
            if last < place.first:
                continue
            days = [following(first, n) for n in range((last - first).days + 1)]
            working_days = [day for day in days if not _is_sunday(day) and not _is_holiday(person, day)]
            free = sum(day not in touched for day in working_days)
            # Some of the work for which a day is due, or on the days that could be free, has to be this roster's.
            at_work = (*working_days, *owed[index : index + count])
            if free < count and any(spell.rostered for day in at_work for spell in touched.get(day, ())):
                yield Breach(
                    limit.rule,
                    person.id,
                    one,
                    one,
                    other,
                    f"{person.called} works on {count} rest days {span_text(one, other)} and has {free} free working "
                    f"days {span_text(first, last)}; one is due for each ({limit.article}).",
                )
                break


def _is_owed(person: Person, day: date, limit: SubstituteDays) -> bool:
    if limit.owed_for == "sunday":
        return _is_sunday(day)
    return _is_holiday(person, day) and not _is_sunday(day)


def _is_sunday(day: date) -> bool:
    return day.weekday() == _SUNDAY


def _is_holiday(person: Person, day: date) -> bool:
    return person.place.day_class(day) == HOLIDAY
