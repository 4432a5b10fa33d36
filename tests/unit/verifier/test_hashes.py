"""The hash chain: a changed byte, a changed line, missing and foreign files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from shiftbid.verifier import Kind, verify
from tests.unit.verifier.published_folder import canonical, write_chain


def hashes(folder: Path) -> set[str]:
    return {each.rule for each in verify(folder).findings if each.kind is Kind.HASH}


def rewrite(folder: Path, edit: Callable[[list[dict[str, Any]]], object]) -> None:
    record = folder / "record.jsonl"
    lines = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
    edit(lines)
    record.write_text("".join(canonical(line) + "\n" for line in lines), encoding="utf-8")


def test_a_byte_more_in_any_published_file_is_found(folder: Path) -> None:
    names = [path.name for path in folder.iterdir() if path.name not in ("record.jsonl", "summary.json")]
    for name in names:
        before = (folder / name).read_bytes()
        (folder / name).write_bytes(before + b"\n")
        (finding,) = [each for each in verify(folder).findings if each.kind is Kind.HASH]
        assert (finding.rule, finding.sentence.split()[0]) == ("HASH-FILE", name)
        (folder / name).write_bytes(before)
    assert verify(folder).ok


def test_summary_and_database_may_change(folder: Path) -> None:
    (folder / "summary.json").write_text("{}", encoding="utf-8")
    (folder / "shiftbid.db").write_bytes(b"data")
    (folder / "shiftbid.db-wal").write_bytes(b"data")
    assert verify(folder).ok


CHAIN_EDITS: list[tuple[Callable[[list[dict[str, Any]]], object], set[str]]] = [
    (lambda lines: lines[3].update(sequence=9), {"HASH-LINE", "HASH-SEQUENCE"}),
    (lambda lines: lines[3].update(hash="0" * 64), {"HASH-LINE", "HASH-LINK"}),
    (lambda lines: lines[3].update(previous="0" * 64), {"HASH-LINE", "HASH-LINK"}),
    (lambda lines: lines[3].update(sha256="0" * 64), {"HASH-LINE", "HASH-FILE"}),
    (lambda lines: lines.pop(3), {"HASH-LINK", "HASH-SEQUENCE", "HASH-UNLISTED"}),
    (lambda lines: lines.append(dict(lines[-1])), {"HASH-LINK", "HASH-SEQUENCE", "HASH-ORDER"}),
    (
        lambda lines: lines[-1].update(path="../worked.csv"),
        {"HASH-LINE", "HASH-ORDER", "HASH-PATH", "HASH-UNLISTED"},
    ),
    (lambda lines: lines[-1].update(path="x" * 400), {"HASH-LINE", "HASH-MISSING", "HASH-UNLISTED"}),
]


@pytest.mark.parametrize(("edit", "rules"), CHAIN_EDITS)
def test_a_changed_chain_is_found(
    folder: Path, edit: Callable[[list[dict[str, Any]]], object], rules: set[str]
) -> None:
    rewrite(folder, edit)
    assert hashes(folder) == rules


def test_a_file_put_in_is_found_until_it_is_in_the_chain(folder: Path) -> None:
    (folder / "calendars").mkdir()
    (folder / "calendars" / "E1.ics").write_bytes(b"BEGIN:VCALENDAR")
    assert hashes(folder) == {"HASH-UNLISTED"}


def test_a_file_taken_out_is_missing_from_folder_and_checks(folder: Path) -> None:
    (folder / "roster.csv").unlink()
    findings = verify(folder).findings
    assert {(each.kind, each.rule) for each in findings} == {
        (Kind.HASH, "HASH-MISSING"),
        (Kind.FILE, "FILE-MISSING"),
    }
    write_chain(folder)
    assert {(each.kind, each.rule) for each in verify(folder).findings} == {(Kind.FILE, "FILE-MISSING")}


def test_a_folder_without_chain_is_still_checked(folder: Path) -> None:
    (folder / "record.jsonl").unlink()
    assert {(each.kind, each.rule) for each in verify(folder).findings} == {(Kind.HASH, "HASH-MISSING")}
