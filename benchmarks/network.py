"""A network through the whole chain: ``python -m benchmarks.network --halls N --weeks W [--workers K] --out R.json``.

Halls of the generated phone operator, planned together in memory, without database and window. The answer holds
seconds and peak memory of each stage, the gaps of its optimisations, and the certificate's totals. Exit status 1 where
the rosters break a rule or the certificate's rows do not add up.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.memory_watch import MemoryWatch
from shiftbid.domain.errors import InputError
from shiftbid.importers.operator import operator_sample
from shiftbid.importers.wish_generator import GeneratedVoice
from shiftbid.rules.book import load_pack, pack_for_country
from shiftbid.services.holiday_calendar import calendar_for
from shiftbid.services.plan import plan_halls
from shiftbid.services.plan_request import HallInputs, PlanRequest
from shiftbid.services.ports import StaffList
from shiftbid.services.progress import Progress
from shiftbid.services.publication import Publication, StageReport
from shiftbid.services.samples import Sample, SampleHall, SampleOptions
from shiftbid.services.secrets import seeded_secrets
from shiftbid.services.toil_return import opening_books
from shiftbid.solver.work_limit import WorkLimit

QUARTER_SECONDS = 900


def main(arguments: Sequence[str] | None = None) -> int:
    """Plan the network, write what it took, print one line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.network", description=__doc__)
    parser.add_argument("--halls", type=int, required=True)
    parser.add_argument("--weeks", type=int, required=True)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    parsed = parser.parse_args(arguments)
    began = time.perf_counter()
    try:
        sample = operator_sample(SampleOptions(halls=parsed.halls, weeks=parsed.weeks, seed=parsed.seed))
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    watch = MemoryWatch()
    with watch.watching():
        publication = plan_network(sample, parsed.seed, parsed.workers, watch)
    seconds = time.perf_counter() - began
    totals = certificate_totals(publication)
    parsed.out.write_text(json.dumps(answer_of(publication, totals, watch.peaks_mib, seconds), indent=1) + "\n")
    findings = sum(len(hall.findings) for hall in publication.halls)
    sys.stdout.write(
        f"{parsed.halls} halls, {parsed.weeks} weeks: {seconds:.0f} s, {_peak(watch.peaks_mib):.0f} MiB, "
        f"{totals.hours_kept} of {totals.hours} hours kept, {findings} rules broken\n"
    )
    return 1 if findings or not adds_up(publication, totals) else 0


@dataclass(frozen=True, slots=True)
class CertificateTotals:
    """Certificates of all halls together: expected customers, their share in time, clock hours by class."""

    customers: float
    share_in_time: float
    hours: int
    hours_kept: int
    hours_kept_at_plus10: int


def plan_network(sample: Sample, seed: int, workers: int, watch: MemoryWatch) -> Publication:
    """Walk the chain over all halls of a sample."""

    def hear(progress: Progress) -> None:
        watch.label(progress.stage)
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{progress.fraction:6.1%}  {progress.stage:<16}  {progress.text[:60]:<60}")

    pack = load_pack(pack_for_country(sample.country, sample.subdivision), sample.period.first)
    years = range(sample.period.first.year - 1, sample.period.last.year + 2)
    calendar = calendar_for(sample.country, sample.subdivision, years, pack.weekly_rest_days)
    return plan_halls(
        PlanRequest(sample.period, calendar, pack, seed, WorkLimit(), workers, sample.credit),
        [_inputs(each, sample) for each in sample.halls],
        GeneratedVoice(sample.halls, seed),
        seeded_secrets(seed),
        hear,
    )


def certificate_totals(publication: Publication) -> CertificateTotals:
    """Sum the certificates up."""
    totals = [each for report in publication.certificates for each in report.totals]
    customers = sum(each.customers for each in totals)
    return CertificateTotals(
        customers=customers,
        share_in_time=sum(each.customers_in_time for each in totals) / customers if customers else 1.0,
        hours=sum(each.hours for each in totals),
        hours_kept=sum(each.hours_kept for each in totals),
        hours_kept_at_plus10=sum(each.hours_kept_at_plus10 for each in totals),
    )


def answer_of(
    publication: Publication, totals: CertificateTotals, peaks_mib: Mapping[str, float], seconds: float
) -> dict[str, Any]:
    """Give what the benchmark writes."""
    return {
        "halls": len(publication.halls),
        "staff": sum(len(hall.employees) for hall in publication.halls),
        "days": len(publication.period.days),
        "seconds": round(seconds, 3),
        "peak_mib": round(_peak(peaks_mib), 1),
        "stages": [_stage(report, peaks_mib.get(report.name, 0.0)) for report in publication.reports],
        "certificate": asdict(totals),
    }


def adds_up(publication: Publication, totals: CertificateTotals) -> bool:
    """Whether the totals are those of the certificate's own rows, and no row has more heads than the roster."""
    customers = 0.0
    for hall in publication.halls:
        customers += sum(row.arrivals for row in hall.certificate)
        quarters = {row.quarter.start: row.quarter for row in hall.certificate}
        present = Counter(
            start
            for assignment in hall.roster.assignments
            for start in range(_quarter(assignment.shift.span.start), assignment.shift.span.end, QUARTER_SECONDS)
            if start in quarters and assignment.shift.staffs(quarters[start])
        )
        if any(row.heads > present[row.quarter.start] for row in hall.certificate):
            return False
    return abs(customers - totals.customers) <= 1e-6 * max(1.0, customers)


def _quarter(instant: int) -> int:
    return instant // QUARTER_SECONDS * QUARTER_SECONDS


def _peak(peaks_mib: Mapping[str, float]) -> float:
    return max(peaks_mib.values(), default=0.0)


def _inputs(each: SampleHall, sample: Sample) -> HallInputs:
    staff = StaffList(each.employees, each.leave, each.consents, each.worked)
    return HallInputs(each.hall, staff, each.history, opening_books(each.opening_lots, sample.period.first))


def _stage(report: StageReport, peak_mib: float) -> dict[str, object]:
    gaps = [stage.gap for stage in report.stages if stage.gap is not None]
    return {
        "name": report.name,
        "seconds": round(report.seconds, 3),
        "peak_mib": round(peak_mib, 1),
        "widest_gap": max(gaps, default=None),
        "mean_gap": sum(gaps) / len(gaps) if gaps else None,
        "counts": dict(report.counts),
    }


if __name__ == "__main__":
    sys.exit(main())
