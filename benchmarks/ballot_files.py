"""Ballots of public collections: PrefLib ``.cat``, Pabulib ``.pb`` and abcvoting ``.abc.yaml`` files.

Every fault of a file is named with its line.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from shiftbid.domain.ballot import Ballot
from shiftbid.domain.errors import InputError, Problem


@dataclass(frozen=True, slots=True)
class BallotFile:
    """Ballots as a file gives them.

    Attributes
    ----------
    candidates
        Names; numbers from 0 as text where the format numbers its candidates.
    numbered
        Whether the format numbers its candidates.
    seats
        Seats that the file asks to fill, or None.
    prices, budget
        Price of each candidate and what there is to spend; None where the file has no prices.
    note
        How ballots that are more than approvals were read; empty where they were not.
    """

    candidates: tuple[str, ...]
    ballots: tuple[Ballot, ...]
    numbered: bool
    seats: int | None = None
    prices: Mapping[str, Fraction] | None = None
    budget: Fraction | None = None
    note: str = ""


def read_ballots(path: Path) -> BallotFile:
    """Read a file by the ending of its name.

    Raises
    ------
    InputError
        The file cannot be read, its ending is unknown, or it has faults: all of them, with their lines.
    """
    readers: Mapping[str, Callable[[str, list[Problem]], BallotFile | None]] = {
        ".cat": read_cat,
        ".pb": read_pb,
        ".abc.yaml": read_abc_yaml,
    }
    reader = next((reader for ending, reader in readers.items() if path.name.endswith(ending)), None)
    if reader is None:
        raise InputError(str(path), [f"give a file that ends in one of {', '.join(readers)}"])
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), [f"cannot be read as UTF-8 text: {error}"]) from error
    problems: list[Problem] = []
    read = reader(text, problems)
    if problems or read is None:
        raise InputError(str(path), sorted(problems, key=_line))
    return read


def _line(problem: Problem) -> int:
    return problem.row or 0


_CATEGORY = r"(?:\{[\d\s,]*\}|\d+)"
_CAT_BALLOT = re.compile(rf"(\d+)\s*:\s*({_CATEGORY}(?:\s*,\s*{_CATEGORY})*)")
_CAT_HEADER = re.compile(r"#\s*([^:]+?)\s*:\s*(.*)")


def read_cat(text: str, problems: list[Problem]) -> BallotFile | None:
    """Read categorical ballots; those in the first category are approved. Alternative 1 becomes candidate 0."""
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
        categories = re.findall(_CATEGORY, found[2])
        named = [[int(each) for each in re.findall(r"\d+", category)] for category in categories]
        problems += _number_problems([each for names in named for each in names], 1, alternatives, number)
        approvals += [frozenset(str(each - 1) for each in named[0])] * int(found[1])
    if voters and len(approvals) != voters and not problems:
        row = header["NUMBER VOTERS"][0]
        problems.append(Problem(f"the header promises {voters} voters, the ballots are {len(approvals)}", row))
    return BallotFile(tuple(str(i) for i in range(alternatives)), _numbered_ballots(approvals), numbered=True)


def _header_count(header: Mapping[str, tuple[int, str]], key: str, problems: list[Problem]) -> int:
    row, text = header.get(key, (None, ""))
    if not text.isdecimal() or int(text) < 1:
        message = f"{key}: {text!r} is no count of 1 or more" if row else f"the line '# {key}: ...' is missing"
        problems.append(Problem(message, row))
        return 0
    return int(text)


def _number_problems(numbers: Sequence[int], first: int, count: int, row: int) -> list[Problem]:
    """Faults of the candidates' numbers on one ballot, of which there are ``count`` from ``first`` on."""
    last = first + count - 1
    wrong = [str(each) for each in numbers if count and not first <= each <= last]
    twice = sorted({each for each in numbers if numbers.count(each) > 1})
    problems = [Problem(f"{', '.join(wrong)}: candidates are numbered {first} to {last}", row)] if wrong else []
    if twice:
        problems.append(Problem(f"{', '.join(map(str, twice))}: named twice on one ballot", row))
    return problems


