"""Writing a publication into a folder: every file of docs/formats/files.md, complete or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.exporters.calendars import calendar_files
from shiftbid.exporters.certificate_report import certificate_report
from shiftbid.exporters.chain import RECORD, chain_lines
from shiftbid.exporters.folder_swap import staging_folder, swap_in
from shiftbid.exporters.identifiers import check_identifiers
from shiftbid.exporters.json_records import canonical, election_record, round_record, summary
from shiftbid.exporters.published_tables import PUBLISHED_TABLES
from shiftbid.exporters.roster_workbook import roster_workbook
from shiftbid.exporters.tables import write_table
from shiftbid.services.publication import Publication

SUMMARY = "summary.json"
DATABASE_SUFFIXES = (".db", ".sqlite", ".sqlite3", "-wal", "-shm", "-journal")
COMPANIONS = frozenset({"screenshots"})
"""Folders that others of our commands put beside a publication."""
NO_ATTACHMENTS: Mapping[str, bytes] = {}


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds anything but an earlier publication; called before long work starts.

    Databases, hidden files and screenshots may stand beside a publication.

    Raises
    ------
    InputError
        The folder is a file, or holds other people's files, which are named.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise InputError(str(folder), ["is a file; name a folder"])
    if (folder / RECORD).is_file():
        return
    foreign = sorted(path.name for path in folder.iterdir() if not _is_companion(path.name))
    if foreign:
        shown = ", ".join(foreign[:5]) + (f" and {len(foreign) - 5} more" if len(foreign) > 5 else "")
        raise InputError(
            str(folder),
            [f"holds {shown}, and no earlier publication ({RECORD}); name a new or an empty folder"],
        )


def write_publication(
    publication: Publication, folder: Path, attachments: Mapping[str, bytes] = NO_ATTACHMENTS
) -> tuple[Path, ...]:
    """Write all files of a publication; gives their paths, the hash chain and the summary last.

    Everything is written into a hidden folder beside `folder` first and then moved in; a failure leaves `folder` as it
    was. Files of the publication that stood there before are replaced or, where this one has none of that name,
    removed; other files are never touched. The same publication gives the same bytes, ``summary.json`` apart.

    Parameters
    ----------
    attachments
        Bytes of further files by relative path, such as payroll formats; they are part of the hash chain.

    Raises
    ------
    InputError
        The folder holds something else, or an id cannot stand in files that machines read.
    StorageError
        The disk fails.
    """
    check_folder(folder)
    check_identifiers(publication)
    folder = folder.resolve()
    earlier = _published_paths(folder)
    try:
        with staging_folder(folder) as staging:
            paths = sorted({*_write_files(publication, staging), *_write_bytes(attachments, staging)})
            (staging / RECORD).write_bytes(chain_lines(staging, paths))
            (staging / SUMMARY).write_bytes(canonical(summary(publication)))
            written = (*paths, RECORD, SUMMARY)
            _refuse_strangers(folder, written, earlier)
            swap_in(staging, written, folder, stale=earlier - set(written), last=RECORD)
    except OSError as error:
        raise StorageError(f"cannot write {folder}: {error.strerror or error}; check the disk and run again") from error
    return tuple(folder / path for path in written)


def _write_files(publication: Publication, staging: Path) -> Iterator[str]:
    """Path of each file, once it is written."""
    for table in PUBLISHED_TABLES:
        write_table(staging / table.path, table.columns, table.rows(publication))
        yield table.path
    yield from _write_bytes(
        {
            "settings.json": canonical(publication.settings),
            "election.json": canonical(election_record(publication)),
            "round.json": canonical(round_record(publication)),
            "certificate_report.json": canonical(certificate_report(publication)),
            "roster.xlsx": roster_workbook(publication),
            **dict(calendar_files(publication)),
        },
        staging,
    )


def _write_bytes(files: Mapping[str, bytes], staging: Path) -> Iterator[str]:
    for path, content in files.items():
        if not _stays_inside(path):
            raise InputError("publication", [f"{path!r} does not name a file inside the folder"])
        (staging / path).parent.mkdir(parents=True, exist_ok=True)
        (staging / path).write_bytes(content)
        yield path


def _published_paths(folder: Path) -> frozenset[str]:
    """Paths of the publication that a folder holds; empty where it holds none."""
    if not (folder / RECORD).is_file():
        return frozenset()
    try:
        lines = (folder / RECORD).read_text(encoding="utf-8").splitlines()
        paths = {str(json.loads(line)["path"]) for line in lines if line.strip()}
    except (ValueError, KeyError, TypeError):
        raise InputError(
            str(folder / RECORD), ["cannot be read as the record of a publication; name a new or an empty folder"]
        ) from None
    return frozenset({*filter(_stays_inside, paths), RECORD, SUMMARY})


def _refuse_strangers(folder: Path, written: tuple[str, ...], earlier: frozenset[str]) -> None:
    """Refuse to replace a file that no earlier publication has put there."""
    strangers = [path for path in written if path not in earlier and (folder / path).exists()]
    if strangers:
        raise InputError(
            str(folder), [f"{path} is not part of the publication there; move it away" for path in strangers]
        )


def _is_companion(name: str) -> bool:
    return name in COMPANIONS or name.startswith(".") or name.endswith(DATABASE_SUFFIXES)


def _stays_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path and "\0" not in path
