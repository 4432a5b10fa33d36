"""Ballot files as other collections write these formats: odd endings, weights, ties, missing columns, wrong kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.ballot_file import BallotFile
from benchmarks.ballot_files import read_ballots
from shiftbid.domain.errors import InputError

HEADER = "# FILE NAME: x\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 3\n# ALTERNATIVE NAME 1: Früh\n"
PB = """META
key;value
budget;100
vote_type;approval
PROJECTS
project_id;cost
p;60
q;40
VOTES
voter_id;vote
v1;p,q
v2;q
"""


def read(folder: Path, name: str, text: str) -> BallotFile:
    (folder / name).write_bytes(text.encode("utf-8"))
    return read_ballots(folder / name)


def faults(folder: Path, name: str, text: str) -> str:
    with pytest.raises(InputError) as caught:
        read(folder, name, text)
    return str(caught.value)


def approvals(found: BallotFile) -> list[str]:
    return ["".join(sorted(ballot.approved)) for ballot in found.ballots]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.cat", HEADER + "2: {1,2},{3}\n1: 3,{1,2}\n"),
        ("a.cat", HEADER + "2 : { 1, 2 } , { 3 }\n1: 3,\n"),
        ("a.cat", HEADER + "2: {1,2},,{3}\n1: {3},{},{1,2}\n"),
        ("a.toc", HEADER + "2: {1,2},3\n1: 3,{1,2}\n"),
        ("a.toi", HEADER + "2: {1,2}\n1: 3\n"),
        ("a.abc.yaml", "profile: [[0, 1], [0, 1], [2]]\n"),
        ("a.abc.yaml", "profile:\n- [0, 1]\n- - 0\n  - 1\n- [2]\nnum_cand: 3\n"),
        (
            "a.abc.yaml",
            "description: Früh\nprofile: [[0, 1], [2]]\nvoter_weights: [2, 1]\n",
        ),
    ],
)
def test_the_same_ballots_however_they_are_written(tmp_path: Path, name: str, text: str, end: str, mark: str) -> None:
    found = read(tmp_path, name, mark + text.replace("\n", end))
    assert approvals(found) == ["01", "01", "2"]
    assert found.candidates == ("0", "1", "2")


@pytest.mark.parametrize(
    "text",
    [
        PB,
        PB.replace("\n", ";;\n"),
        PB.replace("project_id;cost", "Project_ID;Cost"),
        PB.replace("p,q", '"p, q,"'),
        PB.replace("voter_id;vote", "age;voter_id;vote").replace("v1;", ";v1;").replace("v2;", "44;v2;"),
        PB.replace("voter_id;vote", "voter_id;vote;points"),
        PB.replace("p;60", 'p;60;"Grün; an der\nStraße"').replace("project_id;cost", "project_id;cost;name"),
    ],
)
def test_budgets_with_odd_columns(tmp_path: Path, text: str) -> None:
    assert approvals(read(tmp_path, "a.pb", text)) == ["pq", "q"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.soc", HEADER + "3: 1,2,3\n", "strict orders rank the alternatives"),
        ("a.soi", HEADER + "3: 1,2\n", "strict orders rank the alternatives"),
        ("a.toc", HEADER + "3: {1},{2},{3}\n", "3 groups rank the alternatives"),
        ("a.cat", HEADER + "3: {1,2\n", "write 'count: {approved},{others},...'"),
        ("a.cat", HEADER + "1.5: {1},{2,3}\n", "write 'count: {approved},{others},...'"),
        ("a.pb", PB.replace("v2;q", "v2;" + "q" * 140_000), "cannot be read as values between semicolons"),
        ("a.pb", PB.replace("vote_type;approval", "vote_type;borda"), "vote_type 'borda': give one of"),
        ("a.pb", PB.replace("v2;q", "v2;q;1;2"), "4 values where VOTES has 2 columns"),
        ("a.abc.yaml", "profile: [[0], [1]]\nvoter_weights: [1.5, 1]\n", "write 2 whole numbers"),
        ("a.abc.yaml", "profile: [[0], [1]]\nvoter_weights: [1]\n", "write 2 whole numbers"),
        ("a.abc.yaml", "profile: [[]]\n", "names no candidate"),
        ("a.abc.yaml", "profile: [[0, x]]\n", "write a list of lists"),
        ("a.abc.yaml", "profile: [0, 1]\n", "write a list of lists"),
        ("a.abc.yaml", "- [0]\n", "write 'key: value'"),
        ("a.abc.yaml", "profile: [[0]\n", "is no YAML"),
        ("a.abc.yaml", "profile: [[0]]\nprofile: [[1]]\n", "stands twice"),
    ],
)
def test_what_is_no_approval_or_broken_is_refused_with_the_reason(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    assert told in faults(tmp_path, name, text)
