"""Wherever a check finds something, it gives what the sentence of its code tells."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from own_source import SOURCES, every, name_of
from parplan.finding import Code
from parplan.words import words

CHECKS = [source for source in SOURCES if name_of(source).startswith("checks/")]
FOR_THE_VIEW = re.compile(r"count|field|\w+_name")
"""What the view itself adds: names of fields, kinds and states."""


def found(path: Path) -> Iterator[tuple[str, int, set[str]]]:
    """Each finding whose values stand beside it: its code, its line and the names of its values."""
    for function in every(ast.FunctionDef, path):
        nodes = sorted(
            (node for node in ast.walk(function) if isinstance(node, ast.Assign | ast.Call)),
            key=lambda node: node.lineno,
        )
        named: dict[str, ast.expr] = {}
        for node in nodes:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                named[node.targets[0].id] = node.value
            match node:
                case ast.Call(func=ast.Name(id="Finding"), args=[ast.Attribute(attr=code), _, given, *_]):
                    values = named.get(given.id) if isinstance(given, ast.Name) else given
                    if isinstance(values, ast.Dict) and None not in values.keys:
                        yield code, node.lineno, {str(ast.literal_eval(key)) for key in values.keys if key}


def told(code: str) -> set[str]:
    """The names that stand in the sentence of a code."""
    return set(re.findall(r"\{(\w+)", words("vi").sentences[f"finding.{Code[code].slug}"]))


def test_every_place_that_finds_a_code_gives_what_its_sentence_tells() -> None:
    every = [(path.name, *one) for path in CHECKS for one in found(path)]
    wanting = {
        f"{name}:{line} {code}": lacking
        for name, code, line, given in every
        if (lacking := {lack for lack in told(code) - given if not FOR_THE_VIEW.fullmatch(lack)})
    }
    assert len(every) > 60
    assert wanting == {}
