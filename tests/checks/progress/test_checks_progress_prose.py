"""Tests of parplan.checks.progress.prose."""

from __future__ import annotations

import pytest

from parplan.finding import Code
from workspaces import Builder

OWN = "data/reports/2022-09.yaml"


def prose(w: Builder, *lines: str, section: str = "results") -> Builder:
    block = "".join(f"    {line}\n" for line in lines)
    return w.write(OWN, f"plan: 2022\nperiod: 2022-09\nsections:\n  {section}: |\n{block}")


@pytest.mark.parametrize(
    ("line", "markup"),
    [
        ("| Đơn vị | Kết quả |", "table"),
        ("--- | :---:", "table"),
        ("```", "fence"),
        ("~~~ yaml", "fence"),
        ("> Ý kiến", "quotation"),
        ("* * *", "rule"),
        ("======", "rule"),
        ("chữ <b>đậm</b>", "tag"),
        ('<img src="a.png">', "tag"),
        ("xem [Cổng](https://example.org)", "link"),
        ("![ảnh](a.png)", "link"),
        ("lệnh `parplan`", "code"),
    ],
)
@pytest.mark.parametrize("section", ["directing", "proposals"])
def test_signs_that_a_report_would_print_are_told(w: Builder, line: str, markup: str, section: str) -> None:
    loaded = prose(w, "Kết quả:", line, section=section).load()
    (finding,) = loaded.findings
    assert (finding.code, finding.where.file, finding.where.path) == (
        Code.MARKUP_UNDRAWN,
        OWN,
        ("sections", section),
    )
    assert finding.values == {"text": line, "markup": markup}


def test_a_table_is_told_once(w: Builder) -> None:
    prose(w, "| a | b |", "|---|---|", "| 1 | 2 |").refused(Code.MARKUP_UNDRAWN, OWN, "|\n    | a")


@pytest.mark.parametrize(
    "line",
    [
        "### Kết quả",
        "- **đã xong**, *đang làm*",
        "1. Sở Nội vụ",
        "a) Sở Tư pháp",
        "số hồ sơ < 100, > 50; a|b",
        "Một việc --- chưa xong",
        "[dự thảo] (lần 2)",
        "nhỏ <5 ngày> lớn",
    ],
)
def test_what_is_drawn_or_read_as_typed_is_silent(w: Builder, line: str) -> None:
    prose(w, line).silent()


def test_a_long_line_of_signs_takes_no_time(w: Builder) -> None:
    prose(w, *(sign * 200_000 for sign in ("- ", "[", "<a ", "`a`", "|", ">", "-"))).load()


def test_blanks_around_a_line_of_signs_do_not_hide_it(w: Builder) -> None:
    w.write(OWN, 'plan: 2022\nperiod: 2022-09\nsections:\n  results: "Kết quả:\\n  | a | b |  \\n"\n')
    told = [finding.values for finding in w.load().findings if finding.code is Code.MARKUP_UNDRAWN]
    assert told == [{"text": "| a | b |", "markup": "table"}]
