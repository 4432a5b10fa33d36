"""The footfall page: forecast with its band over recent history, one plot a class of customers."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QScrollBar, QVBoxLayout, QWidget
from typing_extensions import override

from shiftbid.domain.timeline import local_day
from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import clock_text, day_text, number_text
from shiftbid.ui.pages.footfall.class_plot import ClassPlot
from shiftbid.ui.pages.footfall.presenter import ClassSeries, FootfallSheet, footfall_sheet
from shiftbid.ui.pages.page import Page
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.terms import customer_class_word
from shiftbid.ui.widgets.day_header import DayMark, day_marks
from shiftbid.ui.widgets.line_key import LineKey, Patch, Stroke
from shiftbid.ui.widgets.sentence import Sentence


class Stretch(Enum):
    """How many days are seen at once; None is all of them."""

    ONE_WEEK = 7
    TWO_WEEKS = 14
    FOUR_WEEKS = 28
    ALL = None


class FootfallPage(Page):
    """Plots one above the other over the same hours, with a line that reads an hour out."""

    name = PageName.FOOTFALL

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.sheet: FootfallSheet | None = None
        self._marks: tuple[DayMark, ...] = ()
        self._summary = Sentence(self.content)
        self._stretch_label = QLabel(self.content)
        self.stretch_choice = QComboBox(self.content)
        self._stretch_label.setBuddy(self.stretch_choice)
        for stretch in Stretch:
            self.stretch_choice.addItem("", stretch)
        self.stretch_choice.setCurrentIndex(1)
        self._key = LineKey(appearance, self.content)
        self._readout = Sentence(self.content)
        self.days_bar = QScrollBar(Qt.Orientation.Horizontal, self.content)
        self.days_bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plots: list[ClassPlot] = []
        self._plot_titles: list[QLabel] = []
        self._plots_column = QVBoxLayout()
        self._lay_out()
        self.stretch_choice.currentIndexChanged.connect(self._choose_stretch)
        self.days_bar.valueChanged.connect(self._show_window)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._stretch_label.setText(self.tr("&Show"))
        self.stretch_choice.setAccessibleName(self.tr("How many days are seen at once"))
        words = (self.tr("1 week"), self.tr("2 weeks"), self.tr("4 weeks"), self.tr("Everything"))
        for place, word in enumerate(words):
            self.stretch_choice.setItemText(place, word)
        self.days_bar.setAccessibleName(self.tr("Move along the days"))
        self._readout.setAccessibleName(self.tr("The hour marked, in words"))

    @override
    @staticmethod
    def reckon(shown: HallView) -> FootfallSheet | None:
        return footfall_sheet(shown.publication) if shown.publication.forecast else None

    @override
    def keep_reckoned(self, shown: HallView, sheet: object) -> None:
        """Make the plots as well, while the page is out of sight: they take as long as filling them."""
        super().keep_reckoned(shown, sheet)
        if isinstance(sheet, FootfallSheet):
            self._make_plots(len(sheet.series))

    @override
    def fill(self, shown: HallView) -> None:
        if not shown.publication.forecast:
            self.show_nothing(self.tr("No forecast"), self.tr("This plan was made without a forecast of footfall."))
            return
        sheet: FootfallSheet = self.reckoned(shown)
        self.sheet = sheet
        self._marks = day_marks([block.day for block in sheet.days], shown.calendar)
        theme = self.appearance.theme
        self._key.set_entries(
            [
                Stroke(self.tr("counted"), theme.plot.history),
                Stroke(self.tr("expected"), theme.plot.mean),
                Patch(self.tr("8 hours in 10 fall in here"), theme.plot.band),
                Patch(self.tr("rest day or holiday (✱)"), theme.rest_day),
            ]
        )
        self._make_plots(len(sheet.series))
        for plot, label, series in zip(self.plots, self._plot_titles, sheet.series, strict=True):
            name = customer_class_word(series.customer_class)
            label.setText(self.tr("{customers} customers per hour").format(customers=name))
            plot.setAccessibleName(label.text())
            plot.show_series(sheet, series, self._marks)
        self._summary.setText(" · ".join(self._class_summary(series) for series in sheet.series))
        self._choose_stretch()
        self._point(sheet.forecast_from)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        top.addWidget(self._stretch_label)
        top.addWidget(self.stretch_choice)
        self._plots_column.setSpacing(2)
        self.column.addLayout(top)
        self.column.addWidget(self._readout)
        self.column.addLayout(self._plots_column, 1)
        self.column.addWidget(self.days_bar)
        self.column.addWidget(self._key)

    def _make_plots(self, count: int) -> None:
        """Keep as many plots as there are classes of customers."""
        while len(self.plots) < count:
            label, plot = QLabel(self.content), ClassPlot(self.appearance, self.content)
            plot.hour_pointed.connect(self._point)
            self._plot_titles.append(label)
            self.plots.append(plot)
            self._plots_column.addWidget(label)
            self._plots_column.addWidget(plot, 1)
        while len(self.plots) > count:
            for part in (self._plot_titles.pop(), self.plots.pop()):
                self._plots_column.removeWidget(part)
                part.deleteLater()

    def _class_summary(self, series: ClassSeries) -> str:
        words = self.tr("{customers}: {total} expected").format(
            customers=customer_class_word(series.customer_class), total=number_text(series.expected)
        )
        busiest = series.busiest
        if busiest is None or self.sheet is None:
            return words
        zone = self.sheet.zone
        peak = self.tr("most on {day} at {clock}, {mean}").format(
            day=day_text(local_day(busiest.slot.start, zone)),
            clock=clock_text(busiest.slot.start, zone),
            mean=number_text(busiest.mean, 1),
        )
        return f"{words}, {peak}"

    def _choose_stretch(self) -> None:
        if self.sheet is None:
            return
        days = Stretch(self.stretch_choice.currentData()).value or len(self.sheet.days)
        last = max(0, len(self.sheet.days) - days)
        first_forecast = sum(block.first < self.sheet.forecast_from for block in self.sheet.days)
        self.days_bar.setPageStep(days)
        self.days_bar.setMaximum(last)
        # A few days of history stay in sight, for comparison.
        self.days_bar.setValue(min(last, max(0, first_forecast - days // 4)))
        self._show_window()

    def _show_window(self) -> None:
        if self.sheet is None:
            return
        days = self.sheet.days[self.days_bar.value() : self.days_bar.value() + self.days_bar.pageStep()]
        for place, plot in enumerate(self.plots):
            plot.show_window(days[0].first, days[-1].end)
            plot.getAxis("bottom").setStyle(showValues=place == len(self.plots) - 1)

    def _point(self, position: int) -> None:
        sheet = self.sheet
        if sheet is None or not 0 <= position < len(sheet.hours):
            return
        for plot in self.plots:
            plot.point_at(position)
        hour = sheet.hours[position]
        span = f"{clock_text(hour.start, sheet.zone)}–{clock_text(hour.end, sheet.zone)}"
        readings = "; ".join(self._reading(series, position) for series in sheet.series)
        mark = self._marks[sheet.days.index(sheet.block_at(position))]
        day = f"{day_text(mark.day)} ({mark.holiday})" if mark.holiday else day_text(mark.day)
        self._readout.setText(f"{day}, {span}: {readings}")

    def _reading(self, series: ClassSeries, position: int) -> str:
        hour, customers = series.hours[position], customer_class_word(series.customer_class)
        if hour.forecast:
            return self.tr("{customers} {mean} expected ({low} to {high})").format(
                customers=customers,
                mean=number_text(hour.forecast.mean, 1),
                low=number_text(hour.forecast.q10, 1),
                high=number_text(hour.forecast.q90, 1),
            )
        if hour.counted is None:
            return self.tr("{customers}: no reading").format(customers=customers)
        return self.tr("{customers} {count} counted").format(customers=customers, count=number_text(hour.counted))
