"""The table of methods: figures where a package is there, its name where it is not."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.forecast_methods import METHODS
from benchmarks.forecast_side_by_side import main
from forecasts import boosting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchmarks.forecast_methods import Answer, Task


def test_a_package_that_is_not_there_is_named(
    write: Callable[..., Path],
    hours: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(boosting, "available", lambda: False)
    real = importlib.import_module

    def only_ours(name: str, package: str | None = None) -> Any:
        if name in ("statsforecast.models", "mlforecast", "prophet"):
            raise ModuleNotFoundError(name, name=name)
        return real(name, package)

    monkeypatch.setattr(importlib, "import_module", only_ours)
    path = write("ds,a\n" + hours("2024-01-01", 70 * 24, 4))
    command = [str(path), "--origin", "2024-03-04", "--horizon-hours", "168"]
    assert main(command) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:22].strip() for line in lines] == ["method", *METHODS]
    assert lines[0].endswith("80 % band covers 168 h / all / holidays")
    assert lines[1].split()[2:] == ["0.000", "0.000", "-", "0.0"]  # neither holidays nor a band
    assert lines[3].endswith("1.000 / 1.000 / -")
    assert [line.split()[-1] for line in lines[4:]] == ["statsforecast.models"] * 2 + ["mlforecast", "prophet"]
    assert main([*command, "--methods", "magic"]) == 2
    assert 'no method is called "magic"' in capsys.readouterr().err
    assert main([*command, "--judged", "a,z"]) == 2
    assert "does not hold: z" in capsys.readouterr().err
    assert main([*command, "--origin", "2024-03-09"]) == 2
    assert "ends less than 168 hours after" in capsys.readouterr().err


def test_figures_kept_are_not_found_again(
    write: Callable[..., Path],
    hours: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = write("ds,a\n" + hours("2024-01-01", 70 * 24, 4))
    command = [str(path), "--origin", "2024-03-04", "--horizon-hours", "168", "--methods", "seasonal naive"]
    keeping = [*command, "--keep", str(tmp_path / "figures")]
    assert main(keeping) == 0
    first = capsys.readouterr().out
    assert len(list((tmp_path / "figures").iterdir())) == 1

    def fail(task: Task) -> Answer:
        raise AssertionError(task.hours)

    monkeypatch.setitem(METHODS, "seasonal naive", fail)
    assert main(keeping) == 0
    assert capsys.readouterr().out == first
    with pytest.raises(AssertionError, match="168"):
        main(command)
    with pytest.raises(AssertionError, match="144"):
        main([*keeping, "--horizon-hours", "144"])
