"""The hash chain over the published files, as docs/formats/records.md describes ``record.jsonl``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from shiftbid.verifier.finding import Kind, UnreadableRecord, VerifierFinding
from shiftbid.verifier.json_nodes import read_json

RECORD = "record.jsonl"
_FIRST_PREVIOUS = "0" * 64
_NOT_IN_CHAIN = frozenset({RECORD, "summary.json"})
_COMPANIONS = ("screenshots/",)
_DATABASE_SUFFIXES = (".db", ".sqlite", ".sqlite3", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class ChainLine:
    """A line of the chain; `computed_hash` is what its own content hashes to."""

    number: int
    sequence: float
    path: str
    sha256: str
    previous: str
    hash: str
    computed_hash: str


def sha256_text(data: bytes) -> str:
    """SHA-256 in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def read_chain(path: Path) -> tuple[ChainLine, ...]:
    """Read the chain; raises UnreadableRecord naming every line that is no record."""
    try:
        texts = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableRecord([f"{path.name}: cannot be read as UTF-8 text ({error})"]) from error
    lines: list[ChainLine] = []
    problems: list[str] = []
    for number, text in enumerate(texts, start=1):
        try:
            node = read_json(text, f"{path.name} line {number}")
        except UnreadableRecord as error:
            problems += error.problems
            continue
        lines.append(
            ChainLine(
                number=number,
                sequence=node.number("sequence"),
                path=node.text("path"),
                sha256=node.text("sha256"),
                previous=node.text("previous"),
                hash=node.text("hash"),
                computed_hash=sha256_text(node.without("hash").canonical()),
            )
        )
        problems += node.problems
    if problems:
        raise UnreadableRecord(problems)
    return tuple(lines)


def check_links(lines: tuple[ChainLine, ...]) -> Iterator[VerifierFinding]:
    """Check the chain in itself: every line's own hash, its link to the line before, the order of lines."""
    previous = _FIRST_PREVIOUS
    reached = ""
    for index, line in enumerate(lines):
        where = f"{RECORD} line {line.number} ({line.path})"
        if line.hash != line.computed_hash:
            yield _finding("HASH-LINE", f"{where}: the line's hash does not match its content.")
        if line.previous != previous:
            yield _finding("HASH-LINK", f"{where}: the line does not carry the hash of the line before.")
        if line.sequence != index:
            yield _finding("HASH-SEQUENCE", f"{where}: the sequence is {line.sequence:g} where {index} is due.")
        if line.path <= reached:
            yield _finding("HASH-ORDER", f"{where}: paths are not in alphabetical order, or a path stands twice.")
        previous, reached = line.hash, line.path


def check_files(folder: Path, lines: tuple[ChainLine, ...]) -> Iterator[VerifierFinding]:
    """Compare each file with its hash in the chain, and find files that are missing or not in the chain."""
    for line in lines:
        if not _stays_inside(line.path):
            yield _finding("HASH-PATH", f"{RECORD} line {line.number}: {line.path!r} lies outside the folder.")
        elif not _is_there(folder / line.path):
            yield _finding("HASH-MISSING", f"{line.path} is in the hash chain but missing from the folder.")
        else:
            yield from check_file(folder, line)
    listed = {line.path for line in lines}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and _belongs_in_chain(path, name) and name not in listed:
            yield _finding("HASH-UNLISTED", f"{name} lies in the folder but is not in the hash chain.")


def check_file(folder: Path, line: ChainLine) -> Iterator[VerifierFinding]:
    """Compare one file with its hash in the chain; raises UnreadableRecord where it cannot be read."""
    try:
        with (folder / line.path).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableRecord([f"{line.path}: cannot be read ({error})"]) from error
    if found != line.sha256:
        yield _finding(
            "HASH-FILE", f"{line.path} was changed after it was published: its hash is not the recorded one."
        )


def check_beside(record: Path, lines: tuple[ChainLine, ...]) -> Iterator[VerifierFinding]:
    """Compare the files that lie beside a single record with their hashes; absent ones are nobody's fault."""
    for line in lines:
        if _stays_inside(line.path) and _is_there(record.parent / line.path):
            yield from check_file(record.parent, line)


def _stays_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path and "\0" not in path


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # no file can have such a name here
        return False


def _belongs_in_chain(path: Path, name: str) -> bool:
    if name in _NOT_IN_CHAIN or name.startswith(_COMPANIONS):
        return False
    return not path.name.startswith(".") and not path.name.endswith(_DATABASE_SUFFIXES)


def _finding(rule: str, sentence: str) -> VerifierFinding:
    return VerifierFinding(Kind.HASH, rule, "", "", sentence)
