"""What lies in a vote's boxes: ballots of the person and vote they are for, published under random ids."""

from __future__ import annotations

import pytest

from shiftbid.domain.ballot import Answer, Ballot
from shiftbid.voting.secret_ballot import SecretBallot, answers_record, ballot_text, opened_ballots

ONE = SecretBallot("b" * 16, {"m1": Answer.WANT, "m2": Answer.ACCEPT, "m3": Answer.CANNOT})
TWO = SecretBallot("a" * 16, {})
MENUS = ("m1", "m2", "m3")
TEXT = ballot_text("v1", "e1", ONE)


def test_wanted_and_accepted_menus_are_approved() -> None:
    assert ONE.approvals == Ballot("b" * 16, frozenset({"m1", "m2"}))
    assert TWO.approvals.approved == frozenset()


def test_ballots_stand_in_order_of_their_random_ids() -> None:
    opened = opened_ballots("v1", [("e1", TEXT), ("e2", ballot_text("v1", "e2", TWO)), ("e3", None)], MENUS)
    assert opened.ballots == (TWO, ONE)
    assert opened.spoiled == 1
    assert answers_record(opened.ballots)[1]["answers"] == {"m1": "want", "m2": "accept", "m3": "cannot"}


@pytest.mark.parametrize(
    ("vote", "employee", "text"),
    [
        ("v2", "e1", TEXT),
        ("v1", "e2", TEXT),
        ("v1", "e1", TEXT.replace("m3", "m4")),
        ("v1", "e1", TEXT.replace("cannot", "perhaps")),
        ("v1", "e1", TEXT.replace("b" * 16, "e1, hello")),
        ("v1", "e1", TEXT.replace('"' + "b" * 16 + '"', "7")),
        ("v1", "e1", "{}"),
        ("v1", "e1", "[]"),
        ("v1", "e1", "no json"),
        ("v1", "e1", ""),
    ],
)
def test_what_is_no_ballot_of_this_vote_and_person_is_void(vote: str, employee: str, text: str) -> None:
    opened = opened_ballots(vote, [(employee, text)], MENUS)
    assert opened.ballots == ()
    assert opened.spoiled == 1


def test_a_ballot_under_the_id_of_another_is_void() -> None:
    copied = ballot_text("v1", "e2", SecretBallot(ONE.id, {"m1": Answer.CANNOT}))
    opened = opened_ballots("v1", [("e1", TEXT), ("e2", copied)], MENUS)
    assert opened.ballots == (ONE,)
    assert opened.spoiled == 1
