"""The wishes of one person on the way to a round: patterns, and levels painted on single days. Qt-free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from shiftbid.domain.bid import BidLevel
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.staff import Leave
from shiftbid.domain.timeline import day_interval
from shiftbid.services.poll_sheets import RoundSheet
from shiftbid.services.wish_levels import Spot, levels_of

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PATTERNS = ("any", "early", "late", "off")


@dataclass(frozen=True, slots=True)
class WishDraft:
    """Wishes that are not given yet.

    Attributes
    ----------
    patterns
        Wishes such as ``want:early:tue``, the later before the earlier.
    painted
        Levels of single days, before every pattern.
    """

    patterns: tuple[str, ...] = ()
    painted: Mapping[Spot, BidLevel] = field(default_factory=dict[Spot, BidLevel])

    @property
    def wishes(self) -> tuple[str, ...]:
        """Everything as wishes are written."""
        dated = sorted(self.painted.items(), key=lambda each: (each[0][0], each[0][1] or ""))
        return (
            *self.patterns,
            *(f"{level.name.lower()}:{template or 'off'}:{day.isoformat()}" for (day, template), level in dated),
        )

    def with_pattern(self, level: BidLevel, what: str, weekday: str) -> WishDraft:
        """One more pattern; one that stands there already moves to the end."""
        pattern = ":".join(part for part in (level.name.lower(), what, weekday) if part)
        return replace(self, patterns=(*(each for each in self.patterns if each != pattern), pattern))

    def without_pattern(self, pattern: str) -> WishDraft:
        """Without a pattern."""
        return replace(self, patterns=tuple(each for each in self.patterns if each != pattern))

    def with_levels(self, sheet: RoundSheet, spots: Iterable[Spot], level: BidLevel) -> WishDraft:
        """Paint spots; what the patterns say already is not painted twice."""
        said = levels_of(sheet, self.patterns)
        painted = dict(self.painted)
        for spot in spots:
            painted.pop(spot, None)
            if said.get(spot, BidLevel.NEUTRAL) is not level:
                painted[spot] = level
        return replace(self, painted=painted)


@dataclass(frozen=True, slots=True)
class BidSheet:
    """The grid: the day off first, then the templates by start; columns are the open days.

    Attributes
    ----------
    offered
        Spots that may be bid on.
    away
        Places of days on which the person is on leave.
    """

    round: RoundSheet
    rows: tuple[ShiftTemplate | None, ...]
    offered: frozenset[Spot]
    levels: Mapping[Spot, BidLevel]
    away: frozenset[int]

    def spot(self, row: int, column: int) -> Spot:
        """Day and template of a cell."""
        template = self.rows[row]
        return self.round.days[column], template.id if template else None


def bid_sheet(sheet: RoundSheet, draft: WishDraft, leave: Iterable[Leave]) -> BidSheet:
    """Lay a round out as a grid with the levels of a draft."""
    spans = [each.span for each in leave]
    templates = sorted(sheet.templates, key=lambda each: (each.start_minute, each.end_minute, each.id))
    return BidSheet(
        round=sheet,
        rows=(None, *templates),
        offered=frozenset(
            {*((shift.day, shift.template) for shift in sheet.shifts), *((day, None) for day in sheet.days)}
        ),
        levels=levels_of(sheet, draft.wishes),
        away=frozenset(
            place
            for place, day in enumerate(sheet.days)
            if any(span.overlaps(day_interval(day, sheet.zone)) for span in spans)
        ),
    )
