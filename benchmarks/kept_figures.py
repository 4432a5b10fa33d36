"""Figures of a long comparison, kept case by case, so that one that was interrupted goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of one forecast, by kind of hour, and the processor seconds it took.

    Parameters
    ----------
    errors, totals
        Absolute errors and counts, summed over the hours of each kind.
    within, hours
        How many hours of each kind lie within the band, of how many; empty for a method without a band.
    """

    errors: tuple[float, ...]
    totals: tuple[float, ...]
    processor_seconds: float
    within: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()


def place_of(directory: Path, method: str, data: tuple[bytes, ...]) -> Path:
    """File in which the figures of a method on a case are kept.

    Parameters
    ----------
    data
        All the case consists of: figures of other counts, halls, hours or calendars have other places.
    """
    digest = hashlib.sha256()
    for part in data:
        digest.update(hashlib.sha256(part).digest())
    return directory / f"{'-'.join(method.lower().split())}-{digest.hexdigest()[:16]}.json"


def read_figures(place: Path) -> Figures | None:
    """Figures kept in a file; None where none are."""
    if not place.exists():
        return None
    kept = json.loads(place.read_text(encoding="utf-8"))
    within, hours = (tuple(kept.get(name, ())) for name in ("within", "hours"))
    return Figures(tuple(kept["errors"]), tuple(kept["totals"]), kept["processor_seconds"], within, hours)


def keep_figures(figures: Figures, place: Path) -> None:
    """Write figures, whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_suffix(f".{os.getpid()}")
    unfinished.write_text(json.dumps(asdict(figures)), encoding="utf-8")
    unfinished.replace(place)
