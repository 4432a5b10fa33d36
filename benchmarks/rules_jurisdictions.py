"""How the cases of each jurisdiction are read: its packs, the permissions they take as given, and its pay.

A jurisdiction is one line below and, where it asks for more than its packs, one module ``rules_<jurisdiction>`` that
only translates; law and pay themselves live in `shiftbid.rules` and `shiftbid.payroll`.
"""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.rules_au_nz import AUSTRALIAN_RETAIL, NEW_ZEALAND
from benchmarks.rules_cn import CHINA
from benchmarks.rules_de import GERMANY
from benchmarks.rules_es import SPAIN
from benchmarks.rules_eu import EUROPE
from benchmarks.rules_fr import FRANCE
from benchmarks.rules_jp import JAPAN
from benchmarks.rules_jurisdiction import Jurisdiction
from benchmarks.rules_uk import HEALTH_SERVICE, UNITED_KINGDOM
from benchmarks.rules_us import UNITED_STATES
from benchmarks.rules_us_california import CALIFORNIA
from benchmarks.rules_us_scheduling import CHICAGO, NEW_YORK_CITY, OREGON, SEATTLE

JURISDICTIONS: Mapping[str, Jurisdiction] = {
    "CN": CHINA,
    "EU": EUROPE,
    "DE": GERMANY,
    "FR": FRANCE,
    "ES": SPAIN,
    "UK": UNITED_KINGDOM,
    "UK-NHS": HEALTH_SERVICE,
    "US": UNITED_STATES,
    "US-CA": CALIFORNIA,
    "US-NYC": NEW_YORK_CITY,
    "US-OR": OREGON,
    "US-SEA": SEATTLE,
    "US-CHI": CHICAGO,
    "JP": JAPAN,
    "AU-RETAIL": AUSTRALIAN_RETAIL,
    "NZ": NEW_ZEALAND,
    "TOIL": Jurisdiction(),
}
