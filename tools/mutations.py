"""What can be broken in a module: one small change to its syntax tree at a time.

Must not know how a change is judged, or change a tree before it is asked to.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

LONGEST: Final = 90
"""Of a mutant's name only so much of each side is told."""

BESIDE: Final[dict[type[ast.AST], type[ast.AST]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
CALLS: Final = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
METHODS: Final = {
    "lower": "upper",
    "upper": "lower",
    "lstrip": "rstrip",
    "rstrip": "lstrip",
    "strip": "lstrip",
    "startswith": "endswith",
    "endswith": "startswith",
    "removeprefix": "removesuffix",
    "removesuffix": "removeprefix",
    "partition": "rpartition",
    "rpartition": "partition",
    "find": "rfind",
    "union": "intersection",
    "intersection": "union",
}
DROPPED: Final = (ast.Expr, ast.AugAssign, ast.Raise, ast.Break, ast.Continue, ast.Delete)
UNTOUCHED: Final = ("annotation", "returns", "type_params", "format_spec")
"""What is said of types is mypy's to hold; a format that is wrong raises wherever it is run."""


@dataclass(frozen=True)
class Place:
    """Where a node hangs in the tree. ``function``: the outermost whose code it is in; None: the import's."""

    owner: ast.AST
    field: str
    index: int | None
    node: ast.AST
    line: int
    function: str | None

    def put(self, other: ast.AST) -> None:
        """Hang another node here."""
        if self.index is None:
            setattr(self.owner, self.field, other)
        else:
            getattr(self.owner, self.field)[self.index] = other


@dataclass(frozen=True)
class Mutant:
    """One change to a module. ``name`` says it without a line number, and stays when lines above it move."""

    path: Path
    place: Place
    other: ast.AST
    kind: str
    name: str
    tree: ast.Module

    def made(self) -> ast.Module:
        """The module's tree with the change in it. It stays there: once in a process."""
        self.place.put(ast.copy_location(self.other, self.place.node))
        return ast.fix_missing_locations(self.tree)


def mutants_of(path: Path, room: Path) -> list[Mutant]:
    """All mutants of a module, in the order of its lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    seen: Counter[str] = Counter()
    found: list[Mutant] = []
    for place in places(tree):
        for kind, other, now in others(place):
            was = _text(_told(place))
            name = f"{path.relative_to(room).as_posix()} {place.function or '-'}: {kind}: {was} → {now}"
            seen[name] += 1
            name += f" ({seen[name]})" if seen[name] > 1 else ""
            found.append(Mutant(path, place, other, kind, name, tree))
    return found


def _told(place: Place) -> ast.AST:
    """What a name tells of a place: the whole expression of an operator, of a branch its condition."""
    if isinstance(place.node, ast.If | ast.While):
        return place.node.test
    return place.owner if isinstance(place.node, ast.cmpop | ast.operator) else place.node


def _text(node: ast.AST) -> str:
    said = " ".join(ast.unparse(node).split())
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def places(
    node: ast.AST, function: str | None = None, scope: tuple[str, ...] = (), line: int = 1
) -> Iterator[Place]:
    """Every node that is run, with the function it is run in: neither docstrings nor what is said of types."""
    for field, value in ast.iter_fields(node):
        if field in UNTOUCHED or (field == "decorator_list" and isinstance(node, ast.ClassDef)):
            continue
        listed = value if isinstance(value, list) else [value]
        for index, child in enumerate(listed):
            if not isinstance(child, ast.AST) or _is_docstring(field, child):
                continue
            at = getattr(child, "lineno", line)
            within, names = function, scope
            if isinstance(node, ast.FunctionDef) and field == "body" and function is None:
                within = ".".join(scope)  # decorators and defaults are of the import
            if isinstance(child, ast.ClassDef | ast.FunctionDef):
                names = (*scope, child.name)
            yield Place(node, field, index if isinstance(value, list) else None, child, at, within)
            yield from places(child, within, names, at)


def _is_docstring(field: str, child: ast.AST) -> bool:
    """Also of a constant: a string that stands alone does nothing."""
    return field == "body" and isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)


Other = tuple[str, ast.AST, str]


def others(place: Place) -> Iterator[Other]:
    """What may stand in a node's place, with its kind and its text."""
    node = place.node
    if isinstance(node, ast.cmpop | ast.operator) and type(node) in BESIDE:
        other = BESIDE[type(node)]()
        yield "operator", other, _text_with(place, other)
    elif isinstance(node, ast.expr):
        yield from _other_expressions(node)
    elif isinstance(node, ast.stmt):
        yield from _other_statements(node, within=place.function is not None)
    elif isinstance(node, ast.comprehension):
        for less, left_out in _without_one(node.ifs):
            other = ast.comprehension(node.target, node.iter, less, node.is_async)
            yield "filter", other, f"no {_text(left_out)}"


def _text_with(place: Place, other: ast.AST) -> str:
    """The expression as it reads with another operator."""
    place.put(other)
    said = _text(place.owner)
    place.put(place.node)
    return said


T = TypeVar("T")


def _without_one(items: Sequence[T]) -> Iterator[tuple[list[T], T]]:
    for index, item in enumerate(items):
        yield [*items[:index], *items[index + 1 :]], item


def _other_expressions(node: ast.expr) -> Iterator[Other]:
    match node:
        case ast.BoolOp(op=op, values=values):
            for left, _ in _without_one(values):
                other = ast.BoolOp(op, left) if len(left) > 1 else left[0]
                yield "operand", other, _text(other)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield "negation", operand, _text(operand)
        case ast.Constant(value=value):
            yield from _other_constants(value)
        case ast.IfExp(body=then, orelse=otherwise):
            yield "condition", then, _text(then)
            yield "condition", otherwise, _text(otherwise)
        case ast.Call():
            yield from _other_calls(node)
        case ast.Slice():
            yield from _other_slices(node)


def _other_slices(node: ast.Slice) -> Iterator[Other]:
    if node.lower:
        yield "slice", ast.Slice(None, node.upper, node.step), "no start"
    if node.upper:
        yield "slice", ast.Slice(node.lower, None, node.step), "no end"


def _other_statements(node: ast.stmt, *, within: bool) -> Iterator[Other]:
    match node:
        case ast.If(body=body, orelse=orelse):
            for known in (True, False):
                yield "condition", ast.If(ast.Constant(known), body, orelse), str(known)
        case ast.While(body=body):
            yield "condition", ast.While(ast.Constant(False), body, []), "False"
        case ast.Return(value=ast.AST() as value) if not isinstance(value, ast.Constant):
            yield "return", ast.Return(ast.Constant(None)), "return None"
        case ast.Match(subject=subject, cases=cases) if len(cases) > 1:
            for less, left_out in _without_one(cases):
                yield "case", ast.Match(subject, less), f"no {_text(left_out.pattern)}"
    if within and isinstance(node, DROPPED):
        yield "statement", ast.If(ast.Constant(False), [node], []), "pass"


def _other_constants(value: object) -> Iterator[Other]:
    if isinstance(value, bool):
        yield "constant", ast.Constant(not value), str(not value)
    elif isinstance(value, int):
        yield "constant", ast.Constant(value + 1), str(value + 1)
    elif isinstance(value, str):
        yield "constant", ast.Constant(f"XX{value}"), repr(f"XX{value}")


def _other_calls(node: ast.Call) -> Iterator[Other]:
    """Another function of the same shape; an argument that is named left out."""
    match node.func:
        case ast.Name(id=name) if name in CALLS:
            keywords = [] if name == "sorted" else node.keywords
            other = ast.Call(ast.Name(CALLS[name], ast.Load()), node.args, keywords)
            yield "call", other, _text(other)
        case ast.Attribute(value=value, attr=name) if name in METHODS:
            other = ast.Call(ast.Attribute(value, METHODS[name], ast.Load()), node.args, node.keywords)
            yield "call", other, _text(other)
    for less, left_out in _without_one(node.keywords):
        if left_out.arg:
            yield "argument", ast.Call(node.func, node.args, less), f"no {left_out.arg}"
