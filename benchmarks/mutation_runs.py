"""Runs of tests in forks of one process that has loaded every library: what each test calls, and whether tests pass."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import hypothesis
import pytest

FIRST_PARTY = frozenset({"shiftbid", "forecasts", "benchmarks", "tests", "conftest", "__main__"})
LOADED_BEFORE = "Module already imported"
"""Asserts of pytest's plugins need not be told at length."""
UNTIMED = "untimed"
LEAST_LIMIT_SECONDS = 60
SLOWER_WITH_A_FAULT = 10
"""A run that takes so many times as long as without a fault has gone astray, and counts as a failure."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a run without any fault tells.

    Attributes
    ----------
    seconds
        By test.
    tests_calling
        Ids of the tests that call a function, by file (from the root of the copy) and first line.
    called_before
        Functions that are called while tests are collected: all tests may rest on them.
    libraries
        Modules of other packages that the run has loaded.
    """

    seconds: Mapping[str, float]
    tests_calling: Mapping[tuple[str, int], frozenset[str]]
    called_before: frozenset[tuple[str, int]]
    libraries: tuple[str, ...]

    def tests_for(self, file: str, function_line: int) -> tuple[str, ...]:
        """Tests that may find a fault in a function, quickest first; of one outside functions all of them."""
        place = (file, function_line)
        anywhere = not function_line or place in self.called_before
        names = self.seconds.keys() if anywhere else self.tests_calling.get(place, frozenset())
        return tuple(sorted(names, key=lambda name: (self.seconds[name], name)))

    def one_of_each_file(self) -> tuple[str, ...]:
        """The quickest test of each file."""
        slowest_first = sorted(self.seconds, key=lambda name: self.seconds[name], reverse=True)
        return tuple({name.partition("::")[0]: name for name in slowest_first}.values())

    def limit_seconds(self, tests: Sequence[str]) -> float:
        """How long the tests may take with a fault."""
        return LEAST_LIMIT_SECONDS + SLOWER_WITH_A_FAULT * sum(self.seconds[name] for name in tests)


