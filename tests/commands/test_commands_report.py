"""parplan report, whole: refused with errors, the same bytes twice, a hand's work kept, figures counted again."""

from __future__ import annotations

import errno
import re
import shutil
from collections import Counter
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docx import Document
from openpyxl import load_workbook

from golden import check_golden
from recount import Owed, recount
from running import SAMPLE, Ran, run_in, snapshot
from workspaces import AGENCIES, REPOSITORY, Builder


def report(folder: Path, *argv: str) -> Ran:
    return run_in(folder, "report", *argv)


@cache
def october(suffix: str, *more: str) -> dict[str, bytes]:
    """October's report of the sample, made once: the files by their suffixes."""
    with TemporaryDirectory() as folder:
        assert report(SAMPLE, "--month", "10", "-o", str(Path(folder) / f"b{suffix}"), *more).code == 0
        return {Path(name).suffix: content for name, content in snapshot(Path(folder)).items()}


def put(path: Path, *more: str) -> bytes:
    """October's report under that name, as a first run leaves it there."""
    for suffix, content in october(path.suffix, *more).items():
        path.with_suffix(suffix).write_bytes(content)
    return path.read_bytes()


@cache
def markdown(folder: Path, month: str) -> str:
    ran = report(folder, "--month", month, "--format", "md", "-o", "-")
    assert ran.code == 0
    return ran.out


def test_the_sample_report_says_what_it_said() -> None:
    check_golden("report-sample-10.md", markdown(SAMPLE, "10"))


@pytest.mark.parametrize(("name", "option"), [("Q4", ("--quarter", "IV")), ("year", ("--year-end",))])
def test_a_longer_report_says_what_it_said(name: str, option: tuple[str, ...]) -> None:
    ran = run_in(SAMPLE, "report", *option, "--format", "md", "-o", "-")
    check_golden(f"report-sample-{name}.md", ran.out)


def test_the_report_of_the_plan_alone_says_what_it_said(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "report", "--root", str(REPOSITORY), "--month", "9", "--format", "md", "-o", ".")
    assert (ran.code, ran.out) == (0, "")
    (made,) = tmp_path.iterdir()
    assert made.name == "bao-cao-thang-09-2022.md"
    text, note, seal = made.read_bytes().decode().rsplit("\n<!-- ", 2)
    assert (note.split()[0], seal.split()[0]) == ("parplan-note", "parplan-digest")
    check_golden("report-shipped-9.md", text)
    check_golden("report-shipped-9.err.txt", ran.err)


def test_the_report_of_the_plan_alone_is_a_draft_that_accuses_nobody() -> None:
    year = run_in(REPOSITORY, "report", "--year-end", "--format", "md", "-o", "-").out
    for text in (markdown(REPOSITORY, "9"), year):
        assert "DỰ THẢO" in text
        for phrase in ("chưa gửi báo cáo, gồm", "quá hạn chưa hoàn thành.", "chưa có báo cáo kết quả", "dứt điểm"):
            assert phrase not in text


def test_data_with_errors_make_no_report(w: Builder, tmp_path_factory: pytest.TempPathFactory) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    out = tmp_path_factory.mktemp("out")
    for argv in (["--month", "9"], ["--month", "9", "-o", "-", "--format", "md"], ["--month", "9", "-o", "x.md"]):
        ran = run_in(out, "report", "--root", str(w.root), *argv)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == "Dữ liệu còn 01 lỗi, chưa lập được báo cáo. Xem bằng lệnh: parplan validate\n"
    assert snapshot(out) == {}


def test_two_runs_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.docx", "two.docx"):
        assert report(SAMPLE, "--month", "10", "-o", str(tmp_path / name)).code == 0
    made = snapshot(tmp_path)
    assert made["one.docx"] == made["two.docx"]


