from __future__ import annotations

from collections.abc import Iterator

from shiftbid.bidding.picking import Turn, by_seniority, open_claims, pick, snake_draft

WISHES = {"a": ["1", "2", "3"], "b": ["1", "3", "2"]}


def taken(turns: Iterator[Turn]) -> list[str]:
    """Play with a guard that gives each seat once, and seat 3 to nobody."""
    gone = {"3"}

    def claim(person: str, seat: str) -> bool:
        free = seat not in gone
        gone.add(seat)
        return free

    return [f"{each.person}{each.seat}{'+' if each.accepted else '-'}" for each in pick(turns, WISHES, claim)]


def test_seniors_take_all_they_wish_first() -> None:
    assert taken(by_seniority(["b", "a"])) == ["b1+", "b3-", "b2+", "a1-", "a2-", "a3-"]


def test_a_draft_turns_back_at_each_end() -> None:
    assert [turn.person for turn in snake_draft("abc", 3)] == list("abccbaabc")
    assert taken(snake_draft(["a", "b"], 2)) == ["a1+", "b1-", "b3-", "b2+", "a2-", "a3-"]


def test_a_wave_limits_claims_not_luck() -> None:
    assert taken(open_claims(["a", "b"], 2, 1)) == ["a1+", "b1-", "a2+", "b3-"]
    assert taken(open_claims(["b", "a"], 9, 2)) == ["b1+", "b3-", "a1-", "a2+", "b2-", "a3-"]
