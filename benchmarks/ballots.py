"""Elections on public ballots: ``python -m benchmarks.ballots FILE --method M [--seats K] [...] --out R.json``.

Reads PrefLib ``.cat`` (first category approved), Pabulib ``.pb`` (budget from the file; with ``--seats`` its prices
are left aside) and ``.abc.yaml``. Numbered candidates count from 0. ``score`` is the points of the winners under
proportional approval voting whatever the method, so that methods can be compared. The answer is counted again ballot by
ballot before it is written: exit status 1 where it is not legal, 2 for bad usage or bad input.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from benchmarks.ballot_checks import (
    PlainVote,
    is_reached,
    phragmen_purchases,
    plain_score,
    set_faults,
    shares_purchases,
    swap_faults,
)
from benchmarks.ballot_file import BallotFile
from benchmarks.ballot_files import read_ballots
from shiftbid.domain.errors import InputError
from shiftbid.voting.contest import Contest, budget_contest, seat_contest
from shiftbid.voting.ejr_plus import Violation, ejr_plus_violations
from shiftbid.voting.equal_shares import Utility
from shiftbid.voting.equal_shares_completion import Completion, equal_shares_sets
from shiftbid.voting.pav import harmonic_score, pav_optimum
from shiftbid.voting.phragmen import phragmen_sets
from shiftbid.voting.tied_sets import first_by_tie_number

_PAV, _PHRAGMEN, _EQUAL_SHARES = "pav", "seq-phragmen", "equal-shares"
_SHOWN_FAULTS = 5


@dataclass(frozen=True, slots=True)
class Method:
    """What to elect by."""

    name: str
    completion: Completion
    utility: Utility


@dataclass(frozen=True, slots=True)
class Answer:
    """Winners drawn from the tied sets, their score, and the audit of them."""

    winners: frozenset[str]
    score: Fraction
    ties: frozenset[frozenset[str]]
    violations: tuple[Violation, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Elect, check, write, print one line."""
    parsed = _parser().parse_args(arguments)
    method = Method(parsed.method, Completion(parsed.completion), Utility(parsed.utility))
    began = time.perf_counter()
    try:
        _check_options(method)
        ballots = read_ballots(parsed.ballots)
        contest = make_contest(parsed.ballots, ballots, parsed.seats)
        answer = elect(contest, method, parsed.seed)
        faults = find_faults(ballots, contest, method, answer)
        if not faults:
            text = json.dumps(as_record(answer, numbered=ballots.numbered), indent=1, ensure_ascii=False)
            parsed.out.write_text(text + "\n", encoding="utf-8")
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename or parsed.out}: {error.strerror or error}\n")
        return 2
    verdict = f"{len(faults)} faults: {'; '.join(faults[:_SHOWN_FAULTS])}" if faults else "checked"
    parts = [
        f"{contest.voters} voters, {len(contest.prices)} candidates, {method.name}",
        f"{len(answer.winners)} winners, {len(answer.ties)} tied sets, {len(answer.violations)} EJR+ violations",
        *([ballots.note] if ballots.note else []),
        f"{time.perf_counter() - began:.2f} s, {verdict}",
    ]
    sys.stdout.write(f"{parsed.ballots.name}: {', '.join(parts)}\n")
    return 1 if faults else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ballots", description=__doc__)
    parser.add_argument("ballots", metavar="FILE", type=Path)
    parser.add_argument("--method", choices=(_PAV, _PHRAGMEN, _EQUAL_SHARES), required=True)
    parser.add_argument("--seats", metavar="K", type=int, help="seats to fill; each winner then costs one")
    parser.add_argument("--completion", choices=[each.value for each in Completion], default=Completion.NONE.value)
    parser.add_argument("--utility", choices=[each.value for each in Utility], default=Utility.COST.value)
    parser.add_argument("--seed", metavar="S", default="0", help="text from which tie numbers come")
    parser.add_argument("--out", metavar="R.json", type=Path, required=True)
    return parser


def _check_options(method: Method) -> None:
    if method.completion is not Completion.NONE and method.name != _EQUAL_SHARES:
        raise InputError("--completion", [f"{method.name} needs none; it completes {_EQUAL_SHARES}"])


