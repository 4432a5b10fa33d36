"""Habits that every source file keeps."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source_tree import EVERYTHING, PRODUCT, ROOT, place, python_files, syntax

LONGEST_FILE_LINES = 400
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3]) + r")\b")


def test_files_stay_under_400_lines() -> None:
    long = {
        place(file): lines
        for file in python_files(*EVERYTHING)
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE_LINES
    }
    assert not long


def test_nothing_is_left_unfinished() -> None:
    marks = [
        place(file, number)
        for file in python_files(*EVERYTHING)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if UNFINISHED.search(line)
    ]
    assert not marks


def test_only_the_command_line_prints() -> None:
    printed = [
        place(file, node.lineno)
        for file in python_files(*PRODUCT)
        if not file.is_relative_to(ROOT / "shiftbid" / "cli")
        for node in ast.walk(syntax(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not printed


def test_no_error_is_caught_without_its_name() -> None:
    bare = [
        place(file, node.lineno)
        for file in python_files(*EVERYTHING)
        for node in ast.walk(syntax(file))
        if isinstance(node, ast.ExceptHandler) and node.type is None
    ]
    assert not bare


def test_versions_are_pinned_without_an_index_host() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split("\n")
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert not [line for line in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line)]


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {_plain_name(re.split(r"[\[<>=~! ]", line, maxsplit=1)[0]) for line in wanted}
    pinned = {
        _plain_name(line.split("==")[0]) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    }
    assert names <= pinned


def _plain_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", ["CHANGELOG.md", "LICENSE", "README.md", ".pre-commit-config.yaml"])
def test_project_page_exists(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8").strip()


def test_every_page_of_the_docs_is_linked_from_an_index() -> None:
    docs = ROOT / "docs"
    linked = {
        (index.parent / target).resolve()
        for index in (docs / "README.md", ROOT / "README.md")
        for target in _links(index)
    }
    unlinked = {page for page in docs.rglob("*.md") if page.resolve() not in linked} - {docs / "README.md"}
    assert not unlinked


def test_links_inside_the_docs_lead_somewhere() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    dead = [
        f"{place(page)} -> {target}" for page in pages for target in _links(page) if not (page.parent / target).exists()
    ]
    assert not dead


def _links(page: Path) -> list[str]:
    """Relative targets of a page's Markdown links, without their anchors."""
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    return [target for target in targets if "://" not in target]
