"""Every payroll format of the small run against its golden copy, read by eye beside the format's rules."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from shiftbid.exporters.payroll_formats.catalogue import PAYROLL_FORMATS, payroll_files
from shiftbid.exporters.payroll_formats.sample_codes import sample_codes
from shiftbid.services.payroll_run import PayrollRun

GOLDEN = Path(__file__).parents[3] / "golden/payroll"
SHEET_FORMAT = "attendance"
PROMISED_HEADERS = {
    "adp": "Co Code,Batch ID,File #,Reg Hours,O/T Hours,Hours 3 Code,Hours 3 Amount,Hours 4 Code,Hours 4 Amount",
    "paychex": "CLIENT ID,WORKER ID,ORG,JOB NUMBER,PAY COMPONENT,RATE,RATE NUMBER,HOURS,UNITS,LINE DATE,AMOUNT,"
    "CHECK SEQ NUMBER,OVERRIDE STATE,OVERRIDE LOCAL,OVERRIDE LOCAL JURISDICTION,LABOR ASSIGNMENT",
    "gusto": "last_name,first_name,title,gusto_employee_id,regular_hours,overtime_hours,double_overtime_hours,"
    "missed_break_hours,owners_draw,bonus,commission,paycheck_tips,cash_tips,correction_payment,reimbursement,"
    "personal_note",
}


@pytest.mark.parametrize("name", [each for each in PAYROLL_FORMATS if each != SHEET_FORMAT])
def test_the_files_equal_their_golden_copies(name: str, run: PayrollRun) -> None:
    files = payroll_files(name, run, sample_codes(name, run))
    assert files
    assert {each.name: each.content for each in files} == {
        each.name: (GOLDEN / each.name).read_bytes() for each in files
    }


@pytest.mark.parametrize("name", [each for each in PAYROLL_FORMATS if each != SHEET_FORMAT])
def test_every_pay_class_has_its_golden_copy(name: str, every_class: PayrollRun) -> None:
    files = payroll_files(name, every_class, sample_codes(name, every_class))
    assert {each.name: each.content for each in files} == {
        each.name: (GOLDEN / "every-class" / each.name).read_bytes() for each in files
    }


def test_every_pay_class_has_its_place_in_the_attendance_sheet(every_class: PayrollRun) -> None:
    (file,) = payroll_files(SHEET_FORMAT, every_class, sample_codes(SHEET_FORMAT, every_class))
    sheet = openpyxl.load_workbook(io.BytesIO(file.content))["考勤汇总"]
    _, first, *_ = sheet.iter_rows(values_only=True)
    # 1; 2 + 3 + 4; 5 + 6; 7 + 8; 18, and the rest in the note.
    assert first[7:12] == (1, 9, 11, 15, 18)
    assert first[13] == (
        "以补休抵偿的工时 9.00 小时；深夜加成 25% 10.00 小时；班间休息不足加成 25% 11.00 小时；"
        "班间休息不足加成 50% 12.00 小时；用餐休息补偿 13.00 小时；间歇休息补偿 14.00 小时；临时改班补偿 15.00 小时；"
        "年休假 17.00 小时；固定补偿 100.00"
    )


def test_every_golden_copy_belongs_to_a_format(run: PayrollRun) -> None:
    made = {each.name for name in PAYROLL_FORMATS for each in payroll_files(name, run, sample_codes(name, run))}
    assert {path.name for path in GOLDEN.iterdir() if path.is_file()} == {
        each for each in made if not each.endswith(".xlsx")
    }


@pytest.mark.parametrize("name", PROMISED_HEADERS)
def test_headers_are_those_that_the_programs_publish(name: str, run: PayrollRun) -> None:
    (file,) = payroll_files(name, run, sample_codes(name, run))
    assert file.content.decode("ascii").split("\r\n")[0] == PROMISED_HEADERS[name]


def test_the_attendance_sheet_holds_numbers_as_numbers_and_text_as_text(run: PayrollRun) -> None:
    (file,) = payroll_files(SHEET_FORMAT, run, sample_codes(SHEET_FORMAT, run))
    sheet = openpyxl.load_workbook(io.BytesIO(file.content))["考勤汇总"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows == [
        (
            *("工号", "姓名", "部门", "考勤月份", "应出勤天数", "实际出勤天数", "应出勤小时", "实际出勤小时"),
            *("平时加班小时", "休息日加班小时", "法定节假日加班小时", "调休小时", "夜班次数", "备注"),
        ),
        ("e1", "Ann Mere O'Neill", "Queen Street 皇后街", "2026-10", 1, 2, 8, 15.67, 0, 0, 0, 0, 1, None),
        ("e1", "Ann Mere O'Neill", "Queen Street 皇后街", "2026-11", 0, 0, 0, 7.83, 1.08, 0, 0, 0, 0, None),
        ("e2", "Bob Zoë", "Queen Street 皇后街", "2026-11", 0, 1, 0, 0, 0, 0, 7.83, 0.42, 0, "年休假 4.00 小时"),
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s", "n"}


@pytest.mark.parametrize("name", PAYROLL_FORMATS)
def test_the_same_run_gives_the_same_bytes(name: str, run: PayrollRun) -> None:
    codes = sample_codes(name, run)
    assert payroll_files(name, run, codes) == payroll_files(name, run, codes)
