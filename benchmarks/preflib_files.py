"""PrefLib files: categorical ballots (``.cat``), and orders with ties that say no more than approvals do."""

from __future__ import annotations

import re
from collections.abc import Mapping

from benchmarks.ballot_file import BallotFile, number_problems, numbered_ballots
from shiftbid.domain.errors import Problem

_CATEGORY = r"(?:\{[\d\s,]*\}|\d+|(?=,|$))"
_CAT_BALLOT = re.compile(rf"(\d+)\s*:\s*({_CATEGORY}(?:\s*,\s*{_CATEGORY})*)")
_CAT_HEADER = re.compile(r"#\s*([^:]+?)\s*:\s*(.*)")


def read_cat(text: str, problems: list[Problem]) -> BallotFile | None:
    """Read categorical ballots; those in the first category are approved. Alternative 1 becomes candidate 0."""
    return _first_groups(text, problems, None)


def read_orders(text: str, problems: list[Problem]) -> BallotFile | None:
    """Read orders with ties that have two groups at most: the first is approved, as `read_cat` does."""
    return _first_groups(text, problems, 2)


def refuse_ranks(text: str, problems: list[Problem]) -> BallotFile | None:
    """Say why strict orders are not read."""
    del text
    problems.append(Problem("strict orders rank the alternatives and approve none: give approvals (.cat, .toc, .toi)"))
    return None


def _first_groups(text: str, problems: list[Problem], most_groups: int | None) -> BallotFile | None:
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    headers = [(number, found) for number, line in lines if (found := _CAT_HEADER.fullmatch(line))]
    header = {found[1].upper(): (number, found[2].strip()) for number, found in headers}
    alternatives = _header_count(header, "NUMBER ALTERNATIVES", problems)
    voters = _header_count(header, "NUMBER VOTERS", problems)
    approvals: list[frozenset[str]] = []
    for number, line in lines:
        if line.startswith("#"):
            continue
        found = _CAT_BALLOT.fullmatch(line)
        if found is None:
            problems.append(Problem(f"{line[:60]!r}: write 'count: {{approved}},{{others}},...'", number))
            continue
        named = [[int(each) for each in re.findall(r"\d+", group)] for group in _groups(found[2])]
        if most_groups is not None and sum(map(bool, named)) > most_groups:
            message = f"{len(named)} groups rank the alternatives; approvals have {most_groups}"
            problems.append(Problem(message, number))
            continue
        problems += number_problems([each for names in named for each in names], 1, alternatives, number)
        approvals += [frozenset(str(each - 1) for each in named[0])] * int(found[1])
    if voters and len(approvals) != voters and not problems:
        row = header["NUMBER VOTERS"][0]
        problems.append(Problem(f"the header promises {voters} voters, the ballots are {len(approvals)}", row))
    return BallotFile(tuple(str(i) for i in range(alternatives)), numbered_ballots(approvals), numbered=True)


def _groups(text: str) -> list[str]:
    """Groups of a ballot: in braces, of one without them, or empty."""
    return [group.strip() for group in re.split(r",(?![^{]*\})", text)]


def _header_count(header: Mapping[str, tuple[int, str]], key: str, problems: list[Problem]) -> int:
    row, text = header.get(key, (None, ""))
    if not text.isdecimal() or int(text) < 1:
        message = f"{key}: {text!r} is no count of 1 or more" if row else f"the line '# {key}: ...' is missing"
        problems.append(Problem(message, row))
        return 0
    return int(text)
