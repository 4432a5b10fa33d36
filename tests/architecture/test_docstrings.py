"""Public things are described, and quantities carry their unit in the name."""

from __future__ import annotations

import ast

from tests.architecture.source_tree import (
    PRODUCT,
    ROOT,
    Definition,
    Function,
    place,
    public_definitions,
    python_files,
    syntax,
)

# Alembic calls the functions of a migration by fixed names; the file's docstring says what it changes.
WITHOUT_DOCSTRINGS = ROOT / "shiftbid" / "storage" / "migrations" / "versions"
BARE_QUANTITIES = {"amount", "delay", "duration", "elapsed", "interval", "length", "period", "time", "timeout", "wait"}
NUMBERS = {"int", "float"}
FILES = [file for file in python_files(*PRODUCT) if not file.is_relative_to(WITHOUT_DOCSTRINGS)]
DEFINITIONS = [definition for file in FILES for definition in public_definitions(file)]


def test_every_module_says_what_it_is() -> None:
    assert not [place(file) for file in FILES if not ast.get_docstring(syntax(file))]


def test_every_public_definition_has_a_docstring() -> None:
    silent = [each.place for each in DEFINITIONS if not ast.get_docstring(each.node) and not _overrides(each)]
    assert not silent


def _overrides(definition: Definition) -> bool:
    """Whether the base class or another overload says it already."""
    names = {ast.unparse(each).rpartition(".")[2] for each in definition.node.decorator_list}
    return bool(names & {"override", "overload", "setter"})


def test_a_number_without_a_unit_in_its_name_is_refused() -> None:
    bare = [f"{each.place}: {name}" for each in DEFINITIONS for name in _bare_numbers(each.node)]
    assert not bare


def test_the_unit_check_sees_parameters_fields_and_results() -> None:
    source = """
def opened(wait: float, wait_minutes: float, *, length: int | None, time: str) -> int: ...
class Queue:
    duration: float
    duration_minutes: float
def amount() -> int: ...
"""
    definitions = [node for node in ast.parse(source).body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    assert [_bare_numbers(node) for node in definitions] == [["wait", "length"], ["duration"], ["amount"]]


def _bare_numbers(node: Function | ast.ClassDef) -> list[str]:
    if isinstance(node, ast.ClassDef) and node.name.endswith("Columns"):
        return []  # positions of a file's columns, not quantities
    if isinstance(node, ast.ClassDef):
        fields = [each for each in node.body if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)]
        named = [(ast.unparse(each.target), each.annotation) for each in fields]
    else:
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        named = [(each.arg, each.annotation) for each in arguments] + [(node.name, node.returns)]
    return [name for name, annotation in named if name in BARE_QUANTITIES and _is_number(annotation)]


def _is_number(annotation: ast.expr | None) -> bool:
    return annotation is not None and any(
        isinstance(each, ast.Name) and each.id in NUMBERS for each in ast.walk(annotation)
    )
