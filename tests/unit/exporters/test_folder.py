from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from shiftbid.domain.errors import BugError, InputError, StorageError
from shiftbid.exporters.folder import check_folder, write_publication
from shiftbid.services.publication import Publication

NEVER_CHAINED = {"record.jsonl", "summary.json"}


def content(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.parent.iterdir() if path.name.startswith(f".{folder.name}")]


def test_every_file_is_written_and_listed_with_the_record_and_summary_last(publication: Publication, tmp_path: Path):
    paths = write_publication(publication, tmp_path / "a/out")
    names = [path.relative_to(tmp_path / "a/out").as_posix() for path in paths]
    assert names[-2:] == ["record.jsonl", "summary.json"]
    assert {"roster.csv", "roster.xlsx", "settings.json", "calendars/h1-001.ics"} < set(names)
    assert set(names) == set(content(tmp_path / "a/out"))
    chained = [json.loads(line)["path"] for line in (tmp_path / "a/out/record.jsonl").read_text().splitlines()]
    assert chained == names[:-2]
    assert leftovers(tmp_path / "a/out") == []


def test_the_same_publication_gives_the_same_bytes_again(publication: Publication, tmp_path: Path):
    write_publication(publication, tmp_path / "one")
    write_publication(publication, tmp_path / "two")
    write_publication(publication, tmp_path / "two")
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_an_empty_folder_is_filled(publication: Publication, tmp_path: Path):
    (tmp_path / "out").mkdir()
    write_publication(publication, tmp_path / "out")
    assert "roster.csv" in content(tmp_path / "out")


def test_attachments_are_part_of_the_chain(publication: Publication, tmp_path: Path):
    write_publication(publication, tmp_path / "out", {"tickets.csv": b"ticket\n", "payroll/adp.csv": b"x\n"})
    assert (tmp_path / "out/payroll/adp.csv").read_bytes() == b"x\n"
    record = (tmp_path / "out/record.jsonl").read_text(encoding="utf-8")
    assert '"tickets.csv"' in record
    assert '"payroll/adp.csv"' in record


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "a\\b"])
def test_an_attachment_stays_inside_the_folder(publication: Publication, tmp_path: Path, path: str):
    with pytest.raises(InputError, match="inside the folder"):
        write_publication(publication, tmp_path / "out", {path: b""})
    assert not (tmp_path / "out").exists()


def test_a_later_publication_replaces_and_removes_and_leaves_companions_alone(publication: Publication, tmp_path: Path):
    out = tmp_path / "out"
    write_publication(publication, out, {"tickets.csv": b"ticket\n"})
    (out / "shiftbid.sqlite3").write_bytes(b"database")
    (out / "screenshots").mkdir()
    (out / "screenshots/roster.png").write_bytes(b"picture")
    (out / "note.txt").write_text("mine", encoding="utf-8")
    hall = publication.halls[0]
    only_first = replace(hall.roster, assignments=hall.roster.assignments[1:])
    write_publication(replace(publication, halls=(replace(hall, roster=only_first),)), out)
    left = content(out)
    assert "tickets.csv" not in left
    assert "calendars/h1-002.ics" not in left
    assert left["shiftbid.sqlite3"] == b"database"
    assert left["screenshots/roster.png"] == b"picture"
    assert left["note.txt"] == b"mine"
    assert b"h1-002" not in left["roster.csv"]
    assert leftovers(out) == []


def test_a_folder_with_other_peoples_files_is_refused_and_untouched(publication: Publication, tmp_path: Path):
    out = tmp_path / "documents"
    out.mkdir()
    (out / "thesis.docx").write_bytes(b"years of work")
    for attempt in (lambda: check_folder(out), lambda: write_publication(publication, out)):
        with pytest.raises(InputError, match=r"thesis\.docx"):
            attempt()
    assert content(out) == {"thesis.docx": b"years of work"}


def test_a_file_is_no_folder(tmp_path: Path):
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="name a folder"):
        check_folder(tmp_path / "out")


def test_a_database_alone_does_not_make_a_folder_foreign(publication: Publication, tmp_path: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/shiftbid.sqlite3-wal").write_bytes(b"wal")
    write_publication(publication, tmp_path / "out")
    assert content(tmp_path / "out")["shiftbid.sqlite3-wal"] == b"wal"


def test_a_stranger_in_the_way_of_a_new_file_is_refused(publication: Publication, tmp_path: Path):
    out = tmp_path / "out"
    write_publication(publication, out)
    (out / "tickets.csv").write_bytes(b"mine")
    before = content(out)
    with pytest.raises(InputError, match=r"tickets\.csv is not part"):
        write_publication(publication, out, {"tickets.csv": b"ours"})
    assert content(out) == before


def test_a_broken_record_is_no_licence_to_replace(publication: Publication, tmp_path: Path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "record.jsonl").write_text("no json", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read as the record"):
        write_publication(publication, out)


def test_an_export_that_fails_leaves_the_earlier_publication(publication: Publication, tmp_path: Path):
    out = tmp_path / "out"
    write_publication(publication, out)
    before = content(out)
    broken = replace(publication, halls=(replace(publication.halls[0], lots=()),))
    with pytest.raises(BugError):
        write_publication(broken, out)
    assert content(out) == before
    assert leftovers(out) == []


@pytest.mark.parametrize("failing_call", range(0, 60, 7))
def test_a_disk_that_fails_in_the_middle_of_the_swap_leaves_the_earlier_publication(
    make_publication: Callable[..., Publication], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing_call: int
):
    out = tmp_path / "out"
    write_publication(make_publication(), out, {"tickets.csv": b"old"})
    before = content(out)
    calls = iter(range(1000))
    replace_file = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if next(calls) == failing_call:
            raise PermissionError(13, "in use by another program", str(self))
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    later = make_publication(names=("Other", "Names"))
    if failing_call < 45:
        with pytest.raises(StorageError, match="close the files"):
            write_publication(later, out)
        assert content(out) == before
        assert leftovers(out) == []
    else:
        write_publication(later, out)
        assert content(out) != before


def test_a_folder_that_cannot_be_written_is_named(publication: Publication, tmp_path: Path):
    if os.geteuid() == 0:
        (tmp_path / "file").write_text("", encoding="utf-8")
        target = tmp_path / "file/out"
    else:
        (tmp_path / "locked").mkdir(mode=0o500)
        target = tmp_path / "locked/out"
    with pytest.raises(StorageError, match="cannot write"):
        write_publication(publication, target)
