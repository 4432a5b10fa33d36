"""Files of counts: what is read, and what is refused with its row and column."""

from __future__ import annotations

import gzip
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from forecasts import HistoryError, HistoryLayout, SeriesKey, SettingsError, read_history
from forecasts.errors import LISTED_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def problems_of(path: Path, **layout: Any) -> HistoryError:
    with pytest.raises(HistoryError) as caught:
        read_history(path, HistoryLayout(**layout))
    return caught.value


def test_wide_file_reads_blank_as_unknown_and_zero_as_open(write: Callable[..., Path]) -> None:
    history = read_history(write("ds,north,south\n2024-01-01 00:00,5,\n2024-01-01 01:00,0,7\n"))
    assert history.series == (SeriesKey("north"), SeriesKey("south"))
    np.testing.assert_array_equal(history.counts, [[5, 0], [np.nan, 7]])
    assert not history.closed.any()
    assert history.form.separator == " "
    assert history.span[0].isoformat() == "2024-01-01T00:00:00"


def test_long_file_keeps_halls_and_classes_apart(write: Callable[..., Path]) -> None:
    text = (
        "hall,time,count,class\n"
        "a,2024-01-01T00:00+13:00,1,VIP\na,2024-01-01T00:00+13:00,2,regular\n"
        "a,2024-01-01T01:00+13:00,3,VIP\na,2024-01-01T01:00+13:00,4,regular\n"
    )
    history = read_history(write(text))
    assert history.series == (SeriesKey("a", "VIP"), SeriesKey("a", "regular"))
    np.testing.assert_array_equal(history.counts, [[1, 3], [2, 4]])
    assert history.form.with_class
    assert history.form.with_offset
    assert history.span[1].isoformat() == "2024-01-01T02:00:00+13:00"


def test_five_minute_readings_add_up_and_a_partly_blank_hour_is_unknown(write: Callable[..., Path]) -> None:
    rows = [f"2024-01-01 {hour:02d}:{minute:02d},2" for hour in range(3) for minute in range(0, 60, 5)]
    rows[15] = rows[15][:-1]
    history = read_history(write("ds,y\n" + "\n".join(rows)))
    np.testing.assert_array_equal(history.counts, [[24, np.nan, 24]])


def test_columns_can_be_renamed_and_remarks_are_no_hall(write: Callable[..., Path]) -> None:
    path = write("when,where,n,remark\n2024-01-01T00:00,a,1,\n2024-01-01T01:00,a,2,rain\n")
    history = read_history(path, HistoryLayout(columns={"when": "time", "where": "hall", "n": "count"}))
    np.testing.assert_array_equal(history.counts, [[1, 2]])
    wide = read_history(write("ds,a,remark\n2024-01-01T00:00,1,rain\n2024-01-01T01:00,2,\n", "wide.csv"))
    assert wide.halls == ("a",)


def test_sites_choose_columns(write: Callable[..., Path]) -> None:
    path = write("ds,a,b,temp\n2024-01-01T00:00,1,2,-3\n2024-01-01T01:00,1,2,-4\n")
    assert read_history(path, HistoryLayout(sites=("b",))).halls == ("b",)
    assert [problem.column for problem in problems_of(path).problems] == ["temp", "temp"]


def test_gz_is_unpacked(write: Callable[..., Path], hours: Callable[..., str]) -> None:
    path = write(gzip.compress(("ds,a\n" + hours("2024-01-01", 5)).encode()), "counts.csv.gz")
    assert read_history(path).hours == 5


def test_all_problems_come_in_one_report_with_row_and_column(write: Callable[..., Path]) -> None:
    text = (
        "ds,a,b\n"
        "2024-01-01T00:00,1,x\n"
        "2024-01-01T01:00,-2,1\n"
        "01/02/2024 00:00,1,1\n"
        "2024-01-01T02:00,1\n"
        "2024-01-01T02:00,1e99,1\n"
    )
    error = problems_of(write(text))
    assert [(problem.row, problem.column) for problem in error.problems] == [
        (2, "b"),
        (3, "a"),
        (4, "ds"),
        (5, None),
        (6, "a"),
    ]
    assert '"x" is not a number' in str(error)
    assert 'row 3, column "a": -2 is negative' in str(error)
    assert "is not a time" in str(error)


