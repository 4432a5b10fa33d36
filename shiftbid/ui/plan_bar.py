"""The bar at the top: which hall and period is shown, and what is planned next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget
from typing_extensions import override

from shiftbid.domain.hall import Hall
from shiftbid.domain.timeline import Period
from shiftbid.ui.locale_text import period_text

MOST_WEEKS = 12
DEFAULT_WEEKS = 4


class PlanBar(QWidget):
    """Hall, period, and the plan button with the first day and the weeks it plans.

    Signals
    -------
    hall_chosen, period_chosen
        Another hall or period is to be shown.
    plan_pressed
        The plan button.
    """

    hall_chosen = Signal()
    period_chosen = Signal()
    plan_pressed = Signal()

    def __init__(self, parent: QWidget | None = None, *, may_plan: bool) -> None:
        super().__init__(parent)
        self._may_plan = may_plan
        self._halls: tuple[Hall, ...] = ()
        self._periods: tuple[Period, ...] = ()
        self._hall_label, self.hall_choice = QLabel(self), QComboBox(self)
        self._period_label, self.period_choice = QLabel(self), QComboBox(self)
        self._first_label, self.first_day = QLabel(self), QDateEdit(self)
        self._weeks_label, self.weeks = QLabel(self), QSpinBox(self)
        self.plan_button = QPushButton(self)
        for label, control in (
            (self._hall_label, self.hall_choice),
            (self._period_label, self.period_choice),
            (self._first_label, self.first_day),
            (self._weeks_label, self.weeks),
        ):
            label.setBuddy(control)
        for choice in (self.hall_choice, self.period_choice):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.first_day.setCalendarPopup(True)
        self.weeks.setRange(1, MOST_WEEKS)
        self.weeks.setValue(DEFAULT_WEEKS)
        self.plan_button.setDefault(True)
        self._lay_out()
        self.hall_choice.activated.connect(self.hall_chosen)
        self.period_choice.activated.connect(self.period_chosen)
        self.plan_button.clicked.connect(self.plan_pressed)
        self._retranslate()

    @property
    def hall(self) -> Hall | None:
        """Hall chosen."""
        place = self.hall_choice.currentIndex()
        return self._halls[place] if place >= 0 else None

    @property
    def period(self) -> Period | None:
        """Period chosen; None where nothing is published."""
        place = self.period_choice.currentIndex()
        return self._periods[place] if 0 <= place < len(self._periods) else None

    @property
    def plan_from(self) -> date:
        """First day to plan."""
        day = self.first_day.date()
        return date(day.year(), day.month(), day.day())

    def set_halls(self, halls: Sequence[Hall]) -> None:
        """Offer halls; stays at the same one where it is still there."""
        chosen = self.hall.id if self.hall else None
        self._halls = tuple(halls)
        self.hall_choice.clear()
        self.hall_choice.addItems([hall.name for hall in halls])
        self.hall_choice.setCurrentIndex(
            next((n for n, hall in enumerate(halls) if hall.id == chosen), min(0, len(halls) - 1))
        )

    def choose_hall(self, hall: str) -> None:
        """Choose a hall by its id, where it is offered."""
        self.hall_choice.setCurrentIndex(
            next((n for n, each in enumerate(self._halls) if each.id == hall), self.hall_choice.currentIndex())
        )

    def set_periods(self, periods: Sequence[Period], chosen: Period | None) -> None:
        """Offer periods; the latest is chosen where `chosen` is not among them."""
        self._periods = tuple(periods)
        self._offer_periods(self._periods.index(chosen) if chosen in self._periods else max(len(periods) - 1, 0))

    def write_periods(self) -> None:
        """Write the periods offered in the window's language."""
        self._offer_periods(self.period_choice.currentIndex())

    def set_plan_from(self, day: date) -> None:
        """Suggest the first day to plan."""
        self.first_day.setDate(QDate(day.year, day.month, day.day))

    def set_planning(self, under_way: bool) -> None:
        """Allow or forbid another plan while one is under way."""
        for control in (self.plan_button, self.first_day, self.weeks):
            control.setEnabled(self._may_plan and not under_way and self.hall is not None)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _offer_periods(self, place: int) -> None:
        texts = [period_text(period) for period in self._periods]
        self.period_choice.clear()
        self.period_choice.addItems(texts or [self.tr("none planned yet")])
        self.period_choice.setEnabled(bool(texts))
        self.period_choice.setCurrentIndex(place)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self._hall_label)
        layout.addWidget(self.hall_choice)
        layout.addSpacing(12)
        layout.addWidget(self._period_label)
        layout.addWidget(self.period_choice)
        layout.addStretch(1)
        layout.addWidget(self._first_label)
        layout.addWidget(self.first_day)
        layout.addSpacing(6)
        layout.addWidget(self._weeks_label)
        layout.addWidget(self.weeks)
        layout.addSpacing(6)
        layout.addWidget(self.plan_button)
        for planning in (self._first_label, self.first_day, self._weeks_label, self.weeks, self.plan_button):
            planning.setVisible(self._may_plan)

    def _retranslate(self) -> None:
        self._hall_label.setText(self.tr("&Hall"))
        self._period_label.setText(self.tr("&Period"))
        self._first_label.setText(self.tr("Plan f&rom"))
        self._weeks_label.setText(self.tr("&Weeks"))
        self.plan_button.setText(self.tr("P&lan"))
        self.plan_button.setToolTip(self.tr("Plan the hall from the day and for the weeks given here (F9)"))
        self.hall_choice.setAccessibleName(self.tr("Hall shown"))
        self.period_choice.setAccessibleName(self.tr("Period shown"))
        self.first_day.setLocale(QLocale())
        self.first_day.setAccessibleName(self.tr("First day to plan"))
        self.first_day.setDisplayFormat(self.tr("ddd d MMM yyyy", "Qt date format"))
        self.weeks.setAccessibleName(self.tr("Weeks to plan"))
