"""Shift design instances: what is written is read, and the model's measure is that of plain counting."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.design_runs import whole_costs
from benchmarks.dzn_files import ShiftDesignInstance, read_shift_design
from benchmarks.shift_design import cover_problem
from shiftbid.domain.errors import InputError, Problem
from shiftbid.solver.shift_design.cover import measured

weights = st.decimals(0, 100, places=2).map(Fraction)


@st.composite
def instances(draw: st.DrawFn) -> tuple[str, ShiftDesignInstance]:
    interval = draw(st.sampled_from([180, 240, 480]))
    slots, days = 1440 // interval, draw(st.integers(1, 3))
    demand = draw(st.lists(st.integers(0, 9), min_size=slots * days, max_size=slots * days))
    types = draw(
        st.lists(
            st.tuples(st.integers(0, slots - 1), st.integers(0, 3), st.integers(1, 3), st.integers(0, 2)).map(
                lambda t: (t[0], min(slots - 1, t[0] + t[1]), min(t[2], slots), min(slots, t[2] + t[3]))
            ),
            max_size=3,
        )
    )
    missing, surplus, template = draw(weights), draw(weights), draw(weights)
    columns = list(zip(*types, strict=True)) or [(), (), (), ()]
    names = ("minStart", "maxStart", "minLength", "maxLength")
    lines = [
        f"interval = {interval}",
        f"days={days}",
        f"demand = {demand}",
        f"shiftTypes = {len(types)}",
        *(f"{name} = [{', '.join(map(str, column))}]" for name, column in zip(names, columns, strict=True)),
        f"weightUnderCover = {float(missing)}",
        f"weightOverCover = {float(surplus)}",
        f"weightShiftInstances = {float(template)}",
    ]
    shuffled = draw(st.permutations(lines))
    found = {(s, n) for a, b, c, d in types for s in range(a, b + 1) for n in range(c, d + 1)}
    return ";\n".join(shuffled) + draw(st.sampled_from([";", ";\n", ""])), ShiftDesignInstance(
        days, slots, tuple(demand), tuple(sorted(found)), interval * missing, interval * surplus, template
    )


def read(text: str) -> ShiftDesignInstance:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "instance.dzn"
        path.write_text(text, encoding="utf-8")
        return read_shift_design(path)


@given(instances())
def test_what_is_written_is_read(written: tuple[str, ShiftDesignInstance]) -> None:
    text, instance = written
    assert read(text) == instance


@given(instances(), st.data())
def test_the_measure_is_that_of_plain_counting(written: tuple[str, ShiftDesignInstance], data: st.DataObject) -> None:
    _, instance = written
    costs, unit = whole_costs([instance.missing_cost, instance.surplus_cost, instance.template_cost])
    problem = cover_problem(instance, costs)
    heads = data.draw(st.lists(st.integers(0, 3), min_size=len(problem.duties), max_size=len(problem.duties)))
    present = [0] * len(instance.demand_heads)
    used: set[int] = set()
    numbers = iter(heads)
    for template, (start, length) in enumerate(instance.templates):
        for day in range(instance.days):
            count = next(numbers)
            used |= {template} if count else set()
            for offset in range(length):
                present[(day * instance.slots_per_day + start + offset) % len(present)] += count
    cost = instance.template_cost * len(used)
    for need, there in zip(instance.demand_heads, present, strict=True):
        cost += instance.missing_cost * max(0, need - there) + instance.surplus_cost * max(0, there - need)
    assert measured(problem, dict(enumerate(heads))).cost * unit == cost


@given(instances(), st.integers(0, 400), st.text(max_size=3))
def test_damaged_files_are_read_or_refused_with_a_reason(
    written: tuple[str, ShiftDesignInstance], place: int, junk: str
) -> None:
    text, _ = written
    problems = problems_of(text[:place] + junk + text[place + 1 :])
    assert problems is None or problems


def problems_of(text: str) -> Sequence[Problem] | None:
    try:
        read(text)
    except InputError as error:
        return error.problems
    return None
