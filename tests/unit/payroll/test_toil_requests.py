from datetime import date, timedelta

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.domain.toil import EntryKind, ToilAccount
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_requests import day_minutes, give_days_back, hold_days, take_days, working_days
from tests.unit.payroll.toil_examples import POLICY, earned, ledger_with

ZONE = "Europe/Berlin"
ASKED = date(2026, 3, 20)
FRIDAY = date(2026, 3, 27)
"""The clocks go forward on the Sunday after it."""
MONDAY = date(2026, 3, 30)
DAYS = [FRIDAY, MONDAY]


@pytest.fixture
def ledger() -> ToilLedger:
    return ledger_with(earned("soon", 600, ASKED, FRIDAY), earned("late", 600, ASKED, date(2026, 9, 1)))


def standing(ledger: ToilLedger, account: ToilAccount) -> dict[str, int]:
    return dict(ledger.standing_minutes(account))


def test_the_working_days_of_a_span_are_its_weekdays() -> None:
    assert working_days(Period(FRIDAY, MONDAY).interval(ZONE), ZONE) == DAYS


def test_time_off_in_lieu_is_whole_days_with_a_weekday_among_them() -> None:
    whole = Period(FRIDAY, FRIDAY).interval(ZONE)
    with pytest.raises(InputError, match="taken in whole days: ask from 2026-03-27 to 2026-03-27"):
        working_days(Interval(whole.start, whole.end - 60), ZONE)
    with pytest.raises(InputError, match="no day from Monday to Friday"):
        working_days(Interval(instant(date(2026, 3, 28), 0, ZONE), instant(MONDAY, 0, ZONE)), ZONE)


def test_a_day_off_is_a_fifth_of_the_contracts_week() -> None:
    assert [day_minutes(minutes) for minutes in (2400, 1204, 99999)] == [480, 240, 1440]


def test_each_day_is_held_from_lots_that_last_until_it(ledger: ToilLedger) -> None:
    ledger.post(hold_days(ledger, "r1", DAYS, 480, ASKED))
    assert standing(ledger, ToilAccount.HELD) == {"soon": 480, "late": 480}
    assert {hold.effective for hold in ledger.open_holds()} == {ASKED}
    assert hold_days(ledger, "r1", DAYS, 480, ASKED) == Change()


def test_all_days_are_held_or_none(ledger: ToilLedger) -> None:
    with pytest.raises(InputError, match="601 minutes are asked for"):
        hold_days(ledger, "r1", [*DAYS, MONDAY + timedelta(days=1)], 601, ASKED)
    assert standing(ledger, ToilAccount.HELD) == {}


def test_a_day_is_used_from_the_day_itself(ledger: ToilLedger) -> None:
    ledger.post(hold_days(ledger, "r1", DAYS, 480, ASKED))
    change = take_days(ledger, "r1", [MONDAY])
    ledger.post(change)
    assert [(entry.kind, entry.effective) for entry in change.entries] == [(EntryKind.TAKE, MONDAY)]
    assert take_days(ledger, "r1", [MONDAY]) == Change()
    assert take_days(ledger, "other", DAYS) == Change()


def test_giving_back_releases_what_is_held_and_reverses_what_is_used(ledger: ToilLedger) -> None:
    ledger.post(hold_days(ledger, "r1", DAYS, 480, ASKED))
    ledger.post(take_days(ledger, "r1", [FRIDAY]))
    change = give_days_back(ledger, "r1", DAYS, ASKED, POLICY)
    ledger.post(change)
    assert [(entry.kind, entry.effective) for entry in change.entries] == [
        (EntryKind.REVERSE, FRIDAY),
        (EntryKind.RELEASE, ASKED),
    ]
    assert standing(ledger, ToilAccount.BANK) == {"soon": 600, "late": 600}
    assert give_days_back(ledger, "r1", DAYS, ASKED, POLICY) == Change()
