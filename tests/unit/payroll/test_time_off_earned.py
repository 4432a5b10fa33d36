from dataclasses import replace
from datetime import date

import pytest

from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.toil import LotKind
from shiftbid.payroll.time_off_earned import TERMS, accrue_worked
from shiftbid.payroll.toil_balances import balance
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.rules.pay_book import load_pay

DAY = date(2026, 3, 7)
LINE = PayLine("e1", DAY, "h1", PayClass.TOIL_EARNED, 481, "CN-PAY-RESTDAY", "h1/A/2026-03-07")


@pytest.mark.parametrize(
    ("rule", "minutes", "kind"),
    [
        ("CN-PAY-RESTDAY", 481, LotKind.REST_DAY_WORK),
        ("FR-OT-25", 602, LotKind.OVERTIME),
        ("FR-OT-50", 722, LotKind.OVERTIME),
        ("US-COMP-PUBLIC-RATE", 722, LotKind.OVERTIME),
    ],
)
def test_time_off_is_as_long_as_the_law_asks(rule: str, minutes: int, kind: LotKind) -> None:
    ledger = ToilLedger("e1")
    change = accrue_worked(ledger, replace(LINE, rule=rule), "h1/2026-03-02/v1")
    ledger.post(change)
    (lot,) = change.lots
    assert (lot.kind, lot.minutes, lot.employee) == (kind, minutes, "e1")
    (entry,) = change.entries
    assert (entry.source, entry.effective) == (LINE.source, DAY)
    assert entry.id.startswith("h1/2026-03-02/v1/")
    assert balance(ledger.entries.values()).minutes == minutes
    # The same edition again changes nothing.
    assert accrue_worked(ledger, replace(LINE, rule=rule), "h1/2026-03-02/v1") == Change()


@pytest.mark.parametrize("pay_class", [each for each in PayClass if each is not PayClass.TOIL_EARNED])
def test_what_is_paid_earns_no_time_off(pay_class: PayClass) -> None:
    assert accrue_worked(ToilLedger("e1"), replace(LINE, pay_class=pay_class), "v1") == Change()


def test_rates_are_those_of_the_pay_values() -> None:
    french, federal = load_pay("FR", DAY), load_pay("US", DAY)
    assert TERMS["FR-OT-25"].percent == 100 + french["FR-OT-25"].number("premium_percent")
    assert TERMS["FR-OT-50"].percent == 100 + french["FR-OT-50"].number("premium_percent")
    assert TERMS["US-COMP-PUBLIC-RATE"].percent == federal["US-COMP-PUBLIC-RATE"].number("rate_percent")
