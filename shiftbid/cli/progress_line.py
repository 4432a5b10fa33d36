"""Progress of long work on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager

from shiftbid.services.progress import Progress, ProgressListener


@contextmanager
def progress_on_terminal(title: str) -> Generator[ProgressListener]:
    """Show progress on stderr while it is a terminal; elsewhere stay silent."""
    if not sys.stderr.isatty():
        yield _unheard
        return
    # rich takes a fifth of a second to load, which only a person at a terminal should pay.
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as ProgressBar

    columns = (
        TextColumn("{task.fields[stage]:>12}"),
        BarColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
    )
    with ProgressBar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=1.0, stage="")

        def hear(progress: Progress) -> None:
            bar.update(task, completed=progress.fraction, description=progress.text, stage=progress.stage)

        yield hear


def _unheard(progress: Progress) -> None:
    del progress
