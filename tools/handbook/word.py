"""The whole handbook as one Word file, for an office that prints it: Sphinx's pages in their order, on A4.

Must not leave out a page, nor say what the site does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any, Final

from docutils import nodes
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.util.nodes import inline_all_toctrees

from handbook.paper import CODE, SMALL, dress, page_of, shares

NAME: Final = "so-tay-parplan.docx"
SILENT: Final = (nodes.comment, nodes.target, nodes.raw, addnodes.index, addnodes.toctree)


class WordBuilder(Builder):
    """Writes one file out of every page."""

    name = "word"
    format = "word"

    def get_outdated_docs(self) -> str:
        """Always all of it: it is one file."""
        return "all"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002 -- Sphinx's
        """Where a page begins in the file."""
        return f"%{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:  # noqa: ARG002 -- Sphinx's
        """The same from everywhere."""
        return self.get_target_uri(to)

    def write_documents(self, docnames: Set[str]) -> None:  # noqa: ARG002 -- it is all of them
        """Put every page in its place, and write them."""
        root = self.config.root_doc
        tree = inline_all_toctrees(self, set(), root, self.env.get_doctree(root), str, [root])
        tree["docname"] = root
        self.env.resolve_references(tree, root, self)
        Path(self.outdir).mkdir(parents=True, exist_ok=True)
        Book(root).written(tree).save(str(self.outdir / NAME))

    def finish(self) -> None:
        """Nothing is left to do."""


class Book:
    """A document being written: where one is, how deep, and the marks that links lead to."""

    def __init__(self, root: str) -> None:
        self.page = root
        self.depth = 0
        self.told = False
        self.lists: list[str] = []
        self.marks: dict[str, int] = {}
        self.document = Document()
        dress(self.document)

    def written(self, tree: nodes.document) -> Any:
        """The document, with all of a tree in it."""
        self.tree = tree
        self._all(tree)
        return self.document

    def _all(self, parent: nodes.Element) -> None:
        for child in parent.children:
            if not isinstance(child, SILENT):
                getattr(self, f"_{type(child).__name__}", self._all)(child)

    def _start_of_file(self, node: nodes.Element) -> None:
        before, self.page = self.page, node["docname"]
        self._all(node)
        self.page = before

    def _section(self, node: nodes.Element) -> None:
        self.depth += 1
        self._all(node)
        self.depth -= 1

    def _title(self, node: nodes.Element) -> None:
        style = "Title" if self.depth == 1 else f"Heading {min(self.depth - 1, 4)}"
        paragraph = self.document.add_paragraph(style=style)
        for address in self._addresses(node.parent):
            _bookmark(paragraph, self._mark(address))
        self._words(paragraph, node)

    def _addresses(self, section: nodes.Element) -> Iterator[str]:
        """What links call a section: the page, where it is the page's first, and the page with its own name."""
        if not isinstance(section.parent, nodes.section):
            yield f"%{self.page}"
        for name in section["ids"]:
            yield f"%{self.page}#{name}"

    def _mark(self, address: str) -> int:
        """The number of the bookmark for an address: Word takes no name that is longer than forty letters."""
        return self.marks.setdefault(address, len(self.marks) + 1)

    def _compound(self, node: nodes.Element) -> None:
        """Where a page's own words end and those below it begin; the first page tells what there is."""
        if not self.told:
            self.told = True
            self._contents(self.tree)
        self._all(node)

    def _contents(self, tree: Any) -> None:
        """Every page, by its number: a field that Word and LibreOffice both fill."""
        for file in tree.findall(addnodes.start_of_file):
            title = file.next_node(nodes.title)
            level = 1 if file["docname"].count("/") == 0 else 2
            paragraph = self.document.add_paragraph(style=f"Contents {level}")
            paragraph.add_run(f"{title.astext()}\t")
            page_of(paragraph, self._mark(f"%{file['docname']}"))

    def _paragraph(self, node: nodes.Element) -> None:
        style = self.lists[-1] if self.lists else None
        paragraph = self.document.add_paragraph(style=style)
        paragraph.paragraph_format.keep_with_next = isinstance(
            node.next_node(descend=False, siblings=True), nodes.table | nodes.literal_block
        )
        self._words(paragraph, node)

    def _bullet_list(self, node: nodes.Element) -> None:
        self._listed(node, "List Bullet")

    def _enumerated_list(self, node: nodes.Element) -> None:
        self._listed(node, "List Number")

    def _listed(self, node: nodes.Element, style: str) -> None:
        self.lists.append(style)
        self._all(node)
        self.lists.pop()

    def _literal_block(self, node: nodes.Element) -> None:
        paragraph = self.document.add_paragraph(style=CODE)
        for number, line in enumerate(node.astext().rstrip("\n").split("\n")):
            if number:
                paragraph.add_run().add_break()
            paragraph.add_run(line).italic = line.startswith("→")

    def _table(self, node: nodes.Element) -> None:
        rows = list(node.findall(nodes.row))
        heads = sum(1 for row in rows if isinstance(row.parent, nodes.thead))
        texts = [[entry.astext() for entry in row.findall(nodes.entry)] for row in rows]
        table = self.document.add_table(rows=len(rows), cols=len(texts[0]), style="Table Grid")
        widths = shares(texts)
        for number, (row, drawn) in enumerate(zip(rows, table.rows, strict=True)):
            _keep_whole(drawn, repeated=number < heads)
            for entry, cell, width in zip(row.findall(nodes.entry), drawn.cells, widths, strict=True):
                cell.width = width
                paragraph = cell.paragraphs[0]
                paragraph.style = SMALL
                for told in entry.children:
                    self._words(paragraph, told, bold=number < heads, small=True)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self.document.add_paragraph(style=SMALL)

    def _words(self, paragraph: Paragraph, node: nodes.Node, **looks: Any) -> None:
        """The text of a node, each piece as it looks."""
        for child in node.children:
            if isinstance(child, nodes.Text):
                _run(paragraph, child.astext().replace("\n", " "), **looks)
            elif isinstance(child, nodes.reference) and child.get("refuri", "").startswith("%"):
                self._words(_link(paragraph, self._mark(child["refuri"])), child, **looks)
            elif not isinstance(child, SILENT):
                look = {nodes.strong: "bold", nodes.emphasis: "italic", nodes.literal: "code"}.get(type(child))
                self._words(paragraph, child, **(looks | ({look: True} if look else {})))


def _run(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    code: bool = False,
    small: bool = False,
) -> None:
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if code:
        run.style = f"{CODE} word"
        run.font.size = Pt(8.5) if small else None


def _bookmark(paragraph: Paragraph, number: int) -> None:
    for kind in ("bookmarkStart", "bookmarkEnd"):
        mark = OxmlElement(f"w:{kind}")
        mark.set(qn("w:id"), str(number))
        if kind == "bookmarkStart":
            mark.set(qn("w:name"), f"_{number}")
        paragraph._p.append(mark)


def _link(paragraph: Paragraph, number: int) -> Paragraph:
    """A stretch that leads to a bookmark; runs are added to it as to a paragraph."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"_{number}")
    paragraph._p.append(link)
    return Paragraph(link, paragraph._parent)


def _keep_whole(row: Any, *, repeated: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeated:
        properties.append(OxmlElement("w:tblHeader"))


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx."""
    app.add_builder(WordBuilder)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
