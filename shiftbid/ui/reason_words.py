"""Reasons on record in the window's language: why a wish was not granted, why a proposal is in a menu or not."""

from __future__ import annotations

import re

from shiftbid.services.poll_sheets import LostWish
from shiftbid.ui.failure_words import told_failure
from shiftbid.ui.locale_text import with_local_dates
from shiftbid.ui.template_names import with_template_names

BETWEEN = "; "
WHAT_IT_NEEDED = re.compile(r"(?<=\.) (?=A credit of |Wished as )")
"""Where a reason on record goes on with what would have won the wish."""


def told_reason(lost: LostWish) -> str:
    """Everything on record of why a wish was not granted."""
    return told_on_record(lost.told)


def told_on_record(reason: str) -> str:
    """A reason on record, templates named by their times, dates written as in the window."""
    return with_local_dates(" ".join(map(told_failure, WHAT_IT_NEEDED.split(with_template_names(reason)))))


def told_verdict(reason: str) -> str:
    """What a vote said of a proposal, menu by menu."""
    return BETWEEN.join(map(told_failure, reason.split(BETWEEN)))
