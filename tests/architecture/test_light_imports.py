"""What comes with an import: the core loads neither window nor solver nor data frames."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.architecture.source_tree import ROOT, python_files

HEAVY = ["PySide6", "pyqtgraph", "ortools", "pandas", "numpy", "lightgbm", "sqlalchemy", "forecasts"]


LATE = [
    "pyqtgraph",
    "numpy",
    "ortools",
    "pandas",
    "lightgbm",
    "holidays",
    "alembic",
    "psycopg",
    "openpyxl",
    "shiftbid.cli.app",
    "shiftbid.ui.pages.roster.page",
]
"""What the window does without until somebody needs it."""


def _loaded_by(modules: list[str], heavy: list[str] = HEAVY) -> list[str]:
    """Heavy packages that a fresh interpreter has loaded after importing the modules."""
    program = (
        "import importlib, json, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        f"print(json.dumps([name for name in {heavy!r} if name in sys.modules]))\n"
    )
    outcome = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(outcome.stdout)


def _modules_of(*packages: str) -> list[str]:
    files = python_files(*(f"shiftbid/{package}" for package in packages))
    return [".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for file in files]


@pytest.mark.parametrize("module", ["shiftbid", "shiftbid.domain", "shiftbid.services"])
def test_package_is_light(module: str) -> None:
    assert _loaded_by([module]) == []


def test_no_module_of_domain_and_rules_is_heavy() -> None:
    modules = _modules_of("domain", "rules")
    assert "shiftbid.rules.laws.daily_rest" in modules
    assert _loaded_by(modules) == []


def test_the_window_opens_without_what_only_work_needs() -> None:
    opened = ["shiftbid.cli.window", "shiftbid.bootstrap.application", "shiftbid.bootstrap.desktop"]
    shown = ["shiftbid.ui.application", "shiftbid.services.desk_reading"]
    assert _loaded_by([*opened, *shown], LATE) == []


def test_the_verifier_stands_alone() -> None:
    modules = _modules_of("verifier")
    assert modules
    assert _loaded_by(modules) == []


def test_the_check_sees_what_is_loaded() -> None:
    assert _loaded_by(["numpy"]) == ["numpy"]
