"""An address by the names of what it leads through, as people write it: ``tasks.III.2.3.title``; and back.

Must not change anything, or know which names a kind of file may hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from parplan.reading.tree import Tree
from parplan.where import Step, Where

IDENTITIES: Final = (
    ("id",),
    ("task", "period"),
    ("index", "year", "place"),
    ("criterion", "kind"),
    ("ref",),
    ("number",),
    ("month",),
    ("date",),
)
"""What an item of a list goes by: the first of these whose first key it has, and what it has of the others."""

JOINT: Final = "@"
"""Between the parts of such a name: ``III.1.5d@2022-09``."""


def name_of(item: Tree) -> str | None:
    """What an item of a list goes by; None for one that has no name of its own."""
    if not isinstance(item, dict):
        return None
    keys = next((keys for keys in IDENTITIES if isinstance(item.get(keys[0]), str)), ())
    return JOINT.join(item[key] for key in keys if isinstance(item.get(key), str)) or None


def names_of(items: list[Any]) -> list[str]:
    """What the items of a list go by, each its own: by its position, counted from 0, where it has no name."""
    names = [name_of(item) for item in items]
    times = Counter(names)
    return [name if name and times[name] == 1 else str(position) for position, name in enumerate(names)]


def by_name(items: Tree | None) -> dict[str, Any]:
    """The items of a list under what they go by; nothing of what is no list."""
    every = items if isinstance(items, list) else []
    return dict(zip(names_of(every), every, strict=True))


def named(data: Tree, path: tuple[Step, ...], known: dict[int, list[str]] | None = None) -> tuple[str, ...]:
    """A path with the names of items in the place of their positions; as it is where it leads nowhere.

    ``known``, by their ids, are the names in lists that were asked about before, for who asks about many paths.
    """
    known = {} if known is None else known
    steps: list[str] = []
    tree: Any = data
    for step in path:
        if isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            if id(tree) not in known:
                known[id(tree)] = names_of(tree)
            steps.append(known[id(tree)][step])
            tree = tree[step]
        else:
            steps.append(str(step))
            tree = tree.get(step) if isinstance(tree, dict) else None
    return tuple(steps)


class NoSuchAddress(LookupError):  # noqa: N818 - said to a person as a sentence
    """Nothing has that name: how far the way led, what was looked for there, and what there is."""

    def __init__(self, way: str, text: str, known: tuple[str, ...], path: tuple[Step, ...] = ()) -> None:
        super().__init__(text)
        self.path = path
        self.way = way
        self.text = text
        self.known = known


def find(file: str, data: Tree, text: str, *, may_be_new: bool = False) -> Where:
    """The place that a text names, by names or positions of items, in any case. Raises NoSuchAddress.

    ``may_be_new``: the last step may name a key that a mapping does not hold yet.
    """
    tree: Any = data
    path: tuple[Step, ...] = ()
    rest = text
    while rest:
        step, name = _longest(tree, rest)
        if step is None:
            if may_be_new and isinstance(tree, dict) and "." not in rest:
                return Where(file, (*path, rest))
            raise NoSuchAddress(".".join(named(data, path)), rest, names_in(tree), path)
        path = (*path, step)
        tree = tree[step]
        rest = rest[len(name) + 1 :]
    return Where(file, path)


def names_in(tree: Any) -> tuple[str, ...]:
    """What can be named inside a mapping or a list."""
    return tuple(names_of(tree) if isinstance(tree, list) else tree if isinstance(tree, dict) else ())


def _longest(tree: Any, rest: str) -> tuple[Step | None, str]:
    """The step with the longest name that a text begins with: ids have points of their own."""
    said = rest.lower()
    fits = [
        (step, name) for name, step in _steps(tree) if said == name.lower() or said.startswith(f"{name.lower()}.")
    ]
    return max(fits, key=lambda fit: len(fit[1]), default=(None, ""))


def _steps(tree: Any) -> Iterator[tuple[str, Step]]:
    """The names of all that a mapping or a list holds; of an item of a list, its position too."""
    if isinstance(tree, dict):
        yield from ((key, key) for key in tree)
    elif isinstance(tree, list):
        yield from ((name, position) for position, name in enumerate(names_of(tree)))
        yield from ((part, position) for part, position in _first_parts(tree))
        yield from ((str(position), position) for position in range(len(tree)))


def _first_parts(items: list[Any]) -> Iterator[tuple[str, int]]:
    """What an item goes by without the rest of its name, where no other begins so: a task without its period."""
    names = enumerate(map(name_of, items))
    firsts = {position: name.partition(JOINT)[0] for position, name in names if name}
    times = Counter(firsts.values())
    yield from ((first, position) for position, first in firsts.items() if times[first] == 1)
