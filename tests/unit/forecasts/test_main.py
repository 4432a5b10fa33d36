"""The command line: files in, files out, exit status."""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.forecast import find_faults
from benchmarks.forecast import main as run_benchmark
from forecasts import ForecastSettings, predict
from forecasts.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from forecasts import History
    from forecasts.clock import Floats


@pytest.fixture
def counts_file(planted: Callable[..., Floats], write: Callable[..., Path]) -> Path:
    first = datetime.fromisoformat("2024-01-01T00:00")
    rows = [f"{first + timedelta(hours=i):%Y-%m-%d %H:%M},{n:.0f}" for i, n in enumerate(planted(56)[0])]
    return write("ds,north\n" + "\n".join(rows) + "\n")


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_predict_writes_in_the_form_of_the_input(counts_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "f.csv"
    assert main(["predict", str(counts_file), "--hours", "24", "--country", "NZ", "--out", str(out)]) == 0
    rows = read_csv(out)
    assert list(rows[0]) == ["hall", "time", "mean", "q10", "q50", "q90"]
    assert [row["time"] for row in rows[:2]] == ["2024-02-26 00:00", "2024-02-26 01:00"]
    assert len(rows) == 24
    assert {path.name for path in tmp_path.iterdir()} == {"counts.csv", "f.csv"}


def test_predict_keeps_offsets_and_classes(
    write: Callable[..., Path], hours: Callable[..., str], tmp_path: Path
) -> None:
    lines = [f"a,{line.split(',')[0]}:00+08:00,{n % 7},VIP" for n, line in enumerate(hours("2024-01-01", 336).split())]
    path = write("hall,time,count,class\n" + "\n".join(lines))
    out = tmp_path / "f.csv"
    assert main(["predict", str(path), "--hours", "2", "--timezone", "Asia/Shanghai", "--out", str(out)]) == 0
    rows = read_csv(out)
    assert [(row["time"], row["class"]) for row in rows] == [
        ("2024-01-15T00:00:00+08:00", "VIP"),
        ("2024-01-15T01:00:00+08:00", "VIP"),
    ]


def test_events_and_notices_change_the_forecast(counts_file: Path, write: Callable[..., Path], tmp_path: Path) -> None:
    events = write("hall,start,end,name,uplift\n,2024-02-26,2024-02-26,sale,2\n", "e.csv")
    notices = write("date,class\n2024-02-27,holiday\n", "n.csv")
    plain, lifted = tmp_path / "plain.csv", tmp_path / "lifted.csv"
    common = ["predict", str(counts_file), "--hours", "48"]
    assert main([*common, "--out", str(plain)]) == 0
    assert main([*common, "--events", str(events), "--calendar", str(notices), "--out", str(lifted)]) == 0
    noon = [tuple(float(read_csv(path)[hour]["mean"]) for path in (plain, lifted)) for hour in (12, 36)]
    assert noon[0][1] == pytest.approx(2 * noon[0][0], rel=1e-3)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("ds,a\n2024-01-01T00:00,x\n", "no column holds counts"),
        ("ds,a\n2024-01-01T00:00,-1\n", 'row 2, column "a"'),
        ("ds,a\n2024-01-01T00:00,1\n2024-01-01T05:00,1\n", "--missing-rows"),
    ],
)
def test_bad_input_exits_2_and_writes_nothing(
    write: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, words: str
) -> None:
    out = tmp_path / "f.csv"
    assert main(["predict", str(write(content)), "--out", str(out)]) == 2
    assert words in capsys.readouterr().err
    assert not out.exists()


