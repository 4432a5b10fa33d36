"""Reads what payroll programs call our people, pay classes and halls: TOML, or JSON of the same shape."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from shiftbid.domain.errors import InputError, Problem
from shiftbid.services.payroll_run import PayrollCodes

TABLES = ("employees", "pay_classes", "halls", "columns")
LEAVE_OUT = "leave_out"


def read_payroll_codes(path: Path, form: str) -> PayrollCodes:
    """Read the codes of one format; raises InputError with every problem of the file's shape.

    What the codes themselves must look like is the format's own business.
    """
    content = _content(path)
    section = content.get(form)
    if not isinstance(section, dict):
        known = ", ".join(name for name, value in content.items() if isinstance(value, dict)) or "none"
        raise InputError(str(path), [f"has no table [{form}]; it has {known}"])
    problems: list[Problem] = []
    tables = {name: _texts(f"{form}.{name}", section.get(name, {}), problems) for name in TABLES}
    own = {name: value for name, value in section.items() if name not in (*TABLES, LEAVE_OUT)}
    settings = _texts(form, own, problems)
    left_out = section.get(LEAVE_OUT, [])
    if not isinstance(left_out, list) or not all(isinstance(each, str) for each in left_out):
        problems.append(Problem(f'[{form}] {LEAVE_OUT}: write a list of pay classes, such as ["toil_taken"]'))
        left_out = []
    if problems:
        raise InputError(str(path), problems)
    return PayrollCodes(
        source=str(path),
        settings=settings,
        employees=tables["employees"],
        pay_classes=tables["pay_classes"],
        halls=tables["halls"],
        columns=tables["columns"],
        leave_out=frozenset(left_out),
    )


def _content(path: Path) -> Mapping[str, Any]:
    is_json = path.suffix.lower() == ".json"
    parse: Callable[[str], Any] = json.loads if is_json else tomllib.loads
    try:
        content = parse(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(str(path), ["is not UTF-8 text; save it as UTF-8"]) from error
    except OSError as error:
        raise InputError(str(path), [f"cannot be read: {error.strerror or error}"]) from error
    except (ValueError, RecursionError) as error:
        raise InputError(str(path), [f"is not {'JSON' if is_json else 'TOML'}: {error}"]) from error
    if not isinstance(content, dict):
        raise InputError(str(path), ["must hold a table for each payroll format"])
    return content


def _texts(name: str, table: Any, problems: list[Problem]) -> Mapping[str, str]:  # noqa: ANN401 - what the file holds
    if not isinstance(table, dict):
        problems.append(Problem(f"[{name}] must be a table of texts"))
        return {}
    problems += [
        Problem(f'[{name}] {key} = {value!r}: write it in quotes, so that leading zeros stay: {key} = "{value}"')
        for key, value in table.items()
        if not isinstance(value, str)
    ]
    return {key: value for key, value in table.items() if isinstance(value, str)}