def test_a_second_run_replaces_its_own_file(tmp_path: Path) -> None:
    wanted = tmp_path / "bao-cao.docx"
    assert report(SAMPLE, "--month", "9", "-o", str(wanted)).code == 0
    first = wanted.read_bytes()
    ran = report(SAMPLE, "--month", "10", "-o", str(wanted))
    assert (ran.code, list(snapshot(tmp_path))) == (0, ["bao-cao.docx"])
    assert wanted.read_bytes() != first
    assert "không ghi đè" not in ran.err


def test_a_file_that_a_hand_has_changed_is_kept(tmp_path: Path) -> None:
    wanted = tmp_path / "bao-cao.docx"
    made = put(wanted)
    edited = Document(str(wanted))
    edited.paragraphs[-1].add_run("Ý kiến của Giám đốc")
    edited.save(str(wanted))
    kept = wanted.read_bytes()
    ran = report(SAMPLE, "--month", "10", "-o", str(wanted))
    assert ran.code == 0
    assert snapshot(tmp_path) == {"bao-cao.docx": kept, "bao-cao (2).docx": made}
    assert "đã được sửa sau khi lập nên không ghi đè" in ran.err
    assert "bao-cao (2).docx" in ran.err


def test_markdown_that_a_hand_has_changed_is_kept(tmp_path: Path) -> None:
    wanted = tmp_path / "b.md"
    for _ in range(2):
        report(SAMPLE, "--month", "10", "-o", str(wanted))
    made = wanted.read_bytes()
    kept = add_by_hand(wanted)
    ran = report(SAMPLE, "--month", "10", "-o", str(wanted))
    assert (ran.code, snapshot(tmp_path)) == (0, {"b.md": kept, "b (2).md": made})
    assert "b.md” đã được sửa sau khi lập nên không ghi đè" in ran.err


def test_a_folder_may_be_named_instead_of_a_file(tmp_path: Path) -> None:
    assert report(SAMPLE, "--month", "10", "-o", str(tmp_path)).code == 0
    assert list(snapshot(tmp_path)) == ["bao-cao-thang-10-2022.docx"]


def test_a_report_changes_nothing_in_the_workspace(tmp_path: Path) -> None:
    before = snapshot(SAMPLE)
    assert run_in(tmp_path, "report", "--root", str(SAMPLE), "--month", "10", "-o", ".").code == 0
    assert snapshot(SAMPLE) == before


def test_places_left_for_the_hand_are_counted() -> None:
    ran = report(SAMPLE, "--month", "10", "--format", "md", "-o", "-")
    left = re.findall(r"^\*\*\[.+\]\*\*$", ran.out, re.MULTILINE)
    # and the plan's number, which the document leaves blank; who signs is a marked place itself
    assert f"Còn {len(left) + 1:02} chỗ phải bổ sung trước khi trình ký: " in ran.err
    assert "số …/KH-UBND ngày …" in ran.out
    assert ran.err.splitlines()[1].endswith("mục V, số và ngày của Kế hoạch, người ký.")


@pytest.mark.parametrize("argv", [["bao-cao.odt"], ["bao-cao.pdf", "--format", "docx"], ["-", "--format", "pdf"]])
def test_a_name_that_does_not_suit_the_form_is_refused(tmp_path: Path, argv: list[str]) -> None:
    ran = run_in(tmp_path, "report", "--root", str(SAMPLE), "--month", "10", "-o", *argv)
    assert (ran.code, snapshot(tmp_path)) == (2, {})


# --full: the whole list beside the report


def add_by_hand(path: Path) -> bytes:
    """What an officer does in Word, in Excel or in an editor, and the file that it makes."""
    if path.suffix == ".md":
        path.write_bytes(path.read_bytes().replace(b"./.", b"./. ", 1))
        return path.read_bytes()
    if path.suffix == ".docx":
        document = Document(str(path))
        document.paragraphs[-1].add_run("Ý kiến của Giám đốc")
        document.save(str(path))
    else:
        book = load_workbook(path)
        book.worksheets[0]["Q5"] = "Đã gọi điện"
        book.save(path)
    return path.read_bytes()


