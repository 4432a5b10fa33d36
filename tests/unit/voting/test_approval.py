from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.ballot import Ballot
from shiftbid.domain.errors import InputError
from shiftbid.domain.tie_number import tie_number
from shiftbid.voting.approval import count_approvals

MENUS = ("early", "late", "mixed")


def ballots(*approved: str) -> list[Ballot]:
    return [Ballot(f"v{index}", frozenset(filter(None, each.split()))) for index, each in enumerate(approved)]


def test_the_menu_with_most_approvals_is_adopted() -> None:
    outcome = count_approvals(MENUS, ballots("early late", "late", "mixed late", ""), "seed")
    assert outcome.adopted == "late"
    assert outcome.approvals == {"early": 1, "late": 3, "mixed": 1}


def test_equal_menus_are_settled_by_the_lowest_tie_number() -> None:
    outcome = count_approvals(MENUS, ballots("early", "late"), "seed")
    assert outcome.adopted == min(("early", "late"), key=lambda menu: tie_number("seed", menu))


def test_without_ballots_the_tie_number_decides_among_all() -> None:
    assert count_approvals(MENUS, [], "s").adopted == min(MENUS, key=lambda menu: tie_number("s", menu))


def test_a_vote_for_something_else_is_refused_with_every_case_named() -> None:
    with pytest.raises(InputError) as error:
        count_approvals(MENUS, ballots("night", "early dusk"), "seed")
    assert len(error.value.problems) == 2
    assert "dusk" in str(error.value)


def test_no_menu_is_refused() -> None:
    with pytest.raises(InputError, match="no menu"):
        count_approvals((), [], "seed")


@given(st.lists(st.frozensets(st.sampled_from(MENUS)), max_size=8), st.text(max_size=5))
def test_order_of_menus_and_ballots_never_matters(approved: list[frozenset[str]], seed: str) -> None:
    cast = [Ballot(str(index), each) for index, each in enumerate(approved)]
    outcomes = {count_approvals(order, cast[::-1], seed).adopted for order in permutations(MENUS)}
    outcomes.add(count_approvals(MENUS, cast, seed).adopted)
    assert len(outcomes) == 1
