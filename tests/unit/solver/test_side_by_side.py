from __future__ import annotations

import threading

import pytest

from shiftbid.solver.side_by_side import each_of


def test_answers_come_in_the_order_of_the_items_whoever_is_done_first() -> None:
    second_done = threading.Event()

    def search(item: int) -> int:
        if item == 1:
            assert second_done.wait(10)
        if item == 2:
            second_done.set()
        return item * item

    assert each_of(search, [1, 2, 3], workers=2) == [1, 4, 9]


def test_no_more_search_at_once_than_are_asked_for() -> None:
    names: set[str] = set()
    each_of(lambda item: names.add(threading.current_thread().name), range(20), workers=1)
    assert len(names) == 1


def test_what_a_search_raises_is_raised() -> None:
    def search(item: int) -> int:
        raise KeyError(item)

    with pytest.raises(KeyError, match="7"):
        each_of(search, [7], workers=2)
