"""``shiftbid import tickets`` from a file to a report, a file and the database."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.cli.app import command_line
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.timeline import Interval, parse_instant
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init

HEADER = "票号;客户类型;取号时间;叫号时间;完成时间;窗口号;状态\n"
DAMAGED_ROW = "A999;VIP;soon;;;;完成\n"
NINE = parse_instant("2026-03-02T09:00+08:00")


def row(n: int) -> str:
    """A customer every two minutes from 09:00, called after 50 s and served for a minute; every fifth is VIP."""
    issued, called, finished = (
        f"2026-03-02 {9 + n // 30:02}:{2 * n % 60 + minute:02}:{second:02}"
        for minute, second in ((0, 0), (0, 50), (1, 50))
    )
    return f"A{n:03};{'普通' if n % 5 else 'VIP'};{issued};{called};{finished};{n % 2 + 1};完成\n"


LOG = HEADER + "".join(row(n) for n in range(50))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command_line(WiredApplication()), ["import", "tickets", *arguments])


@pytest.fixture
def log(tmp_path: Path) -> Path:
    file = tmp_path / "log.csv"
    file.write_text(LOG + DAMAGED_ROW, encoding="gb18030")
    return file


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = sqlite_url(tmp_path / "shiftbid.sqlite")
    init(url)
    opening = OpeningHours.parse("09:00-19:00")
    hall = Hall("west", "West", "Asia/Shanghai", "CN", None, opening, Promise(), 6.0, 5)
    with Database(url) as database, database.unit_of_work() as unit:
        unit.halls.add(hall)
        unit.commit()
    return url


def test_the_report_says_what_was_read_and_what_was_not(log: Path) -> None:
    result = run(str(log), "--timezone", "Asia/Shanghai")
    assert result.exit_code == 0, result.output
    for text in (
        "50 of 51 rows read, 1 rejected",
        "encoding: gb18030",
        "separator: semicolon",
        "malformed: row 52, column 取号时间: 'soon'",
        "VIP: 20.0%",
        "regular: 40, mean 60.0 s",
        "Observed waits and the exact model's",
    ):
        assert text in result.stdout


def test_json_is_the_only_thing_printed(log: Path) -> None:
    report = json.loads(run(str(log), "--timezone", "Asia/Shanghai", "--json").stdout)
    assert report["rows"] == {"in_file": 51, "read": 50, "rejected": 1}
    assert report["rejected"][0]["row"] == 52
    assert report["waits"][0]["mean_seconds"] == 50
    assert report["arrivals"][0] == {
        "hall": "hall",
        "start": "2026-03-02T09:00+08:00",
        "end": "2026-03-02T09:15+08:00",
        "class": "vip",
        "arrivals": 2,
    }


def test_the_written_arrivals_can_be_certified(log: Path, tmp_path: Path) -> None:
    out = tmp_path / "arrivals.csv"
    assert run(str(log), "--hall", "west", "--timezone", "Asia/Shanghai", "--out", str(out)).exit_code == 0
    counters = tmp_path / "counters.csv"
    counters.write_text("hall,start,end,counters\nwest,2026-03-02T09:00+08:00,2026-03-02T11:00+08:00,3\n")
    command = ["certify", "--arrivals", str(out), "--counters", str(counters), "--service-minutes", "1"]
    result = CliRunner().invoke(command_line(WiredApplication()), [*command, "--out", str(tmp_path / "w.csv")])
    assert result.exit_code == 0, result.output
    assert "Promise kept in 14 of 14 rows" in result.stdout


def test_hourly_counts_are_stored_once(log: Path, url: str) -> None:
    result = run(str(log), "--hall", "west", "--url", url)
    assert result.exit_code == 0, result.output
    assert "4 hourly counts stored" in result.stdout
    with Database(url) as database, database.unit_of_work() as unit:
        counts = unit.footfall.of_hall("west", Interval(NINE, NINE + 7200))
    assert [((each.hour.start - NINE) // 3600, each.customer_class, each.count) for each in counts] == [
        (0, "regular", 24),
        (0, "vip", 6),
        (1, "regular", 16),
        (1, "vip", 4),
    ]
    again = run(str(log), "--hall", "west", "--url", url, "--out", str(log.with_name("out.csv")))
    assert again.exit_code == 2
    assert "2026-03-02T09:00+08:00, class vip: counted already" in again.stderr
    assert not log.with_name("out.csv").exists()


def test_nothing_is_stored_where_the_file_cannot_be_written(log: Path, url: str) -> None:
    result = run(str(log), "--hall", "west", "--url", url, "--out", str(log.parent / "none" / "out.csv"))
    assert result.exit_code == 2
    with Database(url) as database, database.unit_of_work() as unit:
        assert unit.footfall.of_hall("west", Interval(NINE, NINE + 7200)) == ()


@pytest.mark.parametrize(
    ("arguments", "messages"),
    [
        (
            ("--map", "票号", "--class", "1=gold", "--dates", "y/m", "--origin", "noon"),
            ("--map 票号", "--class 1=gold", "--dates y/m", "--origin noon"),
        ),
        (("--map", "nothing=ticket", "--map", "票号=colour"), ("--map nothing=ticket", "--map 票号=colour")),
        (("--timezone", "Mars/Olympus"), ("Mars/Olympus",)),
        (("--encoding", "klingon"), ("klingon",)),
        (("--map", "取号时间=ignore"), ("no column tells when customers arrive",)),
    ],
)
def test_bad_options_are_all_named(log: Path, arguments: tuple[str, ...], messages: tuple[str, ...]) -> None:
    result = run(str(log), *arguments)
    assert result.exit_code == 2
    assert all(message in result.stderr for message in messages), result.stderr
    assert result.stdout == ""


def test_an_unknown_hall_is_refused(log: Path, url: str, tmp_path: Path) -> None:
    assert "it has west" in run(str(log), "--hall", "east", "--url", url).stderr
    assert "--hall" in run(str(log), "--url", url).stderr
    several = tmp_path / "several.csv"
    several.write_text("hall,issued\nnorth,2026-03-02 09:00\nsouth,2026-03-02 09:00\nsouth,2026-03-02 09:01\n")
    assert "it has north, south" in run(str(several), "--hall", "east").stderr
    assert "2 tickets, 1 of other halls left out" in run(str(several), "--hall", "south").stdout


def test_the_comparison_is_drawn_or_refused_with_nothing_written(log: Path, tmp_path: Path) -> None:
    plot, out = tmp_path / "waits.svg", tmp_path / "arrivals.csv"
    result = run(str(log), "--plot", str(plot), "--out", str(out))
    assert result.exit_code == 0, result.output
    assert plot.read_text(encoding="utf-8").count("<polyline") == 4
    assert out.exists()
    bare = tmp_path / "bare.csv"
    bare.write_text("票号;取号时间\n" + "".join(f"A{n};2026-03-02 09:{n:02}:00\n" for n in range(30)), encoding="utf-8")
    for file in (plot, out):
        file.unlink()
    refused = run(str(bare), "--plot", str(plot), "--out", str(out))
    assert refused.exit_code == 2
    assert "leave --plot away" in refused.stderr
    assert not plot.exists()
    assert not out.exists()
