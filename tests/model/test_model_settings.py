"""data/settings.yaml: what is told, and what fails."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import Builder

SETTINGS = "data/settings.yaml"


def test_settings_are_read(w: Builder) -> None:
    w.write(
        SETTINGS, "findings:\n  select: [file, schema]\n  ignore: [key-unknown]\n  fail_on: warning\n"
    ).silent()
    settings = w.workspace().settings
    assert settings is not None
    assert settings.findings.select == ("file", "schema")
    assert (settings.findings.ignore, settings.findings.fail_on) == (("key-unknown",), "warning")


@pytest.mark.parametrize(
    ("code", "text", "marked", "meant"),
    [
        (Code.CODE_UNKNOWN, "findings: {ignore: [report-lates]}\n", "report-lates", "report-late"),
        (Code.VALUE_UNKNOWN, "findings: {fail_on: warnings}\n", "warnings", "warning"),
        (Code.VALUE_EMPTY, "findings: {ignore: []}\n", "[]", None),
        (Code.KEY_UNKNOWN, "findings: {ignored: [schema]}\n", "ignored", "ignore"),
    ],
)
def test_settings_that_mean_nothing_are_told(
    w: Builder, code: Code, text: str, marked: str, meant: str | None
) -> None:
    w.write(SETTINGS, text).refused(code, SETTINGS, marked, meant=meant)
