"""parplan init, whole: what it writes validates, and nothing that was there is touched."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from parplan.cli import COMMANDS
from parplan.reading.load import load
from running import SAMPLE, Ran, run_in, snapshot

YEARS = ("2022", "2024", "2026", "2099", "1990")
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def init(folder: Path, *argv: str) -> Ran:
    given = () if any(word.startswith(("--year", "--example")) for word in argv) else ("--year", "2026")
    return run_in(folder, "init", *argv, *given)


def ours(name: str) -> bool:
    """Whether a file is there for the editor alone."""
    return name.startswith((".vscode/", "schema/"))


def validated(folder: Path) -> tuple[int, list[str]]:
    ran = run_in(folder, "validate", "--format", "json")
    return ran.code, [found["code"] for found in json.loads(ran.out)["findings"]]


@pytest.mark.parametrize("year", YEARS)
def test_a_new_workspace_validates_without_a_finding_of_any_kind(tmp_path: Path, year: str) -> None:
    assert init(tmp_path, "x", "--year", year).code == 0
    assert validated(tmp_path / "x") == (0, [])


def test_the_year_is_never_taken_from_the_clock(tmp_path: Path) -> None:
    ran = run_in(tmp_path, "init", "now")
    assert (ran.code, "--year" in ran.err, list(tmp_path.iterdir())) == (2, True, [])


class _Typed(io.StringIO):
    """What a person types, line by line, on a terminal."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_what_was_not_said_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", _Typed("2031\nSông Xanh\n10\n"))
    ran = run_in(tmp_path, "init", terminal=True)
    assert ran.code == 0
    assert [ran.out.index(asked) for asked in ("Năm của Kế hoạch", "Tên tỉnh, thành phố", "Tháng bắt đầu")]
    workspace = load(tmp_path).workspace
    assert [place.name for place in workspace.indexes.places] == ["Sông Xanh"]
    assert str(workspace.plans[2031].plan.starts) == "2031-10-01"


def test_a_year_is_asked_for_again_before_the_next_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", _Typed("31\n2031\nSông Xanh\n13\n\n"))
    ran = run_in(tmp_path, "init", terminal=True)
    assert ran.code == 0
    asked = ("Năm của Kế hoạch", "“31”", "Tên tỉnh", "“13”")
    assert [ran.out.index(one) for one in asked] == sorted(ran.out.index(one) for one in asked)
    assert str(load(tmp_path).workspace.plans[2031].plan.starts) == "2031-01-01"


@pytest.mark.parametrize("error", [KeyboardInterrupt, EOFError])
def test_who_breaks_off_at_a_question_has_stopped_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def broken(_: object = "") -> str:
        raise error

    monkeypatch.setattr("sys.stdin", _Typed(""))
    monkeypatch.setattr("builtins.input", broken)
    ran = run_in(tmp_path, "init", terminal=True)
    assert (ran.code, ran.err.strip(), snapshot(tmp_path)) == (130, "Đã dừng.", {})


def test_on_a_terminal_nothing_is_asked_that_was_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", _Typed(""))
    assert run_in(tmp_path, "init", "--year", "2031", "--province", "Sông Xanh", "--starts", "2").code == 0


def test_province_and_first_month_are_written_down(tmp_path: Path) -> None:
    assert init(tmp_path, "--year", "2031", "--province", "Một: Hai, Ba", "--starts", "10").code == 0
    workspace = load(tmp_path).workspace
    assert [place.name for place in workspace.indexes.places] == ["Một: Hai, Ba"]
    assert str(workspace.plans[2031].plan.starts) == "2031-10-01"
    assert validated(tmp_path) == (0, [])


@pytest.mark.parametrize("month", ["13", "0", "2030-03", "tháng ba"])
def test_a_month_that_is_none_of_the_year_is_refused(tmp_path: Path, month: str) -> None:
    ran = init(tmp_path, "--year", "2031", "--starts", month)
    assert (ran.code, list(tmp_path.iterdir())) == (2, [])


def test_a_year_asked_for_names_the_files(tmp_path: Path) -> None:
    init(tmp_path, "then", "--year", "2031")
    assert (tmp_path / "then" / "data" / "plan-2031.yaml").is_file()
    assert (tmp_path / "then" / "data" / "sources" / "ke-hoach-2031.txt").is_file()


def test_no_hole_is_left_in_what_is_written(tmp_path: Path) -> None:
    init(tmp_path, "--year", "2031")
    left = {
        name
        for name, content in snapshot(tmp_path).items()
        if "YEAR" in name or "STARTS" in name or any(hole in content for hole in (b"YEAR", b"PROVINCE", b"STARTS"))
    }
    assert left == set()


