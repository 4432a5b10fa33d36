"""Putting finished files in the place of earlier ones: all of them, or none."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from shiftbid.domain.errors import StorageError

REPLACED = ".replaced"


@contextmanager
def staging_folder(folder: Path) -> Generator[Path]:
    """Make a hidden folder beside `folder`, on the same disk, and remove it at the end with whatever is left in it.

    It stays where it holds files of `folder` that could not be put back.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.parent / f".{folder.name}.{token_hex(4)}"
    staging.mkdir()
    try:
        yield staging
    finally:
        if not any(path.is_file() for path in (staging / REPLACED).rglob("*")):
            shutil.rmtree(staging, ignore_errors=True)


def swap_in(new: Path, paths: Iterable[str], folder: Path, stale: Iterable[str], last: str) -> None:
    """Move the files at `paths` of the folder `new` into `folder`, replacing those there, and remove the stale ones.

    Where `folder` does not exist or is empty, the whole of `new` becomes it in one step. Otherwise the file `last`
    is replaced after all others, so that a reader who trusts it never sees a mixture as complete; what was replaced
    waits aside and is put back where any step fails.

    Raises
    ------
    StorageError
        A file could not be moved (open in another program, no permission, disk full); `folder` is as it was.
    """
    try:
        if not folder.exists() or not any(folder.iterdir()):
            _become(new, folder)
        else:
            _replace_each(new, [*sorted(set(paths) - {last}), last], folder, sorted(stale))
    except OSError as error:
        raise StorageError(
            f"cannot write into {folder}: {error.strerror or error} ({error.filename}); "
            "close the files there that are open, check the permissions, and run again"
        ) from error


def _become(new: Path, folder: Path) -> None:
    if folder.exists():
        folder.rmdir()
    new.rename(folder)


def _replace_each(new: Path, paths: list[str], folder: Path, stale: list[str]) -> None:
    aside = new / REPLACED
    done: list[tuple[Path, Path]] = []
    try:
        for path in (*stale, *paths):
            if (folder / path).exists():
                _move(folder / path, aside / path)
                done.append((aside / path, folder / path))
            if path in paths:
                _move(new / path, folder / path)
                done.append((folder / path, new / path))
    except OSError:
        for source, target in reversed(done):
            source.replace(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
