"""Qt's extractor reads only literal texts: an f-string or a variable would never be translated."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import shiftbid.ui

MARKED_TEXT = "marked_text.py"
"""The one module that translates what others mark: it has no texts of its own."""
SOURCES = sorted(path for path in Path(shiftbid.ui.__file__).parent.rglob("*.py") if path.name != MARKED_TEXT)
LITERALS_NEEDED = {"tr": 1, "translate": 2}


def faults(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LITERALS_NEEDED:
            needed = node.args[: LITERALS_NEEDED[node.func.attr]]
            if not all(isinstance(argument, ast.Constant) for argument in needed):
                yield f"line {node.lineno}: give {node.func.attr} a literal text, and fill it with .format"
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Attribute)
            and node.value.attr in LITERALS_NEEDED
        ):
            yield f"line {node.lineno}: call {node.value.attr} by its own name"
        if isinstance(node, ast.FunctionDef) and not in_class(source, node) and calls_self_tr(node):
            yield f"line {node.lineno}: tr outside a class has no context"


def in_class(source: str, function: ast.FunctionDef) -> bool:
    return any(
        function.name == getattr(member, "name", None)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef)
        for member in node.body
    )


def calls_self_tr(function: ast.FunctionDef) -> bool:
    return any(isinstance(node, ast.Attribute) and node.attr == "tr" for node in ast.walk(function))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_texts_can_be_extracted(path: Path) -> None:
    assert not list(faults(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "source",
    ['self.tr(f"{n} shifts")', "self.tr(words)", "t = QCoreApplication.translate", 'x.translate("Terms", words)'],
)
def test_the_lint_finds_what_it_looks_for(source: str) -> None:
    assert list(faults(source))
