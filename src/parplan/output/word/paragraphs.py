"""Paragraphs, head and foot in WordprocessingML, as text: one string is faster to build and to read than a tree.

Must not choose a font or a size: styles of the letterhead do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from html import escape  # that of xml.sax.saxutils, without an import of a whole web client

from parplan.output.text.markdown import Run
from parplan.output.text.typography import APART, at_once, evenly, filled, listed, printable, unbroken, width
from parplan.output.word.letterhead import Letterhead
from parplan.views.page import Foot, Head

_RIGHT_COLUMN = 5386  # 9.5 cm: where the nation's name fits on one line at 12 points
_ROOM = 10  # points that a line of text needs beside it, so that Word's own widths can't break it

_LINE = 1.2  # of the size: what Word and LibreOffice give a single line
_AROUND = 240  # twips: no style of an appendix has more before and after it

# How long the rules are, in parts of the line above: the decree says "as long as", "1/3 to 1/2", and nothing.
_WHOLE = 1.0
_PART = 0.42
_SHORT = 0.25


def text(words: str) -> str:
    """The words as the inside of a run; line breaks stay line breaks."""
    return texts([printable(words)])[0]


def texts(every: Collection[str]) -> list[str]:
    """The same of many. They must be ``printable``."""
    return [f'<w:t xml:space="preserve">{inside}</w:t>' for inside in at_once(_inside, every)]


def _inside(words: str) -> str:
    lines = "\n".join(escape(words, quote=False).replace("\t", " ").splitlines())
    lines = lines.replace(f"\n{APART}", APART)  # a text may end in a line break, and begins no line by it
    lines = lines.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    # Word's own, which reads and is searched for as a hyphen in every font
    return lines.replace("\u2011", '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')


def run(part: Run, blank: str = "") -> str:
    """A stretch of body text, with no-break spaces where they belong; ``blank`` styles what is left open."""
    manner = f'<w:rStyle w:val="{blank}"/>' * part.is_blank + "<w:b/>" * part.bold + "<w:i/>" * part.italic
    return f"<w:r>{f'<w:rPr>{manner}</w:rPr>' if manner else ''}{text(unbroken(part.text))}</w:r>"


def paragraph(style: str, words: str | Iterable[Run], *, keep: bool = False, indent: int = 0) -> str:
    """A paragraph. ``keep`` holds it on the page of the next; ``indent`` (twips) narrows it from both sides."""
    inside = f"<w:r>{text(words)}</w:r>" if isinstance(words, str) else "".join(map(run, words))
    keeping = "<w:keepNext/>" if keep else ""
    narrowing = f'<w:ind w:left="{indent}" w:right="{indent}"/>' if indent else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keeping}{narrowing}</w:pPr>{inside}</w:p>'


def place(look: Letterhead, words: str, style: str = "Body Text", *, keep: bool = False) -> str:
    """A paragraph that waits for the officer's hand, and shows it."""
    mark = f'<w:r><w:rPr><w:rStyle w:val="{look.style("Left for the Hand")}"/></w:rPr>{text(words)}</w:r>'
    keeping = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{look.style(style)}"/>{keeping}</w:pPr>{mark}</w:p>'


def prose(look: Letterhead, runs: Iterable[Run], blanks: tuple[str, ...], *, keep: bool = False) -> str:
    """A paragraph of the text, in which the words that hold a place for the hand show that they do."""
    blank = look.style("Left for the Hand")
    inside = "".join(run(part, blank) for part in apart(runs, blanks))
    keeping = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{look.style("Body Text")}"/>{keeping}</w:pPr>{inside}</w:p>'


def apart(runs: Iterable[Run], blanks: tuple[str, ...]) -> Iterator[Run]:
    """The same runs, cut so that every blank is one of its own."""
    if not blanks:
        yield from runs
        return
    pattern = re.compile("(" + "|".join(map(re.escape, blanks)) + ")")
    for part in runs:
        for number, stretch in enumerate(pattern.split(part.text)):
            if stretch:
                yield part._replace(text=stretch, is_blank=number % 2 == 1)


def section_end(look: Letterhead, section: str) -> str:
    """The paragraph that closes a section; at a point's height it takes no page of its own."""
    return f'<w:p><w:pPr><w:pStyle w:val="{look.style("Section End")}"/>{section}</w:pPr></w:p>'


def rule(look: Letterhead, under: Iterable[str], style: str, part: float, room: int) -> str:
    """A drawn line, centred, as long as that part of the longest line above it; ``room`` is the column's width."""
    longest = max((width(line, look.size(style)) * 20 for line in under), default=0)
    length = min(longest, room) * part
    return f'<w:p><w:pPr><w:pStyle w:val="{look.style("Rule")}"/>{_sides(room, length)}</w:pPr></w:p>'


