"""Independent searches, several at once in threads: CP-SAT lets other threads run while it searches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Found = TypeVar("Found")


def each_of(search: Callable[[Item], Found], items: Sequence[Item], workers: int) -> list[Found]:
    """What a search finds for each item, in order of the items; no search may change what another one reads.

    Every search runs on one thread and ends by counted work, so that nothing found depends on how many run at once.
    """
    with ThreadPoolExecutor(workers, thread_name_prefix="shiftbid search") as pool:
        return list(pool.map(search, items))
