from datetime import date
from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.staff import EVERYBODY, Consent, ConsentKind
from shiftbid.importers.consents_file import read_consents

PEOPLE = frozenset({"e1", "e2"})
RULES = frozenset({"DE-SUNDAY", "CN-OT-CONSENT"})
MAY = date(2026, 5, 1)
JUNE_END = date(2026, 6, 30)


def read(folder: Path, text: str, **columns: str) -> tuple[Consent, ...]:
    file = folder / "consents.csv"
    file.write_text(text, encoding="utf-8")
    return read_consents(file, PEOPLE, RULES, columns, None, None)


def test_the_columns_of_consents_csv_are_read_as_they_are_written(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "employee,rule,from,to,kind\n"
        "e1,CN-OT-CONSENT,2026-05-01,2026-06-30,person\n"
        "*,DE-SUNDAY,2026-05-01,2026-05-01,authority\n",
    )
    assert found == (
        Consent("e1", "CN-OT-CONSENT", MAY, JUNE_END, ConsentKind.PERSON),
        Consent(EVERYBODY, "DE-SUNDAY", MAY, MAY, ConsentKind.AUTHORITY),
    )


@pytest.mark.parametrize("word", ["*", "everybody", "Everybody", "全体"])
def test_a_whole_hall_has_a_word_in_both_languages(tmp_path: Path, word: str) -> None:
    (found,) = read(tmp_path, f"工号,规则,开始日期,结束日期,类型\n{word},DE-SUNDAY,2026/5/1,2026/6/30,集体协议\n")
    assert found == Consent(EVERYBODY, "DE-SUNDAY", MAY, JUNE_END, ConsentKind.AGREEMENT)


def test_every_wrong_cell_is_named_with_row_and_column(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        read(
            tmp_path,
            "employee,rule,from,to,kind\n"
            "e9,DE-SUNDAY,2026-05-01,2026-05-01,authority\n"
            "e1,DE-SUNDY,2026-05-01,2026-05-01,mayor\n"
            "e1,DE-SUNDAY,soon,,authority\n"
            "e1,DE-SUNDAY,2026-05-02,2026-05-01,authority\n"
            "everybody,DE-SUNDAY,2026-05-01,2026-05-01,person\n",
        )
    assert [(problem.row, problem.column) for problem in refused.value.problems] == [
        *((2, "employee"), (3, "rule"), (3, "kind"), (4, "from"), (4, "to"), (5, "to"), (6, "kind")),
    ]
    assert "'e9' is not on the hall's staff list; import staff first, or write everybody" in str(refused.value)


def test_a_file_without_a_needed_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column holds kind"):
        read(tmp_path, "employee,rule,from,to\ne1,DE-SUNDAY,2026-05-01,2026-05-01\n")
