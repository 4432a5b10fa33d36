"""Consents and approvals as a list: one row a record, in the columns of ``consents.csv``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from pathlib import Path

from shiftbid.domain.staff import EVERYBODY, Consent, ConsentKind
from shiftbid.importers.cell_values import choice
from shiftbid.importers.dated_rows import read_dated_rows
from shiftbid.importers.table_fields import Cells, TableField
from shiftbid.importers.ticket_times import TimeReader
from shiftbid.services.ticket_log import DateOrder

FIELDS = (
    TableField("employee", ("employee id", "employee no", "staff id", "id", "工号", "员工编号", "人员编号")),
    TableField("rule", ("rule id", "规则", "规则编号")),
    TableField("from", ("first day", "valid from", "start", "开始日期", "生效日期")),
    TableField("to", ("last day", "valid to", "until", "end", "结束日期", "失效日期")),
    TableField("kind", ("given by", "type", "类型", "批准方")),
)
KINDS = {
    "employee": ConsentKind.PERSON,
    "本人": ConsentKind.PERSON,
    "office": ConsentKind.AUTHORITY,
    "行政许可": ConsentKind.AUTHORITY,
    "劳动行政部门": ConsentKind.AUTHORITY,
    "works agreement": ConsentKind.AGREEMENT,
    "collective agreement": ConsentKind.AGREEMENT,
    "集体协议": ConsentKind.AGREEMENT,
    "集体合同": ConsentKind.AGREEMENT,
}
ALL_STAFF = ("everybody", "全体")


def read_consents(
    path: Path,
    people: Set[str],
    rules: Set[str],
    columns: Mapping[str, str],
    encoding: str | None,
    dates: DateOrder | None,
) -> tuple[Consent, ...]:
    """Read the records of a hall in the order of the file.

    Parameters
    ----------
    people
        Everybody on the hall's staff list; ``everybody`` in place of one of them is the whole hall.
    rules
        Rules that may be named.

    Raises
    ------
    InputError
        A column is missing or a cell does not fit; every problem is named with row and column.
    """
    return read_dated_rows(
        path, FIELDS, columns, encoding, dates, lambda row, reader: _consent(row, people, rules, reader)
    )


def _consent(row: Cells, people: Set[str], rules: Set[str], reader: TimeReader) -> Consent | None:
    employee = row.need("employee", listed_employee(people))
    rule = row.need("rule", known_rule(rules))
    first, last = row.need("from", reader.day), row.need("to", reader.day)
    kind = row.need("kind", choice(ConsentKind, KINDS))
    if employee is None or rule is None or first is None or last is None or kind is None:
        return None
    if last < first:
        row.refuse("to", f"{last} lies before {first}; give the last day on which the record holds")
    if employee == EVERYBODY and kind is ConsentKind.PERSON:
        row.refuse("kind", "a person's consent is the person's own; name the employee, or who allowed it to everybody")
    return Consent(employee, rule, first, last, kind)


def listed_employee(people: Set[str]) -> Callable[[str], str]:
    """Read an employee of the staff list, or everybody."""

    def read(text: str) -> str:
        if text == EVERYBODY or text.casefold() in ALL_STAFF:
            return EVERYBODY
        if text not in people:
            raise ValueError(f"{text!r} is not on the hall's staff list; import staff first, or write everybody")
        return text

    return read


def known_rule(rules: Set[str]) -> Callable[[str], str]:
    """Read the id of a rule."""

    def read(text: str) -> str:
        if text not in rules:
            raise ValueError(f"{text!r} is no rule of any pack; findings.csv and docs/rules.md name the rules")
        return text

    return read
