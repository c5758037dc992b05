"""Tests of parplan.views.phrases.stated: values as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import pytest

from parplan.model.plan import Plan, Target, Task
from parplan.model.progress import ProgressFile, Update
from parplan.model.record import Record
from parplan.model.workspace import LAYOUT
from parplan.reading.tree import Tree
from parplan.views.phrases.known import Known
from parplan.views.phrases.stated import CHOICES, MOST_LISTED, Kind, Stated
from parplan.words import Language, words
from workspaces import REPORT, Builder


@pytest.mark.parametrize(
    ("model", "key", "value", "shown"),
    [
        (Update, "date", "2022-09-05", "05/9/2022"),
        (Update, "date", "5/9", "5/9"),
        (Update, "period", "2022-Q3", "quý III/2022"),
        (Update, "status", "none", "“Không phát sinh”"),
        (Update, "status", "odd", "“odd”"),
        (Update, "result", "Đã làm", "“Đã làm”"),
        (Update, "task", "A", "A “Việc”"),
        (ProgressFile, "document", {"number": "1/BC", "date": "2022-09-05"}, "1/BC ngày 05/9/2022"),
        (ProgressFile, "sample", "true", "có"),
        (Task, "lead", ["so-tu-phap", "hoi-an"], "Sở Tư pháp, UBND thành phố Hội An"),
        (Target, "at_least", "80", "80"),
        (Plan, "issued", "2022-08", "tháng 8/2022"),
        (Update, "nothing", "x", "x"),
    ],
)
def test_a_value_is_shown_as_what_the_model_says_it_is(
    w: Builder, model: type, key: str, value: Tree, shown: str
) -> None:
    stated = Stated(Known(words("vi"), w.workspace()), REPORT)
    assert stated.value(Kind.of(model, key), value) == shown


def test_of_a_long_list_the_rest_is_counted(w: Builder) -> None:
    stated = Stated(Known(words("vi"), w.workspace()), REPORT)
    shown = stated.value(Kind.of(Task, "lead"), ["x"] * (MOST_LISTED + 2))
    assert shown == ", ".join(["x"] * (MOST_LISTED - 1)) + ", và còn 03 mục khác"


def records(model: type[Record]) -> Iterator[type[Record]]:
    """Every kind of record that a kind of file holds."""
    yield model
    for key in (info.alias or name for name, info in model.model_fields.items()):
        kind = Kind.of(model, key)
        inner = kind.item.record if kind and kind.is_list else kind.record if kind else None
        if inner:
            yield from records(inner)


def listed() -> Iterator[type[Record]]:
    """Every kind of record that stands in a list, where it goes by a name of its own."""
    for model in {found for kind in LAYOUT for found in records(kind.model)}:
        kinds = (Kind.of(model, info.alias or name) for name, info in model.model_fields.items())
        yield from (kind.item.record for kind in kinds if kind and kind.is_list and kind.item.record)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_record_of_a_list_is_called_something_and_nothing_else_is(w: Builder, language: Language) -> None:
    stated = Stated(Known(words(language), w.workspace()), REPORT)
    assert all(stated.item(model, "x", {}) for model in listed())
    called = {re.sub("(?<!^)(?=[A-Z])", "-", model.__name__).lower() for model in listed()}
    keys = {
        key.removeprefix("change.record.") for key in words(language).sentences if key.startswith("change.record.")
    }
    assert {key.removesuffix("-period") for key in keys} == called | {"unknown"}


def test_every_word_of_a_closed_list_and_every_label_is_of_the_model() -> None:
    every = {found for kind in LAYOUT for found in records(kind.model)}
    fields = {info.alias or name: model for model in every for name, info in model.model_fields.items()}
    said = words("vi").sentences
    assert {key.removeprefix("change.label.") for key in said if key.startswith("change.label.")} <= fields.keys()
    for field, prefix in CHOICES.items():
        models = [model for model in every if model.__name__ == field.partition(".")[0]] or [fields[field]]
        kind = Kind.of(models[0], field.rpartition(".")[2])
        assert kind
        keys = {key.removeprefix(f"{prefix}.") for key in said if key.startswith(f"{prefix}.")}
        assert keys == set(get_args(kind.type)), field