@pytest.mark.parametrize("cell", ["nan", "inf", "1_000", "--", "1;2"])
def test_what_only_looks_like_a_number_is_refused(write: Callable[..., Path], cell: str) -> None:
    error = problems_of(write(f"hall,time,count\nz,2024-01-01T00:00,1\nz,2024-01-01T01:00,{cell}\n"))
    assert [(problem.row, problem.column) for problem in error.problems] == [(3, "count")]


@pytest.mark.parametrize("time", ["2024-01-01", "20240101T00:00", "2024-13-01T00:00", "2024-W01-1T00:00", "noon", ""])
def test_what_is_not_an_iso_time_is_refused(write: Callable[..., Path], time: str) -> None:
    error = problems_of(write(f"hall,time,count\nz,{time},1\n"))
    assert (error.problems[0].row, error.problems[0].column) == (2, "time")


def test_listing_is_capped_but_all_are_counted(write: Callable[..., Path], hours: Callable[..., str]) -> None:
    error = problems_of(
        write("hall,time,count\n" + "".join(f"h,{line}\n" for line in hours("2024-01-01", 99, "x").split()))
    )
    assert len(error.problems) == LISTED_PROBLEMS
    assert error.total == 99
    assert "and 49 more" in str(error)


def test_duplicate_hours_and_wrong_order_are_found_in_each_series(write: Callable[..., Path]) -> None:
    text = (
        "hall,time,count\n"
        "a,2024-01-01T00:00,1\nb,2024-01-01T00:00,1\n"
        "a,2024-01-01T01:00,1\nb,2024-01-01T00:00,2\n"
        "a,2024-01-01T00:30,1\n"
    )
    messages = [str(problem) for problem in problems_of(write(text)).problems]
    assert messages[0].startswith("row 5: 2024-01-01T00:00 is there twice for b")
    assert messages[1].startswith("row 6: dates in the wrong order")


def test_missing_hours_are_refused_with_the_way_out(write: Callable[..., Path], hours: Callable[..., str]) -> None:
    path = write("ds,a\n" + hours("2024-01-01", 3) + hours("2024-01-01T06:00", 3))
    error = problems_of(path)
    assert "row 5: 3 hours are missing: 2024-01-01T03:00 to 2024-01-01T06:00" in str(error)
    assert "--missing-rows closed" in str(error)
    assert "--missing-rows unknown" in str(error)


def test_missing_hours_can_mean_closed_or_unknown(write: Callable[..., Path], hours: Callable[..., str]) -> None:
    path = write("ds,a\n" + hours("2024-01-01", 2) + hours("2024-01-01T03:00", 1))
    closed = read_history(path, HistoryLayout(missing_rows="closed"))
    np.testing.assert_array_equal(closed.counts, [[1, 1, 0, 1]])
    np.testing.assert_array_equal(closed.closed, [[False, False, True, False]])
    unknown = read_history(path, HistoryLayout(missing_rows="unknown"))
    np.testing.assert_array_equal(unknown.counts, [[1, 1, np.nan, 1]])
    assert not unknown.closed.any()


def test_missing_rows_can_be_inferred(write: Callable[..., Path]) -> None:
    rows = []
    for day in range(1, 29):
        if day == 10:  # a whole day without rows: the hall was shut
            continue
        rows += [f"2024-02-{day:02d} {hour:02d}:00,3" for hour in range(8, 18) if (day, hour) != (20, 12)]
    history = read_history(write("ds,a\n" + "\n".join(rows)), HistoryLayout(missing_rows="infer"))
    counts, closed = history.row(SeriesKey("a"))
    start = 8
    assert closed[9 * 24 + 12 - start]
    assert closed[5 * 24 + 3 - start]
    assert np.isnan(counts[19 * 24 + 12 - start])
    assert np.isnan(counts).sum() == 1


