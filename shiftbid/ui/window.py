"""The main window: hosts the pages, and leads from a hall and a period to what they show."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget
from typing_extensions import override

from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import ShiftbidError
from shiftbid.domain.timeline import Period
from shiftbid.services.desk_view import READS_PLANS, DeskView
from shiftbid.services.desktop import DesktopServices
from shiftbid.services.notice_dates import NoticeShortfall
from shiftbid.services.stored_draft import StoredDraft
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.command_palette import Command, CommandPalette, bare
from shiftbid.ui.failure_words import told_failure
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.languages import Languages
from shiftbid.ui.late_modules import LateModules
from shiftbid.ui.loader import Loader
from shiftbid.ui.locale_text import period_text
from shiftbid.ui.menus import Menus
from shiftbid.ui.page_help import HelpDialog
from shiftbid.ui.page_paper import PagePaper
from shiftbid.ui.page_shelf import PageShelf
from shiftbid.ui.page_wait import PageWait
from shiftbid.ui.pages.page import Ask, DeskPage, Place
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.page_title import page_title
from shiftbid.ui.pages.registry import pages_for
from shiftbid.ui.pages_ahead import PagesAhead
from shiftbid.ui.pin_dialog import PinDialog
from shiftbid.ui.plan_bar import PlanBar
from shiftbid.ui.progress_strip import ProgressStrip
from shiftbid.ui.short_notice import ask_why_late
from shiftbid.ui.widgets.page_list import PageList
from shiftbid.ui.window_layout import laid_out
from shiftbid.ui.work_desk import WorkDesk


class MainWindow(QMainWindow):
    """One window, one person, one hall and period at a time.

    Parameters
    ----------
    late_modules
        Loads the pages' modules in a thread; where None, each is loaded when its page is made.

    Signals
    -------
    sign_out_chosen
        The person leaves the keyboard to somebody else.
    set_up_chosen
        Another hall is to be set up.
    closed
        The window has closed.
    filled
        What was read is in sight.
    """

    sign_out_chosen = Signal()
    set_up_chosen = Signal()
    closed = Signal()
    filled = Signal()

    def __init__(
        self,
        services: DesktopServices,
        user: User,
        appearance: Appearance,
        languages: Languages,
        jobs: JobRunner,
        loader: Loader,
        settings: QSettings,
        late_modules: LateModules | None = None,
    ) -> None:
        super().__init__()
        self._services = services
        self._languages = languages
        self._loader = loader
        self._settings = settings
        self._shown: DeskView | None = None
        self._shown_period: tuple[str, Period | None] | None = None
        self._said = "", ""
        self._awaited: Place | None = None
        self._stale: set[PageName] = set()
        self.plan_bar = PlanBar(self, may_plan=user.role is Role.MANAGER)
        self.plan_bar.setVisible(user.role in READS_PLANS)
        self.progress = ProgressStrip(self)
        self._work = WorkDesk(jobs, self.progress, self.statusBar(), self)
        self.page_list = PageList(appearance, self)
        self.stack = QStackedWidget(self)
        names = pages_for(user, decides_appeals=services.decides_appeals(user))
        self.pages = PageShelf(names, appearance, self._receive_page)
        self.ahead = PagesAhead(self.pages, loader, lambda: self._shown, self)
        self._wait = (
            PageWait(self.stack, late_modules, self.pages, loader, lambda: self._shown, self._show_awaited)
            if late_modules
            else None
        )
        self.user = user
        self._user_label, self._credit_label = QLabel(self), QLabel(services.credit(), self)
        self._lay_out()
        self.menus = Menus(self, appearance, languages, len(self.pages))
        self.paper = PagePaper(self.menus, self._page_in_sight, self)
        for managing in (self.menus.plan, self.menus.set_up):
            managing.setVisible(user.role is Role.MANAGER)
        self._retranslate()
        self._connect()
        self._restore()
        self.refresh()

    @property
    def page(self) -> DeskPage[Any]:
        """The page chosen; it is made where it is not yet."""
        return self.pages[self.page_name]

    @property
    def page_name(self) -> PageName:
        """Name of the page chosen."""
        return self.pages.names[self.page_list.currentRow()]

    def go_to_page(self, place: int) -> None:
        """Bring a page into sight by its place in the list."""
        self.page_list.setCurrentRow(place)

    def refresh(self) -> None:
        """Ask the services anew for halls and periods, and show what is chosen."""
        self.plan_bar.set_halls(self._services.halls(self.user))
        self._show_hall()

    def plan(self) -> None:
        """Plan the hall chosen, from the day and for the weeks given."""
        hall = self.plan_bar.hall
        if hall is not None and not self._work.under_way:
            self._plan(hall.id, self.plan_bar.plan_from, self.plan_bar.weeks.value(), "")

    def _plan(self, hall: str, first: date, weeks: int, late_because: str) -> None:
        def judge(short: tuple[NoticeShortfall, ...]) -> None:
            if short:
                ask_why_late(short, self, lambda reason: self._plan(hall, first, weeks, reason))
            else:
                self._plan_done(hall, Period.of_weeks(first, weeks))

        self._work.run(self._services.plan_command(self.user, hall, first, weeks, late_because), judge)

    def _ask(self, ask: Ask) -> None:
        if not self._work.under_way:
            self._work.run(self._services.desk_command(ask.order, self.user), ask.receive)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._paint_later()
            self._retranslate()
            self.plan_bar.write_periods()
            self._name_window()
            if self._shown is None:
                self._show_period()

    def _paint_later(self) -> None:
        """Write, lay out and paint in a turn each: what is painted before sizes are settled is painted twice."""
        self.ahead.put_off()
        self.setUpdatesEnabled(False)
        QTimer.singleShot(0, self, self._lay_out_words)

    def _lay_out_words(self) -> None:
        # The bars first; then what is around them, which asks for its layout meanwhile.
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QTimer.singleShot(0, self, lambda: self.setUpdatesEnabled(True))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.setValue("window/page", self.page_name.value)
        self.ahead.close()
        self._work.close()
        self._loader.close()
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        self.setCentralWidget(laid_out((self.plan_bar, self.progress), self.page_list, self.stack, self))
        for label in (self._credit_label, self._user_label):
            label.setContentsMargins(8, 0, 8, 0)
        self.statusBar().addPermanentWidget(self._credit_label)
        self.statusBar().addPermanentWidget(self._user_label)

    def _receive_page(self, page: DeskPage[Any]) -> None:
        self.stack.addWidget(page)
        page.set_working(self._work.under_way)
        page.show_nothing(*self._said)
        page.place_requested.connect(self._go_to)
        page.asked.connect(self._ask)
        page.told.connect(self.statusBar().showMessage)
        page.drafted.connect(self._keep_draft)
        page.changed.connect(self.refresh)
        self._show_line(page.name)

    def _connect(self) -> None:
        self.plan_bar.hall_chosen.connect(self._show_hall)
        self.plan_bar.period_chosen.connect(self._show_period)
        self.plan_bar.plan_pressed.connect(self.plan)
        self.page_list.currentRowChanged.connect(self._show_page)
        self.menus.plan.triggered.connect(self.plan)
        self.menus.cancel.triggered.connect(self._work.cancel)
        self.menus.refresh.triggered.connect(self.refresh)
        self.menus.change_pin.triggered.connect(self._ask_pin)
        self.menus.sign_out.triggered.connect(self.sign_out_chosen)
        self.menus.set_up.triggered.connect(self.set_up_chosen)
        self.menus.quit.triggered.connect(self.close)
        self.paper.told.connect(self.statusBar().showMessage)
        self.menus.help.triggered.connect(self._show_help)
        self.menus.palette.triggered.connect(self._open_palette)
        self.menus.page_chosen.connect(self.go_to_page)
        self._work.begun.connect(partial(self._set_working, under_way=True))
        self._work.ended.connect(partial(self._set_working, under_way=False))

    def _retranslate(self) -> None:
        self.menus.retranslate([page_title(name) for name in self.pages])
        self._show_titles()
        self.page_list.setAccessibleName(self.tr("Pages"))
        self._credit_label.setAccessibleName(self.tr("Credit of the data"))
        self._user_label.setText(self.tr("Signed in: {name}").format(name=self.user.name))

    def _restore(self) -> None:
        geometry = self._settings.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(1400, 900)
        names = [name.value for name in self.pages]
        page = str(self._settings.value("window/page", PageName.TODAY.value, type=str))
        self.go_to_page(names.index(page) if page in names else 0)

    def _show_hall(self) -> None:
        hall = self.plan_bar.hall
        if hall is not None:
            shown = self._shown_period[1] if self._shown_period else None
            self.plan_bar.set_periods(self._services.periods(hall.id), shown)
            self.plan_bar.set_plan_from(self._services.next_start(hall.id))
        self._set_working(under_way=self._work.under_way)
        self._show_period()

    def _show_period(self) -> None:
        """Read the hall and period chosen, and show them; until then the pages say that they wait."""
        hall, period = self.plan_bar.hall, self.plan_bar.period
        self._name_window()
        if hall is None:
            self._shown_period = None
            self._show_everywhere(None)
            return
        if self._shown is None or self._shown_period != (hall.id, period):
            self._say(self.tr("Reading the plan …"), "")
        self._shown_period = hall.id, period
        read = partial(self._services.view, self.user, hall.id, period)
        self._loader.load(read, self._show_everywhere, self._tell_unreadable)

    def _tell_unreadable(self, error: ShiftbidError) -> None:
        self._say(self.tr("The plan cannot be read"), told_failure(str(error)))

    def _say(self, headline: str, sentence: str) -> None:
        """Show the same on every page in place of a plan."""
        self._shown = None
        self._said = headline, sentence
        self._stale = set()
        for page in self.pages.made:
            page.show_nothing(headline, sentence)

    def _show_everywhere(self, view: DeskView | None) -> None:
        self._shown = view
        self._stale = set(self.pages)
        self._show_titles()
        self._show_page(self.page_list.currentRow())
        self.filled.emit()

    def _ask_pin(self) -> None:
        dialog = PinDialog(self)
        dialog.accepted.connect(lambda: self._ask(Ask(dialog.order, self._tell_pin)))
        dialog.open()

    def _tell_pin(self, _: object) -> None:
        self.statusBar().showMessage(self.tr("Your PIN is changed."))

    def _show_help(self) -> None:
        HelpDialog(self.page_name, self._languages.spoken, self).show()

    def _open_palette(self) -> None:
        page = self._page_in_sight()
        actions = page.actions() if page else ()
        title = page_title(self.page_name)
        own = [Command(title, bare(action.text()), "", action) for action in actions if action.isEnabled()]
        CommandPalette([*own, *self.menus.commands()], self).open()

    def _show_titles(self) -> None:
        for name in self.pages:
            self._show_line(name)

    def _show_line(self, name: PageName) -> None:
        self.page_list.set_line(self.pages.names.index(name), page_title(name), self.pages.badge(name, self._shown))

    def _name_window(self) -> None:
        hall, period = self.plan_bar.hall, self.plan_bar.period
        self.setWindowTitle(" · ".join(filter(None, (hall and hall.name, period and period_text(period), "shiftbid"))))

    def _show_page(self, place: int) -> None:
        """Bring a page into sight; it is filled only now, where its publication has changed since."""
        name = self.pages.names[place]
        self.menus.check_page(place)
        # Before the window is in sight nobody is held up by loading a page.
        if self._wait and self.isVisible() and not self.pages.has_made(name) and self._wait.holds(name):
            self.paper.allow()
            return
        page = self.pages[name]
        self.stack.setCurrentWidget(page)
        self.paper.allow()
        if page.name not in self._stale:
            return
        self._stale.discard(page.name)
        part = page.part(self._shown) if self._shown else None
        if part is not None:
            page.show_publication(part)
            self.paper.allow()
        elif self.plan_bar.hall is None:
            page.show_nothing(self.tr("No hall yet"), self.tr("Choose Set up a hall in the menu Planning."))
        else:
            page.show_nothing(*page.missing())

    def _keep_draft(self, draft: StoredDraft) -> None:
        """A draft that cannot be kept is still in the window: say so, and let the person go on."""
        try:
            self._services.keep_draft(draft)
        except ShiftbidError as error:
            self.statusBar().showMessage(
                self.tr("The draft is not kept: {reason}").format(reason=told_failure(str(error)))
            )

    def _go_to(self, place: Place) -> None:
        self.go_to_page(self.pages.names.index(place.page))
        if self.pages.has_made(place.page):
            self.pages[place.page].reveal(place)
        else:
            self._awaited = place

    def _show_awaited(self) -> None:
        """Show the page that was waited for, and the place on it that another page led to."""
        self._show_page(self.page_list.currentRow())
        place, self._awaited = self._awaited, None
        if place is not None and place.page is self.page_name:
            self.page.reveal(place)

    def _page_in_sight(self) -> DeskPage[Any] | None:
        """The page chosen, unless it is still waited for."""
        return self.page if self.pages.has_made(self.page_name) else None

    def _set_working(self, *, under_way: bool) -> None:
        self.plan_bar.set_planning(under_way)
        self.menus.plan.setEnabled(self.plan_bar.plan_button.isEnabled())
        self.menus.cancel.setEnabled(under_way)
        for page in self.pages.made:
            page.set_working(under_way)

    def _plan_done(self, hall: str, period: Period) -> None:
        self.statusBar().showMessage(self.tr("Planned and published: {period}").format(period=period_text(period)))
        if self.plan_bar.hall is not None and self.plan_bar.hall.id == hall:
            self.plan_bar.set_periods(self._services.periods(hall), period)
            self.plan_bar.set_plan_from(self._services.next_start(hall))
            self._show_period()
