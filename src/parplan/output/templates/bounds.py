"""Jinja within bounds: what a template may use, how much it may make, how long it may take.

Must not know what the template is for. Chance and the clock are out: the same workspace gives the same bytes.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any, Final

from jinja2 import TemplateRuntimeError, nodes, pass_context
from jinja2.filters import FILTERS as JINJAS
from jinja2.filters import do_join, do_replace
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

MOST_MADE: Final = 20_000_000
"""Signs, members of lists and steps in one report; ours comes to some fifty thousand."""

LONGEST_VALUE: Final = 500_000
"""Signs of one value that a template makes; the names of five thousand units are two hundred thousand."""

MOST_MEMBERS: Final = 10_000
DEEPEST: Final = 8
LARGEST_NUMBER: Final = 10**30
SECONDS: Final = 3.0
"""Of the processor. What counting does not catch ends here; ours takes some hundredths."""

_STEP: Final = 40
"""What going through a node of the template counts, in signs."""

FILTERS: Final = (
    *("abs", "attr", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "format"),
    *("groupby", "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject"),
    *(
        "rejectattr",
        "replace",
        "reverse",
        "round",
        "safe",
        "select",
        "selectattr",
        "sort",
        "string",
        "sum",
        "title",
    ),
    *("trim", "truncate", "unique", "upper", "wordcount"),
)
"""Those of Jinja that neither ask chance nor make much out of little."""

_METHODS: Final[dict[type, frozenset[str]]] = {
    str: frozenset(
        (
            *("capitalize", "count", "endswith", "find", "isdigit", "isupper", "lower", "lstrip", "removeprefix"),
            *("removesuffix", "rstrip", "split", "splitlines", "startswith", "strip", "title", "upper"),
        )
    ),
    dict: frozenset(("get", "items", "keys", "values")),
    list: frozenset(("count", "index")),
    tuple: frozenset(("count", "index")),
}
_WIDE: Final = re.compile(r"%(?:\([^)]*\))?[-+ #0]*(?:\*|[0-9]{4,}|[0-9]*\.(?:\*|[0-9]{4,}))")
_ASKS: Final = "jinja_pass_arg"
"""How Jinja marks a filter that asks for more than its value."""

_CONTAINERS: Final = (list, tuple, dict, set, frozenset)


_COMPILED: Final[dict[tuple[Any, ...], Any]] = {}
"""Code by the template it was made from, and by all options that decide over it; it knows no environment."""


class TooMuch(TemplateRuntimeError):  # noqa: N818 - a bound, not an error of ours
    """A template that makes more, or takes longer, than any report."""


class Bounded(ImmutableSandboxedEnvironment):
    """An environment for one rendering: all that it makes is counted."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._made = 0
        self._escaping = nodes.EvalContext(self)
        self._until = time.process_time() + SECONDS
        self.globals.clear()
        self.globals.update(range=self._range, dict=dict, namespace=Namespace)
        own: dict[str, Callable[..., Any]] = {"join": self._join, "replace": self._replace, "format": self._format}
        own |= {"string": self._text, "sum": self._sum}
        self.filters.clear()
        for name in FILTERS:
            self.filters[name] = self._watched(own.get(name, JINJAS[name]))
        self.filters["spend"] = pass_context(lambda _, size: self.spend(size))
        self.filters["kept"] = self.kept

    def spend(self, size: int) -> bool:
        """Count what was made or done. Raises TooMuch once it is more than any report needs."""
        self._made += size
        if self._made > MOST_MADE or time.process_time() > self._until:
            raise TooMuch
        return True

    def kept(self, value: Any, depth: int = 0) -> Any:
        """A value that the template made, if it is no larger than one of a report."""
        if isinstance(value, str):
            self.spend(_STEP + len(value))
            if len(value) > LONGEST_VALUE:
                raise TooMuch
        elif isinstance(value, _CONTAINERS):
            self.spend(_STEP * (1 + len(value) // 4))
            if len(value) > MOST_MEMBERS or depth >= DEEPEST:
                raise TooMuch
            for member in value.values() if isinstance(value, dict) else value:
                if isinstance(member, _CONTAINERS):
                    self.kept(member, depth + 1)
        elif isinstance(value, int) and abs(value) > LARGEST_NUMBER:
            raise TooMuch
        return value

    def compile(self, source: Any, name: Any = None, filename: Any = None, *more: Any, **also: Any) -> Any:
        """As Jinja does, but once: a folder of letters, one for each unit, is made from one template."""
        if not isinstance(source, str) or more or also:
            return super().compile(source, name, filename, *more, **also)
        made = (source, name, filename, self.autoescape, self.finalize, self.trim_blocks, self.lstrip_blocks)
        if made not in _COMPILED:
            _COMPILED[made] = super().compile(source, name, filename)
        return _COMPILED[made]

    # -- what a template does -------------------------------------------------------------------------------------

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return _counted(super()._parse(source, name, filename))

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what may be called."""
        self.spend(_STEP)
        return self.kept(super().call(context, obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon, if the result is of a size that a report holds."""
        if operator == "%" and isinstance(left, str):
            return self._format(left, *(right if isinstance(right, tuple) else (right,)))
        size = _size(left) * (right if isinstance(right, int) else 1) if operator == "*" else 0
        size = size or (_size(right) * left if operator == "*" and isinstance(left, int) else 0)
        if size > LONGEST_VALUE or (operator == "**" and (abs(right) > 100 or abs(left) > LARGEST_NUMBER)):
            raise TooMuch
        return self.kept(super().call_binop(context, operator, left, right))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may see it: data, and methods that answer from what they belong to alone."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        if not callable(value) or isinstance(obj, (LoopContext, Macro)):
            return True
        return any(isinstance(obj, kind) and attr in names for kind, names in _METHODS.items())

    def wrap_str_format(self, value: Any) -> None:
        """No ``format`` of Python's: a few signs in it ask for any width."""

    # -- filters --------------------------------------------------------------------------------------------------

    def _watched(self, used: Callable[..., Any]) -> Callable[..., Any]:
        """A filter whose numbers are small and whose result is counted."""

        def watched(*args: Any, **kwargs: Any) -> Any:
            for value in (*args, *kwargs.values()):
                if isinstance(value, _CONTAINERS):
                    self.spend(len(value))
                elif isinstance(value, int) and abs(value) > LARGEST_NUMBER:
                    raise TooMuch
            return self.kept(used(*args, **kwargs))

        if hasattr(used, _ASKS):
            setattr(watched, _ASKS, getattr(used, _ASKS))
        return watched

    def _range(self, *args: int) -> range:
        made = range(*args)
        if len(made) > MOST_MEMBERS:
            raise TooMuch
        return made

    def _text(self, value: Any) -> Any:
        if isinstance(value, (*_CONTAINERS, Namespace)):
            raise TemplateRuntimeError(f"{type(value).__name__}: not a text")
        return value if isinstance(value, str) else str(value)

    def _join(self, value: Any, d: str = "", attribute: str | int | None = None) -> Any:
        members = list(value) if attribute is None else [self.getitem(member, attribute) for member in value]
        texts = [self._text(member) for member in members]
        self._room(sum(map(len, texts)) + len(d) * len(texts))
        return do_join(self._escaping, texts, d)

    def _replace(self, s: str, old: str, new: str, count: int | None = None) -> Any:
        s, old, new = (self._text(value) for value in (s, old, new))
        self._room(len(s) + s.count(old) * len(new))
        return do_replace(self._escaping, s, old, new, count)

    def _sum(self, iterable: Any, attribute: str | int | None = None, start: Any = 0) -> Any:
        """Of numbers alone: adding up lists or texts takes the square of their length."""
        members = list(iterable) if attribute is None else [self.getitem(one, attribute) for one in iterable]
        for member in (start, *members):
            if not isinstance(member, int | float | Decimal):
                raise TemplateRuntimeError(f"{type(member).__name__}: not a number")
        return sum(members, start)

    def _format(self, value: str, *args: Any, **kwargs: Any) -> Any:
        named = kwargs or (args[0] if len(args) == 1 and isinstance(args[0], Mapping) else {})
        texts = [len(self._text(part)) for part in (named.values() if named else args)]
        if _WIDE.search(value):
            raise TooMuch
        self._room(len(value) + value.count("%") * max(texts, default=0))
        return value % (named or args)

    def _room(self, size: int) -> None:
        if size > LONGEST_VALUE:
            raise TooMuch


def _size(value: Any) -> int:
    return len(value) if isinstance(value, (str, *_CONTAINERS)) else 0


def _counted(tree: nodes.Template) -> nodes.Template:
    """The tree in which every body counts how often it is gone through, and every list and text is kept small."""
    for concat in list(tree.find_all(nodes.Concat)):
        concat.nodes = [_through("join", nodes.List(concat.nodes, lineno=concat.lineno), concat.lineno)]
    bodies: list[Any] = [tree]
    for kind in (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block):
        bodies += tree.find_all(kind)
    for body in bodies:
        spend = partial(_through, "spend", nodes.Const(_weight(body), lineno=body.lineno), body.lineno)
        body.body.insert(0, nodes.ExprStmt(spend(), lineno=body.lineno))
        if isinstance(body, nodes.For) and body.test is not None:
            body.test = nodes.And(spend(), body.test, lineno=body.lineno)
    _keep_small(tree)
    return tree


def _weight(body: nodes.Node) -> int:
    """How much going through a body once makes: a step for each node, and its own text."""
    text = sum(len(data.data) for data in body.find_all(nodes.TemplateData))
    return _STEP * sum(1 for _ in body.find_all(nodes.Node)) + text


def _keep_small(node: nodes.Node) -> None:
    """Every list, tuple and mapping that an expression makes goes through ``kept``."""
    for field, value in node.iter_fields():
        if isinstance(value, list):
            setattr(node, field, [_kept(member) for member in value])
        else:
            setattr(node, field, _kept(value))


def _kept(part: Any) -> Any:
    if not isinstance(part, nodes.Node):
        return part
    _keep_small(part)
    is_made = isinstance(part, nodes.List | nodes.Dict) or (isinstance(part, nodes.Tuple) and part.ctx == "load")
    return _through("kept", part, part.lineno) if is_made else part


def _through(name: str, value: Any, line: int) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None, lineno=line)
