"""Instances of abcvoting: ``.abc.yaml`` files with a profile, the number of candidates and the seats to fill."""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from benchmarks.ballot_file import BallotFile, number_problems, numbered_ballots
from shiftbid.domain.errors import Problem

_KEYS = ("profile", "num_cand", "committeesize", "voter_weights", "compute", "description")
_PROFILE = "profile: write a list of lists of candidate numbers, [[0, 2], [1]]"


def read_abc_yaml(text: str, problems: list[Problem]) -> BallotFile | None:
    """Read an instance; where it does not say how many candidates there are, the highest number named is the last.

    Weights of voters have to be whole: a voter of weight 3 counts as three.
    """
    values = _members(text, problems)
    if not values:
        return None
    lists = _lists(values.get("profile"), problems)
    if lists is None:
        return None
    named = [each for _, numbers in lists for each in numbers]
    candidates = _count(values, "num_cand", problems) or max(named, default=-1) + 1
    seats = _count(values, "committeesize", problems)
    weights = _weights(values.get("voter_weights"), len(lists), problems)
    approvals: list[frozenset[str]] = []
    for (row, numbers), weight in zip(lists, weights, strict=True):
        problems += number_problems(numbers, 0, candidates, row)
        approvals += [frozenset(map(str, numbers))] * weight
    if candidates == 0:
        problems.append(Problem("profile: names no candidate, and num_cand is missing"))
    names = tuple(str(number) for number in range(candidates))
    return BallotFile(names, numbered_ballots(approvals), numbered=True, seats=seats or None)


def _members(text: str, problems: list[Problem]) -> Mapping[str, Node]:
    """Nodes of the keys; a key that is unknown or stands twice is a fault."""
    try:
        root: Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        problems.append(Problem(f"is no YAML: {error.problem}", mark.line + 1 if mark else None))
        return {}
    except yaml.YAMLError as error:
        problems.append(Problem(f"is no YAML: {error}"))
        return {}
    if not isinstance(root, MappingNode):
        problems.append(Problem("write 'key: value', with a profile at least", 1))
        return {}
    members: dict[str, Node] = {}
    for key, value in root.value:
        name = str(key.value)
        if name not in _KEYS or name in members:
            fault = "stands twice" if name in members else f"is not known; there are {', '.join(_KEYS)}"
            problems.append(Problem(f"key {name} {fault}", _row(key)))
        members[name] = value
    return members


def _lists(profile: Node | None, problems: list[Problem]) -> list[tuple[int, list[int]]] | None:
    """Rows and numbers of the ballots; None where the profile is no list of lists of numbers."""
    if profile is None:
        problems.append(Problem("the key profile is missing"))
        return None
    lists: list[tuple[int, list[int]]] = []
    for each in profile.value if isinstance(profile, SequenceNode) else [profile]:
        numbers = [_whole(item) for item in each.value] if isinstance(each, SequenceNode) else [None]
        whole = [number for number in numbers if number is not None]
        if len(whole) < len(numbers):
            problems.append(Problem(_PROFILE, _row(each)))
            return None
        lists.append((_row(each), whole))
    return lists


def _weights(node: Node | None, voters: int, problems: list[Problem]) -> list[int]:
    if node is None:
        return [1] * voters
    weights = [_whole(item) for item in node.value] if isinstance(node, SequenceNode) else []
    if len(weights) != voters or None in weights:
        message = f"voter_weights: write {voters} whole numbers, one a voter; other weights are not read"
        problems.append(Problem(message, _row(node)))
        return [1] * voters
    return [weight or 0 for weight in weights]


def _count(values: Mapping[str, Node], key: str, problems: list[Problem]) -> int:
    """A count of 1 or more; 0 where the key is missing."""
    node = values.get(key)
    if node is None:
        return 0
    count = _whole(node)
    if not count:
        shown = node.value if isinstance(node, ScalarNode) else "a list"
        problems.append(Problem(f"{key}: {shown!r} is no count of 1 or more", _row(node)))
    return count or 0


def _whole(node: Node) -> int | None:
    text = str(node.value) if isinstance(node, ScalarNode) else ""
    return int(text) if text.isascii() and text.isdecimal() else None


def _row(node: Node) -> int:
    return node.start_mark.line + 1
