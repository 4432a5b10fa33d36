from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from benchmarks.ballot_file import BallotFile
from benchmarks.ballot_files import read_ballots
from shiftbid.domain.errors import InputError

CAT = """# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 4
# ALTERNATIVE NAME 1: Early
2: {1,2},{3}
1: 3,{1,2}
1: {},{1,2,3}
"""
PB = """META
key;value
budget;100.5
vote_type;approval
num_votes;3
PROJECTS
project_id;cost;name
p;60;"Benches; blue"
q;40.5;Trees
VOTES
voter_id;vote
v1;p,q
v2;
v3;q
"""
YAML = """description: "two
  lines: long"
profile: [[0, 2], [],
  [1]]
num_cand: 3
committeesize: 2
compute:
- rule_id: pav
  result: [[0, 1],
    [1, 2]]
"""


def _read(folder: Path, name: str, text: str) -> BallotFile:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return read_ballots(file)


def _problems(folder: Path, name: str, text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        _read(folder, name, text)
    return [str(problem) for problem in caught.value.problems]


def _approvals(read: BallotFile) -> list[set[str]]:
    return [set(ballot.approved) for ballot in read.ballots]


def test_the_first_category_is_approved(tmp_path: Path) -> None:
    read = _read(tmp_path, "a.cat", CAT)
    assert read.candidates == ("0", "1", "2")
    assert _approvals(read) == [{"0", "1"}, {"0", "1"}, {"2"}, set()]
    assert (read.numbered, read.seats, read.budget) == (True, None, None)


def test_projects_keep_their_ids_and_prices(tmp_path: Path) -> None:
    read = _read(tmp_path, "a.pb", PB.replace("\n", "\r\n"))
    assert read.prices == {"p": Fraction(60), "q": Fraction(81, 2)}
    assert read.budget == Fraction(201, 2)
    assert _approvals(read) == [{"p", "q"}, set(), {"q"}]
    assert [ballot.voter for ballot in read.ballots] == ["v1", "v2", "v3"]
    assert read.note == ""


def test_points_above_zero_are_approvals_and_the_reading_is_noted(tmp_path: Path) -> None:
    text = PB.replace("approval", "cumulative").replace("voter_id;vote", "voter_id;vote;points")
    read = _read(tmp_path, "a.pb", text.replace("v1;p,q", "v1;p,q;3,0").replace("v3;q", "v3;q;1"))
    assert _approvals(read) == [{"p"}, set(), {"q"}]
    assert "points" in read.note


def test_a_small_instance_with_values_over_several_lines(tmp_path: Path) -> None:
    read = _read(tmp_path, "a.abc.yaml", YAML)
    assert _approvals(read) == [{"0", "2"}, set(), {"1"}]
    assert (read.candidates, read.seats) == (("0", "1", "2"), 2)


def test_all_faults_of_a_cat_file_are_named_with_their_lines(tmp_path: Path) -> None:
    text = CAT.replace("2: {1,2},{3}", "2: {1,4},{3}").replace("1: 3,{1,2}", "1: 3,{1,3}").replace("1: {},", "one: {},")
    assert [problem.partition(":")[0] for problem in _problems(tmp_path, "a.cat", text)] == ["row 4", "row 5", "row 6"]
    assert _problems(tmp_path, "a.cat", CAT.replace("VOTERS: 4", "VOTERS: 5")) == [
        "row 2: the header promises 5 voters, the ballots are 4"
    ]
    assert "NUMBER ALTERNATIVES" in _problems(tmp_path, "a.cat", CAT.replace("ALTERNATIVES: 3", "CANDIDATES: 3"))[0]


def test_all_faults_of_a_pb_file_are_named_with_their_lines(tmp_path: Path) -> None:
    text = PB.replace("100.5", "none").replace("p;60", "p;0").replace("v3;q", "v1;q,r,q").replace("votes;3", "votes;9")
    assert [problem.partition(":")[0] for problem in _problems(tmp_path, "a.pb", text)] == [
        "row 3, column budget",
        "row 5",
        "row 8, column cost",
        "row 14, column voter_id",
        "row 14, column vote",
        "row 14, column vote",
    ]
    assert _problems(tmp_path, "a.pb", PB.replace("project_id;cost", "id;cost")) == [
        "row 7: PROJECTS lacks column project_id"
    ]
    assert "VOTES" in _problems(tmp_path, "a.pb", PB.partition("VOTES")[0])[0]
    assert _problems(tmp_path, "a.pb", PB.replace("approval", "spoken"))[0].startswith("row 4: vote_type 'spoken'")


def test_all_faults_of_a_small_instance_are_named_with_their_lines(tmp_path: Path) -> None:
    text = YAML.replace("[0, 2]", "[0, 7]").replace("[1]]", "[1, 1]]").replace("size: 2", "size: two")
    assert [problem.partition(":")[0] for problem in _problems(tmp_path, "a.abc.yaml", text)] == [
        "row 3",
        "row 4",
        "row 6",
    ]
    assert "is no YAML" in _problems(tmp_path, "a.abc.yaml", YAML.replace("[1]]", "[1]"))[0]
    assert "profile is missing" in _problems(tmp_path, "a.abc.yaml", "num_cand: 3\ncommitteesize: 2\n")[0]
    assert _problems(tmp_path, "a.abc.yaml", "?" + YAML)[0].startswith("row 1")


def test_other_files_are_refused(tmp_path: Path) -> None:
    assert ".abc.yaml" in _problems(tmp_path, "a.csv", "1: 1,2")[0]
    with pytest.raises(InputError, match="cannot be read"):
        read_ballots(tmp_path / "absent.cat")
    (tmp_path / "binary.pb").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        read_ballots(tmp_path / "binary.pb")
