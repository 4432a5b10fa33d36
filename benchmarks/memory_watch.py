"""Peak memory of this process and its children, sampled while work goes on."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

_EVERY_SECONDS = 0.1
_KIB_PER_MIB = 1024


class MemoryWatch:
    """Keeps the largest memory seen under each label; Linux only, elsewhere every peak is 0."""

    def __init__(self) -> None:
        self._label = ""
        self._peaks_kib: dict[str, int] = {}

    @property
    def peaks_mib(self) -> dict[str, float]:
        """Largest resident memory under each label, all processes together, in MiB."""
        return {label: kib / _KIB_PER_MIB for label, kib in self._peaks_kib.items() if label}

    def label(self, label: str) -> None:
        """Count what follows under another label."""
        if label != self._label:
            self._label = label
            self._sample()

    @contextmanager
    def watching(self) -> Generator[None]:
        """Sample until the block ends."""
        ended = threading.Event()

        def keep_sampling() -> None:
            while not ended.wait(_EVERY_SECONDS):
                self._sample()

        thread = threading.Thread(target=keep_sampling, name="memory watch")
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _sample(self) -> None:
        label = self._label
        self._peaks_kib[label] = max(self._peaks_kib.get(label, 0), _tree_kib(Path("/proc/self")))


def _tree_kib(process: Path) -> int:
    """Resident memory of a process and all that it started; 0 for one that has just ended."""
    try:
        status = (process / "status").read_text(encoding="ascii", errors="replace")
        children = [child for task in (process / "task").iterdir() for child in (task / "children").read_text().split()]
    except OSError:
        return 0
    own = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")), 0)
    return own + sum(_tree_kib(Path("/proc") / child) for child in children)
