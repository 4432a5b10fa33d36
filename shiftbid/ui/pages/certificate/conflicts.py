"""Conflicts as a text to read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from shiftbid.services.told_conflict import ToldConflict
from shiftbid.ui.locale_text import day_text, number_text, with_local_dates


def conflicts_markdown(conflicts: Sequence[ToldConflict]) -> str:
    """Each conflict with its days, its sentence, what stays missing and what would mend it, as Markdown."""
    return "\n\n".join(_conflict(each) for each in conflicts)


def _conflict(conflict: ToldConflict) -> str:
    first, last = day_text(conflict.first), day_text(conflict.last)
    days = first if conflict.first == conflict.last else f"{first} – {last}"
    missing = QCoreApplication.translate("Conflicts", "{hours} head-hours stay missing at least.").format(
        hours=number_text(conflict.missing_half_hours / 2, 1)
    )
    proof = (
        QCoreApplication.translate("Conflicts", "Proven: without any one of these it would be solved.")
        if conflict.minimal
        else QCoreApplication.translate("Conflicts", "Not all of these may be needed for the conflict.")
    )
    mends = QCoreApplication.translate("Conflicts", "What would mend it:")
    lines = [f"### {days}", _plain(with_local_dates(conflict.sentence)), f"{missing} {proof}"]
    if conflict.repairs:
        lines.append(mends + "\n\n" + "\n".join(f"- {_plain(with_local_dates(each))}" for each in conflict.repairs))
    return "\n\n".join(lines)


def _plain(text: str) -> str:
    """Text in which nothing is markup: names and templates are people's own words."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", text)
