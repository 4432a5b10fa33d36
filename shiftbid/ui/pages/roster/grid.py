"""The cells of the roster and of its foot, in words and looks."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.roster import RosterState
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import local_day, minute_of_day
from shiftbid.ui.locale_text import clock_span_text, clock_text, hours_text, with_local_dates
from shiftbid.ui.pages.roster.presenter import PersonRow, RosterCell, RosterSheet, worst
from shiftbid.ui.template_names import given_name
from shiftbid.ui.terms import leave_code, leave_word, severity_word
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.widgets.day_header import DayMark
from shiftbid.ui.widgets.tile import TileLook

EMPTIED = "−"
"""On a day whose shift was taken away and that is not published yet."""


class TileText(Enum):
    """What stands on the tile of a shift."""

    TIMES = "times"
    CODES = "codes"


class RosterGrid:
    """People down, days across."""

    def __init__(self, sheet: RosterSheet, marks: tuple[DayMark, ...], theme: Theme, text: TileText) -> None:
        self._sheet = sheet
        self._marks = marks
        self._theme = theme
        self._text = text

    @property
    def row_count(self) -> int:
        """One row a person."""
        return len(self._sheet.people)

    @property
    def column_count(self) -> int:
        """One column a day."""
        return len(self._sheet.days)

    def look(self, row: int, column: int) -> TileLook:
        """A shift is a card in its template's tone, leave is grey, a free day is empty."""
        cell = self._sheet.people[row].cells[column]
        severity = worst(cell.findings)
        mark = self._theme.severities[severity] if severity else None
        day = self._marks[column]
        resting = day.rest or day.holiday or day.day not in self._sheet.open_days
        ground = self._theme.closed if resting else self._theme.free
        if cell.assignments:
            return TileLook(
                tone=ground,
                card=shift_tone(self._theme, self._sheet, cell.assignments[0].shift.template),
                lines=self._shift_lines(cell),
                bold=self._text is TileText.CODES,
                striped=cell.changed or self._sheet.state is RosterState.DRAFT,
                mark=mark,
                pinned=any(each.pinned for each in cell.assignments),
                changed=cell.changed,
            )
        if cell.leave:
            return TileLook(self._theme.away, (leave_code(cell.leave),), mark=mark, changed=cell.changed)
        return TileLook(ground, (EMPTIED,) if cell.changed else (), mark=mark, changed=cell.changed)

    def words(self, row: int, column: int) -> str:
        """Person, day, shifts with breaks, leave and findings."""
        person = self._sheet.people[row]
        cell = person.cells[column]
        lines = [f"{person.employee.name}, {self._marks[column].words}"]
        lines.extend(shift_words(each.shift, self._sheet, pinned=each.pinned) for each in cell.assignments)
        if cell.leave:
            lines.append(QCoreApplication.translate("Roster", "Away: {leave}").format(leave=leave_word(cell.leave)))
        if not cell.assignments and not cell.leave:
            lines.append(QCoreApplication.translate("Roster", "Free"))
        if cell.changed:
            lines.append(self._published_words(cell))
        lines.extend(f"{severity_word(each.severity)}: {with_local_dates(each.sentence)}" for each in cell.findings)
        return "\n".join(lines)

    def row_words(self, row: int) -> str:
        """Name, hours against contract, count of findings."""
        return person_words(self._sheet.people[row])

    def column_words(self, column: int) -> str:
        """The day in full."""
        return self._marks[column].words

    def _published_words(self, cell: RosterCell) -> str:
        if not cell.published:
            return QCoreApplication.translate("Roster", "changed, published as free")
        times = ", ".join(clock_span_text(each.shift, self._sheet.zone) for each in cell.published)
        return QCoreApplication.translate("Roster", "changed, published as {times}").format(times=times)

    def _shift_lines(self, cell: RosterCell) -> tuple[str, ...]:
        if self._text is TileText.CODES:
            return ("+".join(self._sheet.codes[each.shift.template].letter for each in cell.assignments),)
        first, last = cell.assignments[0].shift, cell.assignments[-1].shift
        zone = self._sheet.zone
        overnight = local_day(last.span.end - 1, zone) > last.day
        end = _short_clock(last.span.end, zone)
        return _short_clock(first.span.start, zone), f"{end}⁺¹" if overnight else end


