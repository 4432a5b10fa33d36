"""Every payroll format by name, and the one way to make its files."""

from __future__ import annotations

from collections.abc import Mapping

from shiftbid.domain.errors import InputError, Problem
from shiftbid.exporters.payroll_formats.adp import ADP
from shiftbid.exporters.payroll_formats.attendance import ATTENDANCE
from shiftbid.exporters.payroll_formats.coding import PayrollFile, PayrollFormat, coded_run
from shiftbid.exporters.payroll_formats.datev import DATEV_LODAS, DATEV_LOHN_UND_GEHALT
from shiftbid.exporters.payroll_formats.gusto import GUSTO
from shiftbid.exporters.payroll_formats.paychex import PAYCHEX
from shiftbid.exporters.payroll_formats.plain_csv import PLAIN_CSV
from shiftbid.exporters.payroll_formats.quickbooks import QUICKBOOKS
from shiftbid.exporters.payroll_formats.xero import XERO_AU, XERO_NZ_UK
from shiftbid.services.payroll_run import PayrollCodes, PayrollRun

PAYROLL_FORMATS: Mapping[str, PayrollFormat] = {
    each.name: each
    for each in (
        *(PLAIN_CSV, ATTENDANCE, ADP, PAYCHEX, QUICKBOOKS, GUSTO, XERO_AU, XERO_NZ_UK),
        *(DATEV_LODAS, DATEV_LOHN_UND_GEHALT),
    )
}


def payroll_files(name: str, run: PayrollRun, codes: PayrollCodes) -> tuple[PayrollFile, ...]:
    """Make the files of a payroll format: a pure function of the run and the codes.

    Raises
    ------
    InputError
        There is no such format, nothing is to be paid, a code is missing or does not fit the format, or the format
        cannot carry an amount; every problem is named, with the field, and no file is made.
    """
    target = PAYROLL_FORMATS.get(name)
    if target is None:
        raise InputError("--format", [f"there is no payroll format {name!r}; there are {', '.join(PAYROLL_FORMATS)}"])
    if not run.lines:
        period = f"{run.period.first} to {run.period.last}"
        raise InputError("payroll", [f"nothing is to be paid from {period}; choose another period"])
    problems: list[Problem] = []
    coded = coded_run(target, run, codes, problems)
    files = target.write(coded, problems)
    if problems:
        raise InputError(codes.source, problems)
    return files
