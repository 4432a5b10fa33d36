"""What was paid is stored as it was closed, run by run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.pay_run import PayRun, Reopening
from shiftbid.services.ports import UnitOfWorkFactory
from tests.storage.example_publications import FIRST, HALL, PERIOD

LINES = (
    PayLine("e2", FIRST, HALL.id, PayClass.HOLIDAY, 450, "R", "s ü"),
    PayLine("e1", FIRST, "other", PayClass.NORMAL, -30, "", ""),
)
RUN = PayRun(HALL.id, PERIOD, 1, 1_800_000_000, "Ann", LINES)
REOPENING = Reopening(1_800_000_100, "Bob", "the clock was wrong")


def close(units: UnitOfWorkFactory, run: PayRun) -> None:
    with units() as unit:
        unit.pay_runs.close(run)
        unit.commit()


def test_runs_come_back_equal_and_in_order(staffed: UnitOfWorkFactory) -> None:
    second = replace(RUN, number=2, lines=())
    close(staffed, RUN)
    with staffed() as unit:
        unit.pay_runs.reopen(RUN, REOPENING)
        unit.commit()
    close(staffed, second)
    with staffed() as unit:
        assert unit.pay_runs.of_hall(HALL.id) == (replace(RUN, reopening=REOPENING), second)
        assert unit.pay_runs.of_hall("nowhere") == ()


def test_a_run_follows_the_latest(staffed: UnitOfWorkFactory) -> None:
    close(staffed, RUN)
    with staffed() as unit, pytest.raises(StorageError, match="run 1 is the latest"):
        unit.pay_runs.close(RUN)


def test_a_run_is_opened_again_once(staffed: UnitOfWorkFactory) -> None:
    close(staffed, RUN)
    with staffed() as unit:
        unit.pay_runs.reopen(RUN, REOPENING)
        with pytest.raises(StorageError, match="somebody else has done so"):
            unit.pay_runs.reopen(RUN, REOPENING)


def test_an_unknown_hall_is_refused(units: UnitOfWorkFactory) -> None:
    with units() as unit, pytest.raises(InputError, match="is not in the database"):
        unit.pay_runs.close(RUN)
