"""Builds templates/letterhead.docx, the look of the report: page, named styles, page number. Holds no text.

Must not hold anything the office can't change in Word afterwards. Sizes, weights and margins follow Nghị định
30/2020/NĐ-CP, Phụ lục I; where the decree is silent (tables, rules) they follow the custom of offices.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from parplan.output.files.save import save
from parplan.output.word.packed import Composed, packed

TARGET = Path(__file__).parents[1] / "templates" / "letterhead.docx"
FONT = "Times New Roman"

LEFT, CENTER, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass(frozen=True)
class Look:
    """A paragraph style: ``size``, ``before`` and ``after`` in points, ``first`` and ``left`` in centimetres."""

    name: str
    size: float = 14
    weight: str = ""
    align: WD_ALIGN_PARAGRAPH = CENTER
    before: float = 0
    after: float = 0
    first: float = 0
    left: float = 0
    line: float = 1
    keep: bool = False
    builtin: bool = False


LOOKS = (
    Look("Header", builtin=True),
    Look("Body Text", align=JUSTIFY, before=6, first=1.27, line=1.15, builtin=True),
    Look("Heading 1", weight="bold", align=JUSTIFY, before=6, first=1.27, line=1.15, keep=True, builtin=True),
    Look("Heading 2", weight="bold", align=JUSTIFY, before=6, first=1.27, line=1.15, keep=True, builtin=True),
    Look("Heading 3", align=JUSTIFY, before=6, first=1.27, line=1.15, keep=True, builtin=True),
    # the head
    Look("Superior Body", 12),
    Look("Issuing Body", 12, "bold"),
    Look("Nation", 12, "bold"),
    Look("Motto", 13, "bold"),
    Look("Document Number", 13, before=6),
    Look("Place and Date", 13, "italic", before=6),
    Look("Letter Subject", 12, before=6),
    Look("Draft Mark", 12, "bold", before=8),
    Look("Document Kind", 14, "bold", before=18),
    Look("Subject", 14, "bold"),
    Look("Addressee", before=14, after=8),
    Look("Addressees", align=LEFT, before=14, left=3.5),
    Look("Addressee Item", align=LEFT, before=3, left=5.5, first=-0.3),
    # the foot
    Look("Recipients Heading", 12, "bold italic", align=LEFT, before=12),
    Look("Recipient", 11, align=LEFT),
    Look("Signer Office", weight="bold", before=12, keep=True),
    Look("Signer Name", weight="bold", before=84),
    # the appendices
    Look("Appendix Label", weight="bold", keep=True),
    Look("Appendix Title", weight="bold", keep=True),
    Look("Appendix Reference", 13, "italic", keep=True),
    Look("Appendix Ending", align=RIGHT, before=6),
    # tables; the wide ones have nine columns or more
    Look("Table Caption", 13, "bold", before=9, after=6, keep=True),
    Look("Table Note", 12, "italic", align=JUSTIFY, before=4, after=4),
    Look("Table Head", 12, "bold", keep=True),
    Look("Table Count", 12, "italic", keep=True),
    Look("Table Left", 12, align=LEFT),
    Look("Table Center", 12),
    Look("Table Right", 12, align=RIGHT),
    Look("Wide Table Head", 11, "bold", keep=True),
    Look("Wide Table Count", 11, "italic", keep=True),
    Look("Wide Table Left", 11, align=LEFT),
    Look("Wide Table Center", 11),
    Look("Wide Table Right", 11, align=RIGHT),
    # lines that hold no words
    Look("Rule", 2, before=4, after=6, keep=True),
    Look("Section End", 1),
)

KEPT = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
DROPPED = {"thumbnail", "stylesWithEffects", "customXml", "numbering", "webSettings", "extended-properties"}

SETTINGS = f"""<w:settings {nsdecls("w")}>
  <w:zoom w:percent="100"/>
  <w:defaultTabStop w:val="720"/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat>
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
    <w:compatSetting w:name="overrideTableStyleFontSizeAndJustification"
      w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
  </w:compat>
  <w:themeFontLang w:val="vi-VN"/>
  <w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1"
    w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6"
    w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>
  <w:decimalSymbol w:val=","/>
  <w:listSeparator w:val=";"/>
