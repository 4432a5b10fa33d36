"""What rules and pay are reckoned from does not change: its dataclasses are frozen, with slots."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source_tree import place, python_files, syntax

PLAIN_DATA = ("domain", "rules", "payroll", "voting", "bidding")
PROMISES = ("frozen", "slots")


def _faults(module: ast.Module) -> Iterator[ast.ClassDef]:
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef):
            for decorator in node.decorator_list:
                if "dataclass" in ast.unparse(decorator) and not _kept(decorator):
                    yield node


def _kept(decorator: ast.expr) -> bool:
    given = (
        {each.arg: ast.unparse(each.value) for each in decorator.keywords} if isinstance(decorator, ast.Call) else {}
    )
    return all(given.get(promise) == "True" for promise in PROMISES)


@pytest.mark.parametrize("package", PLAIN_DATA)
def test_dataclasses_are_frozen_and_have_slots(package: str) -> None:
    files = python_files(f"shiftbid/{package}")
    faults = [f"{place(file, node.lineno)} {node.name}" for file in files for node in _faults(syntax(file))]
    assert faults == []


@pytest.mark.parametrize("decorator", ["dataclass", "dataclass()", "dataclass(frozen=True)", "dataclass(slots=True)"])
def test_a_dataclass_that_can_change_is_found(decorator: str) -> None:
    assert [node.name for node in _faults(ast.parse(f"@{decorator}\nclass Faulty:\n    number: int\n"))] == ["Faulty"]
