"""Ballots of public collections: PrefLib ``.cat``, Pabulib ``.pb`` and abcvoting ``.abc.yaml`` files.

Every fault of a file is named with its line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.abc_files import read_abc_yaml
from benchmarks.ballot_file import BallotFile
from benchmarks.pabulib_files import read_pb
from benchmarks.preflib_files import read_cat, read_orders, refuse_ranks
from shiftbid.domain.errors import InputError, Problem


def read_ballots(path: Path) -> BallotFile:
    """Read a file by the ending of its name.

    Raises
    ------
    InputError
        The file cannot be read, its ending is unknown, or it has faults: all of them, with their lines.
    """
    readers: Mapping[str, Callable[[str, list[Problem]], BallotFile | None]] = {
        ".cat": read_cat,
        ".toc": read_orders,
        ".toi": read_orders,
        ".soc": refuse_ranks,
        ".soi": refuse_ranks,
        ".pb": read_pb,
        ".abc.yaml": read_abc_yaml,
    }
    reader = next((reader for ending, reader in readers.items() if path.name.endswith(ending)), None)
    if reader is None:
        raise InputError(str(path), [f"give a file that ends in one of {', '.join(readers)}"])
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), [f"cannot be read as UTF-8 text: {error}"]) from error
    problems: list[Problem] = []
    read = reader(text, problems)
    if problems or read is None:
        raise InputError(str(path), sorted(problems, key=_line))
    return read


def _line(problem: Problem) -> int:
    return problem.row or 0