def _numbered_ballots(approvals: Iterable[frozenset[str]]) -> tuple[Ballot, ...]:
    return tuple(Ballot(str(voter), approved) for voter, approved in enumerate(approvals, 1))


_PB_COLUMNS = {"META": ("key", "value"), "PROJECTS": ("project_id", "cost"), "VOTES": ("voter_id", "vote")}
_PB_NOTES = {
    "approval": "",
    "choose-1": "",
    "ordinal": "ranked ballots read as approval of every project named",
    "cumulative": "points read as approval of every project with points above 0",
    "scoring": "points read as approval of every project with points above 0",
}


@dataclass(frozen=True, slots=True)
class _PbRow:
    line: int
    values: Mapping[str, str]

    def text(self, column: str) -> str:
        return self.values.get(column, "").strip()


def read_pb(text: str, problems: list[Problem]) -> BallotFile | None:
    """Read a vote on a budget: https://pabulib.org/format."""
    sections = _pb_sections(text, problems)
    if problems:
        return None
    meta = {row.text("key"): (row.line, row.text("value")) for row in sections["META"]}
    budget = _pb_amount(*meta.get("budget", (None, "")), "budget", problems)
    kind_row, kind = meta.get("vote_type", (None, ""))
    if kind not in _PB_NOTES:
        problems.append(Problem(f"vote_type {kind!r}: give one of {', '.join(_PB_NOTES)}", kind_row))
    prices: dict[str, Fraction] = {}
    for row in sections["PROJECTS"]:
        name = row.text("project_id")
        if not name or name in prices:
            problems.append(Problem(f"{name!r}: give every project its own id", row.line, "project_id"))
        prices[name] = _pb_amount(row.line, row.text("cost"), "cost", problems)
    ballots = _pb_ballots(sections["VOTES"], prices, problems)
    for key, count in (("num_projects", len(sections["PROJECTS"])), ("num_votes", len(ballots))):
        line, promised = meta.get(key, (None, str(count)))
        if promised != str(count):
            problems.append(Problem(f"{key} is {promised!r}, the file has {count}", line))
    return BallotFile(
        tuple(prices), ballots, numbered=False, prices=prices, budget=budget, note=_PB_NOTES.get(kind, "")
    )


def _pb_sections(text: str, problems: list[Problem]) -> Mapping[str, list[_PbRow]]:
    sections: dict[str, list[_PbRow]] = {}
    columns: list[str] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    current = ""
    for cells in reader:
        filled = [cell.strip() for cell in cells]
        if not any(filled):
            continue
        if filled[0].upper() in _PB_COLUMNS and not any(filled[1:]):
            current, columns = filled[0].upper(), []
            if current in sections:
                problems.append(Problem(f"section {current} stands twice", reader.line_num))
            sections[current] = []
        elif not current:
            problems.append(Problem(f"{filled[0][:40]!r}: the file starts with the line META", reader.line_num))
            break
        elif not columns:
            columns = filled
            missing = [column for column in _PB_COLUMNS[current] if column not in columns]
            problems += [Problem(f"{current} lacks column {column}", reader.line_num) for column in missing]
        else:
            if len(cells) > len(columns):
                message = f"{len(cells)} values where {current} has {len(columns)} columns"
                problems.append(Problem(message, reader.line_num))
            sections[current].append(_PbRow(reader.line_num, dict(zip(columns, filled, strict=False))))
    problems += [Problem(f"section {name} is missing or empty") for name in _PB_COLUMNS if not sections.get(name)]
    return sections


def _pb_amount(line: int | None, text: str, name: str, problems: list[Problem]) -> Fraction:
    try:
        found = Fraction(text.replace(",", "."))
    except (ValueError, ZeroDivisionError):
        found = Fraction(0)
    if found <= 0:
        problems.append(Problem(f"{text!r}: give an amount above 0", line, name))
        return Fraction(1)
    return found