def test_a_series_that_starts_later_has_no_gap(write: Callable[..., Path]) -> None:
    text = "hall,time,count\na,2024-01-01T00:00,1\na,2024-01-01T01:00,1\nb,2024-01-01T01:00,1\n"
    np.testing.assert_array_equal(read_history(write(text)).counts, [[1, 1], [np.nan, 1]])


def test_clock_changes(write: Callable[..., Path], hours: Callable[..., str]) -> None:
    zone: dict[str, Any] = {"timezone": "Pacific/Auckland"}
    # spring: 02:00 does not exist, so its absence is no gap and a blank there is dropped
    spring = write("ds,a\n2024-09-29 00:00,1\n2024-09-29 01:00,2\n2024-09-29 03:00,3\n", "spring.csv")
    np.testing.assert_array_equal(read_history(spring, HistoryLayout(**zone)).counts, [[1, 2, 3]])
    ghost = write("ds,a\n" + hours("2024-09-29", 4, 7), "ghost.csv")
    history = read_history(ghost, HistoryLayout(**zone))
    assert history.hours == 3
    assert "1 readings at clock hours" in history.notes[0]
    # autumn: 02:00 comes twice; twice in a row is fine, a third time is not, once is no gap
    rows = "2024-04-07 00:00,1\n2024-04-07 01:00,2\n2024-04-07 02:00,3\n{}2024-04-07 03:00,5\n"
    twice = write("ds,a\n" + rows.format("2024-04-07 02:00,4\n"), "twice.csv")
    np.testing.assert_array_equal(read_history(twice, HistoryLayout(**zone)).counts, [[1, 2, 3, 4, 5]])
    once = write("ds,a\n" + rows.format(""), "once.csv")
    np.testing.assert_array_equal(read_history(once, HistoryLayout(**zone)).counts, [[1, 2, 3, np.nan, 5]])
    thrice = write("ds,a\n" + rows.format("2024-04-07 02:00,4\n2024-04-07 02:00,4\n"), "thrice.csv")
    assert [problem.row for problem in problems_of(thrice, **zone).problems] == [6]
    assert "--timezone" in str(problems_of(twice))


def test_repeated_hour_with_offsets_needs_no_zone_but_its_name(write: Callable[..., Path]) -> None:
    rows = "2024-04-07T02:00+13:00,1\n2024-04-07T02:00+12:00,2\n2024-04-07T03:00+12:00,3\n"
    path = write("ds,a\n" + rows)
    np.testing.assert_array_equal(read_history(path, HistoryLayout(timezone="Pacific/Auckland")).counts, [[1, 2, 3]])
    assert "--timezone" in str(problems_of(path))


def test_half_hour_zones_keep_whole_local_hours(write: Callable[..., Path], hours: Callable[..., str]) -> None:
    path = write("ds,a\n" + hours("2024-01-01", 4, 9))
    history = read_history(path, HistoryLayout(timezone="Asia/Kolkata"))
    assert history.span[0].isoformat() == "2024-01-01T00:00:00+05:30"
    assert history.hours == 4


def test_rows_from_an_origin_on_are_not_used(write: Callable[..., Path], hours: Callable[..., str]) -> None:
    path = write("ds,a\n" + hours("2024-01-01", 48))
    history = read_history(path, HistoryLayout(before=date(2024, 1, 2)))
    assert history.hours == 24
    assert "no row before" in str(problems_of(path, before=date(2023, 1, 1)))


