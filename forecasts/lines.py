"""Text lines of a file, read in bounded pieces.

A damaged or hostile file (one endless line, a cut-off archive, the wrong encoding) is told from a good one
before it can fill the memory: at no time is more than a line and a block held.
"""

from __future__ import annotations

import codecs
import gzip
import zlib
from typing import TYPE_CHECKING, BinaryIO

from forecasts.errors import Problem, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINE_BYTES = 1 << 20
FILE_BYTES = 4 << 30
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class UnreadableError(Exception):
    """The rest of the file cannot be read at all."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def read_lines(path: Path, encoding: str) -> Iterator[str]:
    """Lines of a text file, with their line ends; unpacked where the name ends in ``.gz``.

    Raises
    ------
    SettingsError
        The encoding is not known.
    UnreadableError
        The file cannot be opened, is cut off, holds a line over 1 MiB, or is not text in this encoding.
    """
    try:
        decoder = codecs.getincrementaldecoder(encoding)()
    except LookupError as error:
        raise SettingsError(f'no text encoding is called "{encoding}"; try utf-8, utf-8-sig or gb18030') from error
    row, rest = 1, ""
    for block in _checked_blocks(path):
        if row == 1 and not rest:
            _refuse_marks(block, encoding)
        try:
            text = rest + decoder.decode(block)
        except UnicodeDecodeError as error:
            raise UnreadableError(_wrong_encoding(block, error, row, encoding)) from error
        if "\0" in text:
            row += text[: text.index("\0")].count("\n")
            raise UnreadableError(Problem("a NUL byte: this is not a text file, or it is damaged", row))
        pieces = text.split("\n")
        rest = pieces.pop()
        yield from (piece + "\n" for piece in pieces)
        row += len(pieces)
    try:
        rest += decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise UnreadableError(Problem(f"the file ends in the middle of a {encoding} character", row)) from error
    if rest:
        yield rest


def _checked_blocks(path: Path) -> Iterator[bytes]:
    """Raw blocks of at most `LINE_BYTES`, each checked for the length of the lines it continues."""
    row, unfinished, total = 1, 0, 0
    try:
        with _open(path) as stream:
            while block := stream.read(LINE_BYTES):
                total += len(block)
                first = block.find(b"\n")
                head = len(block) if first < 0 else first
                if unfinished + head > LINE_BYTES:
                    raise UnreadableError(Problem("the line is longer than 1 MiB: this is not a table of counts", row))
                if total > FILE_BYTES:
                    raise UnreadableError(Problem("the file holds more than 4 GiB; split it by hall or year", row))
                row += block.count(b"\n")
                unfinished = unfinished + len(block) if first < 0 else len(block) - block.rfind(b"\n") - 1
                yield block
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        message = f"the .gz archive is cut off or damaged ({error}); copy the file again"
        raise UnreadableError(Problem(message, row)) from error
    except OSError as error:
        raise UnreadableError(Problem(f"the file cannot be read: {error.strerror or error}")) from error


def _open(path: Path) -> BinaryIO | gzip.GzipFile:
    return gzip.open(path, "rb") if path.suffix.lower() == ".gz" else path.open("rb")


def _refuse_marks(block: bytes, encoding: str) -> None:
    plain = codecs.lookup(encoding).name == "utf-8"
    if plain and block.startswith(codecs.BOM_UTF8):
        message = "the file starts with a byte-order mark; save it as UTF-8 without one, or pass `--encoding utf-8-sig`"
        raise UnreadableError(Problem(message, 1))
    if plain and block.startswith(_UTF16_MARKS):
        raise UnreadableError(Problem("the file is UTF-16; save it as UTF-8, or pass `--encoding utf-16`", 1))


def _wrong_encoding(block: bytes, error: UnicodeDecodeError, row: int, encoding: str) -> Problem:
    row += block[: error.start].count(b"\n")
    line_start = block.rfind(b"\n", 0, error.start) + 1
    line_end = block.find(b"\n", error.start)
    line = block[line_start : line_end if line_end >= 0 else len(block)]
    if encoding.lower() != "gb18030" and _looks_like_gb18030(line):
        hint = "it looks like GB18030 (Chinese): save it as UTF-8, or pass `--encoding gb18030`"
    else:
        hint = "save it as UTF-8, or name its encoding with `--encoding`"
    return Problem(f"the text is not {encoding}; {hint}", row)


def _looks_like_gb18030(line: bytes) -> bool:
    try:
        text = line.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return any("一" <= letter <= "鿿" for letter in text)
