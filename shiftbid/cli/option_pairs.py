"""Options that are written as ``KEY=VALUE``."""

from __future__ import annotations


def pairs(option: str, texts: list[str], form: str, problems: list[str]) -> dict[str, str]:
    """Read pairs; every one that is written otherwise, or whose key is given twice, is added to the problems."""
    found: dict[str, str] = {}
    for text in texts:
        key, equals, value = text.rpartition("=")
        if not (equals and key.strip() and value.strip()):
            problems.append(f"{option} {text}: write {form}")
        elif key.strip() in found:
            problems.append(f"{option} {text}: {key.strip()} is given twice")
        else:
            found[key.strip()] = value.strip()
    return found
