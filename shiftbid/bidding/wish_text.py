"""Wishes as people write them: levels for dated shifts, for patterns such as any early shift, and for days off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.errors import InputError
from shiftbid.domain.shift import Shift, ShiftTemplate

LEVELS = {level.name.lower(): level for level in BidLevel}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OFF, ANY, EARLY, LATE = "off", "any", "early", "late"
FORM = (
    "write LEVEL:WHAT or LEVEL:WHAT:WHEN, with a level of want, like, neutral or avoid; what: off, any, early, late or "
    "a template; when: a date such as 2026-01-05 or a weekday such as tue"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """A level for shifts or days off.

    Attributes
    ----------
    what
        ``off``, ``any``, ``early``, ``late``, or the id of a template.
    when
        A date, a weekday (0 is Monday), or None for every day.
    """

    level: BidLevel
    what: str
    when: date | int | None

    def on(self, day: date) -> bool:
        """Whether the wish speaks of a day."""
        return self.when is None or self.when in (day, day.weekday())


def parse_wishes(texts: Sequence[str]) -> tuple[Wish, ...]:
    """Read wishes such as ``want:early:tue`` or ``like:off:2026-01-05``; InputError names every one that is none."""
    wishes: list[Wish] = []
    problems: list[str] = []
    for text in texts:
        level, _, rest = text.strip().partition(":")
        what, _, when = rest.partition(":")
        try:
            wishes.append(Wish(LEVELS[level.lower()], _named(what), _when(when)))
        except (KeyError, ValueError):
            problems.append(f"{text!r}: {FORM}")
    if problems:
        raise InputError("wishes", problems)
    return tuple(wishes)


def dated_bids(
    employee: str,
    wishes: Sequence[Wish],
    templates: Sequence[ShiftTemplate],
    shifts: Sequence[Shift],
    days: Sequence[date],
) -> tuple[Bid, ...]:
    """Give the bids that wishes come to, by date and template; of two that speak of one shift the later counts.

    ``early`` are templates that start no later than the middle between the first and the last start of all, ``late``
    the others. A day off comes before shifts in the order of a day; a neutral level takes an earlier wish back.

    Parameters
    ----------
    shifts
        Candidate shifts of the round, on the templates.
    days
        Open days of the period, which can be wished off.

    Raises
    ------
    InputError
        A wish speaks of no shift and no day of the round; every such wish is named.
    """
    idle = [wish for wish in wishes if not _spoken_of(wish, templates, shifts, days)]
    if idle:
        known = ", ".join(sorted(each.id for each in templates))
        raise InputError(
            "wishes", [f"{_told(wish)}: no such shift or open day in the round; there are {known}" for wish in idle]
        )
    return standing_bids(employee, wishes, templates, shifts, days)


def standing_bids(
    employee: str,
    wishes: Sequence[Wish],
    templates: Sequence[ShiftTemplate],
    shifts: Sequence[Shift],
    days: Sequence[date],
) -> tuple[Bid, ...]:
    """Give the bids that wishes for any round come to in this one, as `dated_bids` does; what fits nothing is idle."""
    levels: dict[tuple[date, str], BidLevel] = {}
    for wish in wishes:
        levels.update(dict.fromkeys(_spoken_of(wish, templates, shifts, days), wish.level))
    return tuple(
        Bid(employee, day, template or None, level)
        for (day, template), level in sorted(levels.items())
        if level is not BidLevel.NEUTRAL
    )


def _spoken_of(
    wish: Wish, templates: Sequence[ShiftTemplate], shifts: Sequence[Shift], days: Sequence[date]
) -> list[tuple[date, str]]:
    """Date and template of each shift that a wish speaks of; an empty template is the day off."""
    if wish.what == OFF:
        return [(day, "") for day in days if wish.on(day)]
    meant = _patterns(templates).get(wish.what, (wish.what,))
    return [(shift.day, shift.template) for shift in shifts if shift.template in meant and wish.on(shift.day)]


def _patterns(templates: Sequence[ShiftTemplate]) -> dict[str, tuple[str, ...]]:
    starts = [each.start_minute for each in templates]
    middle = (min(starts, default=0) + max(starts, default=0)) / 2
    return {
        ANY: tuple(sorted(each.id for each in templates)),
        EARLY: tuple(each.id for each in templates if each.start_minute <= middle),
        LATE: tuple(each.id for each in templates if each.start_minute > middle),
    }


def _named(what: str) -> str:
    if not what:
        raise ValueError("nothing is named")
    return what.lower() if what.lower() in (OFF, ANY, EARLY, LATE) else what


def _when(text: str) -> date | int | None:
    if not text:
        return None
    return WEEKDAYS.index(text.lower()) if text.lower() in WEEKDAYS else date.fromisoformat(text)


def _told(wish: Wish) -> str:
    when = WEEKDAYS[wish.when] if isinstance(wish.when, int) else wish.when
    return ":".join(str(part) for part in (wish.level.name.lower(), wish.what, when) if part is not None)
