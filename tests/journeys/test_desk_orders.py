"""What the window's pages ask, done on a stored plan: questions, closing the pay, export."""

import json
import pickle
from pathlib import Path

import pytest

from shiftbid.bootstrap.desktop import StoredDesktop
from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import InputError
from shiftbid.domain.pay_run import PayRun
from shiftbid.domain.timeline import Period
from shiftbid.exporters.folder import write_publication
from shiftbid.services.certificate_repairs import Repair
from shiftbid.services.certificate_report import report_on
from shiftbid.services.checked_roster import RosterEdit, check_publication
from shiftbid.services.desk_orders import (
    ClosePay,
    DeskOrder,
    ExplainMissing,
    ExportPay,
    OneMorePerson,
    ReopenPay,
    StepIn,
)
from shiftbid.services.exports import ExportReport
from shiftbid.services.hall_days import hall_days
from shiftbid.services.hall_view import HallView
from shiftbid.services.progress import Progress
from shiftbid.services.publication import Publication
from shiftbid.services.roster_board import board_of
from shiftbid.services.roster_draft import RosterDraft
from shiftbid.services.roster_orders import PublishEdit, RosterVersions
from shiftbid.services.samples import Sample
from shiftbid.services.second_opinion import SecondOpinionOrder
from shiftbid.services.step_in import RepairSheet
from shiftbid.services.stored_draft import stored
from shiftbid.services.told_conflict import HallExplanation
from shiftbid.storage.database import Database
from shiftbid.ui.pages.templates.presenter import figures_of
from shiftbid.verifier import verify

pytestmark = pytest.mark.slow


MERE = User("mere", "Mere", Role.MANAGER, None, "")


def ignore(progress: Progress) -> None:
    del progress


def edit(view: HallView) -> RosterDraft:
    """Take one shift away and pin another."""
    board = board_of(view.publication, check_publication(view.publication, view.calendar, view.pack))
    first, second, *_ = view.publication.roster.assignments
    cleared = board.cleared([(first.employee, first.shift.day)])
    assert isinstance(cleared, RosterEdit)
    draft = RosterDraft(board.roster).with_edit(cleared)
    pinned = board.on(draft.now).pinned([(second.employee, second.shift.day)])
    assert isinstance(pinned, RosterEdit)
    return draft.with_edit(pinned)


def check_as_published(url: str, hall: str, period: Period, folder: Path) -> None:
    """Write the latest version into a folder and let the second opinion judge it."""
    with Database(url) as database, database.unit_of_work() as unit:
        latest = unit.publications.latest(hall, period)
        context = unit.publications.context(hall, period, 2)
    assert latest is not None
    assert context is not None
    assert [each["kind"] for each in latest.bidding_round["changes"]] == ["edit"]
    days = hall_days(latest.hall, latest.forecast, period, latest.busy_threshold_per_hour)
    shifts = [each.shift for each in latest.roster.assignments]
    report = report_on(latest.hall, days, shifts, (), latest.certificate, SecondOpinionOrder(1, 1), ignore)
    write_publication(Publication(period, context.calendar, context.settings, (latest,), (report,), ()), folder)
    assert verify(folder).findings == ()
    # A change that is not told is found.
    record = json.loads((folder / "round.json").read_text(encoding="utf-8"))
    del record["rounds"][0]["changes"]
    (folder / "round.json").write_text(json.dumps(record), encoding="utf-8")
    assert "ROUND-AWARD" in {each.rule for each in verify(folder).findings}


def test_pages_get_their_answers(planned_url: str, sample: Sample, tmp_path: Path) -> None:
    hall, period = sample.halls[0].hall.id, sample.period
    with StoredDesktop(planned_url, tmp_path / "drafts") as desktop:

        def answer(order: DeskOrder) -> object:
            # Command and answer cross a pipe.
            command = pickle.loads(pickle.dumps(desktop.desk_command(order, MERE)))
            return pickle.loads(pickle.dumps(command(ignore)))

        view = desktop.view(MERE, hall, period).plan
        assert view is not None
        for menu in view.publication.menus:
            figures = figures_of(view.publication, menu, {})
            assert figures.missing_half_hours == menu.missing_half_hours
            assert figures.surplus_half_hours == menu.surplus_half_hours
            assert figures.paid_minutes == menu.paid_minutes
        absent = view.publication.roster.assignments[0]
        stepping_in = answer(StepIn(hall, period, absent.employee, absent.shift.day, "zh"))
        assert isinstance(stepping_in, RepairSheet)
        assert {each.shift.id for each in stepping_in.stand_ins} == {absent.shift.id}
        repairs = answer(OneMorePerson(hall, period))
        assert isinstance(repairs, tuple)
        assert all(isinstance(each, Repair) and each.missed_after < each.missed_before for each in repairs)
        explained = answer(ExplainMissing(hall, period, "zh"))
        assert isinstance(explained, HallExplanation)
        assert explained.conflicts, "five people cannot cover the hall"
        edited = edit(view)
        kept = stored(edited, view.publication.roster)
        desktop.keep_draft(kept)
        shown = desktop.view(MERE, hall, period).plan
        assert shown is not None
        assert shown.draft == kept
        assert answer(PublishEdit(hall, period, 1, edited.now.assignments, "a new hand")) == 2
        with pytest.raises(InputError, match="version 2 was published since"):
            answer(PublishEdit(hall, period, 1, edited.now.assignments, ""))
        versions = answer(RosterVersions(hall, period))
        assert isinstance(versions, tuple)
        assert [each.version for each in versions] == [1, 2]
        assert set(versions[1].assignments) == set(edited.now.assignments)
        check_as_published(planned_url, hall, period, tmp_path / "published")
        run = answer(ClosePay(hall, period))
        assert isinstance(run, PayRun)
        assert (run.number, run.closed_by) == (1, MERE.name)
        with pytest.raises(InputError, match="locked"):
            answer(ClosePay(hall, period))
        written = answer(ExportPay(hall, period, "csv", tmp_path, None))
        assert isinstance(written, ExportReport)
        assert sum(written.minutes.values()) == sum(line.minutes for line in run.lines)
        assert all(file.stat().st_size for file in written.files)
        opened = answer(ReopenPay(hall, period, "a shift was clocked twice"))
        assert isinstance(opened, PayRun)
        assert opened.reopening is not None
        assert (opened.reopening.by, opened.reopening.reason) == (MERE.name, "a shift was clocked twice")
        closed = desktop.view(MERE, hall, period).plan
        assert closed is not None
        assert closed.pay is not None
        assert closed.pay.changes == ()
