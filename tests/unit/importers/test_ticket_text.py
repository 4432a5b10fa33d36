from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.importers.ticket_text import DAMAGED, decoded, found_separator, log_text, read_bytes

CHINESE = "票号,业务类型\nA1,缴费\nA2,办卡\n"
FRENCH = "ticket;service\nA1;Dépôt à vue\nA2;Crédit müller\n"


@pytest.mark.parametrize(
    ("raw", "name", "text"),
    [
        (CHINESE.encode(), "utf-8", CHINESE),
        (b"\xef\xbb\xbf" + CHINESE.encode(), "utf-8 with byte order mark", CHINESE),
        (CHINESE.encode("gb18030"), "gb18030", CHINESE),
        (FRENCH.encode(), "utf-8", FRENCH),
        (FRENCH.encode("latin-1"), "latin-1", FRENCH),
        ("größe\nmüßig\n".encode("latin-1"), "latin-1", "größe\nmüßig\n"),
        (b"ticket\nA1\n", "utf-8", "ticket\nA1\n"),
    ],
)
def test_the_encoding_is_found(raw: bytes, name: str, text: str) -> None:
    assert decoded(raw, None) == (name, text)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_damaged_byte_does_not_change_the_encoding(encoding: str) -> None:
    name, text = decoded(("缴费\n" * 100).encode(encoding) + b"\xff\n", None)
    assert name == encoding
    assert text.count(DAMAGED) == 1
    assert text.startswith("缴费\n")


def test_the_user_may_name_the_encoding() -> None:
    assert decoded("é".encode("cp1252"), "cp1252") == ("cp1252", "é")
    with pytest.raises(InputError, match="--encoding"):
        decoded(b"", "klingon")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found(separator: str) -> None:
    lines = [separator.join(("a", "b 1,5" if separator == ";" else "b", "c"))] * 3
    assert found_separator(lines) == separator


def test_a_title_above_the_header_and_blank_lines_are_passed_over() -> None:
    raw = b'Report of hall 1\r\n\r\nticket,issued\r\n"A1", 09:00 \r\n,\r\n\r\nA2,09:01'
    text = log_text(raw, None, lambda names: sum(name in ("ticket", "issued") for name in names))
    assert text.header.number == 3
    assert [(row.number, row.fields) for row in text.rows] == [(4, ("A1", "09:00")), (7, ("A2", "09:01"))]


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "log.csv.gz"
    broken.write_bytes(gzip.compress(b"ticket\n" * 1000)[:-20])
    for path in (broken, tmp_path / "none.csv"):
        with pytest.raises(InputError, match=path.name):
            read_bytes(path)
    with pytest.raises(InputError, match="empty"):
        log_text(b" \n", None, len)


def test_a_file_that_is_not_there_is_named_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        read_bytes(tmp_path / "none.csv")
    assert [each.message for each in refused.value.problems] == ["cannot be read: No such file or directory"]
