"""The hash chain over the published files: ``record.jsonl`` of docs/formats/records.md."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from shiftbid.exporters.json_records import canonical

RECORD = "record.jsonl"
FIRST_PREVIOUS = "0" * 64


def chain_lines(folder: Path, paths: Iterable[str]) -> bytes:
    """Lines of the chain over the files at some paths of a folder, in alphabetical order of path.

    Parameters
    ----------
    paths
        Relative to the folder, with ``/`` as separator.
    """
    lines: list[bytes] = []
    previous = FIRST_PREVIOUS
    for sequence, path in enumerate(sorted(paths)):
        with (folder / path).open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        record = {"sequence": sequence, "path": path, "sha256": sha256, "previous": previous}
        previous = hashlib.sha256(canonical(record)).hexdigest()
        lines.append(canonical({**record, "hash": previous}))
    return b"".join(line + b"\n" for line in lines)
