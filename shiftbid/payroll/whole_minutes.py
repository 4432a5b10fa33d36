"""Clocked seconds to whole minutes of work, without a minute lost or won over a period."""

from __future__ import annotations

from collections.abc import Sequence

from shiftbid.domain.timeline import Interval

MINUTE_SECONDS = 60


def whole_minutes(spells: Sequence[Interval]) -> tuple[Interval, ...]:
    """Give a person's spells of work, in order and apart from each other, as spells of whole minutes.

    A spell starts in the minute in which the person came. Its length is the rise of the rounded running total, so that
    the seconds that one spell loses the next one gets: all of them together last as long as they did, to half a minute.
    A spell of few seconds may become empty.
    """
    seconds = given_minutes = free_from = 0
    whole: list[Interval] = []
    for spell in spells:
        seconds += spell.end - spell.start
        minutes = (seconds + MINUTE_SECONDS // 2) // MINUTE_SECONDS - given_minutes
        given_minutes += minutes
        start = max(spell.start // MINUTE_SECONDS * MINUTE_SECONDS, free_from)
        free_from = start + minutes * MINUTE_SECONDS
        whole.append(Interval(start, free_from))
    return tuple(whole)
