from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shiftbid.domain.account import User
from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.themes import ThemeName
from shiftbid.ui.window import MainWindow
from tests.gui.fake_hall import fake_publication, fake_view
from tests.gui.fake_services import MANAGER, FakeServices, InlineLoader

# Before Qt starts: no screen is needed, and Qt warns where the locale has no UTF-8.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LC_ALL", "C.UTF-8")

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def quiet_log(qapp: QApplication, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Every test has an application, and fails on log records of weight."""
    yield
    heavy = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not heavy, [record.getMessage() for record in heavy]


@pytest.fixture(autouse=True)
def garbage_of_one_thread(qapp: QApplication) -> Iterator[None]:
    """As in the program, no reading thread destroys a window (`shiftbid.ui.garbage`)."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    light = Appearance(qapp, ThemeName.LIGHT)
    yield light
    light.deleteLater()


@pytest.fixture(scope="session")
def shown() -> HallView:
    return fake_view(fake_publication())


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[JobRunner]:
    runner = JobRunner(())
    yield runner
    runner.close()


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    english = Languages(qapp, Language.ENGLISH)
    yield english
    english.choose(Language.ENGLISH)
    english.deleteLater()


@pytest.fixture
def open_window(
    qtbot: QtBot, appearance: Appearance, languages: Languages, jobs: JobRunner, settings: QSettings
) -> OpenWindow:
    def opened(services: FakeServices, user: User = MANAGER) -> MainWindow:
        window = MainWindow(services, user, appearance, languages, jobs, InlineLoader(), settings)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return opened
