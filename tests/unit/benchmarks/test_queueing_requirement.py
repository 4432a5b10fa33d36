from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

from benchmarks.requirement import main

HEADER = "cell,day,hour,lam_vip,lam_reg,mean_service_min,t_vip_min,t_reg_min,target_share\n"
DAYS = (
    HEADER
    + "small,0,0,4,16,7,5,5,0.9\nsmall,0,1,9,36,7,10,15,0.9\nsmall,0,2,5,20,7,5,5,0.9\n"
    + "small,1,0,0,0,7,5,5,0.9\nsmall,1,1,2,8,7,5,5,0.8\n"
    + "large,0,0,20,80,4,10,15,0.95\n"
)


def test_answers_every_hour_and_compares_with_the_formula(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days, out = tmp_path / "days.csv.gz", tmp_path / "out.csv"
    days.write_bytes(gzip.compress(DAYS.encode()))
    assert main([str(days), "--out", str(out)]) == 0
    with out.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(r["cell"], r["day"], r["hour"]) for r in rows] == [
        tuple(line.split(",")[:3]) for line in DAYS.splitlines()[1:]
    ]
    assert rows[3]["counters"] == "0"
    assert all(int(row["counters"]) > 0 for row in (*rows[:3], *rows[4:]))
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in printed] == ["cell", "small", "large", "days.csv.gz:"]
    assert printed[-1].endswith("checked")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (DAYS.replace("small,0,2", "small,0,3"), "follow one another"),
        (DAYS.replace("5,20,7", "5,20,0"), "one service time"),
        (DAYS.replace("0.95", "1.95"), "at most 1"),
        (DAYS.replace("9,36", "x,36"), "row 3, column lam_vip"),
        (HEADER, "no rows"),
        (DAYS.replace("target_share", "target"), "column target_share is missing"),
    ],
)
def test_faulty_days_are_refused_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, named: str
) -> None:
    days, out = tmp_path / "days.csv", tmp_path / "out.csv"
    days.write_text(text)
    assert main([str(days), "--out", str(out)]) == 2
    assert not out.exists()
    assert named in capsys.readouterr().err
