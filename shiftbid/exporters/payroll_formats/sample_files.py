"""One file a payroll format for a demonstration, in invented codes, with a note that says so."""

from __future__ import annotations

from collections.abc import Mapping

from shiftbid.domain.errors import InputError
from shiftbid.exporters.payroll_formats.catalogue import PAYROLL_FORMATS, payroll_files
from shiftbid.exporters.payroll_formats.sample_codes import sample_codes
from shiftbid.services.payroll_run import PayrollRun
from shiftbid.services.publication import Publication

FOLDER = "payroll"
NOTE = f"{FOLDER}/README.txt"
_HEAD = """The pay lines of payroll.csv as payroll programs read them.
Company numbers, payroll ids and codes are invented; `shiftbid export payroll --codes FILE` uses real ones.
"""


def sample_payroll_files(publication: Publication) -> Mapping[str, bytes]:
    """Bytes of the files by path in the published folder.

    A format that cannot carry the sample (Gusto wants two names in letters) is left out, and the note says why.
    """
    run = _run(publication)
    files: dict[str, bytes] = {}
    notes = [_HEAD]
    for name in PAYROLL_FORMATS if run.lines else ():
        try:
            made = payroll_files(name, run, sample_codes(name, run))
        except InputError as error:
            notes.append(f"{name}: not written. {error.problems[0]}")
            continue
        files |= {f"{FOLDER}/{each.name}": each.content for each in made}
        notes.append(f"{name}: {', '.join(each.name for each in made)}")
    return {**files, NOTE: ("\n".join(notes) + "\n").encode("utf-8")}


def _run(publication: Publication) -> PayrollRun:
    """Pay lines of a publication. A night shift at its end that runs into a holiday is paid with the next period."""
    period = publication.period
    return PayrollRun(
        period=period,
        calendar=publication.calendar,
        halls=tuple(each.hall for each in publication.halls),
        employees=tuple(employee for each in publication.halls for employee in each.employees),
        shifts=tuple(taken for each in publication.halls for taken in each.roster.assignments),
        lines=tuple(line for each in publication.halls for line in each.pay_lines if line.day in period),
    )
