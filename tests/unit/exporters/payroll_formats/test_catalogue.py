"""What a format cannot carry is refused, all of it at once; what it can is carried as it is."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import openpyxl
import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.exporters.payroll_formats.catalogue import PAYROLL_FORMATS, payroll_files
from shiftbid.exporters.payroll_formats.sample_codes import sample_codes
from shiftbid.services.payroll_run import PayrollCodes, PayrollRun
from tests.unit.exporters.payroll_formats.conftest import ANN, FRIDAY, line


def refused(name: str, run: PayrollRun, codes: PayrollCodes) -> list[str]:
    with pytest.raises(InputError) as caught:
        payroll_files(name, run, codes)
    return [str(problem) for problem in caught.value.problems]


def text_of(name: str, run: PayrollRun, codes: PayrollCodes, encoding: str = "ascii") -> list[str]:
    return payroll_files(name, run, codes)[0].content.decode(encoding).split("\r\n")


def test_everything_missing_is_named_at_once(run: PayrollRun) -> None:
    codes = PayrollCodes(
        source="codes.toml",
        settings={"colour": "red"},
        employees={"e1": "12345678"},
        pay_classes={"normal": "regular", "ot150": "more", "nights": "N"},
        halls={"h1": "100"},
        leave_out=frozenset({"toil_taken"}),
    )
    assert refused("adp", run, codes) == [
        "column colour: 'colour' is no setting of adp; it has company_code, batch_id",
        "column Co Code: is missing; add company_code under [adp]: 2 or 3 capital letters or digits",
        "[adp] pay_classes: 'nights' is no pay class; there are " + ", ".join(PayClass),
        "column File #: employee e1: '12345678' must be 1 to 6 digits as text, with its leading zeros",
        "column File #: employee e2 has none; add it under [adp.employees]: 1 to 6 digits as text, with its "
        "leading zeros",
        "column Hours 3 Code: pay class holiday150 (7.83 h, first e2 on 2026-11-02) has none; "
        "add it under [adp.pay_classes] ('regular', "
        "'overtime' or a code of 1 to 10 capital letters or digits), or name it in leave_out",
        "column Hours 3 Code: pay class leave_annual (4.00 h, first e2 on 2026-11-01) has none; "
        "add it under [adp.pay_classes] ('regular', "
        "'overtime' or a code of 1 to 10 capital letters or digits), or name it in leave_out",
        "column Hours 3 Code: pay class ot150: 'more' must be 'regular', 'overtime' or a code of 1 to 10 capital "
        "letters or digits",
        "column Temp Dept: hall h2 has none; add it under [adp.halls]: 1 to 6 letters or digits",
    ]


def test_an_unknown_format_names_the_known_ones(run: PayrollRun) -> None:
    assert refused("sage", run, PayrollCodes())[0].endswith(", ".join(PAYROLL_FORMATS))


def test_a_period_without_pay_makes_no_file(run: PayrollRun) -> None:
    assert "nothing is to be paid" in refused("csv", replace(run, lines=()), PayrollCodes())[0]


def test_two_people_may_not_share_an_id(run: PayrollRun) -> None:
    codes = replace(sample_codes("adp", run), employees={"e1": "000001", "e2": "000001"})
    assert refused("adp", run, codes) == ["column File #: employees e1 and e2 share '000001'; give each their own"]


def test_adp_has_departments_where_halls_have_codes_and_pads_a_short_company_code(run: PayrollRun) -> None:
    codes = replace(
        sample_codes("adp", run),
        settings={"company_code": "AB", "batch_id": "NOV1"},
        halls={"h1": "100", "h2": "200"},
    )
    (file,) = payroll_files("adp", run, codes)
    assert file.name == "PRAB_EPI.csv"
    assert file.content.decode("ascii").split("\r\n") == [
        "Co Code,Batch ID,File #,Reg Hours,O/T Hours,Temp Dept,Hours 3 Code,Hours 3 Amount,Hours 4 Code,Hours 4 Amount",
        "AB,NOV1,000001,23.50,1.08,100,,,,",
        "AB,NOV1,000002,,,100,S17,4.00,S18,0.42",
        "AB,NOV1,000002,,,200,S07,7.83,,",
        "",
    ]


def test_paychex_refuses_more_hours_than_its_field_holds(run: PayrollRun) -> None:
    many = replace(run, lines=tuple(line("e1", FRIDAY, PayClass.NORMAL, 1200) for _ in range(50)))
    assert refused("paychex", many, sample_codes("paychex", many)) == [
        "column HOURS: worker 000001: 1000.00 h of Hourly; at most 999.99, choose a shorter period"
    ]
    fits = replace(many, lines=many.lines[:-1])
    assert text_of("paychex", fits, sample_codes("paychex", fits))[1].split(",")[7] == "980.00"


@pytest.mark.parametrize(
    ("org", "fits"),
    [("1000|1100|1110", True), ("1234567", False), ("|".join("1" * 11), False), ("|".join(["123456"] * 10), False)],
)
def test_paychex_organisation_paths_keep_their_rule(run: PayrollRun, org: str, fits: bool) -> None:
    codes = replace(sample_codes("paychex", run), halls={"h1": org, "h2": org})
    if fits:
        assert text_of("paychex", run, codes)[1].split(",")[2] == org
    else:
        assert all("10 unit numbers" in problem for problem in refused("paychex", run, codes))


def test_quickbooks_holds_less_than_a_day_a_line(run: PayrollRun) -> None:
    long = replace(run, lines=(line("e1", FRIDAY, PayClass.NORMAL, 720), line("e1", FRIDAY, PayClass.NORMAL, 720)))
    codes = sample_codes("quickbooks", long)
    assert "at most 23:59" in refused("quickbooks", long, codes)[0]
    shorter = replace(long, lines=(long.lines[0], line("e1", FRIDAY, PayClass.NORMAL, 719)))
    assert "\t23:59\t" in text_of("quickbooks", shorter, codes)[3]


def test_quickbooks_writes_what_its_encoding_knows_and_refuses_the_rest(run: PayrollRun) -> None:
    codes = replace(sample_codes("quickbooks", run), employees={"e1": "Müller, Zoë", "e2": "王, 晓梅"})
    assert refused("quickbooks", run, codes)[0].startswith("column EMP: employee e2: '王, 晓梅' must be")
    alone = replace(run, lines=run.lines[:2], employees=(ANN,))
    assert "\tMüller, Zoë\t" in text_of("quickbooks", alone, codes, "cp1252")[3]


@pytest.mark.parametrize("name", ["quickbooks", "gusto", "xero-au", "xero-nz-uk"])
def test_programs_without_corrections_refuse_negative_days(name: str, run: PayrollRun) -> None:
    less = replace(run, lines=(line("e1", FRIDAY, PayClass.NORMAL, -30),))
    assert refused(name, less, sample_codes(name, less))[0].startswith(
        "column hours: employee e1: -30 minutes of normal on 2026-10-30;"
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("adp", "SMP,SHIFTBID,000001,-0.50,,,,,"),
        ("datev-lodas", "1;01.10.2026;-0,50;1;101;1;NULL;"),
        ("datev-lug", "1;30/10/2026;;101;-0,50;;;;;;"),
    ],
)
def test_programs_with_corrections_get_negative_hours(name: str, expected: str, run: PayrollRun) -> None:
    less = replace(run, lines=(line("e1", FRIDAY, PayClass.NORMAL, -30),))
    assert expected in text_of(name, less, sample_codes(name, less))


def test_gusto_leaves_hours_that_are_not_there_blank_and_needs_two_names(run: PayrollRun) -> None:
    one_word = replace(run, employees=(replace(ANN, name="Ann"), *run.employees[1:]))
    assert "'Ann' cannot be carried" in refused("gusto", one_word, sample_codes("gusto", run))[0]
    plain = replace(run, lines=run.lines[:1])
    assert text_of("gusto", plain, sample_codes("gusto", plain))[1] == "O'Neill,Ann Mere,,000001,7.83" + "," * 11


def test_xero_au_has_a_number_for_every_day_and_both_carry_tracking_items(run: PayrollRun) -> None:
    tracking = "00000000-0000-4000-8000-000000000001"
    for name, key in (("xero-au", "TrackingItemID"), ("xero-nz-uk", "trackingItemID")):
        codes = replace(sample_codes(name, run), halls={"h1": tracking, "h2": tracking})
        sheets = json.loads(payroll_files(name, run, codes)[0].content)
        lines = [each for sheet in sheets for each in sheet.get("TimesheetLines", sheet.get("timesheetLines"))]
        assert {each[key] for each in lines} == {tracking}
    (first, _) = json.loads(payroll_files("xero-au", run, sample_codes("xero-au", run))[0].content)
    assert [each["NumberOfUnits"] for each in first["TimesheetLines"]] == [
        [0, 0, 0.42, 0],
        [0, 0, 0, 7.83],
        [0, 0, 4, 0],
    ]


def test_datev_cost_centres_stand_for_halls(run: PayrollRun) -> None:
    codes = replace(sample_codes("datev-lodas", run), halls={"h1": "4711", "h2": "4712"})
    assert "1;01.11.2026;7,83;2;107;1;4712;" in text_of("datev-lodas", run, codes)


def test_the_plain_csv_takes_the_readers_encoding_separator_and_decimal_sign(run: PayrollRun) -> None:
    german = PayrollCodes(settings={"encoding": "cp1252", "separator": "semicolon", "decimal_sign": ","})
    assert (
        text_of("csv", run, german, "cp1252")[5] == "e2;e2;Bob Zoë;2026-11-01;h1;;leave_annual;leave_annual;240;4,00;"
    )
    chinese = replace(run, employees=(replace(ANN, name="王晓梅"),))
    assert refused("csv", chinese, german) == [
        "column encoding: '王晓梅' cannot be written in cp1252; choose utf-8-sig, utf-8 or gb18030"
    ]
    assert payroll_files("csv", run, PayrollCodes())[0].content.startswith(b"\xef\xbb\xbf")


def test_a_name_that_looks_like_a_formula_is_disarmed_for_people_and_kept_from_machines(run: PayrollRun) -> None:
    wicked = replace(run, employees=(replace(ANN, name='=HYPERLINK("http://x")'),), lines=run.lines[:1])
    assert "'=HYPERLINK" in payroll_files("csv", wicked, PayrollCodes())[0].content.decode("utf-8-sig")
    assert "cannot be carried" in refused("gusto", wicked, sample_codes("gusto", wicked))[0]
    (sheet,) = payroll_files("attendance", wicked, PayrollCodes())
    cell = openpyxl.load_workbook(io.BytesIO(sheet.content)).worksheets[0]["B2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://x")', "s")


def test_attendance_columns_take_other_usual_headings_and_classes(run: PayrollRun) -> None:
    codes = PayrollCodes(columns={"平时加班小时": "工作日加班时长"}, pay_classes={"holiday150": "休息日加班小时"})
    (file,) = payroll_files("attendance", run, codes)
    sheet = openpyxl.load_workbook(io.BytesIO(file.content)).worksheets[0]
    assert (sheet["I1"].value, sheet["J4"].value, sheet["K4"].value) == ("工作日加班时长", 7.83, 0)
    wrong = PayrollCodes(columns={"平时加班小时": "姓名", "小时": "x"}, pay_classes={"ot150": "加班"})
    problems = refused("attendance", run, wrong)
    assert problems[0].startswith("[attendance.columns]: '小时' cannot be renamed")
    assert problems[1].startswith("column column: pay class ot150: '加班' must be one of 实际出勤小时")
    assert problems[2] == "column 姓名: heading '姓名' stands for two columns; give each its own"


def test_classes_left_out_are_nowhere_in_the_file(run: PayrollRun) -> None:
    codes = replace(sample_codes("adp", run), leave_out=frozenset({"holiday150", "leave_annual", "toil_taken"}))
    assert text_of("adp", run, codes) == [
        "Co Code,Batch ID,File #,Reg Hours,O/T Hours,Hours 3 Code,Hours 3 Amount,Hours 4 Code,Hours 4 Amount",
        "SMP,SHIFTBID,000001,23.50,1.08,,,,",
        "",
    ]


def test_formats_without_halls_refuse_codes_for_them(run: PayrollRun) -> None:
    codes = replace(sample_codes("gusto", run), halls={"h1": "1", "h2": "2"})
    assert refused("gusto", run, codes) == ["[gusto.halls]: gusto has no field for halls; leave the table out"]


@pytest.mark.parametrize("name", [each.name for each in PAYROLL_FORMATS.values() if not each.carries_sums])
def test_a_fixed_sum_that_a_program_cannot_take_is_named_with_person_day_and_way_out(
    name: str, run: PayrollRun
) -> None:
    premium = PayLine("e1", FRIDAY, "h1", PayClass.FIXED_PREMIUM, 0, "NYC-FF-CLOPEN-PAY", "source", 10_000)
    codes = sample_codes(name, run)
    some_code = next(iter(codes.pay_classes.values()))
    told = replace(codes, leave_out=frozenset(), pay_classes={each.value: some_code for each in PayClass})
    with pytest.raises(InputError) as refused:
        payroll_files(name, replace(run, lines=(premium,)), told)
    assert [problem.message for problem in refused.value.problems] == [
        f"employee e1: {name} has no place for the fixed sum of 100.00 (fixed_premium) of 2026-10-30; name "
        "fixed_premium in leave_out, and enter it there"
    ]
