"""Columns of the pay and of its changes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.pay import PayClass
from shiftbid.ui.locale_text import day_text, duration_text, number_text
from shiftbid.ui.pages.payroll.presenter import ChangeRecord, PayRecord
from shiftbid.ui.terms import pay_class_word
from shiftbid.ui.widgets.record_model import Column


def amount_text(pay_class: PayClass, minutes_or_cents: int) -> str:
    """Hours and minutes, or a fixed sum with two decimals."""
    if pay_class is PayClass.FIXED_PREMIUM:
        return number_text(minutes_or_cents / 100, 2)
    return duration_text(minutes_or_cents)


def _class_column(pay_class: PayClass) -> Column[PayRecord]:
    return Column(
        lambda: pay_class_word(pay_class),
        lambda each: amount_text(pay_class, each.amounts[pay_class]) if each.amounts.get(pay_class) else "",
        lambda each: each.amounts.get(pay_class, 0),
        number=True,
    )


PAY: tuple[Column[PayRecord], ...] = (
    Column(lambda: QCoreApplication.translate("Payroll", "Person"), lambda each: each.name),
    *(_class_column(each) for each in PayClass),
    Column(
        lambda: QCoreApplication.translate("Payroll", "Total"),
        lambda each: duration_text(each.total_minutes),
        lambda each: each.total_minutes,
        number=True,
    ),
)
CHANGES: tuple[Column[ChangeRecord], ...] = (
    Column(lambda: QCoreApplication.translate("Payroll", "Person"), lambda each: each.name),
    Column(
        lambda: QCoreApplication.translate("Payroll", "Date"),
        lambda each: day_text(each.day),
        lambda each: each.day.toordinal(),
    ),
    Column(lambda: QCoreApplication.translate("Payroll", "Pay class"), lambda each: pay_class_word(each.pay_class)),
    Column(
        lambda: QCoreApplication.translate("Payroll", "Change"),
        lambda each: amount_text(each.pay_class, each.minutes_or_cents),
        lambda each: each.minutes_or_cents,
        number=True,
    ),
)
