from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from benchmarks.ballot_files import read_ballots
from benchmarks.ballots import Answer, Method, as_record, elect, find_faults, main, make_contest
from shiftbid.voting.contest import Contest
from shiftbid.voting.ejr_plus import ejr_plus_violations
from shiftbid.voting.equal_shares import Utility
from shiftbid.voting.equal_shares_completion import Completion

CAT = "# NUMBER ALTERNATIVES: 5\n# NUMBER VOTERS: 9\n6: {1,2,3},{4,5}\n2: {4},{1,2,3,5}\n1: {5},{1,2,3,4}\n"
PB = """META
key;value
budget;100
vote_type;ordinal
PROJECTS
project_id;cost
x;60
y;10
z;40
VOTES
voter_id;vote
a;x,y
b;x,y
c;x
d;z
e;z
"""


@pytest.fixture
def cat(tmp_path: Path) -> Path:
    file = tmp_path / "split.cat"
    file.write_text(CAT, encoding="utf-8")
    return file


@pytest.fixture
def pb(tmp_path: Path) -> Path:
    file = tmp_path / "town.pb"
    file.write_text(PB, encoding="utf-8")
    return file


def test_writes_winners_score_ties_and_audit(cat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = cat.with_name("out.json")
    assert main([str(cat), "--method", "pav", "--seats", "3", "--out", str(out)]) == 0
    answer = json.loads(out.read_text())
    assert answer["ties"] == [[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3]]
    assert answer["winners"] in answer["ties"]
    assert (answer["score"], answer["ejr_plus_violations"]) == ("11/1", [])
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("split.cat: 9 voters, 5 candidates, pav")
    assert line.endswith("checked")


def test_the_same_seed_gives_the_same_bytes_and_another_may_draw_another_set(cat: Path) -> None:
    drawn: list[bytes] = []
    for seed in (*"0123456789", "0"):
        out = cat.with_name("out.json")
        assert main([str(cat), "--method", "pav", "--seats", "3", "--seed", seed, "--out", str(out)]) == 0
        drawn.append(out.read_bytes())
    assert drawn[0] == drawn[-1]
    assert len(set(drawn)) > 1


def test_a_group_left_short_is_listed(cat: Path) -> None:
    contest = make_contest(cat, read_ballots(cat), 3)
    winners = frozenset({"0", "3", "4"})
    violations = ejr_plus_violations(contest, winners, Utility.COST)
    record = as_record(Answer(winners, Fraction(9), frozenset({winners}), violations), numbered=True)
    assert record["winners"] == [0, 3, 4]
    assert record["ejr_plus_violations"] == [
        {"candidate": candidate, "voters": 6, "most_worth": "1/1", "share_of_budget": "2/1"} for candidate in (1, 2)
    ]


def test_prices_are_left_aside_where_seats_are_asked_for(pb: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = pb.with_name("out.json")
    assert main([str(pb), "--method", "pav", "--seats", "2", "--out", str(out)]) == 0
    assert json.loads(out.read_text())["ties"] == [["x", "z"]]
    assert "ranked ballots read as approval" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--method", "pav"], "give --seats"),
        (["--method", "pav", "--seats", "6"], "1 to 5"),
        (["--method", "pav", "--seats", "2", "--completion", "add1"], "--completion"),
    ],
)
def test_bad_usage_is_told_and_nothing_written(
    cat: Path, options: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = cat.with_name("out.json")
    assert main([str(cat), *options, "--out", str(out)]) == 2
    assert named in capsys.readouterr().err
    assert not out.exists()


def test_a_place_that_cannot_be_written_is_told(cat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = cat.with_name("nowhere") / "out.json"
    assert main([str(cat), "--method", "pav", "--seats", "2", "--out", str(out)]) == 2
    assert str(out) in capsys.readouterr().err


def test_an_illegal_answer_ends_with_1(cat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = frozenset({"0", "3", "4"})
    answer = Answer(wrong, Fraction(9), frozenset({wrong}), ())

    def elect_wrongly(contest: Contest, method: Method, seed: str) -> Answer:
        return answer

    monkeypatch.setattr("benchmarks.ballots.elect", elect_wrongly)
    out = cat.with_name("out.json")
    assert main([str(cat), "--method", "pav", "--seats", "3", "--out", str(out)]) == 1
    assert not out.exists()


@pytest.mark.parametrize(
    ("method", "completion"),
    [("pav", "none"), ("seq-phragmen", "none"), ("equal-shares", "none"), ("equal-shares", "seq-phragmen")],
)
def test_the_second_count_refuses_other_winners_scores_and_sizes(cat: Path, method: str, completion: str) -> None:
    ballots = read_ballots(cat)
    contest = make_contest(cat, ballots, 3)
    chosen = Method(method, Completion(completion), Utility.COST)
    answer = elect(contest, chosen, "0")
    assert find_faults(ballots, contest, chosen, answer) == []
    assert find_faults(ballots, contest, chosen, replace(answer, score=answer.score + 1))
    other = frozenset({"0", "3", "4"})
    assert find_faults(ballots, contest, chosen, replace(answer, winners=other, score=Fraction(9)))
    assert find_faults(ballots, contest, chosen, Answer(other, Fraction(9), frozenset({other}), ()))
    large = frozenset({"0", "1", "2", "3"})
    assert find_faults(ballots, contest, chosen, replace(answer, ties=answer.ties | {large}))
    assert find_faults(ballots, contest, chosen, replace(answer, ties=answer.ties | {frozenset({"0", "1", "9"})}))


@pytest.mark.parametrize("utility", Utility)
def test_the_second_count_of_a_budget(pb: Path, utility: Utility) -> None:
    ballots = read_ballots(pb)
    contest = make_contest(pb, ballots, None)
    chosen = Method("equal-shares", Completion.NONE, utility)
    answer = elect(contest, chosen, "0")
    assert find_faults(ballots, contest, chosen, answer) == []
    assert find_faults(ballots, contest, replace(chosen, utility=next(u for u in Utility if u is not utility)), answer)
