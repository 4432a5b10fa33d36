"""``shiftbid db``, ``shiftbid accounts`` and the bare command, on a SQLite file."""

import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.cli.app import command_line


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(command_line(WiredApplication()), arguments, input=typed)


def test_a_database_is_made_checked_backed_up_and_restored(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "hall.sqlite")
    assert run("db", "init", "--url", url).exit_code == 0
    assert run("db", "init", "--url", url).exit_code == 2, "it is made once"
    assert run("db", "check", "--url", url).stdout == "The database is sound.\n"
    assert run("db", "upgrade", "--url", url).exit_code == 0
    copy = tmp_path / "copy.backup"
    assert run("db", "backup", str(copy), "--url", url).exit_code == 0
    assert run("db", "backup", str(copy), "--url", url).exit_code == 2, "a backup is never overwritten"
    other = sqlite_url(tmp_path / "other.sqlite")
    assert run("db", "restore", str(copy), "--url", other).exit_code == 0
    assert run("db", "check", "--url", other).exit_code == 0


def test_a_database_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    result = run("db", "check", "--url", sqlite_url(tmp_path / "none.sqlite"))
    assert result.exit_code == 2
    assert "none.sqlite" in result.stderr


def test_the_first_account_is_a_managers_and_managers_add_the_others(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "hall.sqlite")
    run("db", "init", "--url", url)
    add = ("accounts", "add", "--url", url)
    assert run(*add, "Pat", "--role", "payroll", typed="73019284\n73019284\n").exit_code == 2
    assert run(*add, "Mara", "--role", "manager", typed="73019284\n73019284\n").exit_code == 0
    assert run(*add, "Pat", "--role", "payroll", typed="55501234\n55501234\n").exit_code == 2, (
        "no manager has signed in"
    )
    by_mara = ("--manager", "Mara")
    wrong = run(*add, "Pat", "--role", "payroll", *by_mara, typed="wrong pin\n55501234\n55501234\n")
    assert wrong.exit_code == 2
    assert "name or the PIN is wrong" in wrong.stderr
    added = run(*add, "Pat", "--role", "payroll", *by_mara, typed="73019284\n55501234\n55501234\n")
    assert added.exit_code == 0, added.output
    assert "Pat may sign in as payroll" in added.stdout
    reset = ("accounts", "reset-pin", "--url", url, "Pat", "--manager")
    assert run(*reset, "Pat", typed="55501234\n66601234\n66601234\n").exit_code == 2, "only managers reset"
    weak = run(*reset, "Mara", typed="73019284\n1111111\n1111111\n")
    assert "one repeated character" in weak.stderr
    assert "signs in by the new PIN" in run(*reset, "Mara", typed="73019284\n66601234\n66601234\n").stdout
    assert "is signed in as payroll" in run(*reset, "Pat", typed="66601234\n55501234\n55501234\n").stderr


def test_the_version_is_answered_before_anything_heavy_is_loaded() -> None:
    code = (
        "import sys; sys.argv[1:] = ['--version']; from shiftbid.__main__ import main; main(); "
        "print(sorted(name for name in ('typer', 'numpy', 'sqlalchemy', 'ortools', 'PySide6') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "[]"
    assert done.stdout.startswith("shiftbid ")
