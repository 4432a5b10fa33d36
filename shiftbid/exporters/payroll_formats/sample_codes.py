"""Codes that a demonstration uses in place of a payroll department's own: plainly invented, the same every time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5

from shiftbid.domain.pay import PayClass
from shiftbid.exporters.payroll_formats.catalogue import PAYROLL_FORMATS
from shiftbid.exporters.payroll_formats.gusto import HOURS
from shiftbid.services.payroll_run import PayrollCodes, PayrollRun

SAMPLE = "sample codes"
SETTINGS: Mapping[str, Mapping[str, str]] = {
    "adp": {"company_code": "SMP"},
    "paychex": {"client_id": "SAMPLE01"},
    "quickbooks": {"company": "Sample Company"},
    "datev-lodas": {"consultant_number": "1234567", "client_number": "10001"},
}
COMPONENTS = {PayClass.NORMAL: "Hourly", PayClass.OVERTIME: "Overtime"}
ADP_CODES = {PayClass.NORMAL: "regular", PayClass.OVERTIME: "overtime"}
GUSTO_COLUMNS = {
    PayClass.NORMAL: HOURS[0],
    PayClass.OVERTIME: HOURS[1],
    PayClass.OVERTIME_DOUBLE: HOURS[2],
    PayClass.MEAL_PREMIUM: HOURS[3],
    PayClass.REST_PREMIUM: HOURS[3],
}
FIRST_WAGE_TYPE = 100


def sample_codes(name: str, run: PayrollRun) -> PayrollCodes:
    """Give codes for everybody and everything of a run in one format; nothing for formats that need none."""
    people = sorted({*(each.id for each in run.employees), *(line.employee for line in run.lines)})
    employees, pay_classes = _MAKERS.get(name, (_no_code, _no_code))
    return PayrollCodes(
        source=SAMPLE,
        settings={**SETTINGS.get(name, {}), **_calendar(name)},
        employees={each: code for n, each in enumerate(people, start=1) if (code := employees(n, each))},
        pay_classes={
            each.value: code for n, each in enumerate(PayClass, start=1) if (code := pay_classes(n, each.value))
        },
        leave_out=frozenset(_left_out(name)),
    )


def _left_out(name: str) -> Iterator[str]:
    """Classes for which a program has no place."""
    for pay_class in PayClass:
        lacks_column = name == "gusto" and pay_class not in GUSTO_COLUMNS
        lacks_sums = pay_class is PayClass.FIXED_PREMIUM and not PAYROLL_FORMATS[name].carries_sums
        if lacks_column or lacks_sums:
            yield pay_class.value


def _calendar(name: str) -> Mapping[str, str]:
    return {"payroll_calendar_id": _uuid("payroll calendar")} if name == "xero-nz-uk" else {}


def _uuid(text: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"shiftbid sample {text}"))


def _no_code(_n: int, _text: str) -> str:
    return ""


def _six_digits(n: int, _text: str) -> str:
    return f"{n:06d}"


def _plain_number(n: int, _text: str) -> str:
    return str(n)


def _xero_person(_n: int, employee: str) -> str:
    return _uuid(f"employee {employee}")


def _xero_rate(_n: int, pay_class: str) -> str:
    return _uuid(f"earnings rate {pay_class}")


def _listed_name(n: int, _employee: str) -> str:
    return f"Sample, Person {n}"


def _component(_n: int, pay_class: str) -> str:
    return COMPONENTS.get(PayClass(pay_class), pay_class.replace("_", " ").title())


def _adp_code(n: int, pay_class: str) -> str:
    return ADP_CODES.get(PayClass(pay_class), f"S{n:02d}")


def _gusto_column(_n: int, pay_class: str) -> str:
    return GUSTO_COLUMNS.get(PayClass(pay_class), "")


def _wage_type(n: int, _text: str) -> str:
    return str(FIRST_WAGE_TYPE + n)


_Maker = Callable[[int, str], str]
_MAKERS: Mapping[str, tuple[_Maker, _Maker]] = {
    "adp": (_six_digits, _adp_code),
    "paychex": (_six_digits, _component),
    "quickbooks": (_listed_name, _component),
    "gusto": (_six_digits, _gusto_column),
    "xero-au": (_xero_person, _xero_rate),
    "xero-nz-uk": (_xero_person, _xero_rate),
    "datev-lodas": (_plain_number, _wage_type),
    "datev-lug": (_plain_number, _wage_type),
}
