"""From the bytes of a ticket log to its lines and fields: encoding, separator, header line."""

from __future__ import annotations

import codecs
import csv
import gzip
import re
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from shiftbid.domain.errors import InputError

SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
DAMAGED = "\N{REPLACEMENT CHARACTER}"
MOST_DAMAGED_SHARE = 0.02
"""So many of the characters beyond ASCII may be damaged in a text that still counts as written in an encoding."""
LEAST_CHINESE_SHARE = 0.8
"""So many of the bytes beyond ASCII form pairs of the GB 2312 plane where a text is taken for GB18030."""
HEADER_LINES = 10
SAMPLE_LINES = 50
_CHINESE_PAIR = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_FOREIGN_CHARACTER = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: its 1-based line in the file, and its fields without blanks around them."""

    number: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LogText:
    """A log as a table of texts. Line ends inside quotes are not known: every line of the file is a row."""

    encoding: str
    separator: str
    header: Line
    rows: tuple[Line, ...]


def read_bytes(path: Path) -> bytes:
    """Read a file, unpacked where its name ends in ``.gz``; raises InputError where it cannot be read."""
    try:
        if path.suffix == ".gz":
            with gzip.open(path) as stream:
                return stream.read()
        return path.read_bytes()
    except OSError as error:
        raise InputError(str(path), [f"cannot be read: {error.strerror or error}"]) from error
    except (EOFError, zlib.error) as error:
        raise InputError(str(path), [f"cannot be read: {error}"]) from error


def log_text(raw: bytes, encoding: str | None, recognised: Callable[[Sequence[str]], int]) -> LogText:
    """Find the lines and fields of a log.

    Parameters
    ----------
    encoding
        Name of the encoding; found where None.
    recognised
        How many names of a line are known column names. The header is the line, of the first ten, that has most.

    Raises
    ------
    InputError
        The text is empty or the encoding unknown.
    """
    name, text = decoded(raw, encoding)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    if not numbered:
        raise InputError("ticket log", ["the file is empty"])
    separator = found_separator([line for _, line in numbered[:SAMPLE_LINES]])
    table = [Line(number, _fields(line, separator)) for number, line in numbered]
    # A title may stand above the header.
    top = max(range(min(HEADER_LINES, len(table))), key=lambda index: (recognised(table[index].fields), -index))
    return LogText(name, separator, table[top], tuple(line for line in table[top + 1 :] if any(line.fields)))


def decoded(raw: bytes, encoding: str | None) -> tuple[str, str]:
    """Give the encoding's name and the text, damaged characters marked.

    UTF-8 and GB18030 are recognised by their rules, of which at most 2 % of the characters may fall short; what
    follows neither is latin-1, in which every byte is a character.
    """
    if encoding is not None:
        try:
            codecs.lookup(encoding)
            return encoding, raw.removeprefix(BYTE_ORDER_MARK).decode(encoding, "replace")
        except (LookupError, ValueError) as error:
            raise InputError("--encoding", [f"{encoding!r} is unknown; use utf-8, gb18030 or latin-1"]) from error
    if raw.startswith(BYTE_ORDER_MARK):
        return "utf-8 with byte order mark", raw.removeprefix(BYTE_ORDER_MARK).decode("utf-8", "replace")
    foreign = len(_BEYOND_ASCII.findall(raw))
    for name in ("utf-8", "gb18030"):
        text = raw.decode(name, "replace")
        if name == "gb18030" and 2 * len(_CHINESE_PAIR.findall(raw)) < LEAST_CHINESE_SHARE * foreign:
            continue
        if text.count(DAMAGED) <= MOST_DAMAGED_SHARE * len(_FOREIGN_CHARACTER.findall(text)):
            return name, text
    return "latin-1", raw.decode("latin-1")


def found_separator(lines: Sequence[str]) -> str:
    """Give the separator that cuts most lines into the same number of fields, more than one; comma where none does."""
    scores: dict[str, int] = {}
    for separator in SEPARATORS:
        counts = Counter(line.count(separator) for line in lines)
        scores[separator] = max((times * count for count, times in counts.items()), default=0)
    return max(SEPARATORS, key=lambda separator: scores[separator])


def _fields(line: str, separator: str) -> tuple[str, ...]:
    if '"' not in line:
        return tuple(map(str.strip, line.split(separator)))
    try:
        return tuple(map(str.strip, next(csv.reader([line], delimiter=separator))))
    except csv.Error:
        return (line,)  # a field beyond csv's limit; the number of fields then tells that the row is damaged
