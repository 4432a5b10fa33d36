from __future__ import annotations

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from shiftbid.services.progress import Progress
from shiftbid.ui import jobs as jobs_module
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.worker import Failed
from tests.gui.fake_services import STAGES, Broken, Deaf, Dying, Endless, Planned, Refused

PATIENCE_MS = 60_000


def test_reports_progress_and_the_end(qtbot: QtBot, jobs: JobRunner) -> None:
    seen: list[str] = []

    def note(progress: Progress) -> None:
        seen.append(progress.stage)

    jobs.progressed.connect(note)
    with qtbot.waitSignal(jobs.done, timeout=PATIENCE_MS):
        jobs.run(Planned())
    assert tuple(seen) == STAGES
    assert not jobs.running


def test_one_worker_serves_command_after_command(qtbot: QtBot, jobs: JobRunner) -> None:
    jobs.warm_up()
    worker = jobs.worker_process_id
    for _ in range(2):
        with qtbot.waitSignal(jobs.done, timeout=PATIENCE_MS):
            jobs.run(Planned())
    assert worker is not None
    assert jobs.worker_process_id == worker


def test_a_second_command_waits_for_nobody_and_is_not_started(qtbot: QtBot, jobs: JobRunner) -> None:
    with qtbot.waitSignal(jobs.progressed, timeout=PATIENCE_MS):
        jobs.run(Endless())
    jobs.run(Planned())
    with qtbot.waitSignal(jobs.cancelled, timeout=PATIENCE_MS), qtbot.assertNotEmitted(jobs.done):
        jobs.cancel()


def test_cancel_keeps_a_worker_that_listens(qtbot: QtBot, jobs: JobRunner) -> None:
    with qtbot.waitSignal(jobs.progressed, timeout=PATIENCE_MS):
        jobs.run(Endless())
    worker = jobs.worker_process_id
    with qtbot.waitSignal(jobs.cancelled, timeout=PATIENCE_MS):
        jobs.cancel()
    assert jobs.worker_process_id == worker
    with qtbot.waitSignal(jobs.done, timeout=PATIENCE_MS):
        jobs.run(Planned())


def test_cancel_replaces_a_worker_that_does_not_listen(
    qtbot: QtBot, jobs: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs._grace.setInterval(50)
    with qtbot.waitSignal(jobs.progressed, timeout=PATIENCE_MS):
        jobs.run(Deaf())
    worker = jobs.worker_process_id
    with qtbot.waitSignal(jobs.cancelled, timeout=PATIENCE_MS):
        jobs.cancel()
    assert jobs.worker_process_id not in (None, worker)
    assert jobs_module.GRACE_MILLISECONDS > 50
    with qtbot.waitSignal(jobs.done, timeout=PATIENCE_MS):
        jobs.run(Planned())


def test_an_error_on_purpose_brings_its_advice(qtbot: QtBot, jobs: JobRunner) -> None:
    with qtbot.waitSignal(jobs.failed, timeout=PATIENCE_MS) as caught:
        jobs.run(Refused())
    assert caught.args == [Failed("staff.csv: nobody holds the skill 'counter'", expected=True)]


def test_a_fault_is_told_as_one(qtbot: QtBot, jobs: JobRunner) -> None:
    with qtbot.waitSignal(jobs.failed, timeout=PATIENCE_MS) as caught:
        jobs.run(Broken())
    assert caught.args == [Failed("ZeroDivisionError: division by zero", expected=False)]


def test_a_worker_that_dies_is_replaced(qtbot: QtBot, jobs: JobRunner) -> None:
    with qtbot.waitSignal(jobs.failed, timeout=PATIENCE_MS) as caught:
        jobs.run(Dying())
    assert caught.args is not None
    assert "exit code 7" in caught.args[0].message
    with qtbot.waitSignal(jobs.done, timeout=PATIENCE_MS):
        jobs.run(Planned())


def test_a_worker_killed_from_outside_is_replaced(qtbot: QtBot, jobs: JobRunner) -> None:
    with qtbot.waitSignal(jobs.progressed, timeout=PATIENCE_MS):
        jobs.run(Deaf())
    assert jobs.worker_process_id is not None
    with qtbot.waitSignal(jobs.failed, timeout=PATIENCE_MS):
        os.kill(jobs.worker_process_id, signal.SIGKILL)
    assert not jobs.running


def test_a_worker_that_dies_idle_is_started_again_with_the_next_command(qtbot: QtBot, jobs: JobRunner) -> None:
    with qtbot.waitSignal(jobs.done, timeout=PATIENCE_MS):
        jobs.run(Planned())
    assert jobs.worker_process_id is not None
    os.kill(jobs.worker_process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: jobs.worker_process_id is None, timeout=PATIENCE_MS)
    with qtbot.waitSignal(jobs.done, timeout=PATIENCE_MS):
        jobs.run(Planned())


def test_closing_ends_a_busy_worker(qtbot: QtBot, jobs: JobRunner) -> None:
    with qtbot.waitSignal(jobs.progressed, timeout=PATIENCE_MS):
        jobs.run(Deaf())
    worker = jobs.worker_process_id
    assert worker is not None
    jobs.close()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
