from datetime import date

import pytest

from shiftbid.cli.summary_table import print_summary
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.domain.promise import Promise
from shiftbid.domain.roster import Roster, RosterState
from shiftbid.domain.timeline import Period
from shiftbid.services.publication import HallPublication, Publication, StageReport

PERIOD = Period.of_weeks(date(2026, 1, 5), 1)
HALL = Hall("h", "Station Hall", "Europe/Berlin", "DE", None, OpeningHours.parse("09:00-17:00"), Promise(), 6.0, 5)


def publication(*reports: StageReport) -> Publication:
    hall = HallPublication(
        HALL, 1.0, (), (), (), (), (), (), (), (), "m", {}, {},
        Roster("h", PERIOD, 1, RosterState.PUBLISHED, ()), (), (), (), (), (),
    )  # fmt: skip
    return Publication(PERIOD, Calendar({}), {}, (hall,), (), reports)


def test_each_stage_shows_value_bound_and_gap(capsys: pytest.CaptureFixture[str]) -> None:
    proven = Stage("missing demand", "head half-hours", SolveStatus.FEASIBLE, 110.0, 99.0, 2.0)
    nothing = Stage("wishes", "points", SolveStatus.UNKNOWN, None, None, 1.0)
    print_summary(publication(StageReport("award", 3.0, "5 shifts awarded", {}, (proven, nothing))), ["Credit: us"])
    printed = capsys.readouterr().out
    assert "Station Hall, 0 staff, 2026-01-05 to 2026-01-11" in printed
    row = next(line for line in printed.splitlines() if "missing demand" in line)
    assert all(figure in row for figure in ("110", "99", "10.0%"))
    assert "unknown" in next(line for line in printed.splitlines() if "wishes" in line)
    assert "whole chain" in printed
    assert "Credit: us" in printed


def test_the_table_fits_a_narrow_terminal_without_losing_figures(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    stage = Stage("contract shortfall", "minutes", SolveStatus.OPTIMAL, 1_234_567.0, 1_234_567.0, 2.0)
    print_summary(publication(StageReport("award", 3.0, "done", {}, (stage,))), [])
    assert "1,234,567" in capsys.readouterr().out


def test_values_below_ten_keep_the_digits_in_which_they_differ(capsys: pytest.CaptureFixture[str]) -> None:
    welfare = Stage("welfare", "mean satisfaction, negated", SolveStatus.FEASIBLE, -0.852, -0.98, 1.0)
    print_summary(publication(StageReport("award", 3.0, "done", {}, (welfare,))), [])
    row = next(line for line in capsys.readouterr().out.splitlines() if "welfare" in line)
    assert "-0.852" in row
    assert "-0.980" in row
