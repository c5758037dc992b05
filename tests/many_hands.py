"""YAML as many hands write it: every style, comments and empty lines anywhere, drawn at random.

Must not assert anything.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from parplan.reading.tree import Tree

WORDS = ["Sở", "việc", "a:b", "x#y", "30/9", "«đã»", "86,57", "ban", "hành", "-5", "😀", "A-1"]
COMMENTS = ["# chú thích", "#", "# - a: b", "#'\""]


@dataclass
class Hand:
    """One who writes: draws a style for everything."""

    by: Random

    def chance(self, share: float) -> bool:
        return self.by.random() < share

    def text(self) -> str:
        return " ".join(self.by.choice(WORDS) for _ in range(self.by.randint(1, 9)))

    def tree(self, depth: int) -> Tree:
        if depth == 0 or self.chance(0.4):
            return self.text()
        if self.chance(0.4):
            return [self.tree(depth - 1) for _ in range(self.by.randint(1, 3))]
        return {f"k{n}": self.tree(depth - 1) for n in range(self.by.randint(1, 4))}

    def comment(self) -> str:
        return f" {self.by.choice(COMMENTS)}" if self.chance(0.2) else ""

    def between(self, indent: str) -> list[str]:
        lines = ["" for _ in range(self.by.randint(1, 2))] if self.chance(0.2) else []
        return [*lines, indent + self.by.choice(COMMENTS)] if self.chance(0.2) else lines

    def flow(self, value: Tree) -> str:
        if isinstance(value, str):
            return "'" + value + "'" if self.chance(0.3) else json.dumps(value, ensure_ascii=False)
        pad = " " if self.chance(0.2) else ""
        if isinstance(value, dict):
            return "{" + pad + ", ".join(f"{key}: {self.flow(item)}" for key, item in value.items()) + pad + "}"
        return "[" + pad + ", ".join(self.flow(item) for item in value) + pad + "]"

    def scalar(self, text: str, indent: str) -> list[str]:
        """Text behind a key or a dash: what stands on that line, and the lines below it."""
        style = self.by.choice(["plain", "'", '"', "folded", "literal", "long", "plain"])
        if style in ("folded", "literal"):
            lines = self.lines(text) if style == "folded" else [text]
            head = (">" if style == "folded" else "|") + "-"
            return [head + self.comment(), *(f"{indent}  {line}" for line in lines)]
        first, *rest = self.lines(text) if style == "long" else [text]
        rest = [f"{indent}  {line}" for line in rest]
        quote = style if style in "'\"" else ""
        written = [f"{quote}{first}", *rest]
        written[-1] += quote + self.comment()
        return written

    def lines(self, text: str) -> list[str]:
        """A text broken anywhere between its words."""
        lines: list[str] = []
        for word in text.split():
            if lines and self.chance(0.7):
                lines[-1] += " " + word
            else:
                lines.append(word)
        return lines

    def block(self, value: Tree, indent: str) -> list[str]:
        """A mapping or a list in lines, all at one indentation."""
        lines: list[str] = []
        items = [(f"{key}:", item) for key, item in value.items()] if isinstance(value, dict) else None
        for head, item in items if items is not None else [("-", item) for item in value]:
            lines += self.between(indent) if lines else []
            if isinstance(item, str):
                first, *rest = self.scalar(item, indent)
                lines += [f"{indent}{head} {first}", *rest]
            elif self.chance(0.3):
                lines.append(f"{indent}{head} {self.flow(item)}{self.comment()}")
            elif head == "-":
                first, *rest = self.block(item, indent + "  ")
                lines += [f"{indent}- {first[len(indent) + 2 :]}", *rest]
            else:
                deeper = "" if isinstance(item, list) and self.chance(0.3) else self.by.choice(["  ", "    "])
                lines += [f"{indent}{head}{self.comment()}", *self.block(item, indent + deeper)]
        return lines

    def file(self) -> bytes:
        ending = self.by.choice(["\n", "\n", "\r\n"])
        data = {f"k{n}": self.tree(3) for n in range(self.by.randint(1, 4))}
        lines = [*self.between(""), *self.block(data, ""), *self.between("")]
        mark = b"\xef\xbb\xbf" if self.chance(0.2) else b""
        return mark + (ending.join(lines) + ("" if self.chance(0.2) else ending)).encode()


FILES = st.randoms(use_true_random=False).map(lambda by: Hand(by).file())