class FootGrid:
    """The last rows of the roster: people and hours a day."""

    def __init__(self, sheet: RosterSheet, marks: tuple[DayMark, ...], theme: Theme) -> None:
        self._sheet = sheet
        self._marks = marks
        self._tone = Tone(theme.frame, theme.text)

    @property
    def row_count(self) -> int:
        """People, and hours."""
        return 2

    @property
    def column_count(self) -> int:
        """One column a day."""
        return len(self._sheet.totals)

    def look(self, row: int, column: int) -> TileLook:
        """A plain number."""
        total = self._sheet.totals[column]
        text = str(total.people) if row == 0 else hours_text(round(total.minutes / 60) * 60)
        return TileLook(self._tone, (text,), bold=row == 0)

    def words(self, row: int, column: int) -> str:
        """Day, what is added up, and the total."""
        total, day = self._sheet.totals[column], self._marks[column].words
        if row == 0:
            return QCoreApplication.translate("Roster", "{day}: {people} at work").format(day=day, people=total.people)
        return QCoreApplication.translate("Roster", "{day}: {hours} h").format(day=day, hours=hours_text(total.minutes))

    def row_words(self, row: int) -> str:
        """What the row adds up, and its sum over the period."""
        if row == 0:
            return QCoreApplication.translate("Roster", "People at work")
        return QCoreApplication.translate("Roster", "Hours")

    def column_words(self, column: int) -> str:
        """The day in full."""
        return self._marks[column].words


def shift_tone(theme: Theme, sheet: RosterSheet, template: str) -> Tone:
    """Tone of a template: by order of start, beginning again where the tones run out."""
    return theme.shifts[sheet.codes[template].order % len(theme.shifts)]


def shift_words(shift: Shift, sheet: RosterSheet, *, pinned: bool) -> str:
    """Times, code, working hours, breaks and time off earned of a shift."""
    zone = sheet.zone
    parts = [
        QCoreApplication.translate("Roster", "{times}, template {letter}, {hours} h").format(
            times=clock_span_text(shift, zone),
            letter=" ".join(filter(None, (sheet.codes[shift.template].letter, given_name(shift.template)))),
            hours=hours_text(shift.paid_minutes),
        )
    ]
    for pause in shift.breaks:
        span = f"{clock_text(pause.span.start, zone)}–{clock_text(pause.span.end, zone)}"
        parts.append(
            QCoreApplication.translate("Roster", "break {span}, paid").format(span=span)
            if pause.paid
            else QCoreApplication.translate("Roster", "break {span}, unpaid").format(span=span)
        )
    if shift.toil_minutes:
        parts.append(
            QCoreApplication.translate("Roster", "earns {minutes} min TOIL").format(minutes=shift.toil_minutes)
        )
    if pinned:
        parts.append(QCoreApplication.translate("Roster", "pinned"))
    return "; ".join(parts)


def person_words(person: PersonRow) -> str:
    """Name, planned hours of contracted hours, count of findings."""
    words = QCoreApplication.translate("Roster", "{name}, {planned} of {contract} h").format(
        name=person.employee.name,
        planned=hours_text(person.planned_minutes),
        contract=hours_text(person.contract_minutes),
    )
    if not person.findings:
        return words
    count = QCoreApplication.translate("Roster", "findings: {count}").format(count=len(person.findings))
    return f"{words}, {count}"


def _short_clock(moment: int, zone: str) -> str:
    """Clock time as short as a tile needs it: ``9:00``."""
    hour, minute = divmod(minute_of_day(moment, zone), 60)
    return f"{hour}:{minute:02d}"
