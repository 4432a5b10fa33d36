"""Finished files to the disk: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.exporters.folder_swap import staging_folder, swap_in


def write_file_set(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files by name into a folder, which is made where need be; files of the same names are replaced.

    Raises
    ------
    InputError
        The folder is a file.
    StorageError
        The disk fails; the folder is as it was.
    """
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise InputError(str(folder), ["is a file; name a folder"])
    names = tuple(sorted(files))
    if not names:
        raise InputError(str(folder), ["there is nothing to write"])
    try:
        with staging_folder(folder) as staging:
            for name in names:
                (staging / name).write_bytes(files[name])
            swap_in(staging, names, folder, stale=(), last=names[-1])
    except OSError as error:
        raise StorageError(f"cannot write {folder}: {error.strerror or error}; check the disk and run again") from error
    return tuple(folder / name for name in names)


def write_named(out: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files under their own names where `out` is a folder; else as `out`, the further ones beside it.

    A further file has the name of `out` with its own ending.
    """
    if out.is_dir():
        return write_file_set(out, files)
    first, *others = files
    named = {out.name: files[first], **{f"{out.stem}{Path(name).suffix}": files[name] for name in others}}
    if len(named) < len(files):
        raise InputError(str(out), [f"the format has {len(files)} files; name a folder"])
    return write_file_set(out.parent, named)