class _Recorder:
    """Pytest plugin: the functions that each test calls, and its seconds."""

    def __init__(self, copy: Path) -> None:
        self._copy = copy
        self._codes: set[CodeType] = set()
        self._module_codes: dict[str, set[CodeType]] = {}
        self.before: set[CodeType] = set()
        self.calls: dict[str, set[CodeType]] = {}
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Iterator[None]:
        sys.settrace(self._note)
        yield
        sys.settrace(None)
        self.before = set(self._codes)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Iterator[None]:
        # What a fixture of a module or a session calls, it calls once: every later test of the file rests on it.
        with self._traced() as codes:
            yield
        self._module_codes.setdefault(item.nodeid.partition("::")[0], set()).update(codes)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        began = time.perf_counter()
        with self._traced() as codes:
            yield
        self.seconds[item.nodeid] = time.perf_counter() - began
        self.calls[item.nodeid] = set(codes)

    @contextlib.contextmanager
    def _traced(self) -> Generator[set[CodeType]]:
        self._codes.clear()
        sys.settrace(self._note)
        try:
            yield self._codes
        finally:
            sys.settrace(None)

    def _note(self, frame: FrameType, _event: str, _argument: object) -> None:
        self._codes.add(frame.f_code)

    def told(self) -> Mapping[str, Any]:
        """Everything recorded, as JSON values."""
        for name, codes in self.calls.items():
            codes |= self._module_codes.get(name.partition("::")[0], set())
        loaded = [name for name in sys.modules if name.partition(".")[0] not in FIRST_PARTY]
        return {
            "seconds": self.seconds,
            "calls": {name: self._places(codes) for name, codes in self.calls.items()},
            "before": self._places(self.before),
            "libraries": loaded,
        }

    def _places(self, codes: set[CodeType]) -> list[tuple[str, int]]:
        root = f"{self._copy}{os.sep}"
        inside = [code for code in codes if code.co_filename.startswith(root)]
        return [(code.co_filename.removeprefix(root), code.co_firstlineno) for code in inside]


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Pytest plugin: only some tests, in their order."""

    names: Sequence[str]

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        by_name = {item.nodeid: item for item in items}
        items[:] = [by_name[name] for name in self.names if name in by_name]


def baseline_of(copy: Path, paths: Sequence[str], output: Path) -> Baseline | None:
    """Run the tests of the paths in a copy of the checkout and record them; None where they fail, as the output says.

    Parameters
    ----------
    output
        File for what pytest prints.
    """
    told = copy.parent / "baseline.json"

    def run() -> bool:
        recorder = _Recorder(copy)
        passed = _pytest_passes([*paths], recorder)
        told.write_text(json.dumps(recorder.told()), encoding="utf-8")
        return passed

    if not _passes_in_fork(copy, run, None, str(output)):
        return None
    read: Any = json.loads(told.read_text(encoding="utf-8"))
    calling: dict[tuple[str, int], set[str]] = {}
    for name, places in read["calls"].items():
        for file, line in places:
            calling.setdefault((file, line), set()).add(name)
    return Baseline(
        seconds=read["seconds"],
        tests_calling={place: frozenset(names) for place, names in calling.items()},
        called_before=frozenset((file, line) for file, line in read["before"]),
        libraries=tuple(read["libraries"]),
    )


def load_libraries(names: Sequence[str]) -> None:
    """Load what the tests will ask for, so that forks need not; what loads only inside a test run is left to it."""
    for name in names:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def tests_pass(copy: Path, tests: Sequence[str], limit_seconds: float) -> bool:
    """Whether the tests pass in the copy as it stands now; a run that does not end in time counts as a failure."""
    files = list(dict.fromkeys(name.partition("::")[0] for name in tests))

    return _passes_in_fork(copy, lambda: _pytest_passes(["-x", *files], _Chosen(tests)), limit_seconds)


def _pytest_passes(arguments: list[str], plugin: object) -> bool:
    # A fault may take away the very test that calls its place; that is no failure of a test.
    passing = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
    # How long an example takes says how busy the machine is, not whether a fault is found.
    hypothesis.settings.register_profile(UNTIMED, deadline=None, suppress_health_check=list(hypothesis.HealthCheck))
    options = [
        "-q",
        "--hypothesis-profile",
        UNTIMED,
        "-p",
        "no:cacheprovider",
        "-W",
        f"ignore:{LOADED_BEFORE}:pytest.PytestAssertRewriteWarning",
    ]
    return pytest.main([*options, *arguments], plugins=[plugin]) in passing


def _passes_in_fork(copy: Path, run: Callable[[], bool], limit_seconds: float | None, output: str = os.devnull) -> bool:
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _run_and_exit(copy, run, output)
    ends = None if limit_seconds is None else time.monotonic() + limit_seconds
    while True:
        ended, status = os.waitpid(child, 0 if ends is None else os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status) == 0
        if ends is not None and time.monotonic() > ends:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return False
        time.sleep(0.02)


def _run_and_exit(copy: Path, run: Callable[[], bool], output: str) -> None:
    """In the fork: run from the copy, print to the output, and end the process with the outcome."""
    outcome = 1
    try:
        os.setpgid(0, 0)
        os.chdir(copy)
        sys.path[:0] = [str(copy)]
        sys.dont_write_bytecode = True
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        printed = os.open(output, os.O_WRONLY | os.O_CREAT)
        for stream in (1, 2):
            os.dup2(printed, stream)
        for name in [name for name in sys.modules if name.partition(".")[0] in FIRST_PARTY - {"__main__"}]:
            del sys.modules[name]
        outcome = 0 if run() else 1
        sys.stdout.flush()
    finally:
        os._exit(outcome)
