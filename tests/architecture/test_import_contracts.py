"""The import contracts of pyproject.toml hold, and each of them fails where it is broken on purpose."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source_tree import PRODUCT, ROOT

# Contract, module that must not, and the line it must not have.
PLANTS = {
    "Layers point inwards": ("shiftbid/domain/hall.py", "import shiftbid.rules.book"),
    "forecasts stands alone": ("forecasts/gaps.py", "import shiftbid.domain.hall"),
    "Only staffing and services read forecasts": ("shiftbid/payroll/__init__.py", "import forecasts.gaps"),
    "The verifier shares no code with what it verifies": ("shiftbid/verifier/__init__.py", "import forecasts.gaps"),
    "The verifier imports nothing of shiftbid": ("shiftbid/verifier/__init__.py", "import shiftbid.rules.book"),
    "Qt lives in ui": ("shiftbid/services/__init__.py", "import PySide6.QtCore"),
    "OR-Tools lives in solver": ("shiftbid/services/__init__.py", "from ortools.sat.python import cp_model"),
    "SQLAlchemy lives in storage": ("shiftbid/services/__init__.py", "import sqlalchemy"),
    "Screens ask services, never engines": ("shiftbid/ui/__init__.py", "import shiftbid.solver.rows"),
}


@pytest.fixture(scope="module")
def copy_of_the_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages and their contracts, to be broken without harm."""
    folder = tmp_path_factory.mktemp("tree")
    for package in PRODUCT:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-logo", "--no-cache"],
        cwd=folder,
        env={"PATH": "", "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_contracts_hold(copy_of_the_tree: Path) -> None:
    outcome = _lint_imports(copy_of_the_tree)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_every_contract_has_a_planted_breach() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]} == set(PLANTS)


@pytest.mark.parametrize("contract", PLANTS)
def test_contract_fails_on_a_planted_breach(copy_of_the_tree: Path, contract: str) -> None:
    path, line = PLANTS[contract]
    file = copy_of_the_tree / path
    innocent = file.read_text(encoding="utf-8")
    try:
        file.write_text(f"{innocent}\n{line}\n", encoding="utf-8")
        outcome = _lint_imports(copy_of_the_tree)
    finally:
        file.write_text(innocent, encoding="utf-8")
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert f"{contract} BROKEN" in outcome.stdout.splitlines()
