"""The hours of the certificate, in words and looks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.promise import PromiseKind
from shiftbid.domain.timeline import format_minute
from shiftbid.ui.locale_text import number_text, percent_text, whole_percent
from shiftbid.ui.pages.certificate.presenter import CertificateSheet, ClassHour, Verdict, worst_class, worst_verdict
from shiftbid.ui.terms import customer_class_word
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.widgets.day_header import DayMark
from shiftbid.ui.widgets.tile import TileLook

SIGNS = {Verdict.KEPT: "✓", Verdict.TIGHT: "~", Verdict.MISSED: "✗"}


class CertificateGrid:
    """Clock hours down, days across: kept, tight or missed, with the share in time or the mean wait."""

    def __init__(
        self, sheet: CertificateSheet, marks: tuple[DayMark, ...], theme: Theme, customer_class: str | None
    ) -> None:
        self._sheet = sheet
        self._marks = marks
        self._theme = theme
        self._class = customer_class

    @property
    def row_count(self) -> int:
        """One row a clock hour."""
        return len(self._sheet.hours)

    @property
    def column_count(self) -> int:
        """One column a day."""
        return len(self._sheet.days)

    def look(self, row: int, column: int) -> TileLook:
        """Sign of the worst verdict, and the figure of the class nearest to missing its promise."""
        hours = self._sheet.cell(row, column, self._class)
        if not hours:
            return TileLook(self._theme.closed)
        verdict = worst_verdict(hours)
        judged = worst_class([each for each in hours if each.verdict is verdict], self._sheet.promise)
        return TileLook(
            verdict_tone(verdict, self._theme),
            (f"{SIGNS[verdict]} {self._figure(judged)}",),
            bold=verdict is Verdict.MISSED,
        )

    def words(self, row: int, column: int) -> str:
        """Day, hour, and each class in a line."""
        hours = self._sheet.cell(row, column, self._class)
        clock = format_minute(self._sheet.hours[row] * 60)
        head = f"{self._marks[column].words}, {clock}"
        if not hours:
            return QCoreApplication.translate("Certificate", "{hour}: shut").format(hour=head)
        return "\n".join([head, *(hour_words(each) for each in hours)])

    def row_words(self, row: int) -> str:
        """Start of the clock hour."""
        return format_minute(self._sheet.hours[row] * 60)

    def column_words(self, column: int) -> str:
        """The day in full."""
        return self._marks[column].words

    def _figure(self, hour: ClassHour) -> str:
        if self._sheet.promise.kind is PromiseKind.SHARE:
            return str(whole_percent(hour.share_in_time))
        return number_text(hour.mean_wait_minutes, 1)


def verdict_tone(verdict: Verdict, theme: Theme) -> Tone:
    """Tone of a verdict."""
    match verdict:
        case Verdict.KEPT:
            return theme.kept
        case Verdict.TIGHT:
            return theme.tight
        case Verdict.MISSED:
            return theme.missed


def verdict_word(verdict: Verdict) -> str:
    """Word of a verdict at the forecast."""
    if verdict is Verdict.MISSED:
        return QCoreApplication.translate("Certificate", "missed")
    return QCoreApplication.translate("Certificate", "kept")


def verdict_word_at_plus10(verdict: Verdict) -> str:
    """Word of a verdict with 10 % more customers."""
    if verdict is Verdict.KEPT:
        return QCoreApplication.translate("Certificate", "kept")
    return QCoreApplication.translate("Certificate", "missed")


def hour_words(hour: ClassHour) -> str:
    """One class in one hour: verdicts, share in time, mean wait, heads and customers."""
    return QCoreApplication.translate(
        "Certificate",
        "{customers}: {verdict} ({share} within {promise} min), with 10 % more {more}; mean wait {wait} min, "
        "{arrivals} customers, {heads} heads",
    ).format(
        customers=customer_class_word(hour.customer_class),
        verdict=verdict_word(hour.verdict),
        share=percent_text(hour.share_in_time),
        promise=number_text(hour.promise_minutes),
        more=verdict_word_at_plus10(hour.verdict),
        wait=number_text(hour.mean_wait_minutes, 1),
        arrivals=number_text(hour.arrivals, 1),
        heads=heads_text(hour),
    )


def heads_text(hour: ClassHour) -> str:
    """Heads of an hour: one number, or fewest to most where they change within it."""
    if hour.least_heads == hour.most_heads:
        return str(hour.least_heads)
    return f"{hour.least_heads}–{hour.most_heads}"
