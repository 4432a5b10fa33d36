"""Reasons on record in the window's language: why a wish was not granted, why a proposal is in a menu or not."""

from __future__ import annotations

import re

from shiftbid.services.poll_sheets import LostWish
from shiftbid.ui.failure_words import told_failure
from shiftbid.ui.template_names import template_name

TEMPLATE = re.compile(r"(?<=emplate )\S+(?= on \d{4}-)")
BETWEEN = "; "


def told_reason(lost: LostWish) -> str:
    """Everything on record of why a wish was not granted; templates are named by their times."""
    sentences = (TEMPLATE.sub(lambda found: template_name(found[0]), each) for each in (lost.sentence, lost.needs))
    return " ".join(told_failure(each) for each in sentences if each)


def told_verdict(reason: str) -> str:
    """What a vote said of a proposal, menu by menu."""
    return BETWEEN.join(map(told_failure, reason.split(BETWEEN)))
