"""Tests of parplan.reading.code_pages."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from parplan.reading.code_pages import WORDS, code_page
from parplan.reading.source import read_yaml

TCVN3 = b"result: \xae\xb7 b\xb8o c\xb8o vi\xd6c th\xf9c hi\xd6n cho \xae\xacn v\xde"
VNI = b"result: \xf1a\xf5 ba\xf9o ca\xf9o vie\xe4c th\xf6\xefc hie\xe4n cho \xf1\xf4n v\xf2"
WINDOWS = b"result: \xf0a\xde b\xe1o c\xe1o vi\xea\xf2c th\xfd\xf2c hi\xea\xf2n cho \xf0\xf5n vi\xf2"


@pytest.mark.parametrize(
    ("raw", "page"), [(TCVN3, "TCVN3 (ABC)"), (VNI, "VNI"), (WINDOWS, "windows-1258")], ids=["abc", "vni", "1258"]
)
def test_a_sentence_in_a_code_page_names_it_and_says_what_to_do(raw: bytes, page: str) -> None:
    assert code_page(raw) == page
    (finding,) = read_yaml("f.yaml", raw).findings
    assert (finding.code, finding.values) == (
        Code.ENCODING_INVALID,
        {"encoding": page, "remedy": "convert"},
    )


@pytest.mark.parametrize(
    "raw", [b"", b"caf\xe9 cr\xe8me", b"na\xeam", bytes(range(128, 256)), "đã báo cáo".encode()]
)
def test_too_little_names_nothing(raw: bytes) -> None:
    assert code_page(raw) is None


def test_no_word_speaks_for_two_code_pages() -> None:
    every = [word for words in WORDS.values() for word in words]
    assert len(every) == len(set(every))
