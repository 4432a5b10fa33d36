"""Planning from a database, as the window does it: the next period, and a period once more."""

from datetime import timedelta
from pathlib import Path

import pytest

from shiftbid.bootstrap.demo_account import DEMO, add_demo_account
from shiftbid.bootstrap.desktop import StoredDesktop
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import AccessError
from shiftbid.domain.toil import EntryKind
from shiftbid.services.progress import Cancelled, Progress
from shiftbid.services.sample_intake import store_sample
from shiftbid.services.samples import Sample
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def url(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> str:
    made = sqlite_url(Path(tmp_path_factory.mktemp("stored")) / "hall.sqlite")
    init(made)
    with Database(made) as database:
        add_demo_account(database.unit_of_work)
        store_sample(sample, database.unit_of_work)
    return made


MERE = User("mere", "Mere", Role.MANAGER, None, "")


def ignore(progress: Progress) -> None:
    del progress


def test_the_first_period_starts_where_the_counts_end(url: str, sample: Sample) -> None:
    hall = sample.halls[0].hall.id
    with StoredDesktop(url) as desktop:
        assert desktop.next_start(hall) == sample.period.first
        assert desktop.periods(hall) == ()


def test_a_period_is_planned_again_and_followed_by_the_next(planned_url: str, sample: Sample) -> None:
    hall, first = sample.halls[0].hall.id, sample.period.first
    with StoredDesktop(planned_url) as desktop:
        once = desktop.view(MERE, hall, sample.period).plan
        desktop.plan_command(MERE, hall, first, 1)(ignore)
        again = desktop.view(MERE, hall, sample.period).plan
        assert once is not None
        assert again is not None
        assert (once.publication.roster.version, again.publication.roster.version) == (1, 2)
        assert [each.statement.employee for each in again.statements] == [e.id for e in again.publication.employees]
        assert again.pay is not None
        assert sum(line.minutes for line in again.pay.changes) == sum(line.minutes for line in again.pay.lines) > 0
        posted = {entry.id for entry in once.publication.journal if entry.kind is not EntryKind.OPENING}
        journal = again.publication.journal
        taken_back = {entry.id.split("/reverse/")[1] for entry in journal if entry.kind is EntryKind.REVERSE}
        assert taken_back == posted
        following = desktop.next_start(hall)
        assert following == sample.period.last + timedelta(days=1)
        desktop.plan_command(MERE, hall, following, 1)(ignore)
        assert [period.first for period in desktop.periods(hall)] == [first, following]
        later = desktop.view(MERE, hall, desktop.periods(hall)[1]).plan
        assert later is not None
        rostered = {(each.employee, each.shift.span) for each in again.publication.roster.assignments}
        assert rostered <= {(each.employee, each.shift.span) for each in later.publication.worked}
        assert later.publication.findings == ()
    assert check(planned_url) == []


def test_a_cancelled_plan_changes_nothing(url: str, sample: Sample) -> None:
    hall = sample.halls[0].hall.id

    def cancel(progress: Progress) -> None:
        if progress.stage == "demand":
            raise Cancelled("enough")

    with StoredDesktop(url) as desktop:
        before = desktop.periods(hall)
        with pytest.raises(Cancelled):
            desktop.plan_command(MERE, hall, desktop.next_start(hall), 1)(cancel)
        assert desktop.periods(hall) == before


def test_the_demonstration_signs_in_by_itself_and_nobody_else_gets_in(url: str) -> None:
    with StoredDesktop(url) as desktop:
        user = desktop.current_user()
        assert user is not None
        assert user.id == DEMO.id
        with pytest.raises(AccessError):
            desktop.sign_in(DEMO.name, "not the pin")
