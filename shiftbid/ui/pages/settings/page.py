"""Settings: who may sign in, consents and approvals, the calendar, the promise, what the hall has agreed."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QWidget
from typing_extensions import override

from shiftbid.services.desk_view import DeskView
from shiftbid.services.hall_settings import HallSettings
from shiftbid.services.settings_orders import SettingsOrder
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.page import Ask, DeskPage, Place
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.settings.accounts import AccountsPanel
from shiftbid.ui.pages.settings.calendar import CalendarPanel
from shiftbid.ui.pages.settings.consents import ConsentsPanel
from shiftbid.ui.pages.settings.panel import SettingsPanel
from shiftbid.ui.pages.settings.promise import PromisePanel
from shiftbid.ui.pages.settings.terms import TermsPanel


class SettingsPage(DeskPage[HallSettings]):
    """A tab a matter; rules and house rules stand on the page Rules and hall."""

    name = PageName.SETTINGS

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.accounts = AccountsPanel(appearance, self.content)
        self.consents = ConsentsPanel(appearance, self.content)
        self.calendar = CalendarPanel(appearance, self.content)
        self.promise = PromisePanel(self.content)
        self.terms = TermsPanel(self.content)
        self.panels: tuple[SettingsPanel, ...] = (
            self.accounts,
            self.consents,
            self.calendar,
            self.promise,
            self.terms,
        )
        self.tabs = QTabWidget(self.content)
        # Without it Fusion paints the pane in the colour of buttons, which in the dark palette stands out as grey.
        self.tabs.setDocumentMode(True)
        for panel in self.panels:
            self.tabs.addTab(panel, "")
            panel.ordered.connect(self._order)
        self.column.addWidget(self.tabs)
        self.retranslate()

    @override
    def part(self, view: DeskView) -> HallSettings | None:
        return view.settings

    @override
    def reveal(self, place: Place) -> None:
        """Other pages lead here for accounts."""
        self.tabs.setCurrentWidget(self.accounts)

    @override
    def missing(self) -> tuple[str, str]:
        return self.tr("No settings"), self.tr("Managers settle accounts, consents, calendar, promise and terms here.")

    @override
    def retranslate(self) -> None:
        for place, panel in enumerate(self.panels):
            panel.retranslate()
            self.tabs.setTabText(place, panel.tab_title())
        self.tabs.tabBar().setAccessibleName(self.tr("Matters that are settled here"))

    @override
    def fill(self, shown: HallSettings) -> None:
        for panel in self.panels:
            panel.fill(shown)

    @override
    def set_working(self, under_way: bool) -> None:
        for panel in self.panels:
            panel.set_working(under_way)

    def _order(self, order: SettingsOrder, done: str) -> None:
        self.asked.emit(Ask(order, lambda _: self._tell(done)))

    def _tell(self, done: str) -> None:
        self.told.emit(done)
        self.changed.emit()