def make_contest(path: Path, ballots: BallotFile, seats: int | None) -> Contest:
    """Put a file's ballots to a vote: seats as asked for or as the file says, else its budget.

    Raises
    ------
    InputError
        Nothing says how many seats to fill or what to spend, or the ballots and that do not fit together.
    """
    wanted = ballots.seats if seats is None else seats
    if wanted is not None:
        return seat_contest(ballots.candidates, ballots.ballots, wanted)
    if ballots.prices is None or ballots.budget is None:
        raise InputError(str(path), ["the format has neither seats nor a budget; give --seats"])
    return budget_contest(ballots.prices, ballots.ballots, ballots.budget)


def elect(contest: Contest, method: Method, seed: str) -> Answer:
    """Elect by a method and audit the winners."""
    methods: Mapping[str, Callable[[], frozenset[frozenset[str]]]] = {
        _PAV: lambda: pav_optimum(contest).sets,
        _PHRAGMEN: lambda: phragmen_sets(contest),
        _EQUAL_SHARES: lambda: equal_shares_sets(contest, method.utility, method.completion),
    }
    ties = methods[method.name]()
    winners = first_by_tie_number(ties, seed)
    violations = ejr_plus_violations(contest, winners, method.utility)
    return Answer(winners, harmonic_score(contest, winners), ties, violations)


def find_faults(ballots: BallotFile, contest: Contest, method: Method, answer: Answer) -> list[str]:
    """Count an answer again ballot by ballot.

    Every tied set must be legal; the score must be what the ballots add up to; no exchange of one winner may beat the
    highest score; and the winners of a method that buys step by step (but for ``add1``, which repeats it) must be
    reached by buying, voter by voter.
    """
    vote = PlainVote([ballot.approved for ballot in ballots.ballots], contest.prices, contest.budget, contest.seats)
    completed = method.name != _EQUAL_SHARES or method.completion is not Completion.NONE
    faults = [fault for tied in answer.ties for fault in set_faults(vote, tied, fills_seats=completed)]
    if faults:
        return faults
    if answer.winners not in answer.ties:
        faults.append("the winners are not among the tied sets")
    if plain_score(vote, answer.winners) != answer.score:
        faults.append(f"the ballots give {plain_score(vote, answer.winners)} points, not {answer.score}")
    if method.name == _PAV:
        return faults + swap_faults(vote, answer.winners)
    worth = {name: method.utility.worth(price) for name, price in contest.prices.items()}
    if method.completion is not Completion.ADD1 and not _is_bought(vote, answer.winners, method, worth):
        faults.append("no order of purchases leads to the winners")
    return faults


def _is_bought(vote: PlainVote, winners: AbstractSet[str], method: Method, worth: Mapping[str, Fraction]) -> bool:
    if method.name == _PHRAGMEN:
        return is_reached(vote, winners, lambda taken, loads: phragmen_purchases(vote, taken, loads))
    with_shares = shares_purchases(vote, worth)
    if method.completion is Completion.NONE:
        return is_reached(vote, winners, with_shares)
    # Once no share pays for anything, none ever will again: loads only grow.
    return is_reached(
        vote, winners, lambda taken, loads: with_shares(taken, loads) or phragmen_purchases(vote, taken, loads)
    )


def as_record(answer: Answer, *, numbered: bool) -> Mapping[str, Any]:
    """Bring an answer into the output's form: candidates as numbers or names, fractions as ``n/d``."""

    def shown(names: AbstractSet[str]) -> list[int] | list[str]:
        return sorted(map(int, names)) if numbered else sorted(names)

    return {
        "winners": shown(answer.winners),
        "score": _ratio(answer.score),
        "ties": sorted(map(shown, answer.ties), key=lambda names: names),
        "ejr_plus_violations": [
            {
                "candidate": shown({violation.candidate})[0],
                "voters": violation.voters,
                "most_worth": _ratio(violation.most_worth),
                "share_of_budget": _ratio(violation.share_of_budget),
            }
            for violation in answer.violations
        ],
    }


def _ratio(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"


if __name__ == "__main__":
    sys.exit(main())
