"""The code pages in which Vietnamese was written before Unicode, known by their commonest words.

Must not convert anything, or name one on the word of a single syllable.
"""

from __future__ import annotations

import re
from typing import Final

FEWEST: Final = 2
"""Different words that have to speak for a code page: one may be a word of another language."""

_TOKEN: Final = re.compile(rb"[A-Za-z\x80-\xff]+")

WORDS: Final = {
    "TCVN3 (ABC)": frozenset(
        b"c\xf1a \xae\xad\xeec \xae\xb7 \xae\xd5n kh\xabng th\xf9c hi\xd6n "
        b"nhi\xd6m v\xf4 b\xb8o c\xb8o n\xa8m \xae\xacn v\xde".split()
    ),
    "VNI": frozenset(
        b"cu\xfba \xf1\xf6\xf4\xefc \xf1a\xf5 \xf1e\xe1n kho\xe2ng th\xf6\xefc hie\xe4n "
        b"nhie\xe4m vu\xef ba\xf9o ca\xf9o na\xeam \xf1\xf4n v\xf2".split()
    ),
    "windows-1258": frozenset(
        b"cu\xd2a \xf0\xfd\xf5\xf2c \xf0a\xde \xf0\xea\xecn kh\xf4ng th\xfd\xf2c hi\xea\xf2n nhi\xea\xf2m "
        b"vu\xf2 b\xe1o ba\xeco c\xe1o ca\xeco n\xe3m \xf0\xf5n vi\xf2".split()
    ),
}
"""How "of, was, did, to, not, carry out, duty, report, year, unit" look in each, syllable by syllable."""


def code_page(raw: bytes) -> str | None:
    """The code page that bytes which are no UTF-8 were written in; None where too little speaks for any."""
    tokens = set(_TOKEN.findall(raw))
    found = {name: len(words & tokens) for name, words in WORDS.items()}
    best = max(found, key=lambda name: found[name])
    return best if found[best] >= FEWEST else None
