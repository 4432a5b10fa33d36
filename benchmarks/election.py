"""Elections under a cover limit: ``python -m benchmarks.election E.json --seconds S [--workers N] --out R.json``.

Proportional approval voting over the sets of templates that are proven to leave no more heads missing than the fewest
possible and the tolerance. The answer is counted again ballot by ballot and slot by slot before it is written. Exit
status 1 where it is not legal or no set was proven to be allowed, 2 for bad usage or bad input. One thread does the
work whatever ``--workers`` says: more were slower on two cores.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from pathlib import Path
from typing import Any

from benchmarks.json_cases import Node, named, raise_faults, read_document
from benchmarks.option_values import positive_count, positive_seconds
from shiftbid.domain.ballot import Ballot
from shiftbid.domain.errors import InputError
from shiftbid.solver.election import Election, Outcome, elect
from shiftbid.solver.proof import ProofLimit
from shiftbid.solver.template_cover import week_cover

_SEED = "election"
# Left for reading, checking and writing.
_KEPT_SECONDS = 0.5


def main(arguments: Sequence[str] | None = None) -> int:
    """Elect, check, write, print one line."""
    began = time.monotonic()
    parser = argparse.ArgumentParser(prog="python -m benchmarks.election", description=__doc__)
    parser.add_argument("election", metavar="ELECTION.json", type=Path)
    parser.add_argument(
        "--seconds", metavar="S", type=positive_seconds, required=True, help="wall clock of the whole process"
    )
    parser.add_argument(
        "--workers",
        metavar="N",
        type=positive_count,
        default=1,
        help="accepted by every runner; here one thread does the work",
    )
    parser.add_argument("--out", metavar="R.json", type=Path, required=True)
    parsed = parser.parse_args(arguments)
    try:
        document = read_document(parsed.election)
        election = read_election(parsed.election, document)
        outcome = elect(election, ProofLimit(ends_at=began + parsed.seconds - _KEPT_SECONDS), lambda _: None)
        answer = as_record(outcome, time.monotonic() - began)
        faults = (
            find_faults(document.value, answer) if outcome.elected.adopted else ["no set was proven to cover in time"]
        )
        if not faults:
            parsed.out.write_text(json.dumps(answer, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename or parsed.out}: {error.strerror or error}\n")
        return 2
    sys.stdout.write(f"{parsed.election.name}: {summary(answer)}, {'; '.join(faults) or 'checked'}\n")
    return 1 if faults else 0


def read_election(path: Path, document: Node) -> Election:
    """Read an election.

    Raises
    ------
    InputError
        Every fault of the file, with its place.
    """
    demand = [[need.whole() for need in day.items()] for day in document.at("demand").items()]
    first = [sum(map(len, demand[:day])) for day in range(len(demand) + 1)]
    templates = named(document.at("templates").items(), "id")
    if not templates:
        document.at("templates").fault("give at least one template")
    covers = {name: _slots(node, demand, first) for name, node in templates}
    known = {name for name, _ in templates}
    ballots = tuple(
        Ballot(voter, frozenset(_approved(node, known)))
        for voter, node in named(document.at("ballots").items(), "staff")
    )
    cover = week_cover(
        tuple(need for day in demand for need in day),
        covers,
        document.at("staff").whole(),
        document.at("seats").whole(1),
    )
    percent = document.at("tolerance_percent")
    tolerance = math.floor(Fraction(str(percent.number(0))) * sum(cover.demand_heads) / 100)
    raise_faults(path, document)
    return Election(cover, tolerance, ballots, _SEED)


def as_record(outcome: Outcome, seconds: float) -> Mapping[str, Any]:
    """Bring an outcome into the output's form; ``bound`` is a number not below the exact ``score_bound``."""
    least = outcome.least_missing
    elected = outcome.elected
    adopted = elected.adopted
    return {
        "u_star": least.stage.objective if least.shown_by else None,
        "u_star_bound": least.bound,
        "unmet": adopted.missing_heads if adopted else None,
        "score": f"{elected.score.numerator}/{elected.score.denominator}",
        "bound": _not_below(elected.bound),
        "score_bound": f"{elected.bound.numerator}/{elected.bound.denominator}",
        "status": outcome.status.value,
        "seconds": round(seconds, 3),
        "winners": sorted(adopted.templates) if adopted else [],
        "heads": dict(sorted(adopted.heads.items())) if adopted else {},
    }


