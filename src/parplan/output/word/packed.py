"""A document of Word's library as the bytes of a sealed file.

Must not choose where they go.
"""

from __future__ import annotations

from io import BytesIO

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from parplan.output.files.seal import DIGEST_PART, sealed


def packed(document: Document, note: str = "") -> bytes:
    """The document as a sealed file: the same document and note give the same bytes."""
    _make_room_for_digest(document)
    plain = BytesIO()
    document.save(plain)
    return sealed(plain.getvalue(), note)


def _make_room_for_digest(document: Document) -> None:
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            del package.rels[key]
    part = Part(PackURI(f"/{DIGEST_PART}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, b"", package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
