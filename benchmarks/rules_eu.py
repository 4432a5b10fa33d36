"""How cases of the directive are read."""

from __future__ import annotations

from benchmarks.rules_jurisdiction import Jurisdiction

EUROPE = Jurisdiction(packs=("EU",))