def test_the_whole_list_lies_beside_the_report(tmp_path: Path) -> None:
    ran = report(SAMPLE, "--month", "10", "-o", str(tmp_path), "--full")
    assert ran.code == 0
    assert sorted(snapshot(tmp_path)) == ["bao-cao-thang-10-2022.docx", "bao-cao-thang-10-2022.xlsx"]
    sheet = load_workbook(tmp_path / "bao-cao-thang-10-2022.xlsx").worksheets[0]
    due = [row[7] for row in sheet.iter_rows(min_row=5, values_only=True) if isinstance(row[7], datetime)]
    # the rule "trước ngày 30/9" is due the day before: the recount knows only the named days
    assert len(due) == len(owed())
    assert Counter(day.year for day in due) == Counter(one.due.year for one in owed())
    assert re.search(r"Kèm theo danh mục toàn bộ lượt nhiệm vụ: .*2022\.xlsx \(\d+ dòng\)\.\n\Z", ran.err)


def test_the_list_goes_with_the_markdown_too(tmp_path: Path) -> None:
    assert report(SAMPLE, "--month", "10", "-o", str(tmp_path / "b.md"), "--full").code == 0
    assert sorted(snapshot(tmp_path)) == ["b.md", "b.xlsx"]


def test_a_second_run_replaces_both_of_its_files_with_the_same_bytes(tmp_path: Path) -> None:
    argv = ("--month", "10", "-o", str(tmp_path / "b.docx"), "--full")
    put(tmp_path / "b.docx", "--full")
    before = snapshot(tmp_path)
    assert report(SAMPLE, *argv).code == 0
    assert snapshot(tmp_path) == before


def test_a_list_that_a_hand_has_changed_is_kept(tmp_path: Path) -> None:
    argv = ("--month", "10", "-o", str(tmp_path / "b.docx"), "--full")
    put(tmp_path / "b.docx", "--full")
    kept = add_by_hand(tmp_path / "b.xlsx")
    ran = report(SAMPLE, *argv)
    assert sorted(snapshot(tmp_path)) == ["b (2).docx", "b (2).xlsx", "b.docx", "b.xlsx"]
    assert (tmp_path / "b.xlsx").read_bytes() == kept
    assert "b.xlsx” đã được sửa sau khi lập nên không ghi đè" in ran.err


def test_the_list_bears_the_name_that_the_report_was_given(tmp_path: Path) -> None:
    argv = ("--month", "10", "-o", str(tmp_path / "b.docx"), "--full")
    put(tmp_path / "b.docx", "--full")
    add_by_hand(tmp_path / "b.docx")
    report(SAMPLE, *argv)
    assert sorted(snapshot(tmp_path)) == ["b (2).docx", "b (2).xlsx", "b.docx", "b.xlsx"]


def test_a_report_that_is_not_written_leaves_no_list_either(tmp_path: Path) -> None:
    assert report(SAMPLE, "--month", "10", "-o", str(tmp_path / "b.odt"), "--full").code == 2
    assert report(SAMPLE, "--month", "10", "-o", "-", "--format", "md", "--full").code == 2
    assert snapshot(tmp_path) == {}


def test_a_report_and_its_list_are_written_both_or_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    argv = ("--month", "10", "-o", str(tmp_path / "b.docx"), "--full")
    put(tmp_path / "b.docx", "--full")
    before = snapshot(tmp_path)
    replace = Path.replace

    def full_at_the_report(source: Path, target: Path) -> Path:
        if target.suffix == ".docx":
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", full_at_the_report)
    ran = report(SAMPLE, *argv)
    assert ran.code == 2
    assert "b.docx”: đĩa đã đầy" in ran.err
    assert snapshot(tmp_path) == before


