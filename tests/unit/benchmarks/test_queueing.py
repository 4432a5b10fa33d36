from __future__ import annotations

import csv
from pathlib import Path

import pytest

from benchmarks.queueing import main

REFERENCE = Path(__file__).parents[4] / "shared" / "benchmarks" / "queueing"

STATIONARY = """case_id,model,lam_vip,lam_reg,mean_service_min,servers,patience,t_vip_min,t_reg_min
A,erlang_c,0,200,3,14,,,0.3333333333
B,priority_mmc,12,48,7,9,,10,15
C,erlang_a,0,60,7,7,exp:15,,10
D,mmc_mixed_patience,0,60,7,7,hyperexp:0.25@5;0.25@10;0.25@20;0.25@60,,10
E,priority_mmc,30,60,7,8,,10,15
"""
VARYING = """case_id,hour,lam_vip,lam_reg,counters_15min,mean_service_min,t_vip_min,t_reg_min
X,1,4,16,3;3;2;3,6,10,15
X,0,0,12,2;2;2;3,6,10,15
Y,0,2,8,3;3;3;3;3;3,6,5,5
"""


def _run(tmp_path: Path, model: str, text: str) -> tuple[int, list[dict[str, str]]]:
    cases, out = tmp_path / "cases.csv", tmp_path / "out.csv"
    cases.write_text(text)
    status = main([model, str(cases), "--out", str(out)])
    if not out.exists():
        return status, []
    with out.open(newline="") as file:
        return status, list(csv.DictReader(file))


def test_stationary_cases_without_value_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, rows = _run(tmp_path, "stationary", STATIONARY)
    assert status == 0
    assert list(rows[0]) == [
        "case_id",
        "p_wait",
        "mean_wait_vip_min",
        "mean_wait_reg_min",
        "sl_vip",
        "sl_reg",
        "p_abandon",
    ]
    values = {row["case_id"]: row for row in rows}
    assert float(values["A"]["sl_reg"]) == pytest.approx(0.8883500192, rel=1e-6)
    assert float(values["B"]["sl_reg"]) == pytest.approx(0.9884049504, rel=1e-6)
    assert float(values["C"]["p_abandon"]) == pytest.approx(0.1214397346, rel=1e-6)
    assert float(values["D"]["sl_reg"]) == pytest.approx(0.8658010382, rel=1e-5)
    assert values["A"]["sl_vip"] == values["B"]["p_abandon"] == ""
    assert (values["E"]["p_wait"], values["E"]["sl_reg"], values["E"]["mean_wait_reg_min"]) == ("1", "0", "inf")
    assert capsys.readouterr().out.startswith("cases.csv: 5 stationary cases")


def test_days_of_any_length_and_order(tmp_path: Path) -> None:
    status, rows = _run(tmp_path, "time-varying", VARYING)
    assert status == 0
    assert [(row["case_id"], row["hour"]) for row in rows] == [("X", "1"), ("X", "0"), ("Y", "0")]
    assert rows[1]["sl_vip"] == rows[1]["mean_wait_vip_min"] == ""
    assert 0.5 < float(rows[0]["sl_reg"]) < 1


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference values of ../shared are not here")
@pytest.mark.parametrize(("model", "name"), [("stationary", "stationary.csv"), ("time-varying", "time_varying.csv")])
def test_reference_values_within_their_tolerances(tmp_path: Path, model: str, name: str) -> None:
    text = (REFERENCE / name).read_text()
    status, rows = _run(tmp_path, model, text)
    expected = list(csv.DictReader(text.splitlines()))
    assert status == 0
    assert len(rows) == len(expected)
    for row, reference in zip(rows, expected, strict=True):
        for column in [c for c in row if c not in ("case_id", "hour")]:
            assert (row[column] == "") == (reference[column] == ""), (row, column)
            if row[column]:
                value, known = float(row[column]), float(reference[column])
                if model == "stationary":
                    assert value == pytest.approx(known, rel=1e-5 if "@" in reference["patience"] else 1e-6)
                else:
                    assert value == pytest.approx(known, abs=1e-3 if column.startswith("sl") else 0.02)


@pytest.mark.parametrize(
    ("model", "text", "named"),
    [
        ("stationary", "case_id,lam_vip\nA,1\n", "column servers is missing"),
        ("stationary", STATIONARY.replace("A,erlang_c,0,200,3,14", "A,erlang_c,0,-2,3,1.5"), "2 problems"),
        ("stationary", STATIONARY.replace("exp:15", "weibull:3"), "write exp:M"),
        ("stationary", STATIONARY.replace("0.25@60", "0.35@60"), "adding up to 1"),
        ("stationary", STATIONARY.replace("C,erlang_a,0", "C,erlang_a,5"), "one class only"),
        ("stationary", STATIONARY.splitlines()[0] + "\n", "no rows"),
        ("time-varying", VARYING.replace("X,1,", "X,2,"), "without gap"),
        ("time-varying", VARYING.replace("2;2;2;3", "2;2;3"), "as many counters"),
        ("time-varying", VARYING.replace("2;2;2;3", "2;x;2;3"), "whole numbers of counters"),
        ("time-varying", VARYING.replace("3;3;2;3,6", "3;3;2;3,9"), "one service time"),
    ],
)
def test_faulty_cases_are_refused_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], model: str, text: str, named: str
) -> None:
    assert _run(tmp_path, model, text) == (2, [])
    assert named in capsys.readouterr().err


def test_a_missing_file_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stationary", str(tmp_path / "none.csv"), "--out", str(tmp_path / "out.csv")]) == 2
    assert "cannot be read" in capsys.readouterr().err
