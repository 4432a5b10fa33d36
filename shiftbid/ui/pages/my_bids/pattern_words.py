"""Patterns in the window's language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from shiftbid.domain.bid import BidLevel
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.ui.pages.my_bids.presenter import WEEKDAYS
from shiftbid.ui.poll_words import level_word, template_text


def what_word(what: str, templates: Sequence[ShiftTemplate]) -> str:
    """What a pattern speaks of."""
    match what:
        case "any":
            return QCoreApplication.translate("MyBids", "any shift")
        case "early":
            return QCoreApplication.translate("MyBids", "any early shift")
        case "late":
            return QCoreApplication.translate("MyBids", "any late shift")
        case "off":
            return QCoreApplication.translate("MyBids", "the day off")
        case _:
            return next((template_text(each) for each in templates if each.id == what), what)


def when_word(when: str) -> str:
    """On which days a pattern holds; a date stays as it is."""
    if when in WEEKDAYS:
        return QLocale().standaloneDayName(WEEKDAYS.index(when) + 1)
    return when or QCoreApplication.translate("MyBids", "every day")


def pattern_text(pattern: str, templates: Sequence[ShiftTemplate]) -> str:
    """A pattern such as ``want:early:tue`` in words."""
    level, _, rest = pattern.partition(":")
    what, _, when = rest.partition(":")
    return " · ".join((level_word(BidLevel[level.upper()]), what_word(what, templates), when_word(when)))
