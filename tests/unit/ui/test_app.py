from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping

import pytest

from shiftbid.ui import app
from tests.gui.fake_services import FakeServices

HEAVY = ("ortools", "pandas", "lightgbm", "scipy", "sqlalchemy", "forecasts")


def modules_after(statement: str) -> set[str]:
    code = f"import sys, json\n{statement}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("module", ["shiftbid.ui.app", "shiftbid.ui.worker", "shiftbid.ui.themes"])
def test_starting_loads_no_qt(module: str) -> None:
    assert not {name for name in modules_after(f"import {module}") if name.startswith("PySide6")}


def test_the_window_loads_nothing_heavy() -> None:
    loaded = {name.split(".")[0] for name in modules_after("import shiftbid.ui.application")}
    assert "PySide6" in loaded
    assert not loaded & set(HEAVY)


def test_a_missing_library_ends_with_advice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lacking(platform: str, environment: Mapping[str, str]) -> str:
        return "install libegl1"

    monkeypatch.setattr(app, "start_problem", lacking)
    assert app.run(FakeServices(), ["shiftbid"]) == app.CANNOT_START
    assert capsys.readouterr().err == "install libegl1\n"


def test_a_fault_of_ours_is_not_explained_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing_wrong(platform: str, environment: Mapping[str, str]) -> None:
        return None

    monkeypatch.setattr(app, "start_problem", nothing_wrong)
    monkeypatch.setitem(sys.modules, "shiftbid.ui.application", None)
    with pytest.raises(ImportError):
        app.run(FakeServices(), ["shiftbid"])
