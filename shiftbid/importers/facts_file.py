"""Dated facts about staff as a list: one row a fact, in the columns of ``facts.csv``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from pathlib import Path

from shiftbid.domain.staff_fact import FactKind, StaffFact, values_of
from shiftbid.importers.cell_values import choice
from shiftbid.importers.consents_file import known_rule, listed_employee
from shiftbid.importers.dated_rows import read_dated_rows
from shiftbid.importers.table_fields import Cells, TableField
from shiftbid.importers.ticket_times import TimeReader
from shiftbid.services.ticket_log import DateOrder

FIELDS = (
    TableField("employee", ("employee id", "employee no", "staff id", "id", "工号", "员工编号", "人员编号")),
    TableField("fact", ("kind", "type", "事项", "类型")),
    TableField("value", ("what", "内容", "值")),
    TableField("from", ("first day", "valid from", "start", "开始日期", "生效日期")),
    TableField("to", ("last day", "valid to", "until", "end", "结束日期", "失效日期")),
)
KINDS = {
    "状态": FactKind.STATUS,
    "averaging cycle": FactKind.CYCLE,
    "周期": FactKind.CYCLE,
    "time off in lieu": FactKind.TIME_OFF,
    "toil": FactKind.TIME_OFF,
    "补休": FactKind.TIME_OFF,
    "拒绝": FactKind.REFUSED,
}


def read_facts(
    path: Path,
    people: Set[str],
    rules: Set[str],
    columns: Mapping[str, str],
    encoding: str | None,
    dates: DateOrder | None,
) -> tuple[StaffFact, ...]:
    """Read the facts of a hall in the order of the file.

    Parameters
    ----------
    people
        Everybody on the hall's staff list; ``everybody`` in place of one of them is the whole hall.
    rules
        Rules whose permission may have been refused.

    Raises
    ------
    InputError
        A column is missing or a cell does not fit; every problem is named with row and column.
    """
    return read_dated_rows(
        path, FIELDS, columns, encoding, dates, lambda row, reader: _fact(row, people, rules, reader)
    )


def _fact(row: Cells, people: Set[str], rules: Set[str], reader: TimeReader) -> StaffFact | None:
    employee = row.need("employee", listed_employee(people))
    kind = row.need("fact", choice(FactKind, KINDS))
    first, last = row.need("from", reader.day), row.need("to", reader.day)
    value = None if kind is None else row.need("value", _value_of(kind, rules))
    if employee is None or kind is None or value is None or first is None or last is None:
        return None
    if last < first:
        row.refuse("to", f"{last} lies before {first}; give the last day on which it holds")
    return StaffFact(employee, kind, value, first, last)


def _value_of(kind: FactKind, rules: Set[str]) -> Callable[[str], str]:
    if kind is FactKind.REFUSED:
        return known_rule(rules)

    def read(text: str) -> str:
        wanted = text.strip().casefold().replace(" ", "_")
        if wanted not in values_of(kind):
            raise ValueError(f"{text!r} is no {kind.value}; there are {', '.join(values_of(kind))}")
        return wanted

    return read
