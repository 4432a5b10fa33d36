"""Writes the certificate of ``shiftbid certify``: the columns of ``certificate.csv``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from shiftbid.domain.errors import StorageError
from shiftbid.exporters.tables import number, write_table, yes_no
from shiftbid.services.certify_tables import CertifiedQuarter

CERTIFICATE_COLUMNS = (
    *("hall", "start", "end", "class", "busy", "arrivals", "heads", "mean_wait_minutes", "p90_wait_minutes"),
    *("share_in_time", "promise_minutes", "kept", "kept_at_plus10"),
)


def write_certified_quarters(path: Path, quarters: Iterable[CertifiedQuarter]) -> None:
    """Write the file in one step; raises StorageError where the disk does not allow it."""
    part = path.with_name(f".{path.name}.part")
    rows = (
        (
            each.hall,
            each.start.isoformat(timespec="minutes"),
            each.end.isoformat(timespec="minutes"),
            each.customer_class.value,
            yes_no(each.busy),
            number(each.arrivals),
            str(each.heads),
            number(each.mean_wait_minutes),
            number(each.p90_wait_minutes),
            number(each.share_in_time),
            number(each.promise_minutes),
            yes_no(each.kept),
            yes_no(each.kept_at_plus10),
        )
        for each in quarters
    )
    try:
        write_table(part, CERTIFICATE_COLUMNS, rows)
        part.replace(path)
    except OSError as error:
        raise StorageError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
