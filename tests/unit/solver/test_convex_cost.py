"""Cost tables and their chords, against the least convex combination of any two points."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from shiftbid.solver.convex_cost import CostTable
from shiftbid.solver.satisfaction import PointScale, below_floor, floor_points, lost_welfare, negated_mean


@pytest.mark.parametrize("seed", range(20))
def test_chords_are_the_greatest_convex_function_below_the_costs(seed: int) -> None:
    chance = random.Random(seed)
    table = CostTable(chance.randint(-5, 5), tuple(chance.randint(0, 30) for _ in range(chance.randint(2, 9))))
    amounts = range(table.first, table.last + 1)
    for amount in amounts:
        lowest = min(
            Fraction(table.at(one) * (two - amount) + table.at(two) * (amount - one), two - one)
            if one != two
            else Fraction(table.at(one))
            for one in amounts
            for two in amounts
            if one <= amount <= two
        )
        held_up = max(Fraction(chord.rise * amount + chord.offset, chord.run) for chord in table.chords())
        assert held_up == lowest
        assert max(chord.at(amount) for chord in table.chords()) == -(-lowest.numerator // lowest.denominator)


def test_costs_end_where_the_table_does() -> None:
    table = CostTable(2, (9, 4, 1))
    assert [table.at(amount) for amount in (1, 2, 3, 4, 5)] == [9, 9, 4, 1, 1]
    assert CostTable(0, (3,)).chords() == ()


def test_welfare_is_the_logarithm_of_satisfaction() -> None:
    scale = PointScale(-2, 8)
    assert [scale.satisfaction(points) for points in (-3, -2, 3, 8, 9)] == [0.0, 0.0, 0.5, 1.0, 1.0]
    lost = lost_welfare(scale, 1.5)
    assert (lost.at(8), lost.at(3), lost.at(-2)) == (0, 1040, 5868)
    assert negated_mean(lost.at(3), 1.5) == pytest.approx(-0.5, abs=1e-3)
    assert negated_mean(0, 0.0) == -1.0


def test_the_floor_is_reached_in_whole_points() -> None:
    scale = PointScale(0, 7)
    assert floor_points(scale) == 3
    assert [below_floor(scale).at(points) for points in (0, 1, 2, 3, 7)] == [429, 286, 143, 0, 0]
