"""Shifts as people write them: ``TEMPLATE:DATE``."""

from __future__ import annotations

from datetime import date

from shiftbid.domain.errors import InputError


def shift_id(hall: str, text: str) -> str:
    """Id of a shift written ``TEMPLATE:DATE``; InputError for anything else."""
    template, _, day = text.rpartition(":")
    try:
        found = date.fromisoformat(day)
    except ValueError:
        found = None
    if not template or found is None:
        raise InputError("shift", [f"{text!r}: write TEMPLATE:DATE, such as early:2026-01-05"])
    return f"{hall}/{template}/{found.isoformat()}"


def shift_name(shift: str) -> str:
    """``TEMPLATE:DATE`` of a shift's id."""
    _, template, day = shift.rsplit("/", 2)
    return f"{template}:{day}"
