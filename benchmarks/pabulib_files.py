"""Votes on a budget: Pabulib ``.pb`` files (https://pabulib.org/format)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from benchmarks.ballot_file import BallotFile
from shiftbid.domain.ballot import Ballot
from shiftbid.domain.errors import Problem

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
    for cells in _rows(reader, problems):
        filled = [cell.strip() for cell in cells]
        while filled and not filled[-1]:
            filled.pop()
        if not filled:
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
            columns = [column.lower() for column in filled]
            missing = [column for column in _PB_COLUMNS[current] if column not in columns]
            problems += [Problem(f"{current} lacks column {column}", reader.line_num) for column in missing]
        else:
            if len(filled) > len(columns):
                message = f"{len(filled)} values where {current} has {len(columns)} columns"
                problems.append(Problem(message, reader.line_num))
            sections[current].append(_PbRow(reader.line_num, dict(zip(columns, filled, strict=False))))
    problems += [Problem(f"section {name} is missing or empty") for name in _PB_COLUMNS if not sections.get(name)]
    return sections


def _rows(reader: Iterator[list[str]], problems: list[Problem]) -> Iterator[list[str]]:
    """Rows of the file until one cannot be read."""
    try:
        yield from reader
    except csv.Error as error:
        problems.append(Problem(f"cannot be read as values between semicolons: {error}"))


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
    if not row.text("points"):
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
    return [each.strip() for each in text.split(",") if each.strip()]
