"""How the cases of each jurisdiction are read: its packs, the permissions they take as given, and its pay.

A jurisdiction is one line below and, where it asks for more than its packs, one module ``rules_<jurisdiction>`` that
only translates; law and pay themselves live in `shiftbid.rules` and `shiftbid.payroll`.
"""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.rules_cn import CHINA
from benchmarks.rules_eu import EUROPE
from benchmarks.rules_jurisdiction import Jurisdiction

JURISDICTIONS: Mapping[str, Jurisdiction] = {
    "CN": CHINA,
    "EU": EUROPE,
    "DE": Jurisdiction(),
    "FR": Jurisdiction(),
    "ES": Jurisdiction(),
    "UK": Jurisdiction(),
    "UK-NHS": Jurisdiction(),
    "US": Jurisdiction(),
    "US-CA": Jurisdiction(),
    "US-NYC": Jurisdiction(),
    "US-OR": Jurisdiction(),
    "US-SEA": Jurisdiction(),
    "US-CHI": Jurisdiction(),
    "JP": Jurisdiction(),
    "AU-RETAIL": Jurisdiction(),
    "NZ": Jurisdiction(),
    "TOIL": Jurisdiction(),
}
