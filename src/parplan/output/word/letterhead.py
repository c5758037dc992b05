"""The office's letterhead, opened: its named styles, the width of its text, its sections and page headers.

Must not know what will be written on it.
"""

from __future__ import annotations

from copy import deepcopy
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.section import CT_SectPr
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Header
from docx.shared import Length
from docx.text.paragraph import Paragraph

from parplan.documents.package import LARGEST_FILE, unpacked
from parplan.finding import Stop
from parplan.output.templates.shipped import template_bytes, template_path
from parplan.output.text.typography import width
from parplan.output.word.packed import Composed
from parplan.output.word.styles import Styles, shipped_letterhead

# The shape that Word itself makes for a watermark: it knows it by this name and offers to remove it.
_WATERMARK = """<w:r {namespaces}><w:rPr><w:noProof/></w:rPr><w:pict>
  <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
    path="m@7,l@8,m@5,21600l@6,21600e">
    <v:formulas>
      <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
      <v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
      <v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>
      <v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/>
    </v:formulas>
    <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
      o:connectangles="270,180,90,0"/>
    <v:textpath on="t" fitshape="t"/>
    <v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
    <o:lock v:ext="edit" text="t" shapetype="t"/>
  </v:shapetype>
  <v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{shape}" type="#_x0000_t136"
    style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:315;\
z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
mso-position-vertical:center;mso-position-vertical-relative:margin"
    o:allowincell="f" fillcolor="silver" stroked="f">
    <v:fill opacity=".5"/>
    <v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt"/>
  </v:shape>
</w:pict></w:r>"""
_DECLARATION: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"  # as the library writes it
_V = "{urn:schemas-microsoft-com:vml}"
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_AFTER_PAGE_NUMBERS = ("w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:docGrid")
_AFTER_MARGINS = ("w:paperSrc", "w:pgBorders", "w:lnNumType", "w:pgNumType", *_AFTER_PAGE_NUMBERS)
_AFTER_PAPER = {"w:pgSz": ("w:pgMar", *_AFTER_MARGINS), "w:pgMar": _AFTER_MARGINS}
# Across an A4 page on its diagonal, with room at both ends; the narrower side of either orientation holds it.
_WATERMARK_POINTS = 520
_WATERMARK_TALLEST = 90


class Section(NamedTuple):
    """A section as WordprocessingML; the width and the height of its text in twips, the unit of Word's tables."""

    xml: str
    room: int
    tall: int


