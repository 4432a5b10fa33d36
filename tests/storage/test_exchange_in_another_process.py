"""A claim that another process is checking, its hall held: who reads does not wait, who acts comes next."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from shiftbid.domain.case import CaseState
from shiftbid.services.exchange_board import exchange_board
from shiftbid.services.exchanges import offer_shift
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from tests.storage.at_once import Clock
from tests.storage.exchange_roster import BEFORE, CAI, NAME, NORTH, WEEK, shift, store_week

PROJECT = Path(__file__).parents[2]
CLAIM = """
import sys
from shiftbid.services.exchanges import claim_shift
from shiftbid.storage.database import Database
from tests.storage.at_once import Clock
from tests.storage.exchange_roster import BEFORE, BO, NAME, shift

def pause(progress):
    print(progress.stage, flush=True)
    sys.stdin.readline()

with Database(sys.argv[1], Clock(BEFORE)) as database:
    print(claim_shift(database.unit_of_work, NAME, BO, shift("late", 2), pause).state, flush=True)
"""


@pytest.mark.parametrize("backend", ["sqlite"])
def test_who_acts_while_a_claim_is_checked_waits_and_who_reads_does_not(url: str) -> None:
    with Database(url, Clock(BEFORE)) as database, ThreadPoolExecutor(1) as beside:
        with database.unit_of_work() as unit:
            store_week(unit)
            unit.commit()
        command = [sys.executable, "-c", CLAIM, url]
        with subprocess.Popen(
            command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as claiming:
            assert claiming.stdout is not None
            assert claiming.stdin is not None
            assert claiming.stdout.readline() == "certificate\n"
            offered = beside.submit(offer_shift, database.unit_of_work, NAME, CAI, shift("early", 3), ())
            with database.unit_of_work() as unit:
                assert [each.shift.id for each in exchange_board(unit, NAME).open_shifts] == [shift("late", 2)]
            assert not offered.done()
            claiming.stdin.close()
            said = claiming.stdout.read().split()
        assert said[-1] == CaseState.DONE
        assert offered.result().state is CaseState.OPEN
        with database.unit_of_work() as unit:
            assert unit.publications.version(NORTH.id, WEEK) == 2
            assert exchange_board(unit, NAME).open_shifts == ()
    assert check(url) == []
