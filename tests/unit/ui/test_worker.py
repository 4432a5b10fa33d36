from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from multiprocessing import Pipe

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.ui.worker import Cancel, Done, Failed, Progressed, Run, Stopped, serve

HALF_WAY = Progress("award", 0.5, "searching")


def reports_of(command: Callable[[ProgressListener], None], *, cancel_first: bool) -> list[object]:
    """Everything the worker says about one command, in order."""
    here, there = Pipe()
    server = threading.Thread(target=serve, args=(there,), daemon=True)
    # Sent before the worker reads: the command finds the cancellation waiting at its first report.
    here.send(Run(command))
    if cancel_first:
        here.send(Cancel())
    server.start()
    reports: list[object] = []
    while not reports or isinstance(reports[-1], Progressed):
        assert here.poll(10)
        reports.append(here.recv())
    here.close()
    server.join(10)
    assert not server.is_alive()
    return reports


def well(listener: ProgressListener) -> None:
    listener(HALF_WAY)


def endless(listener: ProgressListener) -> None:
    while True:
        listener(HALF_WAY)


def refused(listener: ProgressListener) -> None:
    raise InputError("staff.csv", ["nobody is listed"])


def broken(listener: ProgressListener) -> None:
    raise KeyError("hall")


def test_progress_comes_before_the_end() -> None:
    assert reports_of(well, cancel_first=False) == [Progressed(HALF_WAY), Done(None)]


def test_a_cancellation_stops_at_the_next_report() -> None:
    assert reports_of(well, cancel_first=True) == [Stopped()]


def test_an_error_on_purpose_keeps_its_words() -> None:
    assert reports_of(refused, cancel_first=False) == [Failed("staff.csv: nobody is listed", expected=True)]


def test_a_fault_is_named_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert reports_of(broken, cancel_first=False) == [Failed("KeyError: 'hall'", expected=False)]
    assert "planning failed" in caplog.text


def test_a_late_cancellation_stops_nothing() -> None:
    here, there = Pipe()
    server = threading.Thread(target=serve, args=(there,), daemon=True)
    here.send(Cancel())
    here.send(Run(well))
    server.start()
    assert [here.recv(), here.recv()] == [Progressed(HALF_WAY), Done(None)]
    here.close()
    server.join(10)


def test_a_window_that_closes_stops_the_command_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    here, there = Pipe()
    server = threading.Thread(target=serve, args=(there,), daemon=True)
    server.start()
    here.send(Run(endless))
    assert here.recv() == Progressed(HALF_WAY)
    here.close()
    server.join(10)
    assert not server.is_alive()
    assert not caplog.records
