"""Appeals: when they are late, and what statistics make of them."""

from __future__ import annotations

import pytest

from shiftbid.domain.appeal import Appeal, AppealCause, AppealStanding, CauseStatistics, statistics_of
from shiftbid.domain.case import CaseState

HOUR = 3600


def standing(state: CaseState, decided_at: int | None, cause: AppealCause = AppealCause.RULES) -> AppealStanding:
    appeal = Appeal("e1", "h/t/2026-01-05", cause, "no", urgent=False, due_at=48 * HOUR)
    return AppealStanding("h/appeal/1", 1, appeal, state, 0, decided_at)


@pytest.mark.parametrize(
    ("state", "decided_at", "now", "late"),
    [
        (CaseState.OPEN, None, 48 * HOUR, False),
        (CaseState.OPEN, None, 48 * HOUR + 1, True),
        (CaseState.ANSWERED, None, 48 * HOUR + 1, True),
        (CaseState.UPHELD, 48 * HOUR, 99 * HOUR, False),
        (CaseState.DISMISSED, 48 * HOUR + 1, 48 * HOUR + 1, True),
        (CaseState.WITHDRAWN, None, 99 * HOUR, False),
    ],
)
def test_an_appeal_is_late_after_its_deadline(state: CaseState, decided_at: int | None, now: int, late: bool) -> None:
    assert standing(state, decided_at).is_late(now) is late


def test_statistics_name_every_cause() -> None:
    appeals = [
        standing(CaseState.UPHELD, HOUR),
        standing(CaseState.DISMISSED, 49 * HOUR),
        standing(CaseState.DISMISSED, 2 * HOUR),
        standing(CaseState.ANSWERED, None),
        standing(CaseState.WITHDRAWN, None),
        standing(CaseState.OPEN, None, AppealCause.BURDEN),
    ]
    found = statistics_of(appeals, 10 * HOUR)
    assert set(found) == set(AppealCause)
    assert found[AppealCause.RULES] == CauseStatistics(5, 1, 1, 2, 1, 1, 120.0)
    assert found[AppealCause.BURDEN] == CauseStatistics(1, 1, 0, 0, 0, 0, None)
    assert found[AppealCause.OTHER].raised == 0
