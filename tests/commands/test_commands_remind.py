"""parplan remind, whole: letters after the decree, messages, one file or one each, what was sent written down."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from docx import Document

from decree import decree_faults
from golden import check_golden
from ooxml import grid_faults, order_faults
from parplan.reading.load import load
from running import SAMPLE, Ran, run_in, sample, snapshot
from workspaces import AGENCIES, REPOSITORY, Builder


def remind(folder: Path, *argv: str) -> Ran:
    return run_in(folder, "remind", *argv)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sample to write into."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


@pytest.mark.parametrize(
    ("name", "argv"),
    [
        ("first", ["--as-of", "2022-10-04"]),
        ("second", ["--as-of", "2022-10-14"]),
        ("month-10", ["--month", "10"]),
        ("many", ["--as-of", "2022-11-10"]),
        ("one", ["--as-of", "2022-10-14", "--agency", "Sở Y tế"]),
    ],
)
def test_the_letter_says_what_it_said(name: str, argv: list[str]) -> None:
    ran = remind(SAMPLE, *argv, "--format", "md", "-o", "-")
    assert (ran.code, ran.err) == (0, "")
    check_golden(f"remind-{name}.md", ran.out)


def test_the_messages_say_what_they_said() -> None:
    ran = remind(SAMPLE, "--as-of", "2022-10-14", "--format", "text")
    assert (ran.code, ran.err) == (0, "")
    check_golden("remind-second.txt", ran.out)


@pytest.mark.parametrize("argv", [["--as-of", "2022-10-14"], ["--month", "10"], ["--agency", "so-y-te"]])
def test_the_letter_follows_the_decree_and_words_schema(argv: list[str], tmp_path: Path) -> None:
    wanted = tmp_path / "cong-van.docx"
    view = [] if "--month" in argv or "--as-of" in argv else ["--as-of", "2022-10-14"]
    ran = remind(SAMPLE, *argv, *view, "-o", str(wanted))
    assert ran.code == 0
    assert decree_faults(wanted) == order_faults(wanted) == grid_faults(wanted) == []


def test_every_figure_of_the_letter_is_that_of_its_list() -> None:
    text = remind(SAMPLE, "--as-of", "2022-10-14", "--format", "md", "-o", "-").out
    rows = re.findall(r"^\| \d+ \|[^|]*\| ([^|]*) \|[^|]*\| \d+ \| [^|]* \| [^|]* \|$", text, flags=re.MULTILINE)
    owed = sum(len(units.split("; ")) for units in rows)
    status = run_in(SAMPLE, "status", "--as-of", "2022-10-14", "--overdue").out
    assert f"còn {owed:02} lượt nhiệm vụ quá hạn" in text
    assert f"{owed:02} lượt nhiệm vụ quá hạn" in " ".join(status.split())


def test_two_runs_make_the_same_bytes_under_a_name_that_tells_the_day(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        ran = remind(SAMPLE, "--as-of", "2022-10-14", "-o", str(tmp_path / name))
        assert ran.code == 0
        made.append(snapshot(tmp_path / name))
    assert list(made[0]) == ["don-doc-2022-10-14.docx"]
    assert made[0] == made[1]
    assert ran.err.endswith("don-doc-2022-10-14.docx (gửi 10 đơn vị).\n")


def test_a_letter_that_a_hand_has_changed_is_kept(tmp_path: Path) -> None:
    wanted = tmp_path / "cong-van.docx"
    remind(SAMPLE, "--as-of", "2022-10-14", "-o", str(wanted))
    edited = Document(str(wanted))
    edited.paragraphs[-1].add_run("Ý kiến của Giám đốc")
    edited.save(str(wanted))
    kept = wanted.read_bytes()
    ran = remind(SAMPLE, "--as-of", "2022-10-14", "-o", str(wanted))
    assert (ran.code, wanted.read_bytes()) == (0, kept)
    assert "đã được sửa sau khi lập nên không ghi đè" in ran.err
    assert (tmp_path / "cong-van (2).docx").is_file()


@pytest.mark.parametrize(("form", "suffix"), [("docx", "docx"), ("md", "md"), ("text", "txt")])
def test_each_unit_gets_a_file_of_its_own(form: str, suffix: str, tmp_path: Path) -> None:
    ran = remind(SAMPLE, "--as-of", "2022-10-14", "--each", "--format", form, "-o", str(tmp_path / "don-doc"))
    assert ran.code == 0
    made = sorted(path.name for path in (tmp_path / "don-doc").iterdir() if not path.name.startswith("."))
    assert len(made) == len(ran.err.splitlines()) == 10
    assert f"so-y-te.{suffix}" in made
    if form == "text":
        assert (tmp_path / "don-doc" / "so-y-te.txt").read_text(encoding="utf-8").count("Sở Y tế") == 1


@pytest.mark.parametrize("name", ["tin-nhan.txt", "cong-van.md"])
def test_the_name_of_a_file_says_its_form(name: str, tmp_path: Path) -> None:
    assert remind(SAMPLE, "--as-of", "2022-10-14", "-o", str(tmp_path / name)).code == 0
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert ("**SỞ NỘI VỤ**" in text) == name.endswith(".md")
    assert "Sở Nội vụ đề nghị Sở Y tế gửi báo cáo" in text or name.endswith(".md")


def test_when_to_answer_can_be_said_and_never_lies_in_the_past() -> None:
    argv = ["--format", "text", "--agency", "so-giao-thong-van-tai"]
    asked = remind(SAMPLE, *argv, "--as-of", "2022-10-14", "--reply-by", "25/10/2022")
    assert "trước ngày 25/10/2022" in asked.out
    assert "trước ngày 08/02/2023" in remind(SAMPLE, *argv, "--as-of", "2023-02-01", "--anyway").out
    for day in ("2022-10-14", "2022-10-01"):
        ran = remind(SAMPLE, *argv, "--as-of", "2022-10-14", "--reply-by", day)
        assert (ran.code, ran.out) == (2, "")
        assert "phải sau ngày của công văn (14/10/2022)" in ran.err


@pytest.mark.parametrize(
    ("agency", "sentence"),
    [
        (
            ["--agency", "van-phong-ubnd"],
            "Tính đến ngày 14/10/2022, Văn phòng UBND tỉnh không còn nhiệm vụ quá hạn",
        ),
        (["--agency", "so-noi-vu"], "Sở Nội vụ là cơ quan đôn đốc, không gửi công văn đôn đốc cho mình"),
    ],
)
def test_that_there_is_nothing_to_ask_is_said_of_whom_one_asked_about(
    agency: list[str], sentence: str, tmp_path: Path
) -> None:
    ran = run_in(tmp_path, "remind", "--root", str(SAMPLE), "--as-of", "2022-10-14", *agency)
    assert (ran.code, ran.out, snapshot(tmp_path)) == (0, "", {})
    assert ran.err.startswith(sentence)


def test_that_there_is_nothing_to_ask_of_anybody_is_said_too(w: Builder) -> None:
    ran = remind(w.root, "--as-of", "2022-08-20")
    assert (ran.code, ran.err.startswith("Tính đến ngày 20/8/2022, không có đơn vị nào")) == (0, True)


def test_a_month_is_asked_for_once_its_reports_should_have_come(tmp_path: Path) -> None:
    for argv in (
        ["--month", "10", "--as-of", "2022-10-17"],
        ["--month", "10", "--sent", "1/SNV", "--date", "17/10/2022"],
    ):
        ran = run_in(tmp_path, "remind", "--root", str(SAMPLE), *argv)
        assert (ran.code, snapshot(tmp_path)) == (2, {})
        assert "Báo cáo tháng 10/2022 được gửi đến hết ngày 17/10/2022" in ran.err


@pytest.mark.parametrize("view", [["--month", "11"], ["--as-of", "2022-11-18"]])
def test_of_a_month_for_which_nobody_reported_one_must_insist(view: list[str]) -> None:
    refused = remind(SAMPLE, *view, "--format", "md", "-o", "-")
    assert (refused.code, refused.out) == (1, "")
    assert "Chưa có báo cáo tháng 11/2022 của đơn vị nào" in refused.err
    assert "--anyway" in refused.err
    insisted = remind(SAMPLE, *view, "--anyway", "--format", "md", "-o", "-")
    assert (insisted.code, "chưa gửi đủ báo cáo tháng 9, tháng 10, tháng 11 năm 2022" in insisted.out) == (0, True)


def test_letters_to_others_or_of_another_view_have_names_of_their_own(tmp_path: Path) -> None:
    day = ["--as-of", "2022-10-20"]
    for argv in ([], ["--month", "10"], ["--agency", "so-y-te"], ["--month", "10", "--agency", "so-y-te"]):
        assert remind(SAMPLE, *day, *argv, "--format", "md", "-o", str(tmp_path)).code == 0
    assert sorted(snapshot(tmp_path)) == [
        "don-doc-2022-10-20-so-y-te.md",
        "don-doc-2022-10-20-thang-10-2022-so-y-te.md",
        "don-doc-2022-10-20-thang-10-2022.md",
        "don-doc-2022-10-20.md",
    ]


def test_the_letter_is_in_vietnamese_and_says_so_to_who_asks_for_another(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "remind", "--root", str(SAMPLE), "--as-of", "2022-10-14", "--lang", "en")
    assert (ran.code, ran.out, snapshot(tmp_path)) == (2, "", {})
    assert ran.err.startswith("A reminder is a paper that goes out to the agencies and is made in Vietnamese only")
    spoken = run_in(
        tmp_path, "remind", "--root", str(SAMPLE), "--as-of", "2022-10-14", "-o", ".", PARPLAN_LANG="en"
    )
    assert (spoken.code, spoken.err) == (0, "Reminder made: don-doc-2022-10-14.docx (agencies: 10).\n")


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["-o", "made.docx"], "“made.docx” là tên tệp"),
        (["-o", "-"], "Không dùng --each cùng lúc với --output -"),
    ],
)
def test_letters_of_their_own_need_a_folder(argv: list[str], sentence: str, tmp_path: Path) -> None:
    ran = run_in(tmp_path, "remind", "--root", str(SAMPLE), "--as-of", "2022-10-14", "--each", *argv)
    assert (ran.code, snapshot(tmp_path)) == (2, {})
    assert sentence in ran.err


def test_before_anything_was_reported_nobody_is_reminded(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "remind", "--root", str(REPOSITORY), "--as-of", "2022-10-14")
    assert (ran.code, ran.out, snapshot(tmp_path)) == (1, "", {})
    assert "chưa phân biệt được việc chậm với việc chưa ghi" in ran.err


def test_data_with_errors_make_no_letter(w: Builder) -> None:
    w.change(AGENCIES, "kind: tinh}", "kind: tin}")
    ran = remind(w.root, "--as-of", "2022-10-14")
    assert (ran.code, ran.err.split(",")[0]) == (1, "Dữ liệu còn 01 lỗi")


def test_a_name_that_looks_like_markup_stands_as_typed(
    w: Builder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    name = "Sở *Tư pháp* & <b> {{ x }} # 1."
    w.change(AGENCIES, "name: Sở Tư pháp", f"name: '{name}'")
    w.report("2022-09", "so-tai-chinh")
    wanted = tmp_path_factory.mktemp("out") / "cong-van.docx"
    assert remind(w.root, "--as-of", "2022-10-14", "--agency", "so-tu-phap", "-o", str(wanted)).code == 0
    texts = [paragraph.text for paragraph in Document(str(wanted)).paragraphs]
    assert f"Kính gửi: {name}" in [text.replace("\u00a0", " ") for text in texts]
    assert order_faults(wanted) == []


# --- what was sent -------------------------------------------------------------------------------------------


def test_what_was_sent_is_written_down_after_what_was_there(copy: Path) -> None:
    file = copy / "data" / "reminders" / "2022.yaml"
    before = file.read_text(encoding="utf-8")
    ran = remind(copy, "--as-of", "2022-10-14", "--sent", "2033/SNV-CCHC", "--date", "15/10/2022")
    assert (ran.code, ran.err) == (
        0,
        "Đã ghi Công văn số 2033/SNV-CCHC ngày 15/10/2022 vào data/reminders/2022.yaml: 07 lượt nhiệm vụ quá hạn, "
        "04 đơn vị chưa gửi báo cáo.\n",
    )
    assert file.read_text(encoding="utf-8").startswith(before)
    assert load(copy).errors == ()
    text = remind(copy, "--as-of", "2022-10-16", "--agency", "so-ngoai-vu", "--format", "md", "-o", "-").out
    assert "(lần 3)" in text
    about = "về việc đôn đốc thực hiện nhiệm vụ tại Kế hoạch"
    assert f"Công văn số 1987/SNV-CCHC ngày 05/10/2022 {about} và Công văn số 2033/SNV-CCHC ngày" in text


def test_the_first_letter_makes_the_file_that_the_sample_has(copy: Path) -> None:
    shutil.rmtree(copy / "data" / "reminders")
    ran = remind(copy, "--as-of", "2022-10-05", "--sent", "1987/SNV-CCHC", "--date", "2022-10-05")
    assert ran.code == 0
    (made,) = load(copy).workspace.reminders
    (kept,) = sample().workspace.reminders
    assert (made.sample, made.reminders) == (True, kept.reminders)


def test_a_letter_is_written_down_as_things_stood_on_its_day(copy: Path) -> None:
    """Without --as-of: what is overdue today, years later, was not what the letter asked for."""
    shutil.rmtree(copy / "data" / "reminders")
    assert remind(copy, "--sent", "1987/SNV-CCHC", "--date", "2022-10-05").code == 0
    (made,) = load(copy).workspace.reminders
    (kept,) = sample().workspace.reminders
    assert made.reminders == kept.reminders


def test_a_letter_about_a_month_is_written_down_as_it_was_made(copy: Path) -> None:
    made = remind(copy, "--month", "10", "--as-of", "2022-10-18", "--format", "md", "-o", "-").out
    ran = remind(copy, "--month", "10", "--sent", "2100/SNV-CCHC", "--date", "2022-10-18")
    assert (ran.code, "07 lượt nhiệm vụ quá hạn, 08 đơn vị chưa gửi báo cáo" in ran.err) == (0, True)
    assert ("còn 07 lượt nhiệm vụ" in made, "08 đơn vị chưa gửi" in made) == (True, True)
    (letter,) = (each for each in load(copy).workspace.reminders[0].reminders if each.number == "2100/SNV-CCHC")
    assert [(str(report.month), len(report.agencies)) for report in letter.reports or ()] == [
        ("2022-09", 4),
        ("2022-10", 5),
    ]
    again = remind(copy, "--month", "10", "--as-of", "2022-10-25", "--format", "md", "-o", "-").out
    assert "2100/SNV-CCHC ngày 18/10/2022" in again


def test_no_letter_is_written_down_that_could_not_have_been_sent(copy: Path) -> None:
    before = snapshot(copy)
    for argv, complaint in (
        (["--date", "2022-08-20"], "Tính đến ngày 20/8/2022, không có nhiệm vụ quá hạn hoặc báo cáo chưa gửi"),
        (["--date", "2999-01-01"], "Ngày 01/01/2999 chưa đến"),
        (["--date", "2022-10-05", "--as-of", "2022-10-06"], "không thể nêu tình hình của ngày 06/10/2022"),
        (["--date", "2022-10-05", "--agency", "van-phong-ubnd"], "không ghi Công văn số 9/SNV-CCHC"),
    ):
        ran = remind(copy, "--sent", "9/SNV-CCHC", *argv)
        assert ran.code != 0
        assert complaint in ran.err
    assert snapshot(copy) == before


def test_a_letter_is_written_down_once_and_with_its_day(copy: Path) -> None:
    before = snapshot(copy)
    for argv, complaint in (
        (["--sent", "1987/SNV-CCHC", "--date", "2022-10-05"], "đã có trong data/reminders/2022.yaml"),
        (["--sent", "1987/SNV-CCHC"], "cần cả số (--sent) và ngày (--date)"),
        (["--sent", "công văn 5", "--date", "2022-10-05"], "“công văn 5” không phải số, ký hiệu của công văn"),
        (["--sent", "1/SNV", "--date", "2022-10-05", "--each"], "Không dùng --sent cùng lúc với --each"),
    ):
        ran = remind(copy, "--as-of", "2022-10-05", *argv)
        assert ran.code != 0
        assert complaint in ran.err
    assert snapshot(copy) == before


def test_what_was_sent_stands_in_the_report_s_list_and_in_the_status() -> None:
    report = run_in(SAMPLE, "report", "--month", "10", "--format", "md", "-o", "-").out
    overdue = report.split("## Phụ lục II\n")[1].split("## Phụ lục III")[0]
    listed = [line for line in overdue.splitlines() if line.startswith("| ") and line[2].isdigit()]
    assert listed
    assert all("| 1987/SNV-CCHC ngày 05/10/2022 |" in line for line in listed)
    status = run_in(SAMPLE, "status", "--as-of", "2022-10-14", "--overdue", columns=200).out
    assert "đã đôn đốc: 1987/SNV-CCHC" in " ".join(status.split())


def test_a_letter_in_markdown_that_a_hand_has_changed_is_kept(tmp_path: Path) -> None:
    wanted = tmp_path / "cong-van.md"
    assert remind(SAMPLE, "--as-of", "2022-10-14", "-o", str(wanted)).code == 0
    edited = wanted.read_text(encoding="utf-8").replace("đề nghị", "kính đề nghị")
    wanted.write_text(edited, encoding="utf-8")
    assert remind(SAMPLE, "--as-of", "2022-10-14", "-o", str(wanted)).code == 0
    assert wanted.read_text(encoding="utf-8") == edited
    assert (tmp_path / "cong-van (2).md").exists()
