"""An official document as finished strings: what stands in its head, foot, tables and appendices.

Must not hold prose (the template does) or a measure of the layout (the letterhead does).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from parplan.views.chart import Chart
from parplan.views.table import Table


class Head(NamedTuple):
    """``subject`` is broken into lines by sense, ``issuer`` into parts that stay whole on a line.

    ``draft`` is a word such as "DỰ THẢO", or empty. ``kind`` is empty for an official letter («công văn»): its
    subject stands under its number. ``open_symbol`` stands in the number where nobody knows the office's symbol.
    """

    superior: str
    issuer: tuple[str, ...]
    number: str
    nation: str
    motto: str
    place_and_date: str
    kind: str
    subject: tuple[str, ...]
    addressing: str
    addressees: tuple[str, ...]
    draft: str = ""
    open_symbol: str = ""


class Foot(NamedTuple):
    """``authority`` holds the lines over the signature, such as "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC".

    ``place`` stands there instead where it is still for the hand to write who signs, ``unnamed`` for the name.
    """

    heading: str
    recipients: tuple[str, ...]
    authority: tuple[str, ...] = ()
    signer: str = ""
    place: str = ""
    unnamed: str = ""


class Appendix(NamedTuple):
    """``reference`` is the line "(Kèm theo Báo cáo số …)"; ``parts`` follow; ``ending`` closes it ("./.")."""

    label: str
    title: str
    reference: str
    parts: tuple[Table | Chart, ...]
    ending: str = ""
    landscape: bool = True


class Properties(NamedTuple):
    """What the file says of itself. ``day`` dates it: from the data, never from the clock."""

    title: str
    author: str
    day: date
    language: str = "vi-VN"


class Page(NamedTuple):
    """Everything that directives of the Markdown may name, by name. ``places`` are left for the hand.

    ``blanks`` are words of the prose that hold a place for the hand. ``watermark`` stands across every page; it is
    empty for a document that may be signed.
    """

    head: Head
    foot: Foot
    properties: Properties
    tables: Mapping[str, Table] = {}
    charts: Mapping[str, Chart] = {}
    appendices: Mapping[str, Appendix] = {}
    places: Mapping[str, str] = {}
    blanks: tuple[str, ...] = ()
    watermark: str = ""