def find_faults(case: Mapping[str, Any], answer: Mapping[str, Any]) -> list[str]:
    """Count an answer again from the file: sizes, heads, missing heads against the limit, points against the bound."""
    winners, heads = set(answer["winners"]), answer["heads"]
    faults: list[str] = []
    known = {template["id"]: template for template in case["templates"]}
    if len(winners) != len(answer["winners"]) or not winners <= set(known) or len(winners) > case["seats"]:
        faults.append("the winners are not so many different templates as there are seats")
    if not set(heads) <= winners or min(heads.values(), default=0) < 0 or sum(heads.values()) > case["staff"]:
        faults.append("heads stand outside the winners or beyond the staff")
    if faults:
        return faults
    present = [[0] * len(day) for day in case["demand"]]
    for name, count in heads.items():
        template = known[name]
        for day in set(template["days"]):
            for slot in range(template["start_slot"], template["end_slot"]):
                present[day][slot] += count if slot != template["break_slot"] else 0
    needs = [
        (need, there)
        for day, row in zip(case["demand"], present, strict=True)
        for need, there in zip(day, row, strict=True)
    ]
    missing = sum(max(0, need - there) for need, there in needs)
    tolerance = Fraction(str(case["tolerance_percent"])) * sum(need for need, _ in needs) // 100
    if missing != answer["unmet"]:
        faults.append(f"{missing} heads are missing, not {answer['unmet']}")
    if missing > answer["u_star_bound"] + tolerance or answer["u_star_bound"] > answer["u_star"]:
        faults.append(f"{missing} heads missing are more than {answer['u_star_bound']} + {tolerance}")
    points = Fraction(0)
    for ballot in case["ballots"]:
        served = len(winners & set(ballot["approves"]))
        points += sum((Fraction(1, place) for place in range(1, served + 1)), Fraction(0))
    if points != Fraction(answer["score"]) or points > Fraction(answer["score_bound"]):
        faults.append(f"the ballots give {points} points, not {answer['score']} within {answer['score_bound']}")
    return faults


def summary(answer: Mapping[str, Any]) -> str:
    """Put an answer in a line."""
    return (
        f"{answer['status']}, {answer['unmet']} missing (fewest {answer['u_star']}, bound {answer['u_star_bound']}),"
        f" score {answer['score']} (bound {answer['score_bound']}), {len(answer['winners'])} winners,"
        f" {answer['seconds']:.2f} s"
    )


def _slots(template: Node, demand: Sequence[Sequence[int]], first: Sequence[int]) -> frozenset[int]:
    """Slots of the week that a head on a template covers, counted on from day to day."""
    start, end = template.at("start_slot").whole(), template.at("end_slot").whole()
    pause = template.at("break_slot")
    left_out = None if pause.value is None else pause.whole()
    days = [node.whole(0, len(demand) - 1) if demand else 0 for node in template.at("days").items()]
    if start >= end:
        template.fault("end_slot must come after start_slot")
    if any(end > len(demand[day]) for day in days if day < len(demand)):
        template.fault("ends after the last slot of one of its days")
        return frozenset()
    return frozenset(
        first[day] + slot for day in days if day < len(demand) for slot in range(start, end) if slot != left_out
    )


def _approved(ballot: Node, templates: AbstractSet[str]) -> list[str]:
    names: list[str] = []
    for node in ballot.at("approves").items():
        name = node.text()
        if name and name not in templates:
            node.fault(f"{name!r} is not a template")
        names.append(name)
    return names


def _not_below(value: Fraction) -> float:
    number = float(value)
    return number if Fraction(number) >= value else math.nextafter(number, math.inf)


if __name__ == "__main__":
    sys.exit(main())
