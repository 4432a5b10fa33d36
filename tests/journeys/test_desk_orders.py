"""What the window's pages ask, done on a stored plan: questions, closing the pay, export."""

import pickle
from pathlib import Path

import pytest

from shiftbid.bootstrap.demo_account import add_demo_account
from shiftbid.bootstrap.desktop import StoredDesktop
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import InputError
from shiftbid.domain.pay_run import PayRun
from shiftbid.importers.auckland import auckland_sample
from shiftbid.services.certificate_repairs import Repair
from shiftbid.services.desk_orders import ClosePay, DeskOrder, ExplainMissing, ExportPay, OneMorePerson, StepIn
from shiftbid.services.exports import ExportReport
from shiftbid.services.progress import Progress
from shiftbid.services.sample_intake import store_sample
from shiftbid.services.samples import SampleOptions
from shiftbid.services.step_in import RepairSheet
from shiftbid.services.told_conflict import HallExplanation
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init

pytestmark = pytest.mark.slow


MERE = User("mere", "Mere", Role.MANAGER, None, "")


def ignore(progress: Progress) -> None:
    del progress


def test_pages_get_their_answers(tmp_path: Path) -> None:
    sample = auckland_sample(SampleOptions(weeks=1, staff_per_hall=5))
    url = sqlite_url(tmp_path / "hall.sqlite")
    init(url)
    with Database(url) as database:
        add_demo_account(database.unit_of_work)
        store_sample(sample, database.unit_of_work)
    hall, period = sample.halls[0].hall.id, sample.period
    with StoredDesktop(url) as desktop:
        desktop.plan_command(MERE, hall, period.first, 1)(ignore)

        def answer(order: DeskOrder) -> object:
            # Command and answer cross a pipe.
            command = pickle.loads(pickle.dumps(desktop.desk_command(order, MERE)))
            return pickle.loads(pickle.dumps(command(ignore)))

        view = desktop.view(MERE, hall, period).plan
        assert view is not None
        absent = view.publication.roster.assignments[0]
        stepping_in = answer(StepIn(hall, period, absent.employee, absent.shift.day))
        assert isinstance(stepping_in, RepairSheet)
        assert {each.shift.id for each in stepping_in.stand_ins} == {absent.shift.id}
        repairs = answer(OneMorePerson(hall, period))
        assert isinstance(repairs, tuple)
        assert all(isinstance(each, Repair) and each.missed_after < each.missed_before for each in repairs)
        explained = answer(ExplainMissing(hall, period, "zh"))
        assert isinstance(explained, HallExplanation)
        assert explained.conflicts, "five people cannot cover the hall"
        run = answer(ClosePay(hall, period))
        assert isinstance(run, PayRun)
        assert (run.number, run.closed_by) == (1, MERE.name)
        with pytest.raises(InputError, match="locked"):
            answer(ClosePay(hall, period))
        written = answer(ExportPay(hall, period, "csv", tmp_path, None))
        assert isinstance(written, ExportReport)
        assert sum(written.minutes.values()) == sum(line.minutes for line in run.lines)
        assert all(file.stat().st_size for file in written.files)
        closed = desktop.view(MERE, hall, period).plan
        assert closed is not None
        assert closed.pay is not None
        assert closed.pay.changes == ()
