"""Papers cited as the decree orders: in full the first time, by kind and number after that.

Must not choose which papers are cited.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from parplan.model.progress import Update
from parplan.words import Words

_KIND: Final = re.compile(r"[^/-]+(?P<year>/\d{4})?(?:/(?P<state>[^/-]+)-|-(?P<party>[^/-]+)/)")
"""Where a number tells the kind of its paper: 3441/QĐ-UBND, 16-NQ/TU."""

_SHORTEST_OFFICE: Final = 3
"""In place of the kind, an official letter bears who sends it. Two letters may be an unknown kind."""


class Citing:
    """Cites papers in the order in which one document names them."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._named: set[tuple[str, date | None]] = set()

    def cite(self, number: str, day: date | None, issuer: str = "", title: str = "") -> str:
        """Kind, number, date, issuer and title the first time; kind and number from then on."""
        key = (number.casefold(), day)
        if key in self._named:
            return cited(self.words, number)
        self._named.add(key)
        dated = cited(self.words, number, day)
        issued = self.words("paper.cited-issued", paper=dated, issuer=issuer) if issuer else dated
        return f"{issued} {title}" if title else issued

    def evidence(self, update: Update, *, with_links: bool = True) -> str:
        """The papers and links that show a thing is done. In prose on paper an address leads nowhere."""
        told = (
            self.cite(e.number, e.date, title=e.title or "")
            if e.number
            else (e.link if with_links else None) or e.title or ""
            for e in update.evidence or ()
        )
        return self.words.listed(filter(None, told))


def cited(words: Words, number: str, day: date | None = None) -> str:
    """A paper by its kind and number, and its date if given."""
    match = _KIND.match(number)
    symbol = (match["state"] or match["party"]) if match else ""
    key = f"paper-kind.{symbol}"
    if key not in words:
        is_letter = match and match["state"] and not match["year"] and _is_office(symbol)
        key = f"paper-kind.{'letter' if is_letter else 'unknown'}"
    short = words("paper.cited", kind=words(key), number=number)
    return words("paper.cited-dated", paper=short, date=day) if day else short


def _is_office(symbol: str) -> bool:
    return symbol.isupper() and len(symbol) >= _SHORTEST_OFFICE
