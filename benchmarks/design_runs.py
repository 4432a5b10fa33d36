"""What the runners of shift design share: options, the clock, exact costs, and how an answer is written."""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from benchmarks.option_values import positive_count, positive_seconds
from shiftbid.domain.errors import InputError
from shiftbid.solver.shift_design.team import Designed, DesignPlan, design_shifts

_SHOWN_FAULTS = 5
_CLOSING_SECONDS = 0.2
"""Kept for counting the answer again and for writing it."""


@dataclass(frozen=True, slots=True)
class PreparedRun:
    """An instance made ready.

    Attributes
    ----------
    cost_unit
        What a cost of 1 in the plan's problem comes to in the instance.
    answer
        Gives the record's templates for a design.
    faults
        Checks a record by plain arithmetic on the instance; gives a sentence a fault.
    """

    name: str
    plan: DesignPlan
    cost_unit: Fraction
    answer: Callable[[Designed], list[Mapping[str, Any]]]
    faults: Callable[[Mapping[str, Any]], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Runner:
    """A command: its name, what its file is called, and how it makes an instance ready."""

    prog: str
    instance: str
    prepare: Callable[[Path], PreparedRun]


def run(runner: Runner, arguments: Sequence[str] | None, seconds_gone: float) -> int:
    """Read, design, check, write, print one line; gives the exit status.

    `seconds_gone` is what the process has taken before.
    """
    began = time.monotonic() - seconds_gone
    parser = argparse.ArgumentParser(prog=runner.prog)
    parser.add_argument("instance", metavar=runner.instance, type=Path)
    parser.add_argument(
        "--seconds", metavar="S", type=positive_seconds, required=True, help="wall clock of the whole run"
    )
    parser.add_argument("--workers", metavar="N", type=positive_count, default=2, help="processes to use (2)")
    parser.add_argument("--out", metavar="R.json", type=Path, required=True)
    parsed = parser.parse_args(arguments)
    try:
        _require_folder(parsed.out)
        prepared = runner.prepare(parsed.instance)
        left = parsed.seconds - _CLOSING_SECONDS - (time.monotonic() - began)
        designed = design_shifts(prepared.plan, max(0.0, left), parsed.workers, 1, _silent)
        record = _record(prepared, designed, time.monotonic() - began)
        faults = prepared.faults(record)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    try:
        if not faults:
            parsed.out.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"{parsed.out}: {error.strerror or error}\n")
        return 2
    verdict = f"{len(faults)} faults: {'; '.join(faults[:_SHOWN_FAULTS])}" if faults else "checked"
    sys.stdout.write(
        f"{parsed.instance.name}: {len(record['templates'])} templates, objective {record['objective']}, "
        f"bound {record['bound']}, {designed.stage.status}, {record['seconds']} s, {verdict}\n"
    )
    return 1 if faults else 0


def whole_costs(costs: Sequence[Fraction]) -> tuple[list[int], Fraction]:
    """Express costs as whole multiples of one unit; gives the multiples and the unit."""
    denominator = math.lcm(*(cost.denominator for cost in costs))
    multiples = [int(cost * denominator) for cost in costs]
    divisor = math.gcd(*multiples) or 1
    return [multiple // divisor for multiple in multiples], Fraction(divisor, denominator)


def plain_number(value: Fraction) -> int | float:
    """Whole numbers as such, others as decimals."""
    return int(value) if value.denominator == 1 else float(value)


def _record(prepared: PreparedRun, designed: Designed, seconds: float) -> Mapping[str, Any]:
    bound = int(designed.stage.bound or 0)
    return {
        "instance": prepared.name,
        "objective": plain_number(designed.design.cost * prepared.cost_unit),
        "bound": plain_number(bound * prepared.cost_unit),
        "seconds": round(seconds, 2),
        "templates": prepared.answer(designed),
    }


def _require_folder(out: Path) -> None:
    if not out.parent.is_dir():
        raise InputError(str(out), [f"there is no folder {out.parent} to write to"])


def _silent(share: float, text: str) -> None:
    """Nobody is waiting for the progress of a benchmark."""