def test_a_list_that_is_not_ours_moves_its_report_along(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"by hand")
    ran = report(SAMPLE, "--month", "10", "-o", str(tmp_path / "b.docx"), "--full")
    assert sorted(snapshot(tmp_path)) == ["b (2).docx", "b (2).xlsx", "b.xlsx"]
    assert (tmp_path / "b.xlsx").read_bytes() == b"by hand"
    assert "b.xlsx” không do chương trình lập" in ran.err
    assert "để cùng số với tệp đi kèm" in ran.err


# --check: whether a report on the disk still holds


def check(path: Path, root: Path = SAMPLE) -> Ran:
    ran = report(root, "--check", str(path))
    assert ran.out == ""
    return Ran(ran.code, "", ran.err.replace(str(path), path.name))


@pytest.mark.parametrize("name", ["b.docx", "b.xlsx", "b.md"])
def test_a_report_is_the_same_stale_edited_or_both(tmp_path: Path, name: str) -> None:
    path, moved_on = tmp_path / name, tmp_path / "later"
    shutil.copytree(SAMPLE, moved_on)
    unit = moved_on / "data/progress/2022-10/so-tai-chinh.yaml"
    unit.write_text(
        unit.read_text("utf-8").replace(
            "task: III.1.5d\n    period: 2022-10\n    status: done",
            "task: III.1.5d\n    period: 2022-10\n    status: not-started",
        ),
        "utf-8",
    )
    put(path.with_suffix(".md" if name == "b.md" else ".docx"), "--full")
    made = sorted(snapshot(tmp_path))
    assert check(path) == Ran(0, "", f"Báo cáo “{name}” khớp với dữ liệu.\n")
    stale = check(path, moved_on)
    assert (stale.code, "kết quả của Sở Tài chính" in stale.err) == (1, True)
    assert stale.err.startswith(f"Báo cáo “{name}” đã cũ, sau khi lập có thay đổi: ")
    kept = add_by_hand(path)
    assert (check(path).code, check(path, moved_on).code) == (1, 1)
    assert check(path).err.startswith(f"Báo cáo “{name}” đã được sửa sau khi lập; số liệu")
    assert check(path, moved_on).err.startswith(f"Báo cáo “{name}” đã được sửa sau khi lập và đã cũ")
    assert path.read_bytes() == kept
    assert sorted(snapshot(tmp_path)) == made


def test_a_fact_that_came_later_makes_a_report_stale(w: Builder) -> None:
    w.tasks("- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}")
    assert report(w.root, "--month", "10", "-o", "b.docx").code == 0
    w.report("2022-10", "so-tu-phap", "- {task: A, status: done, date: 2022-10-05}", received="2022-10-14")
    ran = report(w.root, "--check", "b.docx")
    assert (ran.code, ran.err) == (
        1,
        "Báo cáo “b.docx” đã cũ, sau khi lập có thay đổi: thời gian lấy số liệu hoặc tình trạng dự thảo; việc gửi"
        " báo cáo của các đơn vị; kết quả của Sở Tư pháp."
        " Lập lại bằng lệnh: parplan report --month 2022-10\n",
    )


