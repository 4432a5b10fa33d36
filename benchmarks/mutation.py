"""How many small faults the tests find: ``python -m benchmarks.mutation --package PATH… --tests RUN… [--sample N]``.

A sample of places in a package (comparisons, arithmetic, and/or, numbers, not) is changed one at a time in a copy of
the checkout, and the runs of tests are made one after the other until the first fails: name the quick ones first. A
fault that no test finds has survived; some of these change nothing that can be seen. Exit status 1 where the tests fail
without any fault.
"""

from __future__ import annotations

import argparse
import ast
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("shiftbid", "forecasts", "benchmarks", "tests", "pyproject.toml")
LONGEST_RUN_SECONDS = 300
Z_95 = 1.959964
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


@dataclass(frozen=True, slots=True)
class Fault:
    """One place of a file: the node by its number in the walk, and what is done to it."""

    path: Path
    node: int
    line: int
    what: str


def faults_of(path: Path) -> Iterator[Fault]:
    """Every fault that can be put into a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for number, node in enumerate(ast.walk(tree)):
        what = _change(node)
        if what:
            yield Fault(path, number, getattr(node, "lineno", 0), what)


def with_fault(source: str, fault: Fault) -> str:
    """Give the source with one node changed; comments and layout are lost, which changes nothing."""
    tree = ast.parse(source)
    _change(list(ast.walk(tree))[fault.node])
    return ast.unparse(tree)


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Put the faults in one by one and print those that survive, then the score."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutation", description=__doc__)
    parser.add_argument("--package", type=Path, nargs="+", required=True, help="files or folders to put faults into")
    parser.add_argument("--tests", nargs="+", required=True, help="tests that should find them, a run each")
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parsed = parser.parse_args(arguments)
    files = sorted(file for path in parsed.package for file in ([path] if path.is_file() else path.rglob("*.py")))
    every = [fault for file in files for fault in faults_of(file)]
    chosen = random.Random(parsed.seed).sample(every, min(parsed.sample, len(every)))
    with tempfile.TemporaryDirectory() as scratch:
        copy = _copied(Path(scratch) / "checkout")
        if not _passes(copy, parsed.tests):
            sys.stderr.write("the tests fail without any fault\n")
            return 1
        found = 0
        for fault in chosen:
            survived = _survives(copy, fault, parsed.tests)
            found += not survived
            sys.stdout.write(f"{'survived' if survived else 'found'}: {fault.path}:{fault.line} {fault.what}\n")
            sys.stdout.flush()
    least, most = likely_shares(found, len(chosen))
    sys.stdout.write(
        f"{found} of {len(chosen)} faults found ({found / max(1, len(chosen)):.1%}; of all {len(every)}, with 95 % "
        f"confidence, {least:.1%} to {most:.1%})\n"
    )
    return 0


def likely_shares(found: int, tried: int) -> tuple[float, float]:
    """Least and most share of all faults that a sample speaks for with 95 % confidence (Wilson's interval)."""
    if not tried:
        return 0.0, 1.0
    share, spread = found / tried, Z_95**2 / tried
    middle = share + spread / 2
    reach = Z_95 * math.sqrt(share * (1 - share) / tried + spread / (4 * tried))
    return max(0.0, (middle - reach) / (1 + spread)), min(1.0, (middle + reach) / (1 + spread))


def _copied(target: Path) -> Path:
    target.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)
    shared = ROOT.parent / "shared"
    if shared.is_dir():
        (target.parent / "shared").symlink_to(shared)
    return target


def _survives(copy: Path, fault: Fault, tests: Sequence[str]) -> bool:
    file = copy / fault.path.resolve().relative_to(ROOT)
    whole = file.read_text(encoding="utf-8")
    file.write_text(with_fault(whole, fault), encoding="utf-8")
    try:
        return _passes(copy, tests)
    finally:
        file.write_text(whole, encoding="utf-8")


def _passes(copy: Path, runs: Sequence[str]) -> bool:
    """Whether every run of tests passes; the first that does not is the last that is made."""
    return all(_run_passes(copy, tests.split()) for tests in runs)


def _run_passes(copy: Path, tests: Sequence[str]) -> bool:
    """Whether the tests pass; a run that does not end counts as a failure."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, check=False, timeout=LONGEST_RUN_SECONDS
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