def _pb_ballots(rows: Sequence[_PbRow], prices: Mapping[str, Fraction], problems: list[Problem]) -> tuple[Ballot, ...]:
    seen: set[str] = set()
    ballots: list[Ballot] = []
    for row in rows:
        voter = row.text("voter_id")
        if not voter or voter in seen:
            problems.append(Problem(f"{voter!r}: give every voter an id of their own", row.line, "voter_id"))
        seen.add(voter)
        named = _comma_list(row.text("vote"))
        unknown = sorted(set(named) - prices.keys())
        if unknown:
            problems.append(Problem(f"{', '.join(unknown)}: no such project", row.line, "vote"))
        if len(set(named)) < len(named):
            problems.append(Problem(f"{row.text('vote')!r}: names a project twice", row.line, "vote"))
        ballots.append(Ballot(voter, frozenset(_with_points(row, named, problems))))
    return tuple(ballots)


def _with_points(row: _PbRow, named: Sequence[str], problems: list[Problem]) -> Iterator[str]:
    """Projects named on a ballot, without those that it gives no points where it gives points."""
    if "points" not in row.values:
        yield from named
        return
    points = _comma_list(row.text("points"))
    if len(points) != len(named):
        problems.append(Problem(f"{len(points)} points for {len(named)} projects", row.line, "points"))
        return
    for project, text in zip(named, points, strict=True):
        try:
            given = Fraction(text)
        except (ValueError, ZeroDivisionError):
            problems.append(Problem(f"{text!r}: give a number of points", row.line, "points"))
            continue
        if given > 0:
            yield project


def _comma_list(text: str) -> list[str]:
    return [each.strip() for each in text.split(",")] if text.strip() else []


_YAML_KEY = re.compile(r"([A-Za-z_]\w*)\s*:\s*(.*)", re.DOTALL)
_YAML_PROFILE = re.compile(r"\[\s*(?:\[[\d\s,]*\]\s*(?:,\s*\[[\d\s,]*\]\s*)*)?,?\s*\]")


def read_abc_yaml(text: str, problems: list[Problem]) -> BallotFile | None:
    """Read the profile, number of candidates and committee size of an abcvoting instance, in the way it writes them."""
    values = _yaml_values(text, problems)
    candidates, seats = (_yaml_count(values, key, problems) for key in ("num_cand", "committeesize"))
    line, profile = values.get("profile", (None, ""))
    if not _YAML_PROFILE.fullmatch(profile):
        message = "profile: write a list of lists of candidate numbers, [[0, 2], [1]]"
        problems.append(Problem(message if line else "the key profile is missing", line))
        return None
    approvals: list[frozenset[str]] = []
    for found in re.finditer(r"\[([\d\s,]*)\]", profile):
        row = (line or 1) + profile.count("\n", 0, found.start())
        numbers = [int(each) for each in re.findall(r"\d+", found[1])]
        problems += _number_problems(numbers, 0, candidates, row)
        approvals.append(frozenset(map(str, numbers)))
    names = tuple(str(i) for i in range(candidates))
    return BallotFile(names, _numbered_ballots(approvals), numbered=True, seats=seats)


def _yaml_values(text: str, problems: list[Problem]) -> Mapping[str, tuple[int, str]]:
    """Texts of the keys in the first column with their lines; indented lines go on from the line above."""
    values: dict[str, tuple[int, str]] = {}
    last = ""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.rstrip()
        if not line or line.startswith(("#", "---")):
            continue
        found = _YAML_KEY.fullmatch(line)
        if found is not None:
            last = found[1]
            if last in values:
                problems.append(Problem(f"key {last} stands twice", number))
            values[last] = (number, found[2].strip())
        elif last and line.startswith((" ", "-")):
            start, begun = values[last]
            gap = "\n" * (number - start - begun.count("\n"))
            values[last] = (start, begun + gap + line)
        else:
            problems.append(Problem(f"{line[:60]!r}: write 'key: value'", number))
    return values


def _yaml_count(values: Mapping[str, tuple[int, str]], key: str, problems: list[Problem]) -> int:
    row, text = values.get(key, (None, ""))
    if not text.isdecimal() or int(text) < 1:
        message = f"{key}: {text!r} is no count of 1 or more" if row else f"the key {key} is missing"
        problems.append(Problem(message, row))
        return 0
    return int(text)
