from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.languages import Languages
from shiftbid.ui.late_modules import LateModules
from shiftbid.ui.pages import registry
from shiftbid.ui.pages.page import DeskPage, Place
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.toil.page import ToilPage
from shiftbid.ui.widgets.empty_state import EmptyState
from shiftbid.ui.window import MainWindow
from tests.gui.fake_services import MANAGER, FakeServices, InlineLoader

PATIENCE_MS = 60_000


@pytest.fixture
def late_modules(qapp: QApplication) -> Iterator[LateModules]:
    modules = LateModules(qapp)
    yield modules
    modules.close()
    qapp.aboutToQuit.disconnect(modules.close)
    modules.deleteLater()


@pytest.fixture
def window(
    qtbot: QtBot,
    appearance: Appearance,
    languages: Languages,
    jobs: JobRunner,
    settings: QSettings,
    late_modules: LateModules,
) -> MainWindow:
    """A window in sight before any module was loaded for it."""
    made = MainWindow(
        FakeServices(), MANAGER, appearance, languages, jobs, InlineLoader(), settings, late_modules=late_modules
    )
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def choose(window: MainWindow, name: PageName) -> None:
    window.go_to_page(window.pages.names.index(name))


def test_the_first_page_is_not_waited_for(window: MainWindow) -> None:
    assert window.stack.currentWidget() is window.pages[PageName.TODAY]


def test_a_page_chosen_early_says_that_it_comes_and_comes(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, PageName.DEMAND)
    words = window.stack.currentWidget()
    assert isinstance(words, EmptyState)
    assert words.headline == "Demand"
    assert not window.pages.has_made(PageName.DEMAND)
    assert not window.menus.pdf.isEnabled()
    window.menus.palette.trigger()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is not words, timeout=PATIENCE_MS)
    page = window.page
    assert window.stack.currentWidget() is page
    assert (page.name, page.shown is not None) == (PageName.DEMAND, True)


def test_of_two_pages_chosen_early_the_last_comes_into_sight(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, PageName.DEMAND)
    choose(window, PageName.RULES)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), DeskPage), timeout=PATIENCE_MS)
    assert window.page_name is PageName.RULES
    assert not window.pages.has_made(PageName.DEMAND)


def test_a_place_on_a_page_that_is_still_loaded_is_shown_once_it_is_there(qtbot: QtBot, window: MainWindow) -> None:
    today = window.page
    today.place_requested.emit(Place(PageName.TOIL, "e003", FakeServices().next_start("north")))
    assert window.page_name is PageName.TOIL
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), ToilPage), timeout=PATIENCE_MS)
    page = window.page
    assert isinstance(page, ToilPage)
    current = page.balances.current()
    assert current is not None
    assert current.employee == "e003"


def test_what_is_loaded_is_not_waited_for(qtbot: QtBot, window: MainWindow, late_modules: LateModules) -> None:
    with qtbot.waitSignal(late_modules.loaded, timeout=PATIENCE_MS):
        late_modules.load_soon()
    assert all(late_modules.has(name) for name in PageName)
    choose(window, PageName.DEMAND)
    assert window.stack.currentWidget() is window.page
    with qtbot.waitSignal(late_modules.loaded, timeout=PATIENCE_MS):
        late_modules.load_soon()


def late_threads() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name == "shiftbid late modules"]


def test_once_closed_nothing_is_loaded_or_told_any_more(qapp: QApplication, late_modules: LateModules) -> None:
    told: list[PageName] = []
    late_modules.page_loaded.connect(told.append)
    late_modules.load_next(PageName.DEMAND)
    late_modules.close()
    assert not late_threads()
    late_modules.load_next(PageName.RULES)
    late_modules.load_soon()
    qapp.processEvents()
    assert not late_threads()
    assert not told


def test_what_goes_without_being_closed_leaves_no_thread_at_fault(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[object] = []
    monkeypatch.setattr(threading, "excepthook", faults.append)
    for _ in range(100):
        modules = LateModules(qapp)
        modules.load_next(PageName.DEMAND)
        Shiboken.delete(modules)
    for thread in late_threads():
        thread.join()
    qapp.processEvents()
    assert not faults


def test_a_page_whose_module_is_at_fault_says_so_each_time_and_holds_up_no_other(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def page_class(name: PageName) -> type[DeskPage[Any]]:
        if name is PageName.DEMAND:
            raise ImportError("cannot read curves")
        return registry.page_class(name)

    monkeypatch.setattr("shiftbid.ui.late_modules.page_class", page_class)
    for page in (PageName.DEMAND, PageName.RULES, PageName.DEMAND):
        choose(window, page)
        if page is PageName.RULES:
            qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), DeskPage), timeout=PATIENCE_MS)
            assert window.page_name is PageName.RULES
            continue
        qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=PATIENCE_MS)
        (box,) = window.findChildren(QMessageBox)
        assert box.informativeText() == "ImportError: cannot read curves"
        words = window.stack.currentWidget()
        assert isinstance(words, EmptyState)
        assert words.headline == "Demand"
        assert "cannot be opened" in words.accessibleDescription()
        box.close()
        qtbot.waitUntil(lambda: not window.findChildren(QMessageBox), timeout=PATIENCE_MS)
    assert [record.getMessage() for record in caplog.records] == ["loading the page demand failed"]
    caplog.clear()
