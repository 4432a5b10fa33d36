from __future__ import annotations

from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.exporters import file_set
from shiftbid.exporters.file_set import write_file_set, write_named


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_files_are_replaced_and_others_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")
    write_file_set(tmp_path, {"a": b"1", "b": b"2"})
    assert write_file_set(tmp_path, {"a": b"3"}) == (tmp_path / "a",)
    assert content(tmp_path) == {"mine.txt": b"mine", "a": b"3", "b": b"2"}


def test_a_failure_leaves_the_folder_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file_set(tmp_path, {"a": b"1"})

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file_set, "swap_in", fail)
    with pytest.raises(StorageError, match="No space left"):
        write_file_set(tmp_path, {"a": b"2"})
    assert content(tmp_path) == {"a": b"1"}


def test_a_file_is_no_folder_and_nothing_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(InputError, match="is a file"):
        write_file_set(tmp_path / "a", {"b": b""})
    with pytest.raises(InputError, match="nothing to write"):
        write_file_set(tmp_path, {})


def test_a_path_names_the_first_file_and_its_companions(tmp_path: Path) -> None:
    write_named(tmp_path / "out.txt", {"data.txt": b"1", "data.ini": b"2"})
    assert content(tmp_path) == {"out.txt": b"1", "out.ini": b"2"}
    with pytest.raises(InputError, match="name a folder"):
        write_named(tmp_path / "x.ini", {"data.txt": b"1", "data.ini": b"2"})
    folder = tmp_path / "folder"
    folder.mkdir()
    write_named(folder, {"data.txt": b"1", "data.ini": b"2"})
    assert content(folder) == {"data.txt": b"1", "data.ini": b"2"}
