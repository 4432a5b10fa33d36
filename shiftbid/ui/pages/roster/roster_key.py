"""The key under the roster: what its tiles mean."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.staff import LeaveKind
from shiftbid.domain.timeline import format_minute
from shiftbid.rules.finding import Severity
from shiftbid.ui.pages.roster.grid import shift_tone
from shiftbid.ui.pages.roster.presenter import RosterSheet
from shiftbid.ui.template_names import template_name
from shiftbid.ui.terms import leave_code
from shiftbid.ui.themes import Theme
from shiftbid.ui.widgets.key_row import KeyEntry
from shiftbid.ui.widgets.tile import TileLook


def key_entries(sheet: RosterSheet, theme: Theme) -> list[KeyEntry]:
    """Templates by their letter, then the marks."""
    entries = [
        KeyEntry(
            TileLook(theme.free, (code.letter,), bold=True, card=shift_tone(theme, sheet, code.template)),
            _template_meaning(sheet, code.template),
        )
        for code in sheet.codes.values()
    ]
    pinned = TileLook(theme.free, ("09",), card=theme.shifts[0], pinned=True)
    marked = TileLook(theme.free, ("09",), card=theme.shifts[0], mark=theme.severities[Severity.ILLEGAL])
    changed = TileLook(theme.free, ("09",), card=theme.shifts[0], striped=True, changed=True)
    entries.append(KeyEntry(pinned, QCoreApplication.translate("Roster", "pinned")))
    entries.append(KeyEntry(marked, QCoreApplication.translate("Roster", "finding")))
    entries.append(KeyEntry(changed, QCoreApplication.translate("Roster", "changed, not published")))
    away = TileLook(theme.away, (leave_code(LeaveKind.ANNUAL),))
    entries.append(KeyEntry(away, QCoreApplication.translate("Roster", "away")))
    entries.append(KeyEntry(TileLook(theme.closed), QCoreApplication.translate("Roster", "rest day or holiday")))
    return entries


def _template_meaning(sheet: RosterSheet, template_id: str) -> str:
    template = sheet.templates.get(template_id)
    if template is None:
        return QCoreApplication.translate("Roster", "{template}, no longer adopted").format(
            template=template_name(template_id)
        )
    alike = [each for each in sheet.templates.values() if _times(each) == _times(template)]
    if len(alike) == 1 or not template.breaks:
        return _times(template)
    words = QCoreApplication.translate("Roster", "{times}, break {clock}")
    first = min(each.start_minute for each in template.breaks)
    return words.format(times=_times(template), clock=format_minute(first))


def _times(template: ShiftTemplate) -> str:
    return f"{format_minute(template.start_minute)}–{format_minute(template.end_minute)}"