def test_header_problems(write: Callable[..., Path]) -> None:
    assert "the file is empty" in str(problems_of(write("")))
    assert "no rows of counts" in str(problems_of(write("hall,time,count\n")))
    assert 'no column "time" or "ds"' in str(problems_of(write("hall,when,count\na,b,1\n")))
    assert 'no column "hall"' in str(problems_of(write("site,time,count\na,b,1\n")))
    assert "more than once" in str(problems_of(write("ds,a,a\n2024-01-01T00:00,1,1\n")))
    assert 'no column is called "q"' in str(problems_of(write("ds,a\n2024-01-01T00:00,1\n"), sites=("q",)))
    assert "no column holds counts" in str(problems_of(write("ds,a\n2024-01-01T00:00,rain\n")))
    assert "cannot be split" in str(problems_of(write('ds,a\n2024-01-01T00:00,"1\n')))


def test_unknown_hall_in_a_long_file(write: Callable[..., Path]) -> None:
    path = write("hall,time,count\na,2024-01-01T00:00,1\n")
    assert 'no row is of the hall "z"' in str(problems_of(path, sites=("z",)))


def test_encodings(write: Callable[..., Path]) -> None:
    text = "hall,time,count\n朝阳营业厅,2024-01-01T00:00,1\n"
    chinese = write(text.encode("gb18030"))
    error = problems_of(chinese)
    assert error.problems[0].row == 2
    assert "--encoding gb18030" in str(error)
    assert read_history(chinese, HistoryLayout(encoding="gb18030")).halls == ("朝阳营业厅",)
    marked = write(text.encode("utf-8-sig"), "bom.csv")
    assert "--encoding utf-8-sig" in str(problems_of(marked))
    assert read_history(marked, HistoryLayout(encoding="utf-8-sig")).halls == ("朝阳营业厅",)
    assert "UTF-16" in str(problems_of(write(text.encode("utf-16"), "utf16.csv")))
    assert "not utf-8" in str(problems_of(write(b"ds,a\n2024-01-01T00:00,\xff\n", "latin.csv")))


def test_damaged_files(write: Callable[..., Path], tmp_path: Path) -> None:
    row = "2024-01-01T00:00,1\n"
    assert "longer than 1 MiB" in str(problems_of(write("ds,a\n" + row + "9" * (1 << 20) + "9\n")))
    packed = gzip.compress(b"ds,a\n" + b"9" * (8 << 20))
    assert "longer than 1 MiB" in str(problems_of(write(packed, "long.csv.gz")))
    assert "NUL" in str(problems_of(write("ds,a\n" + row + "\0\n")))
    whole = gzip.compress(("ds,a\n" + row * 5000).encode())
    assert "cut off or damaged" in str(problems_of(write(whole[: len(whole) // 2], "cut.csv.gz")))
    assert "cut off or damaged" in str(problems_of(write(b"ds,a\n", "plain.csv.gz")))
    assert "cannot be read" in str(problems_of(tmp_path / "absent.csv"))
    assert "cannot be read" in str(problems_of(tmp_path))


def test_a_mistyped_year_is_refused_before_it_fills_the_memory(write: Callable[..., Path]) -> None:
    error = problems_of(write("ds,a\n2024-01-01T00:00,1\n9024-01-01T00:00,1\n"), missing_rows="unknown")
    assert "is a year mistyped?" in str(error)


def test_unknown_settings(write: Callable[..., Path]) -> None:
    path = write("ds,a\n2024-01-01T00:00,1\n")
    for layout in (
        HistoryLayout(timezone="Mars/Olympus"),
        HistoryLayout(encoding="klingon"),
        HistoryLayout(missing_rows="perhaps"),  # pyright: ignore[reportArgumentType]
        HistoryLayout(columns={"a": "number"}),  # pyright: ignore[reportArgumentType]
    ):
        with pytest.raises(SettingsError):
            read_history(path, layout)


def test_mixed_offsets_are_refused(write: Callable[..., Path]) -> None:
    error = problems_of(write("ds,a\n2024-01-01T00:00,1\n2024-01-01T01:00+13:00,1\n"))
    assert "some times carry a UTC offset and some do not" in str(error)
