"""The table of `forecast_side_by_side` on each published set: ``python -m benchmarks.forecast_sets [--origins N] …``.

Sets, core halls and origins are those of the READMEs in ``../shared/benchmarks/forecast``.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks import forecast_side_by_side
from benchmarks.__main__ import SHARED
from benchmarks.forecast_methods import METHODS

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class PublishedSet:
    """Where a set's counts lie, its calendar, the halls that are judged (none named: all) and the origins."""

    counts: str
    country: str
    subdivision: str
    sites: str
    judged: str
    origins: tuple[str, ...]


SETS = {
    "Auckland": PublishedSet(
        counts="forecast/auckland_2022_2025/counts.csv.gz",
        country="NZ",
        subdivision="AUK",
        sites="",
        judged="a01,a04,a08,a11,a15,a19",
        origins=("2024-12-16", "2025-01-20", "2025-04-07", "2025-05-26", "2025-08-11", "2025-10-13"),
    ),
    "Melbourne": PublishedSet(
        counts="forecast/melbourne_2012_2015/counts.csv.gz",
        country="AU",
        subdivision="VIC",
        sites="",
        judged="s03,s05,s09,s11,s13,s17",
        origins=("2013-12-16", "2014-02-24", "2014-04-07", "2014-06-02", "2014-08-11", "2014-10-20"),
    ),
    "Iowa": PublishedSet(
        counts="forecast/ed_iowa_2013_2018/counts.csv.gz",
        country="US",
        subdivision="IA",
        sites="y",
        judged="",
        origins=("2016-12-12", "2017-05-15", "2017-06-26", "2017-08-28", "2017-11-13", "2017-12-18"),
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table of every set wanted."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forecast_sets", description=__doc__)
    parser.add_argument("--sets", metavar="A,B", default=",".join(SETS), help="default: %(default)s")
    parser.add_argument("--origins", metavar="N", type=int, default=6, help="the first N origins of each (default 6)")
    parser.add_argument("--methods", metavar="A,B", default=",".join(METHODS), help="default: %(default)s")
    parser.add_argument(
        "--keep", metavar="DIR", help="keep figures of the other methods in DIR, or take them from there"
    )
    parsed = parser.parse_args(arguments)
    worst = 0
    for name in parsed.sets.split(","):
        if name not in SETS:
            sys.stderr.write(f'no set is called "{name}"; expected {", ".join(SETS)}\n')
            return 2
        chosen = SETS[name]
        sys.stdout.write(f"\n{name}, {len(chosen.origins[: parsed.origins])} origins\n")
        sys.stdout.flush()
        command = [str(SHARED / chosen.counts), "--country", chosen.country, "--subdivision", chosen.subdivision]
        command += ["--sites", chosen.sites, "--judged", chosen.judged, "--methods", parsed.methods]
        command += [] if parsed.keep is None else ["--keep", parsed.keep]
        for origin in chosen.origins[: parsed.origins]:
            command += ["--origin", origin]
        worst = max(worst, forecast_side_by_side.main(command))
    return worst


if __name__ == "__main__":
    sys.exit(main())
