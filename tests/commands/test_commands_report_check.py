"""parplan report --check FILE: stale is what tells something else now, and nothing else is."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from docx import Document

from parplan.facts.report.gist import VERSION, changed
from parplan.model.report_time import report_period
from parplan.options.report import ReportAsked
from parplan.output.templates.template import render
from parplan.output.text.markdown import expand
from parplan.reading.load import Loaded, load
from parplan.views.report.own import own_report_view
from parplan.views.report.report import report_view
from parplan.words import words
from running import SAMPLE, Ran, run_in, sample, snapshot
from tries import IN_CI

UNIT = "data/progress/2022-10/so-tai-chinh.yaml"
PLAN = "data/plan-2022.yaml"


class Edit(NamedTuple):
    """One change to a file of the sample; an empty ``old`` makes the file, or adds to its end."""

    file: str
    old: str
    new: str


EDITS = {
    "a comment": Edit(UNIT, "updates:", "# đã xem\nupdates:"),
    "an order that does not count": Edit(UNIT, "sample: true\nplan: 2022\n", "plan: 2022\nsample: true\n"),
    "a result of work": Edit(UNIT, "Đã thực hiện 47/50 kiến nghị", "Đã thực hiện 48/50 kiến nghị"),
    "a state": Edit(UNIT, "III.1.5c\n    status: none", "III.1.5c\n    status: in-progress"),
    "a day of work": Edit(
        UNIT, "III.5.1c\n    status: done\n    date: 2022-10-10", "III.5.1c\n    status: in-progress"
    ),
    "a figure of a target": Edit(UNIT, "{done: 47, of: 50}", "{done: 48, of: 50}"),
    "a difficulty": Edit(UNIT, "Đơn vị phải nộp lại", "Một đơn vị phải nộp lại"),
    "a day expected": Edit(UNIT, "expected: 2022-11-30", "expected: 2022-12-10"),
    "a proposal": Edit(UNIT, "cho ý kiến xử lý 03", "cho ý kiến xử lý ba"),
    "evidence": Edit(UNIT, "number: 132/BC-STC", "number: 133/BC-STC"),
    "the day a report came": Edit(UNIT, "received: 2022-10-17", "received: 2022-10-25"),
    "the number of a unit's report": Edit(UNIT, "140/BC-STC", "141/BC-STC"),
    "work of the month before": Edit(
        "data/progress/2022-09/so-tai-chinh.yaml", "updates:", "note: xem lại\nupdates:"
    ),
    "a file of a later month": Edit(
        "data/progress/2022-11/so-tai-chinh.yaml",
        "",
        "sample: true\nplan: 2022\nmonth: 2022-11\nagency: so-tai-chinh\nreceived: 2022-11-16\n"
        "updates:\n  - {task: III.1.1b, status: in-progress, date: 2022-11-10, result: Việc tháng sau.}\n",
    ),
    "a decision": Edit("data/progress/2022-10/decisions.yaml", "to: 2022-10-15", "to: 2022-10-30"),
    "a letter": Edit("data/reminders/2022.yaml", "1987/SNV-CCHC", "1988/SNV-CCHC"),
    "the number of the report": Edit("data/reports/2022-10.yaml", "2087/BC-SNV", "2088/BC-SNV"),
    "the office's words": Edit("data/reports/2022-10.yaml", "", "sections: {causes: Do nhân sự thay đổi.}\n"),
    "a task's title": Edit(PLAN, "    title: ", "    title: Việc "),
    "who signs": Edit(PLAN, "signer: {", "signer: {name: Trần Văn Một, "),
    "a name of a unit": Edit("data/agencies.yaml", "name: Sở Tài chính", "name: Sở Tài chính tỉnh"),
    "whom to call": Edit(
        "data/agencies.yaml", "name: Sở Tài chính", 'name: Sở Tài chính\n    contact: {phone: "0000"}'
    ),
    "how findings are told": Edit("data/settings.yaml", "", "findings: {fail_on: warning}\n"),
    "an index published after the close": Edit(
        "data/results/2022.yaml", "    mark: read", "    published: 2023-04-19\n    mark: read"
    ),
    "an index published in the period": Edit(
        "data/results/2022.yaml", "    mark: read", "    published: 2022-10-01\n    mark: read"
    ),
    "a whole year of an index": Edit(
        "data/results/2024.yaml",
        "",
        "results:\n  - {index: PAR, year: 2024, place: quang-nam, score: 90, published: 2025-04-06, mark: read,"
        " source: nơi đã đọc}\n",
    ),
    "the name of what lost points": Edit("data/indexes.yaml", "name: Áp dụng ISO 9001", "name: Áp dụng ISO"),
    "a result of elsewhere": Edit("data/results/2021.yaml", "score: 91.80", "score: 91.90"),
}
REPORTS = {
    "month": ("2022-10", None, False, False),
    "month before": ("2022-09", None, False, False),
    "month with charts": ("2022-10", None, True, False),
    "quarter with lost points": ("2022-Q4", None, False, True),
    "own": ("2022-10", "so-tai-chinh", False, False),
}
OF_EACH_KIND = ("month", "quarter with lost points", "own")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sample to change."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


def edited(root: Path, made: Edit) -> tuple[str, str]:
    """A file and what it is to hold."""
    path = root / made.file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert not made.old or made.old in text, made
    return made.file, text.replace(made.old, made.new, 1) if made.old else text + made.new


def edit(root: Path, made: Edit) -> None:
    file, text = edited(root, made)
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).write_text(text, encoding="utf-8")


def asked(loaded: Loaded, name: str) -> ReportAsked:
    period, unit, charts, gap = REPORTS[name]
    return ReportAsked(loaded, loaded.workspace.plans[2022], report_period(period), unit, charts=charts, gap=gap)


def text_of(one: ReportAsked) -> str:
    said = words("vi")
    view = (
        own_report_view(one.own, said)
        if one.own
        else report_view(one.facts, said, with_charts=one.charts, with_gap=one.gap)
    )
    return expand(render(f"{view.template}.vi.md.j2", view.values, None), view.page)


@cache
def unchanged(name: str) -> tuple[ReportAsked, str]:
    one = asked(sample(), name)
    return one, text_of(one)


@pytest.mark.parametrize("what", EDITS)
def test_the_gist_of_a_report_changes_where_its_text_does_and_nowhere_else(what: str) -> None:
    file, text = edited(SAMPLE, EDITS[what])
    loaded = load(SAMPLE, {file: text.encode()}, sample())
    assert loaded.errors == ()
    for name in REPORTS if IN_CI else OF_EACH_KIND:
        before, text = unchanged(name)
        now = asked(loaded, name)
        parts = changed(before.gist, now.gist)
        assert bool(parts) == (text_of(now) != text), (name, parts)


def test_the_edits_are_of_both_kinds(copy: Path) -> None:
    """An index published after the close changes nothing; what a unit said later of the same month does."""
    for what, is_stale in {"an index published after the close": False, "a figure of a target": True}.items():
        edit(copy, EDITS[what])
        assert bool(changed(unchanged("month")[0].gist, asked(load(copy), "month").gist)) is is_stale


# --- the command, by the file alone ------------------------------------------------------------------------------

WAYS = {
    "month": (("--month", "10"), "b.docx"),
    "month as Markdown": (("--month", "10"), "b.md"),
    "charts": (("--month", "10", "--charts"), "b.docx"),
    "quarter": (("--quarter", "4"), "b.md"),
    "half": (("--half", "2"), "b.md"),
    "year": (("--year-end",), "b.md"),
    "final": (("--final",), "b.md"),
    "own": (("--month", "10", "--agency", "Sở Tài chính"), "b.docx"),
    "translation": (("--month", "10", "--lang", "en"), "b.docx"),
    "plan": (("--month", "10", "--plan", "2022"), "b.md"),
    "draft": (("--month", "10", "--as-of", "2022-10-05"), "b.docx"),
    "list": (("--month", "10", "--full"), "b.xlsx"),
    "own list": (("--month", "10", "--agency", "so-tai-chinh", "--full"), "b.xlsx"),
}


@cache
def made(argv: tuple[str, ...], written: str) -> dict[str, bytes]:
    """The files of a report of the sample as it is shipped, made once: the same bytes wherever it lies."""
    with TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(SAMPLE, Path(folder) / "sample"))
        before = snapshot(copy)
        assert run_in(copy, "report", *argv, "-o", written).code == 0
        return {file: content for file, content in snapshot(copy).items() if file not in before}


def make(root: Path, argv: tuple[str, ...], name: str) -> None:
    """A report in a copy of the sample that nobody has changed yet."""
    for file, content in made(argv, name if name.endswith(".md") else "b.docx").items():
        (root / file).write_bytes(content)


def check(root: Path, name: str, *argv: str) -> Ran:
    ran = run_in(root, "report", "--check", name, *argv)
    assert ran.out == ""
    return ran


@pytest.mark.parametrize("way", WAYS)
def test_a_report_is_checked_by_itself_however_it_was_made(way: str, copy: Path) -> None:
    argv, name = WAYS[way]
    make(copy, argv, name)
    assert check(copy, name) == Ran(0, "", f"Báo cáo “{name}” khớp với dữ liệu.\n")
    edit(copy, EDITS["a figure of a target"])
    edit(copy, EDITS["a result of work"])
    edit(copy, Edit("data/progress/2022-08/so-tai-chinh.yaml", "status: in-progress", "status: not-started"))
    before = snapshot(copy)
    ran = check(copy, name)
    assert ran.code == (0 if way == "draft" else 1)
    assert snapshot(copy) == before


@pytest.mark.parametrize("way", [way for way in WAYS if way not in ("draft", "list", "own list")])
def test_the_command_that_it_names_makes_it_anew(way: str, copy: Path) -> None:
    argv, name = WAYS[way]
    make(copy, argv, name)
    edit(copy, EDITS["the number of the report" if way == "month" else "a figure of a target"])
    edit(copy, EDITS["a task's title"])
    again = re.search(r"parplan report (.*)$", check(copy, name).err.splitlines()[0])
    assert again is not None
    assert run_in(copy, "report", *again[1].split(), "-o", name).code == 0
    assert check(copy, name).code == 0


def test_what_has_changed_is_told_by_part_and_by_unit(copy: Path) -> None:
    make(copy, ("--month", "10"), "b.docx")
    edit(copy, EDITS["a figure of a target"])
    edit(copy, EDITS["a difficulty"])
    assert check(copy, "b.docx").err == (
        "Báo cáo “b.docx” đã cũ, sau khi lập có thay đổi: kết quả các chỉ tiêu; kết quả của Sở Tài chính."
        " Lập lại bằng lệnh: parplan report --month 2022-10\n"
    )


@pytest.mark.parametrize(
    ("argv", "told", "code"),
    [
        (("--month", "2022-10"), None, 0),
        (("--month", "10", "--plan", "2022"), None, 0),
        (("--month", "9"), "--month 2022-09", 1),
        (("--quarter", "4"), "--quarter 2022-Q4", 1),
        (("--final",), "--final --year 2022", 1),
        (("--agency", "so-y-te"), "--agency so-y-te", 1),
        (("--charts",), "--charts", 0),
        (("--gap",), "--gap", 0),
        (("--lang", "vi"), None, 0),
        (("--as-of", "5/11/2022"), "--as-of 2022-11-05", 0),
        (("--month", "9", "--charts"), "--month 2022-09 --charts", 1),
    ],
)
def test_an_option_that_the_report_was_not_made_with_is_told(
    argv: tuple[str, ...], told: str | None, code: int, copy: Path
) -> None:
    make(copy, ("--month", "10"), "b.docx")
    ran = check(copy, "b.docx", *argv)
    first, *rest = ran.err.splitlines()
    assert ran.code == code
    if told is None:
        assert (first, rest) == ("Báo cáo “b.docx” khớp với dữ liệu.", [])
    else:
        assert f"được lập với --month 2022-10, không phải {told};" in first
        assert rest == ["Báo cáo “b.docx” khớp với dữ liệu."]


def test_another_wording_makes_no_report_stale_and_is_told(copy: Path) -> None:
    make(copy, ("--month", "10"), "b.docx")
    (copy / "templates").mkdir()
    shipped = (Path(__file__).parents[2] / "templates" / "report.vi.md.j2").read_text(encoding="utf-8")
    (copy / "templates" / "report.vi.md.j2").write_text(shipped.replace("như sau:", "sau đây:"), encoding="utf-8")
    ran = check(copy, "b.docx")
    assert ran.code == 0
    assert "lập lại thì lời văn có thể khác" in ran.err


def test_a_hand_and_other_data_are_told_apart_even_after_another_program_wrote_it(copy: Path) -> None:
    make(copy, ("--month", "10"), "b.docx")
    document = Document(str(copy / "b.docx"))
    document.add_paragraph("Viết tay")
    document.save(str(copy / "b.docx"))
    ran = check(copy, "b.docx")
    assert (ran.code, ran.err.startswith("Báo cáo “b.docx” đã được sửa sau khi lập; số liệu")) == (1, True)
    edit(copy, EDITS["a figure of a target"])
    assert "đã được sửa sau khi lập và đã cũ" in check(copy, "b.docx").err


def test_what_says_not_which_report_it_is_leaves_with_2(copy: Path) -> None:
    assert run_in(copy, "remind", "--as-of", "2022-10-14", "-o", "thu.docx").code == 0
    (copy / "in.md").write_text(run_in(copy, "report", "--month", "10", "-o", "-", "--format", "md").out, "utf-8")
    for name, sentence in {"thu.docx": "không ghi đó là báo cáo của kỳ nào", "in.md": "lập ra tệp rồi"}.items():
        ran = check(copy, name)
        assert (ran.code, sentence in ran.err) == (2, True)


def test_a_report_of_another_way_of_marking_figures_is_not_called_old(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(copy, ("--month", "10"), "b.docx")
    monkeypatch.setattr("parplan.commands.report_check.VERSION", VERSION + 1)
    ran = check(copy, "b.docx")
    assert (ran.code, "đã cũ" in ran.err) == (2, False)
    assert "do phiên bản khác của chương trình lập" in ran.err
    assert ran.err.endswith("parplan report --month 2022-10\n")
