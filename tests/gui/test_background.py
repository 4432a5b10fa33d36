"""Work beside the window that outlives whoever asked for it."""

from __future__ import annotations

import gc
from threading import Event

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from shiftbid.ui.background import Background

PATIENCE_SECONDS = 60.0


def test_work_may_end_after_whoever_asked_for_it_is_gone(qtbot: QtBot) -> None:
    release, ended = Event(), Event()
    answers: list[str] = []

    def work() -> str:
        release.wait(PATIENCE_SECONDS)
        ended.set()
        return "too late"

    background = Background()
    background.start("subject", work, answers.append)
    background.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del background
    gc.collect()
    release.set()
    assert ended.wait(PATIENCE_SECONDS)
    qtbot.wait(50)
    assert answers == []


def test_only_the_last_of_a_subject_is_delivered(qtbot: QtBot) -> None:
    background = Background()
    answers: list[int] = []
    for number in range(3):
        background.start("subject", lambda number=number: number, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [2]
