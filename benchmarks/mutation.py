"""How many small faults the tests find: ``python -m benchmarks.mutation --package PATH… --tests PATH… [--sample N]``.

A sample of places in a package (comparisons, arithmetic, and/or, numbers, not) is changed one at a time in a copy of
the checkout, and the tests that call the function around the place, or rest on it, are run, the quickest first, until
one fails. A fault that none of them finds has survived; some of these change nothing that can be seen. Which test calls
what is recorded in one run without any fault. A test that reaches a place by another process, or through a value kept
from an earlier test, is not counted as calling it, so the true share is no less than the one printed. Exit status 1
where the tests fail without any fault.
"""

from __future__ import annotations

import argparse
import math
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.mutation_faults import Fault, faults_of, with_fault
from benchmarks.mutation_runs import Baseline, baseline_of, load_libraries, tests_pass

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("shiftbid", "forecasts", "benchmarks", "tests", "pyproject.toml")
Z_95 = 1.959964
SHOWN_LINES = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Put the faults in one by one and print those that survive, then the score."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutation", description=__doc__)
    parser.add_argument("--package", type=Path, nargs="+", required=True, help="files or folders to put faults into")
    parser.add_argument("--tests", nargs="+", required=True, help="tests that should find them")
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parsed = parser.parse_args(arguments)
    files = sorted(file for path in parsed.package for file in ([path] if path.is_file() else path.rglob("*.py")))
    every = [fault for file in files for fault in faults_of(file)]
    chosen = random.Random(parsed.seed).sample(every, min(parsed.sample, len(every)))
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        copy = _copied(Path(scratch).resolve() / "checkout")
        output = Path(scratch) / "output.txt"
        baseline = baseline_of(copy, parsed.tests, output)
        if baseline is None:
            last = output.read_text(encoding="utf-8", errors="replace").splitlines()[-SHOWN_LINES:]
            sys.stderr.write("\n".join(["the tests fail without any fault:", *last, ""]))
            return 1
        load_libraries(baseline.libraries)
        control = baseline.one_of_each_file()
        if not tests_pass(copy, control, baseline.limit_seconds(control)):
            sys.stderr.write("tests that pass together fail by themselves, without any fault\n")
            return 1
        sys.stdout.write(f"{len(baseline.seconds)} tests in {sum(baseline.seconds.values()):.0f} s without a fault\n")
        found = 0
        for fault in chosen:
            survived = _survives(copy, fault, baseline)
            found += not survived
            sys.stdout.write(f"{'survived' if survived else 'found'}: {fault.path}:{fault.line} {fault.what}\n")
            sys.stdout.flush()
    least, most = likely_shares(found, len(chosen))
    sys.stdout.write(
        f"{found} of {len(chosen)} faults found ({found / max(1, len(chosen)):.1%}; of all {len(every)}, with 95 % "
        f"confidence, {least:.1%} to {most:.1%}) in {time.perf_counter() - began:.0f} s\n"
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


def _survives(copy: Path, fault: Fault, baseline: Baseline) -> bool:
    place = fault.path.resolve().relative_to(ROOT)
    tests = baseline.tests_for(str(place), fault.function_line)
    if not tests:
        return True
    file = copy / place
    whole = file.read_text(encoding="utf-8")
    file.write_text(with_fault(whole, fault), encoding="utf-8")
    try:
        return tests_pass(copy, tests, baseline.limit_seconds(tests))
    finally:
        file.write_text(whole, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
