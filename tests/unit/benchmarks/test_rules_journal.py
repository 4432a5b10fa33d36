from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.rules_journal import journal_answer
from shiftbid.domain.errors import InputError

SHARED = Path(__file__).parents[4] / "shared" / "rules" / "cases.yaml"
KEYS = ("balance_min", "lots_left", "entries", "payout_min", "forfeited_min")
EARLY, LATE = "2026-09-07", "2026-10-11"


def accrue(lot: str, minutes: int, t: str = "2026-03-07", expires: str = EARLY, **more: object) -> dict[str, Any]:
    return {"t": t, "type": "accrue", "lot": lot, "min": minutes, "expires": expires, **more}


def answered(*events: Mapping[str, Any], jurisdiction: str = "TOIL", **case: Any) -> Mapping[str, Any]:
    return journal_answer({"id": "X", "jurisdiction": jurisdiction, "events": events, **case})


def asserted(answer: Mapping[str, Any], **expected: object) -> None:
    assert {key: answer[key] for key in expected} == expected


def test_the_shared_cases_come_out_as_expected() -> None:
    if not SHARED.exists():
        pytest.skip(f"{SHARED} is not there: the worked cases are kept beside the project")
    cases = [row for row in yaml.safe_load(SHARED.read_text(encoding="utf-8"))["cases"] if row.get("events")]
    assert len(cases) >= 3
    for row in cases:
        bare = {key: value for key, value in row.items() if key not in ("expect", "why")}
        asserted(journal_answer(bare), **{key: value for key, value in row["expect"].items() if key in KEYS})


@pytest.mark.parametrize(
    ("expiry", "expected"),
    [
        ("payout", {"balance_min": 0, "lots_left": {}, "payout_min": 480, "forfeited_min": 0}),
        ("forfeit", {"balance_min": 0, "lots_left": {}, "payout_min": 0, "forfeited_min": 480}),
        ("extend", {"balance_min": 480, "lots_left": {"L1": 480}, "payout_min": 0, "forfeited_min": 0}),
    ],
)
def test_expiry_follows_the_policy_however_it_is_given(expiry: str, expected: dict[str, object]) -> None:
    event, ending = accrue("L1", 480), {"t": "2026-09-08", "type": "expire", "lot": "L1"}
    asserted(answered(event, policy={"expiry": expiry}, as_of="2026-09-08"), **expected, entries=2)
    asserted(answered(event, params={"expiry": expiry}, as_of="2027-01-01"), **expected)
    asserted(answered(event, ending, policy={"expiry": expiry}), **expected, entries=2)
    asserted(answered(event, {**ending, "t": EARLY}, policy=expiry), **expected, entries=2)


def test_a_lot_stands_through_its_last_day_and_nothing_is_forfeited_by_default() -> None:
    asserted(answered(accrue("L1", 480), as_of=EARLY), balance_min=480, entries=1)
    asserted(answered(accrue("L1", 480), as_of="2026-09-08"), balance_min=0, payout_min=480)
    asserted(answered(accrue("L1", 60, kind="policy_bonus"), as_of="2026-09-08"), payout_min=0, forfeited_min=60)


def test_policies_may_differ_by_kind() -> None:
    events = accrue("L1", 480, kind="restday"), accrue("L2", 60, kind="policy_bonus")
    policy = {"expiry": {"restday": "payout", "policy_bonus": "forfeit"}}
    asserted(answered(*events, policy=policy, as_of="2027-01-01"), payout_min=480, forfeited_min=60, entries=4)


def test_an_expired_lot_is_not_taken() -> None:
    events = accrue("L1", 240), accrue("L2", 480, expires=LATE), {"t": "2026-09-08", "type": "use", "min": 300}
    asserted(answered(*events), balance_min=180, lots_left={"L2": 180}, payout_min=240)


def test_an_extended_lot_is_taken_after_its_last_day() -> None:
    events = accrue("L1", 240), {"t": "2026-10-01", "type": "use", "min": 100}
    asserted(answered(*events, policy={"expiry": "extend"}), balance_min=140, lots_left={"L1": 140}, payout_min=0)
    asserted(answered(*events, policy={"expiry": "forfeit"}), balance_min=0, forfeited_min=240)


def test_the_balance_of_a_past_day_leaves_later_events_out() -> None:
    events = accrue("L1", 480), {"t": "2026-05-06", "type": "use", "id": "U1", "min": 480}
    asserted(answered(*events, as_of="2026-05-05"), balance_min=480, lots_left={"L1": 480}, entries=2)
    asserted(answered(*events, as_of="2026-05-06"), balance_min=0, lots_left={})
    cancelled = {"t": "2026-05-05", "type": "reverse", "of": "U1"}
    asserted(answered(*events, cancelled, as_of="2026-05-05"), balance_min=480, entries=3)


def test_a_use_that_the_balance_does_not_hold_is_refused_down_to_the_floor() -> None:
    events = accrue("L1", 60), {"t": "2026-05-06", "type": "use", "id": "U1", "min": 100}
    refused = answered(*events)
    asserted(refused, balance_min=60, entries=1)
    assert [each["event"] for each in refused["refused"]] == ["U1"]
    for floor in (40, -40):
        asserted(answered(*events, params={"negative_floor_min": floor}), balance_min=-40, entries=2, lots_left={})
    asserted(answered(*events, params={"negative_floor_min": -39}), balance_min=60)
    earned = accrue("L2", 100, "2026-05-07", LATE)
    asserted(
        answered(*events, earned, params={"negative_floor_min": -40}), balance_min=60, lots_left={"L2": 60}, entries=3
    )


