"""The digest in a file of ours: whole after a repacking, broken after any other change, absent elsewhere."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest
from markdown_it import MarkdownIt

from parplan.output.files.seal import DIGEST_PART, seal_of, sealed, sealed_schema, sealed_text
from parplan.output.word.document import compose
from parplan.output.word.packed import packed
from small_report import LETTERHEAD, MARKDOWN, PAGE

PDF = b"%PDF-1.6\n1 0 obj\nendobj\ntrailer\n%%EOF"
TEXT = "# I. KẾT QUẢ\n\n| TT | Đơn vị |\n| :--- | :--- |\n| 1 | Sở Tư pháp |\n"


def report() -> bytes:
    return packed(compose(MARKDOWN, PAGE, LETTERHEAD))


def zipped(**parts: bytes) -> bytes:
    """A package of some parts, always of one day: a test is called by its bytes, in every process alike."""
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(ZipInfo(name), content)
    return target.getvalue()


def whole(content: bytes) -> bool:
    seal = seal_of(content)
    return seal is not None and seal.is_whole


def test_what_was_sealed_is_whole() -> None:
    assert whole(sealed(zipped(a=b"1", b=b"2")))
    assert whole(sealed(PDF))
    assert whole(sealed_text(TEXT))
    assert whole(report())


def test_the_order_and_the_packing_of_the_parts_are_no_change() -> None:
    assert sealed(zipped(a=b"1", b=b"2")) == sealed(zipped(b=b"2", a=b"1"))


def test_another_content_has_another_seal() -> None:
    first, second = seal_of(sealed(zipped(a=b"1"))), seal_of(sealed(zipped(a=b"2")))
    assert first is not None
    assert second is not None
    assert first.said != second.said


@pytest.mark.parametrize("parts", [{"a": b"2"}, {"a": b"1", "b": b""}, {"b": b"1"}])
def test_a_changed_part_breaks_the_seal_and_leaves_what_it_said(parts: dict[str, bytes]) -> None:
    made = sealed(zipped(a=b"1"))
    with ZipFile(BytesIO(made)) as package:
        own = package.read(DIGEST_PART)
    before, after = seal_of(made), seal_of(zipped(**parts, **{DIGEST_PART: own}))
    assert before is not None
    assert after is not None
    assert after.said == before.said
    assert not after.is_whole


@pytest.mark.parametrize("change", [PDF + b"\n", PDF.replace(b"1 0 obj", b"2 0 obj")])
def test_a_pdf_that_was_changed_or_signed_is_not_whole(change: bytes) -> None:
    seal = sealed(PDF)[len(PDF) :]
    assert whole(PDF + seal)
    assert not whole(change + seal)
    assert not whole(PDF + seal + b"2 0 obj\nsignature")


def test_the_seal_of_a_text_is_its_last_line_and_no_page_shows_it() -> None:
    made = sealed_text(TEXT).decode()
    body, seal = made[: len(TEXT) + 1], made[len(TEXT) + 1 :]
    assert body == TEXT + "\n"
    assert re.fullmatch(r"<!-- parplan-digest [0-9a-f]{64} -->\n", seal)
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(made)
    assert shown.replace(seal, "") == MarkdownIt("gfm-like", {"linkify": False}).render(TEXT)


def test_git_and_an_editor_may_change_the_line_ends_of_a_text() -> None:
    made = sealed_text(TEXT)
    assert whole(made.replace(b"\n", b"\r\n"))
    assert whole(made.removesuffix(b"\n"))


@pytest.mark.parametrize("change", [(b"I.", b"II."), (b"1 |", b"1  |"), (b" -->\n", b" -->\nmore\n")])
def test_a_text_that_was_changed_is_not_whole(change: tuple[bytes, bytes]) -> None:
    made = sealed_text(TEXT)
    before, after = seal_of(made), seal_of(made.replace(*change))
    assert before is not None
    assert after is not None
    assert after.said == before.said
    assert not after.is_whole


@pytest.mark.parametrize(
    "content", [b"", b"text", TEXT.encode(), b"<!-- parplan-digest -->", b"PK\x03\x04 broken", PDF, zipped(a=b"1")]
)
def test_what_we_did_not_make_has_no_seal(content: bytes) -> None:
    assert seal_of(content) is None


def test_a_package_with_a_broken_part_has_no_seal() -> None:
    made = bytearray(report())
    with ZipFile(BytesIO(bytes(made))) as package:
        entry = max(package.infolist(), key=lambda one: one.compress_size)
    middle = entry.header_offset + 200
    made[middle : middle + 50] = bytes(50)
    assert seal_of(bytes(made)) is None


def test_a_text_may_have_line_ends_of_its_own() -> None:
    assert whole(sealed_text("một\r\nhai\n"))


def test_the_seal_of_a_schema_says_nothing_of_the_data() -> None:
    made = sealed_schema('{\n  "type": "object"\n}\n')
    assert whole(made)
    assert json.loads(made)["type"] == "object"
    assert list(json.loads(made)) == ["$comment", "type"]
    assert not whole(made.replace(b"object", b"string"))


def with_comment(made: bytes) -> bytes:
    return made[:-2] + len(b"by hand").to_bytes(2, "little") + b"by hand"


def with_entry(made: bytes, name: str, content: bytes) -> bytes:
    target = BytesIO(made)
    with warnings.catch_warnings(action="ignore"), ZipFile(target, "a") as package:
        package.writestr(name, content)
    return target.getvalue()


def with_part(made: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(made)) as package, ZipFile(target, "w") as again:
        for part in package.namelist():
            again.writestr(part, change(package.read(part)) if part == name else package.read(part))
    return target.getvalue()


HANDS: dict[str, Callable[[bytes], bytes]] = {
    "a zip comment": with_comment,
    "bytes after the zip": lambda made: made + b"by hand",
    "bytes before the zip": lambda made: made[:4] + b"by hand" + made[4:],
    "a part twice": lambda made: with_entry(made, "word/document.xml", b"<x/>"),
    "a folder": lambda made: with_entry(made, "word/", b""),
    "a property beside the seal": lambda made: with_part(
        made, DIGEST_PART, lambda part: part.replace(b"</Properties>", b"<property/></Properties>")
    ),
    "another zip inside": lambda made: made + made,
}


@pytest.mark.parametrize("hand", HANDS)
def test_whatever_a_hand_puts_into_a_package_shows(hand: str) -> None:
    seal = seal_of(HANDS[hand](report()))
    assert seal is None or not seal.is_whole


def test_every_part_of_a_package_is_under_the_seal() -> None:
    made = report()
    with ZipFile(BytesIO(made)) as package:
        names = package.namelist()
    for name in names:
        seal = seal_of(with_part(made, name, lambda part: part + b" "))
        assert seal is not None, name
        assert not seal.is_whole, name
