"""Sentences with which the database fails, by form (`shiftbid.ui.failure_words`)."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

FORMS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Failures", "{tried} failed: {fault}. {advice}"),
    QT_TRANSLATE_NOOP("Failures", "Opening {database}"),
    QT_TRANSLATE_NOOP("Failures", "Working on {database}"),
    QT_TRANSLATE_NOOP("Failures", "Reading from {database}"),
    QT_TRANSLATE_NOOP("Failures", "Writing {table} to {database}"),
    QT_TRANSLATE_NOOP("Failures", "Somebody else changed the same data first. Reload it and do this again."),
    QT_TRANSLATE_NOOP(
        "Failures", "Another program is writing to it. Wait for it to finish or close it, then try again."
    ),
    QT_TRANSLATE_NOOP("Failures", "The disk is full. Free space on it and try again; nothing was changed."),
    QT_TRANSLATE_NOOP(
        "Failures", "The file or its folder may not be written to. Ask for that right, or choose another place."
    ),
    QT_TRANSLATE_NOOP(
        "Failures", "The file cannot be opened. Check that its folder exists and may be read and written."
    ),
    QT_TRANSLATE_NOOP("Failures", "The file is not a shiftbid database. Give the right file, or restore a backup."),
    QT_TRANSLATE_NOOP("Failures", "The file is damaged. Restore the latest backup with `shiftbid db restore`."),
    QT_TRANSLATE_NOOP("Failures", "The disk reports an error. Check the disk, then run `shiftbid db check`."),
    QT_TRANSLATE_NOOP("Failures", "Another program holds it. Wait for it to finish, then try again."),
    QT_TRANSLATE_NOOP(
        "Failures",
        "The server is out of room (disk, memory or connections). Tell whoever runs it; nothing was changed.",
    ),
    QT_TRANSLATE_NOOP("Failures", "The server refuses the user. Check the user and password in the URL."),
    QT_TRANSLATE_NOOP("Failures", "The server has no database of that name. Create it, or check the URL."),
    QT_TRANSLATE_NOOP("Failures", "The server lets it be read only. Ask whoever runs the server where to write."),
    QT_TRANSLATE_NOOP("Failures", "The user may not do this. Ask whoever runs the server for the right."),
    QT_TRANSLATE_NOOP("Failures", "The server ended the connection. Try again when it is back."),
    QT_TRANSLATE_NOOP("Failures", "The server cannot be reached. Check that it runs and that the URL names it."),
    QT_TRANSLATE_NOOP(
        "Failures",
        "Its tables are missing or of another version. Run `shiftbid db init` or `shiftbid db upgrade`; if that mends "
        "nothing, move the database away and make it anew (the sample with `make demo`).",
    ),
    QT_TRANSLATE_NOOP("Failures", "something is named that is not known here"),
    QT_TRANSLATE_NOOP("Failures", "a value is outside its range"),
    QT_TRANSLATE_NOOP("Failures", "a value is missing"),
    QT_TRANSLATE_NOOP("Failures", "a value is of another kind"),
    QT_TRANSLATE_NOOP("Failures", "{database} holds no tables of shiftbid: run `shiftbid db init`."),
    QT_TRANSLATE_NOOP(
        "Failures",
        "The tables in {database} are of version {present}, this program works with {newest}: make a backup with "
        "`shiftbid db backup`, then run `shiftbid db upgrade`.",
    ),
    QT_TRANSLATE_NOOP(
        "Failures",
        "The tables in {database} are of version {present}, made by a newer shiftbid than this one ({newest}): install "
        "the newer program.",
    ),
)
"""What was tried, what went wrong, and what to do; `fault` is in the database's own words."""