def test_the_same_key_counts_once_and_with_other_content_is_refused() -> None:
    first = accrue("L1", 480, key="shift-77/v1")
    asserted(answered(first, first, first), balance_min=480, entries=1)
    other = answered(first, {**first, "min": 470})
    asserted(other, balance_min=480, entries=1)
    assert len(other["refused"]) == 1
    asserted(answered(first, {**first, "key": "shift-77/v2"}), balance_min=960, lots_left={"L1": 960}, entries=2)
    use = {"t": "2026-05-06", "type": "use", "min": 100, "key": "leave-1"}
    asserted(answered(first, use, use), balance_min=380, entries=2)


def test_reversals_name_events_by_id_key_or_lot() -> None:
    first, use = accrue("L1", 480, key="K"), {"t": "2026-05-06", "type": "use", "id": "U1", "min": 100}
    for name in ("K", "L1"):
        asserted(
            answered(first, {"t": "2026-05-07", "type": "reverse", "of": name}), balance_min=0, lots_left={}, entries=2
        )
    partly = answered(first, use, {"t": "2026-05-07", "type": "reverse", "of": "L1"})
    asserted(partly, balance_min=380, entries=2)
    assert "100 minutes were taken" in partly["refused"][0]["why"]
    params = {"negative_floor_min": 100}
    allowed = answered(first, use, {"t": "2026-05-07", "type": "reverse", "of": "L1"}, params=params)
    asserted(allowed, balance_min=-100)


@pytest.mark.parametrize(("expiry", "left", "paid"), [("payout", 0, 480), ("extend", 480, 0), ("forfeit", 480, 0)])
def test_what_returns_to_an_expired_lot_is_paid_or_extended(expiry: str, left: int, paid: int) -> None:
    events = (
        accrue("L1", 480),
        {"t": "2026-09-01", "type": "use", "id": "U1", "min": 480},
        {"t": "2026-09-20", "type": "reverse", "of": "U1"},
    )
    answer = answered(*events, policy={"expiry": expiry}, as_of="2026-09-20")
    asserted(answer, balance_min=left, payout_min=paid, forfeited_min=0)


def test_payout_and_the_end_of_employment() -> None:
    events = accrue("L1", 240), accrue("L2", 240, expires=LATE), accrue("B", 60, kind="policy_bonus")
    asserted(
        answered(*events, {"t": "2026-05-01", "type": "payout", "min": 300}),
        payout_min=300,
        lots_left={"B": 60, "L2": 180},
    )
    asserted(answered(*events, {"t": "2026-05-01", "type": "payout", "lot": "L2"}), lots_left={"B": 60, "L1": 240})
    left = answered(*events, {"t": "2026-05-01", "type": "leave_employment"})
    asserted(left, balance_min=0, payout_min=480, forfeited_min=60, lots_left={}, entries=4)


def test_holds_reserve_until_they_are_answered() -> None:
    events = accrue("L1", 480), {"t": "2026-05-01", "type": "hold", "id": "H1", "min": 300}
    more = {"t": "2026-05-01", "type": "use", "min": 200}
    asserted(answered(*events, more), balance_min=480, entries=2)
    taken = {"t": "2026-05-06", "type": "take", "of": "H1"}
    asserted(answered(*events, taken), balance_min=180, lots_left={"L1": 180}, entries=3)
    asserted(answered(*events, {**taken, "type": "release"}), balance_min=480)


def test_kinds_are_kept_apart() -> None:
    events = accrue("L1", 240, kind="restday"), accrue("L2", 240, expires=LATE, kind="policy_bonus")
    use = {"t": "2026-05-06", "type": "use", "min": 200, "kind": "policy_bonus"}
    asserted(answered(*events, use), lots_left={"L1": 240, "L2": 40})


def test_a_jurisdictions_law_stands_above_the_policy() -> None:
    overtime, restday = accrue("L1", 60, kind="weekday_ot"), accrue("L2", 480, kind="restday")
    china = answered(overtime, restday, jurisdiction="CN", policy={"expiry": "forfeit"}, as_of="2027-01-01")
    asserted(china, payout_min=480, forfeited_min=0, entries=2)
    assert "grants no time off for overtime" in china["refused"][0]["why"]
    hours_250 = accrue("L1", 15000, kind="weekday_ot")
    public = answered(hours_250, jurisdiction="US", person={"sector": "public", "exempt": False})
    asserted(public, balance_min=14400, payout_min=600)
    asserted(answered(hours_250, jurisdiction="US", person={"sector": "private"}), balance_min=0, entries=0)


def test_minutes_worked_at_a_rate_and_the_cap() -> None:
    event = {"t": "2026-03-02", "type": "accrue", "lot": "L1", "worked_min": 120, "rate": 1.5}
    asserted(answered(event), balance_min=180)
    asserted(answered(event, policy={"cap_min": 100}), balance_min=100, payout_min=80)


def test_a_case_without_events_has_an_empty_journal() -> None:
    asserted(answered(), balance_min=0, lots_left={}, entries=0)


def test_every_malformed_event_is_named() -> None:
    good = accrue("L1", 60)
    for wrong, fault in (
        ([{"t": "soon", "type": "use"}, {"type": "use"}], "has no day 't' of the form 2026-03-02"),
        ([{"t": EARLY, "type": "gift"}, {"t": EARLY, "type": "use"}], "is not of the form of CASES.md"),
    ):
        with pytest.raises(InputError) as caught:
            answered(good, *wrong)
        problems = [str(problem) for problem in caught.value.problems]
        assert [problem.startswith(f"event {number} {fault}") for number, problem in enumerate(problems, 2)] == [
            *(True, True)
        ]