class Letterhead:
    """A letterhead as the writer sees it: a fresh document to write on."""

    def __init__(self, path: Path) -> None:
        self._path = path
        content, shipped = template_bytes(path, LARGEST_FILE), template_path("letterhead.docx", None)
        try:
            if path != shipped:  # that one was tried out before it was shipped
                unpacked(content)
                tried = Document(BytesIO(content))
                _last_section(tried)
                _try_out(tried)
            self._document: DocumentObject = Document(BytesIO(content))
            self._styles = Styles(self._document)
            self._section = _last_section(self._document)
        except Exception as error:  # whatever the library trips over, it is the file that is broken
            raise Stop(
                "letterhead-unreadable", file=str(path), cause=str(error) or type(error).__name__
            ) from error

    def style(self, name: str) -> str:
        """The id of the style of that name, as the value of an attribute."""
        return escape(self._styles.id(name))

    def size(self, name: str) -> float:
        """The style's font size in points."""
        return self._styles.size(name)

    def attach_chart(self, number: int, chart: bytes, workbook: bytes) -> str:
        """Puts a chart and its workbook into the package; the id by which the text refers to it.

        The chart must name the workbook ``rId1``.
        """
        package = self._document.part.package
        sheet = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
        drawn = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, chart, package)
        drawn.relate_to(Part(sheet, CONTENT_TYPE.SML_SHEET, workbook, package), RELATIONSHIP_TYPE.PACKAGE)
        return str(self._document.part.relate_to(drawn, RELATIONSHIP_TYPE.CHART))

    def section(self, *, landscape: bool) -> Section:
        """A section of its own: a new page, numbers from 1, none on its first page, the letterhead's headers."""
        section = deepcopy(self._section)
        for old in section.xpath("./w:type | ./w:pgNumType"):
            section.remove(old)
        section.titlePg_val = True
        count = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>')
        section.insert_element_before(count, *_AFTER_PAGE_NUMBERS)
        sides = sorted((section.page_width or 0, section.page_height or 0), reverse=landscape)
        section.page_width, section.page_height = Length(sides[0]), Length(sides[1])
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        _, _, xml = serialize_part_xml(section).decode().partition("\n")  # without what a file begins with
        return Section(xml, _room(section), _tall(section))

    def stamp(self, text: str, language: str) -> None:
        """Sets a watermark across every page, if there is a text for it, and the language of the whole text."""
        section = self._document.sections[-1]
        section.different_first_page_header_footer = True
        headers = [section.header, section.first_page_header]
        if self._document.settings.odd_and_even_pages_header_footer:
            headers.append(section.even_page_header)
        for number, header in enumerate(headers, start=1):
            header.is_linked_to_previous = False
            if text:
                _paragraph_in(header)._p.append(_watermark(text, number))
        for tongue in self._document.styles.element.iterfind(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
            tongue.set(qn("w:val"), language)

    def written(self, body: bytes) -> Composed:
        """The document with this WordprocessingML, in UTF-8, as its body; it must end with a section."""
        head = f"{_DECLARATION}<w:document {nsdecls('w', 'r')}><w:body>".encode()
        return Composed(self._document, head + body + b"</w:body></w:document>")


def _last_section(document: DocumentObject) -> CT_SectPr:
    """The section that the report takes its page from: whole, whatever it left to an earlier one or to Word."""
    last: CT_SectPr = document.element.body.get_or_add_sectPr()
    for earlier in reversed(document.element.xpath("w:body/w:p/w:pPr/w:sectPr")):
        for reference in earlier.xpath("w:headerReference | w:footerReference"):
            if not any(_same_place(reference, own) for own in last.xpath("w:headerReference | w:footerReference")):
                last.insert(0, deepcopy(reference))
    for missing in (name for name in ("w:pgSz", "w:pgMar") if last.find(qn(name)) is None):
        (shipped,) = shipped_letterhead().sections[-1]._sectPr.xpath(f"./{missing}")
        last.insert_element_before(deepcopy(shipped), *_AFTER_PAPER[missing])
    return last


def _same_place(one: BaseOxmlElement, other: BaseOxmlElement) -> bool:
    return (one.tag, one.get(qn("w:type"))) == (other.tag, other.get(qn("w:type")))


def _paragraph_in(header: _Header) -> Paragraph:
    """A header's first paragraph; where all of it stands in a table or a field of Word's, one more."""
    return header.paragraphs[0] if header.paragraphs else header.add_paragraph()


def _try_out(document: DocumentObject) -> None:
    """Do to a document, once, all that is done to a letterhead: what breaks here would break in the middle."""
    section = document.sections[-1]
    for header in (section.header, section.first_page_header):
        header.is_linked_to_previous = False
        _paragraph_in(header).add_run("x")
    for style in document.styles:
        _ = (style.name, style.style_id)
    document.styles.element.find(qn("w:docDefaults"))
    _ = document.settings.odd_and_even_pages_header_footer
    document.core_properties.title = "x"
    Length((section.page_width or 0) - (section.left_margin or 0) - (section.top_margin or 0))
    document.add_paragraph("x")
    document.save(BytesIO())


def _room(section: CT_SectPr) -> int:
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    room: int = Length((section.page_width or 0) - margins).twips
    return room


def _tall(section: CT_SectPr) -> int:
    margins = (section.top_margin or 0) + (section.bottom_margin or 0)
    tall: int = Length((section.page_height or 0) - margins).twips
    return tall


def _watermark(text: str, number: int) -> BaseOxmlElement:
    height = min(_WATERMARK_POINTS / width(text, 1), _WATERMARK_TALLEST)
    across = min(_WATERMARK_POINTS, width(text, height))
    run = parse_xml(
        _WATERMARK.format(
            namespaces=f"{nsdecls('w')} {_VML}",
            number=number,
            shape=2048 + number,
            width=round(across),
            height=round(height),
        )
    )
    for shape in run.iter(f"{_V}shape"):
        shape.set("alt", text)
        for path in shape.iter(f"{_V}textpath"):
            path.set("string", text)
    return run
