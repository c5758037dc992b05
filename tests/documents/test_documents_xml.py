"""Tests of parplan.documents.xml: parts are found by what relates them, and bring no entities."""

from __future__ import annotations

from xml.etree.ElementTree import ParseError, fromstring

import pytest

from parplan.documents.xml import Parts, attribute, child, is_on, number, parsed


def test_names_are_asked_without_their_space() -> None:
    tree = fromstring('<a xmlns:w="x"><w:b w:val="7"/></a>')
    assert (attribute(child(tree, "b"), "val"), number(child(tree, "b")), child(tree, "c")) == ("7", 7, None)


@pytest.mark.parametrize("text", ["", "x", "1.5", "9" * 30])
def test_what_is_no_whole_number_is_none(text: str) -> None:
    assert number(fromstring(f'<a val="{text}"/>')) is None


@pytest.mark.parametrize(("xml", "on"), [("<a/>", True), ('<a val="true"/>', True), ('<a val="0"/>', False)])
def test_a_mark_is_on_unless_it_is_switched_off(xml: str, on: bool) -> None:
    assert is_on(fromstring(xml)) is on
    assert not is_on(None)


def test_a_part_with_entities_of_its_own_is_refused() -> None:
    with pytest.raises(ParseError):
        parsed(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')


def test_a_package_without_relations_has_its_main_part_where_word_puts_it() -> None:
    assert Parts({"word/document.xml": b"<a/>"}).root() is not None
    assert Parts({}).root() is None
