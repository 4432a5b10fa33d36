from __future__ import annotations

from hashlib import sha256

from shiftbid.voting.tied_sets import first_by_tie_number

SETS = [frozenset("ab"), frozenset("ac"), frozenset("bd"), frozenset("cd")]


def test_the_lowest_hash_of_seed_and_names_wins() -> None:
    numbers = {names: sha256("|".join(["s", *sorted(names)]).encode()).hexdigest() for names in SETS}
    assert first_by_tie_number(SETS, "s") == min(numbers, key=lambda names: numbers[names])


def test_the_order_of_the_sets_does_not_matter_and_every_set_can_win() -> None:
    drawn = [first_by_tie_number(SETS, str(seed)) for seed in range(60)]
    assert drawn == [first_by_tie_number(reversed(SETS), str(seed)) for seed in range(60)]
    assert set(drawn) == set(SETS)