def test_what_the_page_of_a_new_workspace_names_is_there(tmp_path: Path) -> None:
    init(tmp_path, "--year", "2031")
    page = (tmp_path / "README.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `") and "(thêm khi" not in line]
    names = [name for row in rows for name in row.split("|")[1].split("`")[1::2]]
    assert len(names) > 6
    assert [name for name in names if not (tmp_path / name).exists()] == []


def test_the_page_of_a_new_workspace_names_the_commands_that_set_it_up(tmp_path: Path) -> None:
    init(tmp_path, "--year", "2031")
    page = (tmp_path / "README.md").read_text(encoding="utf-8")
    named = [line.partition("`")[0] for line in page.split("`parplan ")[1:]]
    assert [line for line in named if not line.startswith(tuple(COMMANDS))] == []
    steps = ("guide", "import agencies", "import plan", "set", "unset", "validate", "forms export", "report")
    assert [step for step in steps if not any(line.startswith(step) for line in named)] == []


@pytest.mark.parametrize("month", ["3", "12"])
def test_the_examples_copied_among_the_data_are_sound_and_make_a_full_report(tmp_path: Path, month: str) -> None:
    init(tmp_path, "--year", "2021", "--province", "Sông Xanh", "--starts", month)
    shutil.copytree(tmp_path / "vi-du", tmp_path / "data", dirs_exist_ok=True)
    assert validated(tmp_path) == (0, [])
    report = run_in(tmp_path, "report", "--month", month, "--format", "md", "-o", "-")
    assert report.code == 0
    assert "01/01 cơ quan, đơn vị, địa phương gửi báo cáo" in report.out
    assert "Khó khăn, vướng mắc." in report.out
    # what no example can know: the plan's number, and who signs
    (left,) = [line for line in report.err.splitlines() if line.startswith("Còn ")]
    assert left.endswith("trước khi trình ký: số và ngày của Kế hoạch, người ký.")


def test_a_line_of_each_yaml_file_says_what_every_entry_of_the_papers_head_is(tmp_path: Path) -> None:
    init(tmp_path)
    told = "".join(file.read_text(encoding="utf-8") for file in tmp_path.rglob("*.yaml"))
    for name in ("superior", "place", "task", "symbol", "signer", "authority", "recipients", "number", "formal"):
        assert re.search(rf"#.*\n *(?:- )?(?:\{{id: [^}}]*)?{name}:|# {name}:|#.*\b{name}\b", told), name


def test_what_is_drawn_from_a_new_workspace_says_that_it_is_no_fact(tmp_path: Path) -> None:
    init(tmp_path, "--year", "2031")
    status = run_in(tmp_path, "status", "--as-of", "2031-06-01")
    assert (status.code, status.err) == (0, "")
    assert "SỐ LIỆU MINH HỌA" in status.out
    report = run_in(tmp_path, "report", "--month", "6", "--format", "md", "-o", "-")
    assert report.code == 0
    assert "SỐ LIỆU MINH HỌA" in report.err


def test_every_yaml_file_tells_the_editor_a_schema_that_is_there(tmp_path: Path) -> None:
    init(tmp_path)
    files = list((tmp_path / "data").rglob("*.yaml"))
    assert len(files) == 5
    for file in files:
        match = MODELINE.fullmatch(file.read_text(encoding="utf-8").splitlines()[0])
        assert match is not None
        assert "$schema" in json.loads((file.parent / match[1]).read_text(encoding="utf-8"))