def test_bad_options_exit_2(counts_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = ["predict", str(counts_file), "--out", str(tmp_path / "f.csv")]
    for extra in (["--country", "ZZ"], ["--hours", "0"], ["--timezone", "Nowhere"], ["--map", "ds"]):
        assert main([*common, *extra]) == 2
    assert main(["predict", str(counts_file), "--out", str(tmp_path / "no" / "f.csv")]) == 2
    with pytest.raises(SystemExit) as caught:
        main(["predict", str(counts_file)])
    assert caught.value.code == 2
    assert "--out" in capsys.readouterr().err


def test_bad_side_files_list_all_problems(
    counts_file: Path, write: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    events = write(
        "hall,start,end,name,uplift\na,then,2024-01-01,x,\na,2024-01-02T00:00,2024-01-01T00:00,x,-1\n", "e.csv"
    )
    command = ["predict", str(counts_file), "--events", str(events), "--out", str(tmp_path / "f.csv")]
    assert main(command) == 2
    text = capsys.readouterr().err
    assert 'row 2, column "start"' in text
    assert 'row 3, column "uplift"' in text
    assert 'row 3, column "end"' in text
    notices = write("date,class\n2024-02-30,off\n2024-03-01,perhaps\n", "n.csv")
    assert main(["predict", str(counts_file), "--calendar", str(notices), "--out", str(tmp_path / "f.csv")]) == 2
    text = capsys.readouterr().err
    assert 'row 2, column "date"' in text
    assert 'row 3, column "class"' in text


def test_backtest_and_report(counts_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = [str(counts_file), "--hours", "48", "--origins", "1", "--country", "NZ"]
    assert main(["backtest", *common, "--out", str(tmp_path / "b.csv")]) == 0
    assert {row["method"] for row in read_csv(tmp_path / "b.csv")} == {"forecast", "seasonal naive", "mean of 4 weeks"}
    assert "seasonal naive" in capsys.readouterr().out
    for name in ("r.md", "r.html"):
        assert main(["report", *common, "--out", str(tmp_path / name)]) == 0
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 2
    assert page.count(">shaded: quantiles 0.1 to 0.9</text>") == 2
    assert "How good it was" in page
    assert "Nothing unusual was found." in (tmp_path / "r.md").read_text(encoding="utf-8")


def test_benchmark_runs_checks_and_writes(
    counts_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "f.csv"
    command = [
        str(counts_file),
        "--horizon-hours",
        "24",
        "--origin",
        "2024-02-05",
        "--country",
        "US",
        "--out",
        str(out),
    ]
    assert run_benchmark(command) == 0
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    assert "checked" in printed
    assert read_csv(out)[0]["time"] == "2024-02-05 00:00"
    assert run_benchmark([*command[:4], "noon", *command[5:]]) == 2
    assert "is not a time" in capsys.readouterr().err


def test_benchmark_notices_its_own_faults(planted: Callable[..., Floats], history_of: Callable[..., History]) -> None:
    forecast = predict(history_of(planted(28)), hours=24, settings=ForecastSettings())
    origin = datetime.fromisoformat("2024-01-29T00:00")
    assert find_faults(forecast, origin, 24) == []
    assert find_faults(forecast, origin, 25) == ["h0: hours missing"]
    broken = type(forecast)(
        forecast.clock,
        forecast.start_utc_seconds,
        forecast.series,
        forecast.levels,
        forecast.means * float("nan"),
        forecast.quantiles[:, :, ::-1] + 1,
        forecast.method,
        forecast.form,
    )
    assert any("not finite" in fault for fault in find_faults(broken, origin, 24))


def test_importing_the_package_loads_no_heavy_library() -> None:
    code = "import sys, forecasts; print([m for m in ('lightgbm', 'pandas', 'holidays', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_kept_model_totals_and_levels_from_the_command_line(
    counts_file: Path, write: Callable[..., Path], tmp_path: Path
) -> None:
    model, districts = tmp_path / "model", write("hall,district\nnorth,city\n", "d.csv")
    common = ["predict", str(counts_file), "--hours", "24", "--quantiles", "0.05,0.95", "--totals"]
    outs = [(tmp_path / f"t{i}.csv", tmp_path / f"f{i}.csv") for i in range(3)]
    for (totals, out), extra in zip(outs, ([], ["--model", str(model)], ["--model", str(model)]), strict=True):
        command = [*common, str(totals), "--districts", str(districts), "--out", str(out), *extra]
        assert main(command) == 0
    assert model.exists()
    for totals, out in outs[1:]:
        assert out.read_bytes() == outs[0][1].read_bytes()
        assert totals.read_bytes() == outs[0][0].read_bytes()
    assert list(read_csv(outs[0][1])[0]) == ["hall", "time", "mean", "q5", "q95"]
    totals = read_csv(outs[0][0])
    assert [(row["scope"], row["name"]) for row in totals] == [("hall", "north"), ("district", "city"), ("network", "")]
    assert {row["time"] for row in totals} == {"2024-02-26"}
    by_hour = tmp_path / "h.csv"
    again = ["--totals-by", "hour", "--model", str(model), "--refit", "never", "--out", str(tmp_path / "f.csv")]
    assert main([*common, str(by_hour), *again]) == 0
    assert [row["time"] for row in read_csv(by_hour)][:2] == ["2024-02-26 00:00", "2024-02-26 01:00"]


def test_bad_levels_districts_and_models_exit_2(
    counts_file: Path, write: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common = ["predict", str(counts_file), "--hours", "24", "--out", str(tmp_path / "f.csv")]
    for extra, words in (
        (["--quantiles", "many"], "--quantiles expects levels"),
        (["--quantiles", "0.5,0.1"], "increase strictly"),
        (["--model", str(counts_file)], "holds no forecaster"),
        (
            ["--totals", "t.csv", "--districts", str(write("hall,district\nnorth,\n", "blank.csv"))],
            "the district is blank",
        ),
        (["--totals", "t.csv", "--districts", str(write("hall,district\nsouth,x\n", "south.csv"))], "is called south"),
    ):
        assert main([*common, *extra]) == 2
        assert words in capsys.readouterr().err
    assert not (tmp_path / "f.csv").exists()
