"""Word documents written element by element: what no library makes, as offices' own programs do.

Must not assert anything.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
MC = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OF = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A package of some parts, always of one day: tests are called by its bytes, in every process alike."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return made.getvalue()


def docx(body: str, main: str = "word/document.xml", space: str = W, **others: str) -> bytes:
    """A document with that body; ``others`` are the insides of parts such as numbering or footnotes."""
    folder = main.rpartition("/")[0]
    name = main.rpartition("/")[2]
    related = "".join(f'<Relationship Id="r{k}" Type="{OF}/{k}" Target="{k}.xml"/>' for k in others)
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{0}</Relationships>'
    )
    types = "".join(f'<Override PartName="/{folder}/{k}.xml" ContentType="{WORD}.{k}+xml"/>' for k in others)
    types += f'<Override PartName="/{main}" ContentType="{WORD}.document.main+xml"/>'
    types += '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}">{types}</Types>',
        "_rels/.rels": rels.format(f'<Relationship Id="r" Type="{OF}/officeDocument" Target="{main}"/>'),
        f"{folder}/_rels/{name}.rels": rels.format(related),
        main: f"<w:document {space} {MC}><w:body>{body}</w:body></w:document>",
    }
    parts |= {f"{folder}/{kind}.xml": f"<w:{kind} {space}>{inside}</w:{kind}>" for kind, inside in others.items()}
    return packed(parts)


def p(*runs: str, marks: str = "") -> str:
    """A paragraph: texts become runs, what begins with < stands as it is."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{marks}</w:pPr>{inside}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, num: int, level: int = 0) -> str:
    """A paragraph that Word counts."""
    return p(text, marks=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def tc(inside: str, marks: str = "") -> str:
    """A cell: a text becomes a paragraph."""
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{inside if inside.startswith('<') else p(inside)}</w:tc>"


def tr(*cells: str, marks: str = "") -> str:
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(c if c.startswith('<w:tc') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    lines = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblGrid>{lines}</w:tblGrid>{''.join(rows)}</w:tbl>"


SPAN = '<w:gridSpan w:val="{0}"/>'
DOWN = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"
