"""How the printed handbook looks: A4, Times New Roman, numbered pages, columns as wide as what stands in them.

Must not know what a page tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

FONT, TYPEWRITER = "Times New Roman", "Courier New"
CODE: Final = "Code"
SMALL: Final = "Table text"
WIDTH: Final = Mm(170)
LETTER: Final = Mm(1.8)
"""Of a table, in the size of its text: a word that fits nowhere else must not be broken."""
LONGEST_WORD: Final = 24
NEEDLESS: Final = ("/stylesWithEffects", "/customXml")
"""Parts of python-docx's own template: second styles, of which Word 2010 alone knew, and an empty list."""


def dress(document: Any) -> None:
    """The page and its styles."""
    for relation in list(document.part.rels.values()):
        if relation.reltype.endswith(NEEDLESS):
            document.part.drop_rel(relation.rId)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(18)
    section.footer.paragraphs[0].alignment = 1
    _field(section.footer.paragraphs[0], "PAGE", "1")
    styles = document.styles
    _looks(styles["Normal"], FONT, 12, after=4)
    _looks(styles["Title"], FONT, 24, after=10)
    styles["Title"].element.pPr.remove(styles["Title"].element.pPr.find(qn("w:pBdr")))
    for level, size in enumerate((17, 14, 12.5, 12), start=1):
        heading = styles[f"Heading {level}"]
        _looks(heading, FONT, size, before=10, after=4)
        heading.font.bold, heading.font.italic = True, level == 4
        heading.paragraph_format.page_break_before = level == 1
    for name, font, size in ((SMALL, FONT, 9.5), (CODE, TYPEWRITER, 9.5)):
        _looks(styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), font, size, after=0)
    _shade(styles[CODE])
    styles[CODE].paragraph_format.space_after = Pt(6)
    styles[CODE].paragraph_format.keep_together = True
    styles[SMALL].paragraph_format.space_before = styles[SMALL].paragraph_format.space_after = Pt(1)
    word = styles.add_style(f"{CODE} word", WD_STYLE_TYPE.CHARACTER)
    word.font.name, word.font.size = TYPEWRITER, Pt(10.5)
    for level in (1, 2):
        line = styles.add_style(f"Contents {level}", WD_STYLE_TYPE.PARAGRAPH)
        _looks(line, FONT, 12 if level == 1 else 10.5, after=1)
        line.paragraph_format.left_indent = Mm(8 * (level - 1))
        line.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _looks(style: Any, font: str, size: float, *, before: float = 0, after: float) -> None:
    style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _shade(style: Any) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "F2F2F2")
    style.element.get_or_add_pPr().insert_element_before(shade, "w:spacing", "w:ind", "w:jc")


def page_of(paragraph: Paragraph, bookmark: int) -> None:
    """The number of the page on which a bookmark stands."""
    _field(paragraph, f"PAGEREF _{bookmark} \\h", "")


def _field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    field.set(qn("w:dirty"), "true")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = shown
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def shares(rows: Sequence[Sequence[str]]) -> list[Emu]:
    """How wide each column is: its longest word fits, and what is left goes by what is to be read there."""
    columns = list(zip(*rows, strict=True))
    least = [
        min(max(len(word) for text in texts for word in text.split() or [""]), LONGEST_WORD) for texts in columns
    ]
    least = [LETTER * max(letters + 1, 5) for letters in least]
    read = [[min(len(text), 90) for text in texts] for texts in columns]
    wanted = [(max(lengths) * sum(lengths) / len(lengths)) ** 0.4 for lengths in read]
    rest = max(WIDTH - sum(least), 0)
    widths = [low + rest * want / sum(wanted) for low, want in zip(least, wanted, strict=True)]
    return [Emu(int(width * WIDTH / sum(widths))) for width in widths]