def test_what_can_not_be_read_or_is_not_ours_leaves_with_2(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "khac.docx"))
    (tmp_path / "text.docx").write_text("no zip", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.6")
    for name in ("khac.docx", "text.docx", "b.pdf"):
        ran = check(tmp_path / name)
        assert (ran.code, ran.err.split(":")[0]) == (2, f"Không so được “{name}”")
    missing = check(tmp_path / "nowhere.docx")
    assert missing == Ran(2, "", "Không đọc được “nowhere.docx”: thư mục hoặc tệp không tồn tại.\n")


@pytest.mark.parametrize("argv", [["-o", "b.docx"], ["--format", "md"], ["--full"]])
def test_who_checks_does_not_write(tmp_path: Path, argv: list[str]) -> None:
    ran = run_in(tmp_path, "report", "--root", str(SAMPLE), "--month", "10", "--check", "b.docx", *argv)
    assert (ran.code, snapshot(tmp_path)) == (2, {})
    assert ran.err.startswith("Không dùng --check cùng lúc với ")


# --proposals: what section V may say


def test_proposals_are_printed_as_a_list_and_nothing_is_made(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "report", "--root", str(SAMPLE), "--month", "10", "--proposals")
    assert (ran.code, ran.err, snapshot(tmp_path)) == (0, "SỐ LIỆU MINH HỌA, không dùng để báo cáo.\n", {})
    check_golden("report-sample-10-proposals.md", ran.out)
    assert all(line.startswith("- ") for line in ran.out.splitlines())


def test_before_anybody_reported_there_is_nothing_to_propose(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "report", "--root", str(REPOSITORY), "--month", "9", "--proposals")
    assert (ran.code, ran.out, ran.err) == (0, "", "Không có gì để gợi ý cho mục V.\n")


@pytest.mark.parametrize("argv", [["-o", "b.docx"], ["--format", "md"], ["--full"], ["--check", "b.docx"]])
def test_who_asks_for_proposals_does_not_write(tmp_path: Path, argv: list[str]) -> None:
    ran = run_in(tmp_path, "report", "--root", str(SAMPLE), "--month", "10", "--proposals", *argv)
    assert (ran.code, snapshot(tmp_path)) == (2, {})
    assert (ran.err.startswith("Không dùng -"), "--proposals" in ran.err) == (True, True)


# --format pdf


def test_without_libreoffice_there_is_a_sentence_and_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parplan.output.word.pdf.find_office", lambda: None)
    for argv in (["--format", "pdf"], ["-o", "b.pdf"], ["-o", "b.pdf", "--full"]):
        ran = run_in(tmp_path, "report", "--root", str(SAMPLE), "--month", "10", *argv)
        assert (ran.code, ran.out, snapshot(tmp_path)) == (2, "", {})
        assert "chưa có LibreOffice" in ran.err
        assert "--format docx" in ran.err


def test_a_letterhead_that_cannot_be_opened_leaves_with_2(w: Builder) -> None:
    w.write("templates/letterhead.docx", "no zip")
    ran = report(w.root, "--month", "9", "-o", "made.docx")
    assert (ran.code, ran.out) == (2, "")
    assert "Không mở được mẫu trình bày" in ran.err
    assert not (w.root / "made.docx").exists()


# The same counts by another route: straight from the YAML, with nothing of parplan's.

MONTH = "2022-10"


def owed(common: bool | None = None) -> list[Owed]:
    """Who owed what at the closing day of October."""
    return [one for one in recount(SAMPLE).at(MONTH) if common is None or one.common is common]


def figures(chosen: list[Owed]) -> list[int]:
    """The figures of a row of Bảng 1, from the second column on."""
    done = sum(one.done is not None for one in chosen)
    late, overdue = sum(one.late for one in chosen), sum(one.overdue for one in chosen)
    ripe, left = sum(one.fell_due for one in chosen), len(chosen) - done
    return [len(chosen), ripe, done, done - late, late, left, left - overdue, overdue]


def table_row(text: str, name: str) -> list[int]:
    (line,) = (line for line in text.splitlines() if re.match(rf"\| \**{name}\** \|", line))
    return [int(cell.strip(" *").replace(".", "")) for cell in line.split("|")[2:10]]


@pytest.mark.parametrize(
    ("name", "common"),
    [("Nhiệm vụ giao chung", True), ("Nhiệm vụ giao riêng", False), ("Tổng cộng", None)],
)
def test_the_counts_are_those_of_the_files(name: str, common: bool | None) -> None:
    assert table_row(markdown(SAMPLE, "10"), name) == figures(owed(common))


def test_the_sentences_say_the_same_counts() -> None:
    text = markdown(SAMPLE, "10")
    total, ripe, done, _, late, *_, overdue = figures(owed())
    unreported = sum(one.overdue and not one.heard for one in owed())
    rate = f"{(ripe - overdue) * 100 / ripe:.1f}".replace(".", ",")
    for piece in (
        f"tương ứng {total} lượt nhiệm vụ",
        f"Trong số {ripe} lượt nhiệm vụ đến hạn, đã hoàn thành {ripe - overdue:02} lượt, đạt {rate}%",
        f"và {late:02} lượt quá hạn; còn {overdue:02} lượt quá hạn chưa hoàn thành",
        f"trong đó {unreported:02} lượt chưa có báo cáo kết quả",
        f"Ngoài ra, {done - (ripe - overdue):02} lượt nhiệm vụ chưa đến hạn đã hoàn thành",
    ):
        assert piece in text


def test_the_register_of_reports_is_that_of_the_files() -> None:
    read, text = recount(SAMPLE), markdown(SAMPLE, "10")
    asked = set(read.members(["cac-don-vi-dia-phuong"])) - {"so-noi-vu"}
    sent = {unit for month, unit in read.reports if month == MONTH} & asked
    late = [unit for unit in sent if read.received(MONTH, unit) > date(2022, 10, 17)]
    assert f"Có {len(sent)}/{len(asked)} cơ quan, đơn vị, địa phương gửi báo cáo tháng 10" in text
    assert f"{len(late):02} đơn vị gửi chậm" in text
    assert f"còn {len(asked) - len(sent):02} đơn vị chưa gửi báo cáo" in text


def test_every_overdue_unit_stands_in_the_appendix() -> None:
    names, text = recount(SAMPLE).names, markdown(SAMPLE, "10")
    appendix = text.split("## Phụ lục II\n")[1].split("## Phụ lục III")[0]
    overdue = {one.unit for one in owed() if one.overdue}
    listed = {
        name
        for cells in re.findall(r"^\|(?: [^|]*\|){2} ([^|]*) \|", appendix, re.M)
        for name in cells.split(", ")
    }
    assert {unit for unit in names if names[unit] in listed} == overdue


def test_the_closing_report_judges_everything_and_can_be_checked(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "report", "--root", str(SAMPLE), "--final", "-o", "cuoi.md")
    assert ran.code == 0
    text = (tmp_path / "cuoi.md").read_text(encoding="utf-8")
    assert "(từ ngày 01/8/2022 đến hết ngày 31/12/2022)" in text
    assert "| **Tổng cộng** | **427** | **427** |" in text
    assert run_in(tmp_path, "report", "--root", str(SAMPLE), "--final", "--check", "cuoi.md").code == 0
    own = run_in(
        tmp_path, "report", "--root", str(SAMPLE), "--final", "--agency", "so-y-te", "--format", "md", "-o", "-"
    )
    assert (own.code, "SỞ Y TẾ" in own.out) == (0, True)


def test_before_its_close_a_report_is_a_draft_and_accuses_nobody_of_silence(tmp_path: Path) -> None:
    asked = ("report", "--root", str(SAMPLE), "--month", "12", "--format", "md", "-o", "-")
    early = run_in(tmp_path, *asked, "--as-of", "2022-11-05")
    assert "DỰ THẢO" in early.out
    assert "Chưa qua ngày chốt số liệu: bản này mang chữ DỰ THẢO, số liệu tính đến ngày 05/11/2022." in early.err
    assert "trên cơ sở báo cáo" not in early.out
    assert "chưa có cơ quan, đơn vị, địa phương nào gửi báo cáo tháng 12" not in early.out
    late = [run_in(tmp_path, *asked, "--as-of", day).out for day in ("2022-12-15", "2024-01-01")]
    assert late[0] == late[1] != early.out
    assert late[0] == run_in(tmp_path, *asked).out


def test_a_report_without_a_number_is_asked_for_and_never_called_overdue(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "report", "--root", str(SAMPLE), "--month", "12", "--format", "md", "-o", "-")
    assert "Chưa ghi số, ngày của báo cáo tháng 11/2022" in ran.err
    own = [line for line in ran.out.splitlines() if "Tổng hợp, báo cáo UBND tỉnh" in line]
    assert own
    assert [line for line in own if "Quá hạn" in line] == []
