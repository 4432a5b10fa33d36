"""The cells that are painted with wishes, in words and looks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.bid import BidLevel
from shiftbid.ui.locale_text import long_day_text
from shiftbid.ui.pages.my_bids.presenter import BidSheet
from shiftbid.ui.poll_words import LEVEL_SIGNS, level_word, template_text
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.widgets.tile import TileLook


class BidGrid:
    """Templates down, days across."""

    def __init__(self, sheet: BidSheet, theme: Theme) -> None:
        self._sheet = sheet
        self._theme = theme

    @property
    def row_count(self) -> int:
        """The day off and each template."""
        return len(self._sheet.rows)

    @property
    def column_count(self) -> int:
        """One column a day."""
        return len(self._sheet.round.days)

    def look(self, row: int, column: int) -> TileLook:
        """A wish is a card with its points; what is not offered is set back."""
        spot = self._sheet.spot(row, column)
        if spot not in self._sheet.offered:
            return TileLook(self._theme.closed)
        ground = self._theme.away if column in self._sheet.away else self._theme.free
        level = self._sheet.levels.get(spot, BidLevel.NEUTRAL)
        if level is BidLevel.NEUTRAL:
            return TileLook(ground)
        return TileLook(ground, (LEVEL_SIGNS[level],), card=level_tone(self._theme, level), bold=True)

    def words(self, row: int, column: int) -> str:
        """Day, what it is, and the wish."""
        spot = self._sheet.spot(row, column)
        lines = [f"{long_day_text(spot[0])}, {self.row_words(row)}"]
        if spot not in self._sheet.offered:
            lines.append(QCoreApplication.translate("MyBids", "not offered that day"))
        else:
            lines.append(level_word(self._sheet.levels.get(spot, BidLevel.NEUTRAL)))
        if column in self._sheet.away:
            lines.append(QCoreApplication.translate("MyBids", "you are away that day"))
        return "\n".join(lines)

    def row_words(self, row: int) -> str:
        """The template with its hours, or the day off."""
        template = self._sheet.rows[row]
        return template_text(template) if template else QCoreApplication.translate("MyBids", "Day off")

    def column_words(self, column: int) -> str:
        """The day in full."""
        return long_day_text(self._sheet.round.days[column])


def level_tone(theme: Theme, level: BidLevel) -> Tone:
    """Tone of a level; the points stand on it as well."""
    return {
        BidLevel.WANT: theme.spare[2],
        BidLevel.LIKE: theme.spare[0],
        BidLevel.NEUTRAL: theme.free,
        BidLevel.AVOID: theme.missing[0],
    }[level]
