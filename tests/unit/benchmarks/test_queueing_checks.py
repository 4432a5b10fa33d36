"""The runners' own checks must notice wrong answers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks import requirement
from benchmarks.queueing import (
    StationaryCase,
    VaryingCase,
    answer_stationary,
    answer_varying,
    chain_faults,
    finer_faults,
)
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.patience import Temperament

PRIORITY = StationaryCase("P", 0.2, 0.8, 7.0, 9, (), (10.0, 15.0))
IMPATIENT = StationaryCase("A", 0.0, 1.0, 7.0, 7, (Temperament(1.0, 15.0),), (None, 10.0))


@pytest.mark.parametrize("case", [PRIORITY, IMPATIENT, replace(PRIORITY, counters=7), replace(PRIORITY, vip=0.0)])
def test_right_answers_pass(case: StationaryCase) -> None:
    assert chain_faults(case, answer_stationary(case)) == []


@pytest.mark.parametrize("field", ["p_wait", "mean_wait_reg_min", "sl_vip", "sl_reg"])
def test_a_wrong_stationary_value_is_noticed(field: str) -> None:
    answer = answer_stationary(PRIORITY)
    assert chain_faults(PRIORITY, replace(answer, **{field: getattr(answer, field) * 0.999}))


def test_a_wrong_share_who_left_is_noticed() -> None:
    answer = answer_stationary(IMPATIENT)
    assert chain_faults(IMPATIENT, replace(answer, p_abandon=(answer.p_abandon or 0.0) + 1e-4))


def test_a_wrong_hour_is_noticed() -> None:
    day = OpenDay(np.full(4, 1.0), np.full(4, 4.0), np.ones(4, np.bool_), 15.0, 6.0)
    case = VaryingCase("X", ("0",), day, np.full(4, 3), np.full((2, 4), 10.0))
    answers = answer_varying(case, 1)
    assert finer_faults(case, answers) == []
    assert finer_faults(case, [replace(answers[0], sl_reg=0.5)])
    assert finer_faults(case, [replace(answers[0], mean_wait_vip_min=-1.0)])


def test_a_missed_hour_is_noticed() -> None:
    busy = np.ones(8, np.bool_)
    day = OpenDay(np.full(8, 2.0), np.full(8, 8.0), busy, 15.0, 7.0)
    limits = np.array([[10.0], [15.0]]).repeat(8, axis=1)
    promise = requirement.DayPromise(requirement.PromiseKind.SHARE, limits, np.full(8, 0.9))
    case = requirement.DayCase("cell", "0", ("0", "1"), day, promise)
    enough = requirement.answer_day(case).requirement.slot_counters
    assert requirement.missed_hours(case, enough) == 0
    assert requirement.missed_hours(case, enough - 1) > 0
