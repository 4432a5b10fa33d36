import pytest

from shiftbid.services.progress import Progress
from shiftbid.services.stage_log import StageLog


def test_progress_of_a_stage_is_placed_inside_the_whole_run() -> None:
    heard: list[Progress] = []
    log = StageLog(heard.append, {"first": 3.0, "second": 1.0})
    with log.stage("first") as note:
        log.hear(Progress("first", 0.5, "half"))
        note.outcome = "done"
        note.counts = {"things": 2}
    with log.stage("second"):
        log.hear(Progress("second", 1.0, "end"))
    assert [progress.fraction for progress in heard] == [0.0, 0.375, 0.75, 1.0]
    assert [(report.name, report.outcome, report.counts) for report in log.reports] == [
        ("first", "done", {"things": 2}),
        ("second", "", {}),
    ]


def test_a_stage_that_fails_leaves_no_report() -> None:
    log = StageLog(lambda progress: None, {"first": 1.0})
    with pytest.raises(ZeroDivisionError), log.stage("first"):
        raise ZeroDivisionError
    assert log.reports == ()
