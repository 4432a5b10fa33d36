from __future__ import annotations

from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.shift import shift_breaks_text
from shiftbid.domain.timeline import format_instant
from shiftbid.importers.worked_file import read_worked
from shiftbid.services.publication import WorkedShift

ZONE = "Europe/Berlin"
KNOWN = frozenset({"a", "b"})


def read(folder: Path, *rows: str) -> tuple[WorkedShift, ...]:
    path = folder / "worked.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return read_worked(path, "h1", ZONE, KNOWN, {}, None, None)


def shown(worked: tuple[WorkedShift, ...]) -> list[tuple[str, str, str, str, int]]:
    return [
        (
            each.employee,
            format_instant(each.shift.span.start, ZONE),
            format_instant(each.shift.span.end, ZONE),
            shift_breaks_text(each.shift, ZONE),
            each.shift.paid_minutes,
        )
        for each in worked
    ]


def test_our_own_worked_csv_comes_back(tmp_path: Path) -> None:
    rows = ("a,2026-03-02T09:00+01:00,2026-03-02T17:30+01:00,13:00/30/unpaid;15:00/10/paid",)
    assert shown(read(tmp_path, "employee,start,end,breaks", *rows)) == [
        ("a", "2026-03-02T09:00+01:00", "2026-03-02T17:30+01:00", "13:00/30/unpaid;15:00/10/paid", 480)
    ]


def test_clock_times_beside_a_date_may_end_on_the_next_day(tmp_path: Path) -> None:
    worked = read(
        tmp_path,
        *("工号,日期,上班时间,下班时间,休息分钟", "b,2026-03-28,22:00:40,06:00:10,60", "a,2026-03-02,9:05,17:05,"),
    )
    assert shown(worked) == [
        ("a", "2026-03-02T09:05+01:00", "2026-03-02T17:05+01:00", "", 480),
        ("b", "2026-03-28T22:00+01:00", "2026-03-29T06:00+02:00", "01:00/60/unpaid", 360),
    ]
    assert worked[1].shift.day.isoformat() == "2026-03-28"
    assert worked[0].shift.id != worked[1].shift.id


def test_a_shift_ends_within_a_day_of_its_start(tmp_path: Path) -> None:
    header = "employee,start,end"
    whole_day = read(tmp_path, header, "a,2026-03-02T09:00+01:00,2026-03-03T09:00+01:00")
    assert whole_day[0].shift.span.minutes == 24 * 60
    for end in ("2026-03-02T09:00+01:00", "2026-03-03T09:01+01:00", "2026-03-01T10:00+01:00"):
        with pytest.raises(InputError, match=r"row 2, column end: .* is not within the 24 hours after the start"):
            read(tmp_path, header, f"a,2026-03-02T09:00+01:00,{end}")


def test_every_problem_is_named_with_row_and_column(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(
            tmp_path,
            "employee,date,in,out,breaks,break_minutes",
            "c,2026-03-02,09:00,17:00,,",
            "a,2026-03-02,,soon,,",
            "a,2026-03-03,09:00,17:00,18:00/30/unpaid,",
            "a,2026-03-04,09:00,17:00,12:00/30/unpaid,30",
            "a,2026-03-05,09:00,10:00,,60",
            "a,2026-03-06,09:00,17:00,lunch,",
            "b,2026-03-07,09:00,17:00,12:00/30/unpaid;12:15/30/paid,",
            "b,2026-03-02,09:00,17:00,,",
            "b,2026-03-02,16:59,18:00,,",
        )
    assert [str(problem) for problem in caught.value.problems] == [
        "row 2, column employee: 'c' is not on the staff list of h1; import staff first",
        "row 3, column in: is blank",
        "row 3, column out: 'soon' is not a date; write 2026-03-31",
        "row 4, column breaks: '18:00/30/unpaid' lies outside the shift or overlaps itself",
        "row 5, column break_minutes: breaks stand in their own column too; leave one of them out",
        "row 6, column break_minutes: 60 minutes are no shorter than the shift",
        "row 7, column breaks: 'lunch': write HH:MM/minutes/paid or HH:MM/minutes/unpaid",
        "row 8, column breaks: '12:00/30/unpaid;12:15/30/paid' lies outside the shift or overlaps itself",
        "row 10, column in: overlaps the shift of b in row 9",
    ]


def test_punches_with_a_break_between_them_are_one_shift(tmp_path: Path) -> None:
    worked = read(
        tmp_path,
        *("工号,打卡时间,打卡类型", "a,2026-03-02 09:00:20,上班", "a,2026-03-02 12:00,下班", "a,2026-03-02 12:45,上班"),
        *("a,2026-03-02 17:30,下班", "b,2026-03-28 22:00,上班", "b,2026-03-29 06:00,下班"),
    )
    assert shown(worked) == [
        ("a", "2026-03-02T09:00+01:00", "2026-03-02T17:30+01:00", "12:00/45/unpaid", 465),
        ("b", "2026-03-28T22:00+01:00", "2026-03-29T06:00+02:00", "", 420),
    ]


def test_punches_without_direction_alternate_and_long_gaps_part_shifts(tmp_path: Path) -> None:
    worked = read(
        tmp_path,
        *("id,date,time", "a,2026-03-02,09:00", "a,2026-03-02,09:00:59", "a,2026-03-02,12:00", "a,2026-03-02,15:00"),
        *("a,2026-03-02,18:00", "a,2026-03-02,21:01", "a,2026-03-02,22:00"),
    )
    assert shown(worked) == [
        ("a", "2026-03-02T09:00+01:00", "2026-03-02T18:00+01:00", "12:00/180/unpaid", 360),
        ("a", "2026-03-02T21:01+01:00", "2026-03-02T22:00+01:00", "", 59),
    ]


def test_punches_without_their_counterpart_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(
            tmp_path,
            *("id,time,type", "a,2026-03-02 09:00,out", "a,2026-03-02 10:00,in", "a,2026-03-02 11:00,in"),
            *("a,2026-03-03 03:01,out", "b,2026-03-02 09:00,in", "c,2026-03-02 09:00,in", "c,2026-03-02 10:00,out"),
            *("b,2026-03-05 09:00,lunch",),
        )
    missing = "comes without going within 16 hours; add the missing punch"
    assert [str(problem) for problem in caught.value.problems] == [
        "row 2, column time: goes without having come; add the missing punch",
        f"row 3, column time: {missing}",
        f"row 4, column time: {missing}",
        f"row 6, column time: {missing}",
        "row 7, column id: 'c' is not on the staff list of h1; import staff first",
        "row 9, column type: 'lunch' is unknown; use in, out",
    ]


def test_a_file_without_times_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column holds start or punch"):
        read(tmp_path, "employee,date", "a,2026-03-02")


def test_seconds_are_carried_from_shift_to_shift(tmp_path: Path) -> None:
    rows = [f"a,2026-03-{day:02},09:00:50,17:01:10" for day in range(2, 5)]
    worked = read(tmp_path, "employee,date,start,end", *rows)
    assert [each.shift.paid_minutes for each in worked] == [480, 481, 480]
    assert {format_instant(each.shift.span.start, ZONE)[11:16] for each in worked} == {"09:00"}
