"""What the site has beyond Sphinx and its theme: a search by section that needs no server, and no word of English.

Must not hold a sentence: those stand in docs/vi/_site/.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from docutils import nodes
from ruamel.yaml import YAML
from sphinx.application import Sphinx
from sphinx.util import logging

SITE: Final = Path(__file__).parents[2] / "docs" / "vi" / "_site"
INDEX: Final = "_static/sections.js"
_log = logging.getLogger(__name__)


def sections(page: str, doctree: nodes.document) -> Iterator[list[str]]:
    """Each section of a page: its address, its heading, the page's, the text that stands under it alone."""
    title = _text(doctree.next_node(nodes.title))
    for section in doctree.findall(nodes.section):
        heading, *below = section.children
        own = " ".join(filter(None, (_text(child) for child in below if not isinstance(child, nodes.section))))
        if own:  # a heading over headings answers nothing
            yield [f"{page}.html#{section['ids'][0]}", _text(heading), title, own]


def _text(node: nodes.Node | None) -> str:
    """The words of a node, cells and paragraphs apart."""
    if node is None:
        return ""
    blocks = list(node.findall(nodes.TextElement))
    outer = [block for block in blocks if not isinstance(block, nodes.Inline)]
    return " ".join(" ".join(block.astext() for block in outer).split())


def _silence_its_search(app: Sphinx) -> None:
    """Sphinx's own finds pages, not sections, and can't tell of them where a page is opened as a file."""
    app.builder.search = False  # type: ignore[attr-defined]


def _search_page(_app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    yield "search", {}, "search.html"


def _finish(app: Sphinx, failed: Exception | None) -> None:
    if failed or app.builder.name != "html":
        return
    found = [row for page in sorted(app.env.found_docs) for row in sections(page, app.env.get_doctree(page))]
    index = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    (app.outdir / INDEX).write_text(f"const SECTIONS = {index};\n", encoding="utf-8")
    if missed := speak_vietnamese(Path(app.outdir)):
        _log.warning("the theme no longer says: %s", ", ".join(sorted(missed)))


def speak_vietnamese(folder: Path) -> set[str]:
    """Put the theme's own words, which it cannot translate, into the pages' own. Those that no page says."""
    words = YAML(typ="safe").load((SITE / "words.yaml").read_text(encoding="utf-8"))
    missed = set(words)
    for path in folder.glob("**/*.html"):
        text = path.read_text(encoding="utf-8")
        for english, vietnamese in words.items():
            text = text.replace(english, vietnamese)
            if vietnamese in text:  # now, or since a build before
                missed.discard(english)
        path.write_text(text, encoding="utf-8")
    return missed


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx."""
    app.connect("builder-inited", _silence_its_search)
    app.connect("html-collect-pages", _search_page)
    app.connect("build-finished", _finish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
