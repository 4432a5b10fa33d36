"""What the draft does, below the grid: findings that come and go, and the promise; live while cells are dragged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from shiftbid.rules.finding import Finding, Severity
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import with_local_dates
from shiftbid.ui.pages.roster.presenter import SEVERITY_ORDER
from shiftbid.ui.terms import SEVERITY_SIGNS, severity_word
from shiftbid.ui.widgets.sentence import Sentence

if TYPE_CHECKING:
    from shiftbid.services.draft_certificate import PromiseHours

BAR_WIDTH = 4
SENTENCES = 2
"""Findings told in full; more are counted."""


@dataclass(frozen=True, slots=True)
class RosterEffect:
    """What changes against the published roster, or against the draft while cells are dragged.

    Attributes
    ----------
    headline
        What is done, in words.
    """

    headline: str
    added: tuple[Finding, ...]
    removed: tuple[Finding, ...]


class EffectStrip(QFrame):
    """A headline, the findings, the promise."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._worst: Severity | None = None
        self.headline = QLabel(self)
        font = self.headline.font()
        font.setBold(True)
        self.headline.setFont(font)
        self.findings = Sentence(self)
        self.promise = Sentence(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * BAR_WIDTH + 2, 2, 0, 2)
        column.setSpacing(2)
        for label in (self.headline, self.findings, self.promise):
            column.addWidget(label)
        # Three lines always: the grid above must not move while cells are dragged.
        self.setMinimumHeight(3 * self.fontMetrics().lineSpacing() + 12)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the parts for screen readers."""
        self.headline.setAccessibleName(self.tr("Changes"))
        self.findings.setAccessibleName(self.tr("Findings of the changes"))
        self.promise.setAccessibleName(self.tr("Promise under the changes"))

    def show_effect(self, effect: RosterEffect) -> None:
        """Show findings that appear and go."""
        self.headline.setText(effect.headline)
        worst = min(effect.added, key=lambda each: SEVERITY_ORDER.index(each.severity), default=None)
        self._worst = worst.severity if worst else None
        self.update()
        parts = [self._added_text(effect.added)] if effect.added else []
        if effect.removed:
            parts.append(self.tr("✓ Findings gone: {count}").format(count=len(effect.removed)))
        self.findings.setText(" · ".join(parts) or self.tr("✓ No new finding."))

    def show_promise(self, now: PromiseHours, before: PromiseHours) -> None:
        """Show the hours that keep the promise, beside those before."""
        self.promise.setText(
            self.tr(
                "Promise kept in {kept} of {open} open hours (before: {kept_before}), with 10 % more customers in "
                "{more} (before: {more_before})"
            ).format(
                kept=now.kept_hours,
                open=now.open_hours,
                kept_before=before.kept_hours,
                more=now.kept_hours_at_plus10,
                more_before=before.kept_hours_at_plus10,
            )
        )

    def _added_text(self, added: tuple[Finding, ...]) -> str:
        told = sorted(added, key=lambda each: SEVERITY_ORDER.index(each.severity))
        lines = [
            f"{SEVERITY_SIGNS[each.severity]} {severity_word(each.severity)}: {with_local_dates(each.sentence)}"
            for each in told[:SENTENCES]
        ]
        if len(told) > SENTENCES:
            lines.append(self.tr("and {count} more").format(count=len(told) - SENTENCES))
        return " · ".join(lines)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar at the left in the colour of the gravest finding; sign and word say the same."""
        super().paintEvent(event)
        theme = self._appearance.theme
        colour = theme.severities[self._worst].ground if self._worst else theme.line
        painter = QPainter(self)
        painter.fillRect(0, 2, BAR_WIDTH, self.height() - 4, QColor(colour))
        painter.end()
