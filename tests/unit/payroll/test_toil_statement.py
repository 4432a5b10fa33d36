from dataclasses import replace
from datetime import date, timedelta

import pytest

from shiftbid.domain.toil import NEVER, EntryKind, LotKind
from shiftbid.payroll.toil_statement import LotRow, duration, statement
from shiftbid.payroll.toil_taking import hold, use
from tests.unit.payroll.toil_examples import DAY, POLICY, earned, ledger_with, taking

SOON = date(2026, 4, 1)


def test_a_statement_tells_every_entry_the_balance_after_it_and_what_is_left_until_when() -> None:
    ledger = ledger_with(
        earned("L1", 480, expires=NEVER), earned("B", 90, SOON, SOON, LotKind.HOUSE_BONUS, source="h/P/2026-04-01")
    )
    ledger.post(use(ledger, taking("U1", 450, DAY + timedelta(days=3)), POLICY))
    ledger.post(hold(ledger, taking("H1", 60, SOON)))
    lots, entries = list(ledger.lots.values()), list(ledger.entries.values())
    told = statement("e", lots, entries, SOON)
    assert [(row.kind, row.change_minutes, row.balance_minutes, row.free_minutes) for row in told.rows] == [
        (EntryKind.ACCRUE, 480, 480, 480),
        (EntryKind.USE, -450, 30, 30),
        (EntryKind.ACCRUE, 90, 120, 120),
        (EntryKind.HOLD, 0, 120, 60),
    ]
    assert told.lots == (
        LotRow(LotKind.HOUSE_BONUS, 30, SOON, "B"),
        LotRow(LotKind.REST_DAY_WORK, 30, NEVER, "L1"),
    )
    assert told.text("Ann 安") == (
        "Time off in lieu of Ann 安 on 2026-04-01\n"
        "Balance 2 h 00: 1 h 00 to take, 1 h 00 reserved, 0 h 00 taken in advance\n"
        "  0 h 30 of house bonus, until 2026-04-01\n"
        "  0 h 30 of rest-day work, without a last day\n"
        "\n"
        "2026-03-02    8 h 00    8 h 00  earned: shift\n"
        "2026-03-05   -7 h 30    0 h 30  taken: day off\n"
        "2026-04-01    1 h 30    2 h 00  earned: h/P/2026-04-01\n"
        "2026-04-01    0 h 00    2 h 00  reserved: day off\n"
    )
    earlier = statement("e", lots, entries, DAY)
    assert ([row.entry for row in earlier.rows], earlier.balance.minutes) == (["accrue/L1"], 480)
    assert [row.lot for row in earlier.lots] == ["L1"]


def test_an_empty_journal_and_an_advance_have_statements_too() -> None:
    assert statement("e", [], [], DAY).text("Ann").startswith("Time off in lieu of Ann on 2026-03-02\nBalance 0 h 00:")
    ledger = ledger_with()
    ledger.post(use(ledger, replace(taking("U1", 45), source=""), replace(POLICY, overdraft_minutes=60)))
    told = statement("e", list(ledger.lots.values()), ledger.entries.values(), DAY)
    assert "Balance -0 h 45: 0 h 00 to take, 0 h 00 reserved, 0 h 45 taken in advance" in told.text("Ann")
    assert told.text("Ann").endswith("2026-03-02   -0 h 45   -0 h 45  taken: U1\n")


@pytest.mark.parametrize(("minutes", "text"), [(0, "0 h 00"), (59, "0 h 59"), (60, "1 h 00"), (-61, "-1 h 01")])
def test_durations_are_hours_and_minutes(minutes: int, text: str) -> None:
    assert duration(minutes) == text
