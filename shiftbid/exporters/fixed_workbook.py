"""Workbooks with the same bytes whenever they are saved."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

from openpyxl import Workbook

EPOCH = (1980, 1, 1, 0, 0, 0)
"""Earliest time that a zip member can carry."""
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def workbook_bytes(workbook: Workbook, stamp: datetime) -> bytes:
    """Bytes of a workbook that counts as made and changed at `stamp` (UTC), whatever the clock says.

    openpyxl writes the clock into the document's properties and into every member of the zip file.
    """
    workbook.properties.created = stamp.replace(tzinfo=None)
    saved = io.BytesIO()
    workbook.save(saved)
    fixed = io.BytesIO()
    changed = rb"\g<1>" + stamp.strftime("%Y-%m-%dT%H:%M:%SZ").encode("ascii") + rb"\g<2>"
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w") as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == "docProps/core.xml":
                content = _MODIFIED.sub(changed, content)
            entry = zipfile.ZipInfo(member.filename, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # The system of the machine and its permission bits stay out.
            entry.create_system, entry.external_attr = 0, 0
            target.writestr(entry, content)
    return fixed.getvalue()
