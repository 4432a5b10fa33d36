"""The source tree as the architecture tests read it: files, syntax trees, what is public."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRODUCT = ("forecasts", "shiftbid")
EVERYTHING = (*PRODUCT, "benchmarks", "tests")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Definition:
    """A public function, method or class, and where it stands."""

    place: str
    node: Function | ast.ClassDef


def python_files(*folders: str) -> Iterator[Path]:
    """Every Python file of the folders, in order."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def place(file: Path, line: int = 1) -> str:
    """Name a line as an editor opens it."""
    return f"{file.relative_to(ROOT)}:{line}"


@cache
def syntax(file: Path) -> ast.Module:
    """Syntax tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"))


def public_definitions(file: Path) -> Iterator[Definition]:
    """Public functions and classes of a module, with the public methods of those classes."""
    yield from _public_of(file, syntax(file).body)


def _public_of(file: Path, body: list[ast.stmt]) -> Iterator[Definition]:
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            yield Definition(f"{place(file, node.lineno)} {node.name}", node)
            if isinstance(node, ast.ClassDef):
                yield from _public_of(file, node.body)
