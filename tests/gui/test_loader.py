from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shiftbid.domain.account import User
from shiftbid.domain.errors import ShiftbidError, StorageError
from shiftbid.domain.timeline import Period
from shiftbid.services.desk_view import DeskView
from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.loader import ThreadLoader
from shiftbid.ui.window import MainWindow
from tests.gui.fake_services import MANAGER, FakeServices
from tests.gui.watchdog import Watchdog

PATIENCE_MS = 60_000


@pytest.fixture
def loader(qapp: QApplication) -> Iterator[ThreadLoader]:
    made = ThreadLoader()
    yield made
    made.close()


@dataclass
class Received:
    views: list[HallView | None] = field(default_factory=list[HallView | None])
    errors: list[ShiftbidError] = field(default_factory=list[ShiftbidError])
    threads: set[int] = field(default_factory=set[int])

    def view(self, view: HallView | None) -> None:
        self.views.append(view)
        self.threads.add(threading.get_ident())

    def error(self, error: ShiftbidError) -> None:
        self.errors.append(error)


def test_reads_elsewhere_and_delivers_here(qtbot: QtBot, loader: ThreadLoader, shown: HallView) -> None:
    readers: list[int] = []

    def read() -> HallView:
        readers.append(threading.get_ident())
        return shown

    received = Received()
    loader.load(read, received.view, received.error)
    assert not received.views
    qtbot.waitUntil(lambda: received.views == [shown], timeout=PATIENCE_MS)
    assert received.threads == {threading.get_ident()}
    assert readers
    assert threading.get_ident() not in readers


def test_only_the_last_is_delivered(qtbot: QtBot, loader: ThreadLoader, shown: HallView) -> None:
    go_on, received = threading.Event(), Received()

    def slowly() -> HallView | None:
        go_on.wait(PATIENCE_MS / 1000)
        return None

    loader.load(slowly, received.view, received.error)
    loader.load(lambda: shown, received.view, received.error)
    go_on.set()
    qtbot.waitUntil(lambda: bool(received.views), timeout=PATIENCE_MS)
    assert received.views == [shown]


def test_errors_are_delivered(qtbot: QtBot, loader: ThreadLoader) -> None:
    def fail() -> HallView | None:
        raise StorageError("the file is locked")

    received = Received()
    loader.load(fail, received.view, received.error)
    qtbot.waitUntil(lambda: bool(received.errors), timeout=PATIENCE_MS)
    assert str(received.errors[0]) == "the file is locked"
    assert not received.views


@dataclass
class SlowServices(FakeServices):
    """Reads a plan only when it is let go on."""

    go_on: threading.Event = field(default_factory=threading.Event)
    problem: str = ""

    def view(self, user: User, hall: str, period: Period | None) -> DeskView:
        self.go_on.wait(PATIENCE_MS / 1000)
        if self.problem:
            raise StorageError(self.problem)
        return super().view(user, hall, period)


@pytest.fixture
def open_slowly(
    qtbot: QtBot,
    appearance: Appearance,
    languages: Languages,
    jobs: JobRunner,
    loader: ThreadLoader,
    settings: QSettings,
) -> Callable[[FakeServices], MainWindow]:
    def opened(services: FakeServices) -> MainWindow:
        window = MainWindow(services, MANAGER, appearance, languages, jobs, loader, settings)
        qtbot.addWidget(window)
        window.show()
        return window

    return opened


def test_the_window_turns_while_a_plan_is_read(qtbot: QtBot, open_slowly: Callable[[FakeServices], MainWindow]) -> None:
    services = SlowServices()
    window = open_slowly(services)
    assert window.page.empty_state.headline == "Reading the plan …"
    watchdog = Watchdog()
    qtbot.waitUntil(lambda: watchdog.longest_milliseconds > 0, timeout=PATIENCE_MS)
    assert window.page.shown is None
    services.go_on.set()
    qtbot.waitUntil(lambda: window.page.shown is not None, timeout=PATIENCE_MS)


def test_a_plan_that_cannot_be_read_is_told(qtbot: QtBot, open_slowly: Callable[[FakeServices], MainWindow]) -> None:
    services = SlowServices(problem="the disk is gone")
    services.go_on.set()
    window = open_slowly(services)
    qtbot.waitUntil(lambda: window.page.empty_state.headline == "The plan cannot be read", timeout=PATIENCE_MS)
    assert window.page.empty_state.accessibleDescription() == "the disk is gone"


def test_a_closed_window_hears_of_another_language_and_reads_nothing(
    qtbot: QtBot, open_slowly: Callable[[FakeServices], MainWindow], loader: ThreadLoader, languages: Languages
) -> None:
    services = SlowServices()
    services.go_on.set()
    window = open_slowly(services)
    qtbot.waitUntil(lambda: window.page.shown is not None, timeout=PATIENCE_MS)
    window.close()
    loader.close()
    # Reading after the close would raise in the window's own event, which fails the test.
    languages.choose(Language.CHINESE)
    qtbot.wait(1)
    assert not loader.busy