def as_an_editor_reads(file: Path) -> Any:
    """YAML 1.2's own reading, in which a day is text."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(file), default=str))


def test_an_editor_underlines_nothing_in_a_new_workspace(tmp_path: Path) -> None:
    init(tmp_path)
    for file in (tmp_path / "data").rglob("*.yaml"):
        match = MODELINE.match(file.read_text(encoding="utf-8"))
        assert match is not None
        schema = json.loads((file.parent / match[1]).read_text(encoding="utf-8"))
        assert list(Draft202012Validator(schema).iter_errors(as_an_editor_reads(file))) == []


@pytest.mark.parametrize("argv", [(), ("--example",)], ids=["new", "example"])
def test_the_settings_of_the_editor_name_schemas_that_are_there(tmp_path: Path, argv: tuple[str, ...]) -> None:
    init(tmp_path, *argv)
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    schemas = settings["yaml.schemas"]
    assert {tmp_path / name for name in schemas} == set((tmp_path / "schema").iterdir())
    offered = json.loads((tmp_path / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert offered == {"recommendations": ["redhat.vscode-yaml"]}


@pytest.mark.parametrize("argv", [(), ("--example",)], ids=["new", "example"])
def test_the_schemas_are_those_that_the_schema_command_writes(tmp_path: Path, argv: tuple[str, ...]) -> None:
    init(tmp_path, *argv)
    before = snapshot(tmp_path)
    assert run_in(tmp_path, "schema").code == 0
    assert snapshot(tmp_path) == before


def test_the_example_is_the_sample_to_the_byte(tmp_path: Path) -> None:
    assert init(tmp_path, "--example").code == 0
    assert {name: content for name, content in snapshot(tmp_path).items() if not ours(name)} == snapshot(SAMPLE)
    assert validated(tmp_path) == validated(SAMPLE)
    assert validated(tmp_path)[0] == 0


@pytest.mark.parametrize("name", [path.name for path in sorted(SAMPLE.parent.iterdir()) if path.is_dir()])
def test_every_example_that_we_ship_has_its_name_and_commands_that_it_answers(tmp_path: Path, name: str) -> None:
    ran = init(tmp_path, "x", "--example", name)
    assert ran.code == 0
    copied = {file: content for file, content in snapshot(tmp_path / "x").items() if not ours(file)}
    assert copied == snapshot(SAMPLE.parent / name)
    for line in ran.err.splitlines()[2:]:
        assert run_in(tmp_path, *line.split()[1:]).code == 0, line


@pytest.mark.parametrize("argv", [("--example", "thu"), ("thu", "--example"), ("thu", "--example=quang-nam-2022")])
def test_without_a_name_the_example_is_the_plan_s(tmp_path: Path, argv: tuple[str, ...]) -> None:
    assert init(tmp_path, *argv).code == 0
    assert (tmp_path / "thu" / "data" / "plan-2022.yaml").is_file()


def test_the_example_and_a_year_exclude_each_other(tmp_path: Path) -> None:
    ran = init(tmp_path, "--example", "--year", "2031")
    assert (ran.code, ran.err) == (2, "Không dùng --example cùng lúc với --year.\n")
    assert snapshot(tmp_path) == {}


@pytest.mark.parametrize("year", ["31", "nay", "0031", "١٩٩٠", "2031 "])
def test_what_is_no_year_is_refused(tmp_path: Path, year: str) -> None:
    ran = init(tmp_path, "--year", year)
    assert ran.code == 2
    assert ran.err.startswith(f"Năm “{year}” không hợp lệ.")
    assert snapshot(tmp_path) == {}


# --- over nothing that is there ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["README.md", "data/agencies.yaml", ".vscode/settings.json", "schema/plan.schema.json"]
)
def test_a_file_that_is_there_is_kept_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine", encoding="utf-8")
    ran = init(tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "đã có sẵn 01 tệp" in ran.err
    assert f"“{name}”" in ran.err
    assert snapshot(tmp_path) == {name: b"mine"}


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    init(tmp_path)
    before = snapshot(tmp_path)
    ran = init(tmp_path)
    assert ran.code == 2
    assert f"{len(before)} tệp" in ran.err
    assert snapshot(tmp_path) == before


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "bieu.xlsx").write_bytes(b"mine")
    assert init(tmp_path).code == 0
    assert snapshot(tmp_path)["bieu.xlsx"] == b"mine"


@pytest.mark.parametrize("name", ["x", "x/y"])
def test_a_file_in_the_place_of_the_folder_is_kept(tmp_path: Path, name: str) -> None:
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    ran = init(tmp_path, name)
    assert ran.code == 2
    assert ran.err == f"Không ghi được vào thư mục “{name}”: đường dẫn đi qua một tệp, không phải thư mục.\n"
    assert snapshot(tmp_path) == {"x": b"mine"}


# --- what is said ------------------------------------------------------------------------------------------------


def test_what_was_written_and_what_to_do_next_is_said(tmp_path: Path) -> None:
    ran = init(tmp_path, "x")
    written = snapshot(tmp_path / "x")
    first, *rest = ran.err.splitlines()
    assert first.startswith(
        f"Đã tạo thư mục dữ liệu ở “x”, gồm {len(written)} tệp: .vscode/ (02), data/ (06), schema/"
    )
    assert rest == [
        "Làm tiếp; thay don-vi.xlsx bằng tệp danh sách đơn vị của mình:",
        "  parplan guide --root x",
        "  parplan import agencies don-vi.xlsx --root x",
    ]
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize("folder", [".", "Kế hoạch cải cách 2026", "a/b/c", "thu muc\\con", "./x/"])
@pytest.mark.parametrize("argv", [(), ("--example",)], ids=["new", "example"])
def test_what_is_to_be_done_next_can_be_done(tmp_path: Path, folder: str, argv: tuple[str, ...]) -> None:
    ran = init(tmp_path, folder, *argv)
    commands = [line.strip() for line in ran.err.splitlines()[2:]]
    assert len(commands) == 2
    (tmp_path / "cua-toi.csv").write_text("Tên đơn vị,Khối\nSở Một,Sở\n", encoding="utf-8")
    for command in commands:
        words = [bare or quoted for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', command)]
        words = ["cua-toi.csv" if word == "don-vi.xlsx" else word for word in words]
        assert words[0] == "parplan"
        assert run_in(tmp_path, *words[1:]).code == 0, command
