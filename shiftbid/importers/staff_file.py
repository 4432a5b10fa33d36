"""Staff as a personnel program or a spreadsheet lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.importers.cell_values import choice, identifier, number, whole_number, words
from shiftbid.importers.table_fields import Cells, TableField, TablePlaces, place_fields, recogniser
from shiftbid.importers.text_table import read_table, refuse
from shiftbid.importers.ticket_columns import plain
from shiftbid.importers.ticket_times import TimeReader, found_order
from shiftbid.services.set_up import STAFF_NEEDED
from shiftbid.services.ticket_log import DateOrder

FIELDS = (
    TableField(
        "employee",
        (
            "employee id",
            "employee no",
            "employee number",
            "staff id",
            "staff no",
            "staff number",
            "payroll no",
            "payroll number",
            "payroll id",
            "personnel no",
            "personnel number",
            "id",
            "工号",
            "员工编号",
            "人员编号",
            "职工号",
            "编号",
        ),
    ),
    TableField(
        "name", ("full name", "employee name", "staff name", "employee", "姓名", "员工姓名", "职工姓名", "名字")
    ),
    TableField("hall", ("branch", "site", "location", "office", "网点", "营业厅", "部门", "厅")),
    TableField("contract_minutes", ("weekly minutes", "minutes a week", "周工时分钟")),
    TableField(
        "contract_hours",
        (
            "hours a week",
            "weekly hours",
            "contract hours a week",
            "hours per week",
            "contract hours",
            "contracted hours",
            "contract hrs",
            "weekly hrs",
            "hrs per week",
            "周工时",
            "每周工时",
            "周工作小时",
            "每周工作小时",
            "合同工时",
        ),
    ),
    TableField("system", ("hours system", "working time system", "工时制", "工时制度", "工时类型")),
    TableField("skills", ("skill", "qualifications", "技能", "岗位技能")),
    TableField(
        "born", ("date of birth", "birth date", "birthday", "birthdate", "dob", "出生日期", "出生年月日", "生日")
    ),
    TableField(
        "employed_from",
        (
            "hire date",
            "hired",
            "start date",
            "date joined",
            "joined",
            "started",
            "employed since",
            "入职日期",
            "入职时间",
            "参加工作日期",
        ),
    ),
    TableField("rate_cents", ("hourly rate cents",)),
    TableField("rate", ("hourly rate", "rate per hour", "pay rate", "hourly wage", "hourly pay", "时薪", "小时工资")),
)
SYSTEMS = {
    "标准": HoursSystem.STANDARD,
    "标准工时": HoursSystem.STANDARD,
    "标准工时制": HoursSystem.STANDARD,
    "full time": HoursSystem.STANDARD,
    "综合": HoursSystem.COMPREHENSIVE,
    "综合工时": HoursSystem.COMPREHENSIVE,
    "综合计算工时": HoursSystem.COMPREHENSIVE,
    "综合计算工时制": HoursSystem.COMPREHENSIVE,
    "averaged": HoursSystem.COMPREHENSIVE,
    "非全日制": HoursSystem.PART_TIME,
    "兼职": HoursSystem.PART_TIME,
}
USUAL_SKILL = "counter"
MOST_CONTRACT_MINUTES = 7 * 24 * 60
YOUNGEST_YEARS = 13
_BETWEEN_SKILLS = re.compile(r"[;,、，；/|]+")


def read_staff(
    path: Path, hall: str | None, columns: Mapping[str, str], encoding: str | None, dates: DateOrder | None
) -> tuple[Employee, ...]:
    """Read a staff list.

    Parameters
    ----------
    hall
        Hall of everybody where the file has no column for it; of a file that has one, only its rows are taken.

    Raises
    ------
    InputError
        A column is missing, a cell cannot be read, or somebody is listed twice; every problem is named with row and
        column.
    """
    table = read_table(path, encoding, recogniser(FIELDS, columns))
    needed = STAFF_NEEDED if hall is not None else (*STAFF_NEEDED, ("hall",))
    places = staff_places(table.names, columns, needed)
    rows = [Cells(line, places, []) for line in table.rows]
    written = [row.text(field) for row in rows for field in ("born", "employed_from")]
    reader = TimeReader("UTC", dates or found_order(written), None)
    people: list[Employee] = []
    first_rows: dict[str, int] = {}
    for row in rows:
        if hall is not None and "hall" in places and row.text("hall") != hall:
            continue
        person = _employee(row, hall, reader)
        if person is not None:
            first = first_rows.setdefault(person.id, row.line.number)
            if first != row.line.number:
                row.refuse("employee", f"{person.id!r} stands in row {first} already; list everybody once")
            people.append(person)
    refuse(path, [problem for row in rows for problem in row.problems])
    return tuple(people)


def staff_places(names: Sequence[str], columns: Mapping[str, str], needed: Sequence[Sequence[str]]) -> TablePlaces:
    """What each column of a staff list holds (`place_fields`).

    A column called employee holds names where another holds the numbers and none is called a name.
    """
    places = place_fields(names, FIELDS, columns, ())
    called = places.column("employee")
    if "employee" in places and "name" not in places and plain(called) == "employee" and called not in columns:
        named = {**columns, called: "name"}
        if "employee" in place_fields(names, FIELDS, named, ()):
            return place_fields(names, FIELDS, named, needed)
    return place_fields(names, FIELDS, columns, needed)


def _employee(row: Cells, hall: str | None, reader: TimeReader) -> Employee | None:
    employee, name = row.need("employee", identifier), row.need("name", words)
    contract_minutes = _contract_minutes(row)
    system = row.read("system", choice(HoursSystem, SYSTEMS)) or HoursSystem.STANDARD
    skills = [row_skill.strip() for row_skill in _BETWEEN_SKILLS.split(row.text("skills")) if row_skill.strip()]
    for skill in skills:
        _check_skill(row, skill)
    born, employed_from = row.need("born", reader.day), row.need("employed_from", reader.day)
    if born and employed_from and _years(born, employed_from) < YOUNGEST_YEARS:
        row.refuse("born", f"{born} is less than {YOUNGEST_YEARS} years before {employed_from}, the first day of work")
    place = hall or row.need("hall", identifier)
    rate_cents = row.read("rate_cents", whole_number)
    if rate_cents is None:
        rate_cents = round(100 * (row.read("rate", number) or 0.0))
    if row.problems or not (employee and name and contract_minutes is not None and born and employed_from and place):
        return None
    return Employee(
        id=employee,
        name=name,
        hall=place,
        contract_minutes=contract_minutes,
        system=system,
        skills=frozenset(skills or (USUAL_SKILL,)),
        born=born,
        employed_from=employed_from,
        rate_cents=rate_cents,
    )


def _contract_minutes(row: Cells) -> int | None:
    if row.text("contract_minutes"):
        field, minutes = "contract_minutes", row.read("contract_minutes", whole_number)
    else:
        field, hours = "contract_hours", row.need("contract_hours", number)
        minutes = None if hours is None else round(60 * hours)
    if minutes is not None and minutes > MOST_CONTRACT_MINUTES:
        row.refuse(field, f"{minutes} minutes a week are more than a week has; give weekly hours or minutes")
    return minutes


def _check_skill(row: Cells, skill: str) -> None:
    try:
        identifier(skill)
    except ValueError as error:
        row.refuse("skills", str(error))


def _years(first: date, last: date) -> int:
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