</w:settings>"""

DEFAULTS = f"""<w:docDefaults {nsdecls("w")}>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>
    <w:sz w:val="28"/><w:szCs w:val="28"/>
    <w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>"""

BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
REPORT_TABLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">
  <w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
  <w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders><w:tblCellMar>
    <w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
    <w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
  <w:tcPr><w:vAlign w:val="center"/></w:tcPr>
</w:style>"""
LAYOUT_TABLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="LayoutTable">
  <w:name w:val="Layout Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
  <w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>
</w:style>"""
HAND = f"""<w:style {nsdecls("w")} w:type="character" w:customStyle="1" w:styleId="LeftfortheHand">
  <w:name w:val="Left for the Hand"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="1"/>
  <w:qFormat/><w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/></w:rPr>
</w:style>"""


def build() -> DocumentObject:
    """The letterhead as a document."""
    document = Document()
    clear(document)
    define_styles(document)
    lay_out_page(document)
    describe(document)
    return document


def clear(document: DocumentObject) -> None:
    """Takes out what python-docx's own template brings along and nobody here needs."""
    for rels in (document.part.rels, document.part.package.rels):
        for key, relation in list(rels.items()):
            if relation.reltype.rpartition("/")[2] in DROPPED:
                del rels[key]
    for style in list(document.styles.element.style_lst):
        if style.name_val not in KEPT:
            document.styles.element.remove(style)
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    settings.extend(list(parse_xml(SETTINGS)))


def define_styles(document: DocumentObject) -> None:
    """Gives every element of the decree's table a style of its own."""
    root = document.styles.element
    root.replace(root[0], parse_xml(DEFAULTS))
    for look in LOOKS:
        define(document, look)
    boxed(document.styles["Draft Mark"], "top", "left", "bottom", "right")
    boxed(document.styles["Rule"], "top")
    outlined(document.styles["Appendix Label"])
    closed_up(document.styles["Signer Office"])
    for xml in (REPORT_TABLE, LAYOUT_TABLE, HAND):
        root.append(parse_xml(xml))


def define(document: DocumentObject, look: Look) -> None:
    """Adds one paragraph style."""
    style = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH, builtin=look.builtin)
    style.base_style = document.styles["Normal"]
    style.next_paragraph_style = document.styles["Body Text"] if look.name.startswith("Heading") else style
    style.quick_style, style.hidden, style.priority = True, False, 1
    style.font.size = Pt(look.size)
    style.font.bold = "bold" in look.weight
    style.font.italic = "italic" in look.weight
    shape = style.paragraph_format
    shape.alignment = look.align
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing = look.line
    shape.left_indent, shape.first_line_indent = Cm(look.left), Cm(look.first)
    shape.keep_with_next = look.keep
    shape.widow_control = True
    if look.name.startswith("Heading"):
        outlined(style, int(look.name[-1]) - 1)


def boxed(style: ParagraphStyle, *sides: str) -> None:
    """Draws lines along the paragraph: the decree wants its rules drawn, not typed."""
    lines = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="1" w:color="auto"/>' for side in sides)
    properties = style.element.get_or_add_pPr()
    properties.find(qn("w:widowControl")).addnext(parse_xml(f"<w:pBdr {nsdecls('w')}>{lines}</w:pBdr>"))


def outlined(style: ParagraphStyle, level: int = 0) -> None:
    """Puts the paragraphs into Word's navigation pane."""
    style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>'))


def closed_up(style: ParagraphStyle) -> None:
    """Spaces the paragraphs off from others, not from each other."""
    indent = style.element.get_or_add_pPr().find(qn("w:ind"))
    indent.addnext(parse_xml(f"<w:contextualSpacing {nsdecls('w')}/>"))


def lay_out_page(document: DocumentObject) -> None:
    """A4, the decree's margins, and the page number in the middle of the top margin of all pages but the first."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = section.right_margin = Cm(2)
    section.left_margin = Cm(3)
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True
    for header in (section.header, section.first_page_header):
        header.is_linked_to_previous = False
        header.paragraphs[0].style = document.styles["Header"]
    number = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    section.header.paragraphs[0]._p.append(parse_xml(number))


def describe(document: DocumentObject) -> None:
    """Core properties without a clock or a person in them."""
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = "Letterhead", "parplan", "parplan"
    properties.subject = properties.keywords = properties.comments = properties.category = ""
    properties.created = properties.modified = datetime(2022, 1, 1, tzinfo=UTC)
    properties.revision = 1
    properties.language = "vi-VN"


if __name__ == "__main__":
    # Ours to replace even after the office's changes: those live in a workspace's own templates/.
    TARGET.unlink(missing_ok=True)
    print(save(packed(Composed(build())), TARGET).path)
