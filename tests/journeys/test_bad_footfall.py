"""Faulty footfall files, from the command line: exit 2, every problem with row and column, nothing written."""

import gzip
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.cli.app import command_line

START = datetime.fromisoformat("2025-03-03T00:00")


def rows(hours: int = 24 * 70) -> list[str]:
    times = (START + timedelta(hours=hour) for hour in range(hours))
    return ["hall,time,count", *(f"h,{time.isoformat()},{10 + time.hour}" for time in times)]


def run(file: Path, out: Path, *options: str) -> Result:
    arguments = ["demo", "--footfall", str(file), "--country", "CN", "--out", str(out), *options]
    return CliRunner().invoke(command_line(WiredApplication()), arguments)


def refused(tmp_path: Path, content: bytes, *mentions: str, name: str = "counts.csv") -> str:
    file, out = tmp_path / name, tmp_path / "out"
    file.write_bytes(content)
    before = sorted(tmp_path.iterdir())
    result = run(file, out)
    assert result.exit_code == 2, result.output
    assert not result.stdout
    assert sorted(tmp_path.iterdir()) == before, "nothing may be written"
    for text in mentions:
        assert text in result.stderr
    return result.stderr


def changed(change: Callable[[list[str]], None]) -> bytes:
    lines = rows()
    change(lines)
    return ("\n".join(lines) + "\n").encode()


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    refused(tmp_path, b"hall,when,count\nh,2025-03-03T00:00,4\n", "time")


def test_text_for_a_number_is_named_with_row_and_column(tmp_path: Path) -> None:
    def spoil(lines: list[str]) -> None:
        lines[4] = lines[4].rsplit(",", 1)[0] + ",many"

    refused(tmp_path, changed(spoil), "row 5", "count", "many")


def test_a_gap_is_named_with_the_options_that_explain_it(tmp_path: Path) -> None:
    refused(tmp_path, changed(lambda lines: lines.__delitem__(slice(10, 12))), "missing", "--missing-rows")


def test_a_duplicate_hour_is_named(tmp_path: Path) -> None:
    refused(tmp_path, changed(lambda lines: lines.insert(7, lines[6])), "row 8")


def test_dates_in_the_wrong_order_are_named(tmp_path: Path) -> None:
    def swap(lines: list[str]) -> None:
        lines[20], lines[21] = lines[21], lines[20]

    refused(tmp_path, changed(swap), "row 22")


def test_a_date_written_day_first_is_named(tmp_path: Path) -> None:
    def spoil(lines: list[str]) -> None:
        lines[3] = "h,03/13/2025 02:00,5"

    refused(tmp_path, changed(spoil), "row 4", "time")


@pytest.mark.parametrize("content", [b"", b"hall,time,count\n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    refused(tmp_path, content, "counts.csv")


def test_gb18030_is_recognised_and_its_mend_named(tmp_path: Path) -> None:
    lines = [line.replace("h,", "营业厅,") for line in rows()]
    refused(tmp_path, "\n".join(lines).encode("gb18030"), "UTF-8", "--encoding gb18030")


def test_a_byte_order_mark_is_recognised_and_its_mend_named(tmp_path: Path) -> None:
    refused(tmp_path, "\n".join(rows()).encode("utf-8-sig"), "--encoding utf-8-sig")


@pytest.mark.slow
def test_a_line_of_a_gigabyte_is_refused_in_little_memory(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv.gz"
    with gzip.open(file, "wb", compresslevel=1) as stream:
        stream.write(b"hall,time,count\nh,2025-03-03T00:00,")
        for _ in range(1024):
            stream.write(b"1" * 1024 * 1024)
    result = run(file, tmp_path / "out")
    assert result.exit_code == 2
    assert "row 2" in result.stderr
    assert not (tmp_path / "out").exists()


def test_all_problems_stand_in_one_message(tmp_path: Path) -> None:
    def spoil(lines: list[str]) -> None:
        lines[4] = lines[4].rsplit(",", 1)[0] + ",many"
        lines[9] = "h,not a time,3"
        lines[30] = lines[30].rsplit(",", 1)[0] + ",-3"

    message = refused(tmp_path, changed(spoil))
    assert all(f"row {row}" in message for row in (5, 10, 31))


def test_options_that_cannot_be_are_refused_before_anything_runs(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    file.write_text("\n".join(rows()))
    for options, mention in (
        (("--rules", "MARS"), "MARS"),
        (("--weeks", "0"), "weeks"),
        (("--promise", "share:2:1"), "promise"),
        (("--opening", "9-27"), "opening hours"),
        (("--map", "a=b"), "--map"),
    ):
        result = run(file, tmp_path / "out", *options)
        assert result.exit_code == 2, result.output
        assert mention in result.stderr
        assert not (tmp_path / "out").exists()


def test_own_counts_without_a_country_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    file.write_text("\n".join(rows()))
    result = CliRunner().invoke(
        command_line(WiredApplication()), ["demo", "--footfall", str(file), "--out", str(tmp_path / "out")]
    )
    assert result.exit_code == 2
    assert "--country" in result.stderr


def test_a_folder_with_other_peoples_files_is_refused_at_once(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    file.write_text("\n".join(rows()))
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.docx").write_text("do not touch")
    result = run(file, out)
    assert result.exit_code == 2
    assert "thesis.docx" in result.stderr
    assert [path.name for path in out.iterdir()] == ["thesis.docx"]
