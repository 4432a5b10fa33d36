from datetime import date
from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.staff import EVERYBODY
from shiftbid.domain.staff_fact import FactKind, StaffFact
from shiftbid.importers.facts_file import read_facts

PEOPLE = frozenset({"e1", "e2"})
RULES = frozenset({"CN-CWH-APPROVAL"})
MAY = date(2026, 5, 1)
JUNE_END = date(2026, 6, 30)


def read(folder: Path, text: str) -> tuple[StaffFact, ...]:
    file = folder / "facts.csv"
    file.write_text(text, encoding="utf-8")
    return read_facts(file, PEOPLE, RULES, {}, None, None)


def test_the_columns_of_facts_csv_are_read_as_they_are_written(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "employee,fact,value,from,to\n"
        "e1,status,night_worker,2026-05-01,2026-06-30\n"
        "*,cycle,quarter,2026-05-01,2026-05-01\n"
        "e2,time_off,rest_day_work,2026-05-01,2026-05-01\n"
        "e2,refused,CN-CWH-APPROVAL,2026-05-01,2026-05-01\n",
    )
    assert found == (
        StaffFact("e1", FactKind.STATUS, "night_worker", MAY, JUNE_END),
        StaffFact(EVERYBODY, FactKind.CYCLE, "quarter", MAY, MAY),
        StaffFact("e2", FactKind.TIME_OFF, "rest_day_work", MAY, MAY),
        StaffFact("e2", FactKind.REFUSED, "CN-CWH-APPROVAL", MAY, MAY),
    )


def test_words_of_people_are_understood(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "工号,事项,内容,生效日期,失效日期\n全体,补休,Rest day work,2026/5/1,2026/6/30\n")
    assert found == StaffFact(EVERYBODY, FactKind.TIME_OFF, "rest_day_work", MAY, JUNE_END)


def test_every_wrong_cell_is_named_with_row_and_column(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        read(
            tmp_path,
            "employee,fact,value,from,to\n"
            "e9,status,nursing,2026-05-01,2026-05-01\n"
            "e1,status,sleepy,2026-05-01,2026-05-01\n"
            "e1,mood,nursing,2026-05-01,2026-05-01\n"
            "e1,refused,CN-CWH,2026-05-01,2026-05-01\n"
            "e1,cycle,month,2026-05-02,2026-05-01\n",
        )
    assert [(problem.row, problem.column) for problem in refused.value.problems] == [
        *((2, "employee"), (3, "value"), (4, "fact"), (5, "value"), (6, "to")),
    ]
    assert "'sleepy' is no status; there are late_pregnancy, nursing, night_worker" in str(refused.value)
