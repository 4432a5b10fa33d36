"""Small faults that can be put into a source file, and the file with one of them in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Add,
}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True)
class Fault:
    """One place of a file: the node by its number in the walk, and what is done to it.

    Attributes
    ----------
    function_line
        Line on which the innermost function around the place begins, its decorators included, as code objects tell
        it; 0 where the place is outside functions.
    """

    path: Path
    node: int
    line: int
    what: str
    function_line: int


def faults_of(path: Path) -> Iterator[Fault]:
    """Every fault that can be put into a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, _FUNCTIONS)]
    inside = {id(inner): _first_line(each) for each in functions for part in each.body for inner in ast.walk(part)}
    for number, node in enumerate(ast.walk(tree)):
        what = _change(node)
        if what:
            yield Fault(path, number, getattr(node, "lineno", 0), what, inside.get(id(node), 0))


def with_fault(source: str, fault: Fault) -> str:
    """Give the source with one node changed; comments and layout are lost, which changes nothing."""
    tree = ast.parse(source)
    _change(list(ast.walk(tree))[fault.node])
    return ast.unparse(tree)


def _first_line(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return min([function.lineno, *(each.lineno for each in function.decorator_list)])


def _change(node: ast.AST) -> str:
    """Change a node in place and say how; empty where it is not of a kind that is changed."""
    match node:
        case ast.Compare(ops=[operator, *_]) if type(operator) in _COMPARISONS:
            node.ops[0] = _COMPARISONS[type(operator)]()
            return f"{type(operator).__name__} to {type(node.ops[0]).__name__}"
        case ast.BinOp(op=operator) if type(operator) in _ARITHMETIC:
            node.op = _ARITHMETIC[type(operator)]()
            return f"{type(operator).__name__} to {type(node.op).__name__}"
        case ast.BoolOp(op=ast.And()):
            node.op = ast.Or()
            return "and to or"
        case ast.BoolOp(op=ast.Or()):
            node.op = ast.And()
            return "or to and"
        case ast.UnaryOp(op=ast.Not()):
            node.op = ast.UAdd()
            return "not left out"
        case ast.Constant(value=bool() as value):
            node.value = not value
            return f"{value} to {not value}"
        case ast.Constant(value=int() as value):
            node.value = value + 1
            return f"{value} to {value + 1}"
        case _:
            return ""
