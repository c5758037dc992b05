"""A document of Word's library, with the text that is to stand in it, as the bytes of a sealed file.

Must not choose where they go.
"""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from parplan.documents.package import unpacked
from parplan.output.files.seal import DIGEST_PART, sealed_parts


class Composed(NamedTuple):
    """``text`` is the document's main part as XML; None where the document holds it itself.

    It is never a tree: to make one of a long table and to write it out again took half the time of drawing it.
    """

    document: Document
    text: bytes | None = None


def packed(made: Composed, note: str = "") -> bytes:
    """The document as a sealed file: the same document, text and note give the same bytes."""
    _make_room_for_digest(made.document)
    plain = BytesIO()
    made.document.save(plain)
    parts = unpacked(plain.getvalue())
    if made.text is not None:
        parts[made.document.part.partname.membername] = made.text
    return sealed_parts(parts, note)


def _make_room_for_digest(document: Document) -> None:
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            del package.rels[key]
    part = Part(PackURI(f"/{DIGEST_PART}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, b"", package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
