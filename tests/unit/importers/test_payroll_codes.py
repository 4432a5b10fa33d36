from __future__ import annotations

import json
from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.importers.payroll_codes import read_payroll_codes
from shiftbid.services.payroll_run import PayrollCodes

TOML = """
[adp]
company_code = "ABC"
leave_out = ["toil_taken"]
[adp.employees]
e1 = "000123"
"王-2" = "7"
[adp.pay_classes]
normal = "regular"
[adp.halls]
h1 = "100"
"""
TABLES = {
    "adp": {
        "company_code": "ABC",
        "leave_out": ["toil_taken"],
        "employees": {"e1": "000123", "王-2": "7"},
        "pay_classes": {"normal": "regular"},
        "halls": {"h1": "100"},
    }
}


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


@pytest.mark.parametrize(("name", "text"), [("codes.toml", TOML), ("codes.json", "\ufeff" + json.dumps(TABLES))])
def test_toml_and_json_say_the_same(name: str, text: str, tmp_path: Path) -> None:
    path = written(tmp_path, name, text)
    assert read_payroll_codes(path, "adp") == PayrollCodes(
        source=str(path),
        settings={"company_code": "ABC"},
        employees={"e1": "000123", "王-2": "7"},
        pay_classes={"normal": "regular"},
        halls={"h1": "100"},
        leave_out=frozenset({"toil_taken"}),
    )


def test_every_value_that_is_no_text_is_named_at_once(tmp_path: Path) -> None:
    text = '[adp]\nbatch_id = 7\nleave_out = "toil"\nhalls = "all"\n[adp.employees]\ne1 = 123\ne2 = "4"\n'
    with pytest.raises(InputError) as caught:
        read_payroll_codes(written(tmp_path, "codes.toml", text), "adp")
    assert [str(problem) for problem in caught.value.problems] == [
        '[adp.employees] e1 = 123: write it in quotes, so that leading zeros stay: e1 = "123"',
        "[adp.halls] must be a table of texts",
        '[adp] batch_id = 7: write it in quotes, so that leading zeros stay: batch_id = "7"',
        '[adp] leave_out: write a list of pay classes, such as ["toil_taken"]',
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("codes.toml", "[adp", "is not TOML: "),
        ("codes.json", "{", "is not JSON: "),
        ("codes.json", "[" * 100_000, "is not JSON: "),
        ("codes.json", "[]", "must hold a table for each payroll format"),
        ("codes.toml", "[gusto]\n[xero-au]\nx = 1", "has no table [adp]; it has gusto, xero-au"),
        ("codes.toml", "adp = 1", "has no table [adp]; it has none"),
        ("codes.toml", b"\xff\xfe", "is not UTF-8 text"),
    ],
)
def test_a_file_of_another_shape_is_refused(name: str, text: str | bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=message.replace("[", r"\[")):
        read_payroll_codes(written(tmp_path, name, text), "adp")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.toml: cannot be read: No such file"):
        read_payroll_codes(tmp_path / "nowhere.toml", "adp")
