"""Worked cases of working-time law: ``python -m benchmarks.rules CASES.yaml --out R.json``.

Answers each case by its id: rules broken, pay by class in hours, time off in minutes, and what else the case has the
data for; `../shared/rules/CASES.md` describes the cases. Only law is reported, never house rules. Pay is added up again
before it is written: exit status 1 where it does not come to the hours worked, 2 for bad usage or bad input.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.rules_answers import case_answer
from benchmarks.rules_case import Row, parse_case, read_case_rows
from benchmarks.rules_checks import faults_of
from shiftbid.domain.errors import InputError, Problem

SHOWN_FAULTS = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, judge, check, write, print one line."""
    parsed = _parser().parse_args(arguments)
    began = time.perf_counter()
    try:
        rows = read_case_rows(parsed.cases)
        answers = answer_all(parsed.cases, rows)
        faults = [fault for row in rows for fault in faults_of(parse_case(row), answers[str(row["id"])])]
        text = json.dumps(answers, indent=1, ensure_ascii=False)
        parsed.out.write_text(text + "\n", encoding="utf-8")
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename or parsed.out}: {error.strerror or error}\n")
        return 2
    jurisdictions = {str(row["jurisdiction"]) for row in rows}
    broken = sum(len(answer.get("violations", ())) for answer in answers.values())
    verdict = f"{len(faults)} faults: {'; '.join(faults[:SHOWN_FAULTS])}" if faults else "checked"
    sys.stdout.write(
        f"rules: {len(answers)} cases of {len(jurisdictions)} jurisdictions, {broken} violations, "
        f"{sum('pay_h' in answer for answer in answers.values())} with pay; "
        f"{time.perf_counter() - began:.2f} s, {verdict}\n"
    )
    return 1 if faults else 0


def answer_all(source: Path, rows: Sequence[Row]) -> Mapping[str, Mapping[str, Any]]:
    """Answer of each case by id; all cases that cannot be read in one InputError."""
    answers: dict[str, Mapping[str, Any]] = {}
    problems: list[Problem | str] = []
    for row in rows:
        try:
            answers[str(row["id"])] = case_answer(row)
        except InputError as error:
            problems += [f"{error.source}: {problem}" for problem in error.problems]
    if problems:
        raise InputError(str(source), problems)
    return answers


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rules", description="Judges worked cases of law.")
    parser.add_argument("cases", type=Path, metavar="CASES.yaml")
    parser.add_argument("--out", type=Path, required=True, metavar="R.json")
    return parser


if __name__ == "__main__":
    sys.exit(main())
