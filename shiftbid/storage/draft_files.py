"""Drafts of rosters as files, one a hall and period, in a folder of the person who makes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.errors import StorageError
from shiftbid.domain.timeline import Period
from shiftbid.services.stored_draft import FORMAT, StoredDraft


@dataclass(frozen=True, slots=True)
class DraftFiles:
    """A `DraftStore` in a folder, which is made when the first draft is kept."""

    folder: Path

    def keep(self, draft: StoredDraft) -> None:
        """Keep a draft in place of the one before; one without edits is forgotten."""
        file = self._file(draft.hall, draft.period)
        try:
            if not draft.edits:
                file.unlink(missing_ok=True)
                return
            self.folder.mkdir(parents=True, exist_ok=True)
            beside = file.with_suffix(".new")
            beside.write_text(_text(draft), encoding="utf-8")
            beside.replace(file)
        except OSError as error:
            raise StorageError(f"cannot keep the draft in {file}: {error.strerror or error}; check the disk") from error

    def find(self, hall: str, period: Period) -> StoredDraft | None:
        """The draft of a hall and period, or None."""
        file = self._file(hall, period)
        try:
            record = json.loads(file.read_text(encoding="utf-8"))
            known, version, edits = record["format"] == FORMAT, int(record["version"]), tuple(record["edits"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StorageError(_unreadable(file)) from error
        if not known:
            raise StorageError(_unreadable(file))
        return StoredDraft(hall, period, version, edits)

    def _file(self, hall: str, period: Period) -> Path:
        return self.folder / f"{quote(hall, safe='')}_{period.first}_{period.last}.json"


def _unreadable(file: Path) -> str:
    return f"the draft {file} cannot be read; move it away to go on with the roster as published"


def _text(draft: StoredDraft) -> str:
    return canonical_json({"format": FORMAT, "version": draft.version, "edits": list(draft.edits)})