def head(look: Letterhead, view: Head, room: int) -> str:
    """Everything above the text: bodies and number at the left, nation, place and date at the right, the title."""
    nation = round((width(view.nation, look.size("Nation")) + _ROOM) * 20)
    right = min(max(_RIGHT_COLUMN, nation), room * 3 // 4)
    left = room - right
    issuer = evenly(view.issuer, look.size("Issuing Body"), left / 20 - _ROOM)
    bodies = (
        (paragraph(look.style("Superior Body"), view.superior) if view.superior else "")
        + paragraph(look.style("Issuing Body"), "\n".join(issuer))
        + rule(look, issuer, "Issuing Body", _PART, left)
    )
    nation_and_motto = (
        paragraph(look.style("Nation"), view.nation)
        + paragraph(look.style("Motto"), view.motto)
        + rule(look, [view.motto], "Motto", _WHOLE, right)
    )
    about = "" if view.kind else paragraph(look.style("Letter Subject"), _by_sense(view))
    number = _number(look, view) + about + _draft(look, view.draft, left)
    date = paragraph(look.style("Place and Date"), view.place_and_date)
    title = _title(look, view, room) if view.kind else ""
    addressees = _addressees(look, view.addressing.rstrip(": ") + ":", view.addressees)
    return columns(look, (left, right), [(bodies, nation_and_motto), (number, date)]) + title + addressees


def _number(look: Letterhead, view: Head) -> str:
    """The line of the number; a symbol that nobody knows yet shows that it is to be written."""
    manner = f'<w:rPr><w:rStyle w:val="{look.style("Left for the Hand")}"/></w:rPr>'
    stretches = apart([Run(view.number)], (view.open_symbol,) if view.open_symbol else ())
    inside = "".join(f"<w:r>{manner * part.is_blank}{text(part.text)}</w:r>" for part in stretches)
    return f'<w:p><w:pPr><w:pStyle w:val="{look.style("Document Number")}"/></w:pPr>{inside}</w:p>'


def foot(look: Letterhead, view: Foot, room: int) -> str:
    """Recipients at the left, level with the signer's office at the right; never torn apart."""
    recipients = paragraph(look.style("Recipients Heading"), view.heading, keep=True) + "".join(
        paragraph(look.style("Recipient"), line, keep=True) for line in listed(view.recipients)
    )
    signature = "".join(paragraph(look.style("Signer Office"), line, keep=True) for line in view.authority)
    signature += place(look, view.place, "Signer Office", keep=True) if view.place else ""
    if view.unnamed:
        signature += place(look, view.unnamed, "Signer Name")
    else:
        signature += paragraph(look.style("Signer Name"), view.signer)
    return columns(look, (room // 2, room - room // 2), [(recipients, signature)])


def appendix_head(look: Letterhead, label: str, title: str, reference: str, room: int) -> str:
    """The lines over an appendix's table, and the short rule under them."""
    return (
        paragraph(look.style("Appendix Label"), label)
        + paragraph(look.style("Appendix Title"), title)
        + paragraph(look.style("Appendix Reference"), reference)
        + rule(look, reference.splitlines(), "Appendix Reference", _SHORT, room)
    )


def appendix_head_height(look: Letterhead, title: str, reference: str, room: int) -> int:
    """How much of the page those lines take, in twips."""
    lines = (("Appendix Label", ""), ("Appendix Title", title), ("Appendix Reference", reference))
    return sum(paragraph_height(look, style, words, room) for style, words in lines)


def paragraph_height(look: Letterhead, style: str, words: str, room: int) -> int:
    """How much of the page a paragraph takes, in twips, with the space around it."""
    size = look.size(style)
    lines = sum(len(filled(line.split(), size, room / 20)) for line in words.splitlines() or [""])
    return round(lines * size * _LINE * 20) + _AROUND


def columns(look: Letterhead, widths: tuple[int, int], rows: list[tuple[str, str]]) -> str:
    """Two columns side by side: a table without lines, whose rows stay on one page."""
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    body = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_pair(widths, row)}</w:tr>" for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.style("Layout Table")}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _pair(widths: tuple[int, int], cells: tuple[str, str]) -> str:
    pairs = zip(widths, cells, strict=True)
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for wide, cell in pairs
    )


def _title(look: Letterhead, view: Head, room: int) -> str:
    return (
        paragraph(look.style("Document Kind"), view.kind)
        + paragraph(look.style("Subject"), _by_sense(view))
        + rule(look, view.subject, "Subject", _PART, room)
    )


def _by_sense(view: Head) -> str:
    """The subject's lines, none of which ends before a number that belongs to it."""
    return "\n".join(unbroken(line) for line in view.subject)


def _addressees(look: Letterhead, addressing: str, names: tuple[str, ...]) -> str:
    """One addressee stands on the line of "Kính gửi" without a full stop; several stand below it, listed."""
    if not names:
        return ""
    if len(names) == 1:
        return paragraph(look.style("Addressee"), f"{addressing} {names[0]}")
    return paragraph(look.style("Addressees"), addressing, keep=True) + "".join(
        paragraph(look.style("Addressee Item"), line) for line in listed(names)
    )


def _draft(look: Letterhead, word: str, room: int) -> str:
    """The word in a box that fits it."""
    if not word:
        return ""
    fitting = width(word, look.size("Draft Mark")) + _ROOM
    return paragraph(look.style("Draft Mark"), word, indent=_side(room, fitting * 20))


def _sides(room: int, length: float) -> str:
    side = _side(room, length)
    return f'<w:ind w:left="{side}" w:right="{side}"/>'


def _side(room: int, length: float) -> int:
    return max(round((room - length) / 2), 0)
