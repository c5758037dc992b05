"""What the handbook tells of each code: what it means, how to mend it, and what `validate` prints of it.

Must not word an explanation: the code's folder under src/parplan/errors/ does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from handbook.drawing import cell
from parplan.errors import explanation
from parplan.finding import Code, Family
from parplan.model.workspace import FileKind
from parplan.views.explain import code_list
from parplan.words import Words

ANYWHERE: Final = (Family.FILE, Family.TEXT)
"""What is wrong with YAML or spelling is so in every file."""


def families(said: Words) -> Iterator[dict[str, Any]]:
    """Each family with its codes, in the order in which `explain` lists them."""
    told = {
        str(row.cells[0]): cell(str(row.cells[2])) for row in code_list(Code, said).rows if row.kind != "block"
    }
    for family, codes in groupby(Code, key=lambda code: code.family):
        yield {
            "title": said(f"family.{family.value}"),
            "page": f"{family.value}.md",
            "codes": [{**_code(code, said), "first": told[code.slug]} for code in codes],
        }


def told_in(kind: FileKind, said: Words) -> list[dict[str, str]]:
    """The codes whose smallest mistake is told in a file of a kind, with its page. Not what any file may hold."""
    found = []
    for code in (code for code in Code if code.family not in ANYWHERE):
        printed = explanation(code, said.language).output
        places = re.findall(rf"^(data/\S+?\.yaml)\S* .*\[{code.slug}\]$", printed, re.MULTILINE)
        if any(kind.pattern.fullmatch(place) for place in places):
            found.append({"name": code.slug, "page": f"{code.family.value}.md"})
    return found


def _code(code: Code, said: Words) -> dict[str, str]:
    explained = explanation(code, said.language)
    return {
        "name": code.slug,
        "weight": said(f"severity.{code.severity.value}"),
        "prose": explained.prose.strip(),
        "printed": explained.output.strip("\n"),
    }
