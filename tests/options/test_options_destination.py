"""Where reports and letters go: the workspace's own folder, never its data, under a name that says their form."""

from __future__ import annotations

import shutil
from enum import StrEnum
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import parplan.options.listed as options_listed
from parplan.cli import COMMANDS
from parplan.cli_frame import build
from parplan.commands.remind import SUFFIXES, Form
from parplan.finding import Stop
from parplan.options.destination import form_of, path_for
from parplan.options.parameters import METAVARS
from parplan.reading.load import load
from parplan.words import words
from running import POINTS, SAMPLE, run_in, snapshot

REPORT = ("report", "--month", "10")
LETTER = ("remind", "--as-of", "2022-10-14")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sample to write into."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


@pytest.mark.parametrize(
    ("argv", "name"),
    [(REPORT, "bao-cao-thang-10-2022.docx"), (LETTER, "don-doc-2022-10-14.docx")],
    ids=["report", "letter"],
)
def test_without_o_a_file_goes_to_the_workspace_s_folder_wherever_one_stands(
    argv: tuple[str, ...], name: str, copy: Path
) -> None:
    here = copy / "data" / "progress"
    before = snapshot(copy)
    ran = run_in(here, *argv)
    assert ran.code == 0
    assert snapshot(copy).keys() - before.keys() == {f"bao-cao/{name}"}
    assert load(copy).errors == ()


def test_the_path_is_told_as_one_who_stands_there_would_write_it(copy: Path) -> None:
    assert "Đã lập báo cáo: bao-cao/bao-cao-thang-10-2022.docx" in run_in(copy, *REPORT).err


def test_letters_of_their_own_go_to_a_folder_in_it(copy: Path) -> None:
    assert run_in(copy, *LETTER, "--each", "--format", "text").code == 0
    assert (copy / "bao-cao" / "don-doc-2022-10-14" / "so-y-te.txt").is_file()


@pytest.mark.parametrize(
    "where",
    ["data/made.docx", "data", "data/progress/2022-10/made.docx", "bao-cao/../data/made.docx", "link/made.docx"],
)
@pytest.mark.parametrize("argv", [REPORT, LETTER, (*LETTER, "--each")], ids=["report", "letter", "each"])
def test_nothing_is_written_among_the_data(argv: tuple[str, ...], where: str, copy: Path) -> None:
    (copy / "bao-cao").mkdir()
    (copy / "link").symlink_to(copy / "data", target_is_directory=True)
    before = snapshot(copy)
    ran = run_in(copy, *argv, "-o", where.removesuffix(".docx") if "--each" in argv else where)
    assert (ran.code, snapshot(copy)) == (2, before)
    assert "nằm trong data/" in ran.err


def test_nor_among_the_data_of_another_workspace(copy: Path) -> None:
    ran = run_in(copy / "data", *REPORT, "--root", str(SAMPLE), "-o", "made.docx")
    assert (ran.code, (copy / "data" / "made.docx").exists()) == (2, False)


@pytest.mark.parametrize("command", [REPORT, LETTER], ids=["report", "letter"])
@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["-o", "made.docx", "--format", "md"], "“made.docx” không hợp với dạng md; chưa ghi gì. Đổi đuôi tệp"),
        (["-o", "made.md", "--format", "docx"], "“made.md” không hợp với dạng docx"),
        (["-o", "made.odt"], "“made.odt” phải kết thúc bằng đuôi của dạng tệp: .docx, .md, ."),
        (["-o", "made"], "“made” phải kết thúc bằng"),
        (["-o", "-", "--format", "docx"], "Dạng docx không in ra màn hình được"),
    ],
)
def test_a_name_that_contradicts_the_form_is_refused(
    command: tuple[str, ...], argv: list[str], sentence: str, tmp_path: Path
) -> None:
    ran = run_in(tmp_path, *command, "--root", str(SAMPLE), *argv)
    assert (ran.code, ran.out, snapshot(tmp_path)) == (2, "", {})
    assert sentence in ran.err


@pytest.mark.parametrize("command", [REPORT, LETTER], ids=["report", "letter"])
def test_what_is_printed_is_markdown_unless_another_form_is_asked_for(command: tuple[str, ...]) -> None:
    asked, usual = (run_in(SAMPLE, *command, "-o", "-", *more) for more in (("--format", "md"), ()))
    assert (usual.code, usual.out) == (0, asked.out)


# --- which form, by --format and by the name: the same for every command that has -o ---------------------------

ASKED = {
    "report": ("--month", "10"),
    "remind": ("--as-of", "2022-10-14"),
    "status": ("--as-of", "2022-10-14"),
    "forms status": ("--month", "10", "--as-of", "2022-10-14"),
}
ROOTS = {"score": POINTS}
"""The sample's province has not scored itself."""


def parameters(command: str) -> dict[str, Any]:
    return {
        name: param
        for param in build([command], COMMANDS, words("vi")).commands[command].params
        for name in param.opts
    }


def suffixes(command: str) -> dict[StrEnum, tuple[str, ...]]:
    """Of its own, or of all that answer with a list."""
    place = COMMANDS[command].replace("-", "_").replace(" ", "_")
    module = import_module(f"parplan.commands.{place}")
    found: dict[StrEnum, tuple[str, ...]] = getattr(module, "SUFFIXES", options_listed.SUFFIXES)
    return found


WRITING = [command for command in COMMANDS if "-o" in parameters(command)]
INTO_FOLDERS = [command for command in WRITING if METAVARS[parameters(command)["-o"].name] == "folder"]
OF_MANY_FORMS = [c for c in WRITING if "--format" in parameters(c) and c not in INTO_FOLDERS]
FORMS = [(command, form) for command in OF_MANY_FORMS for form in suffixes(command)]
CONTRADICTIONS = [
    (command, form, suffix)
    for command, form in FORMS
    for suffix in dict.fromkeys(s for known in suffixes(command).values() for s in known)
    if suffix not in suffixes(command)[form]
]


def test_every_command_that_writes_says_how_its_files_end_or_writes_a_folder() -> None:
    for command in OF_MANY_FORMS:
        assert {form.value for form in suffixes(command)} == set(parameters(command)["--format"].type.choices)
        assert parameters(command)["--format"].default is None, "else nobody knows whether it was given"
    assert set(WRITING) == {*OF_MANY_FORMS, *INTO_FOLDERS}
    assert len(CONTRADICTIONS) > len(FORMS) > len(OF_MANY_FORMS) > 2


@pytest.mark.parametrize(
    ("command", "form"), dict.fromkeys((command, form) for command, form, _ in CONTRADICTIONS)
)
def test_a_form_and_an_ending_that_contradict_each_other_are_refused(
    command: str, form: StrEnum, tmp_path: Path
) -> None:
    asked = (*ASKED.get(command, ()), "--root", str(ROOTS.get(command, SAMPLE)))
    for suffix in (s for one, other, s in CONTRADICTIONS if (one, other) == (command, form)):
        ran = run_in(tmp_path, command, *asked, "--format", form.value, "-o", f"x{suffix}")
        assert (ran.code, ran.out, snapshot(tmp_path)) == (2, "", {}), suffix
        assert f"“x{suffix}” không hợp với dạng {form.value}; chưa ghi gì. Đổi đuôi tệp thành " in ran.err


@pytest.mark.parametrize("command", OF_MANY_FORMS)
def test_an_ending_that_says_no_form_is_refused(command: str, tmp_path: Path) -> None:
    first = ("--format", next(iter(suffixes(command))).value)
    for name, form in product(("x.odt", "x", "x.", "x.json.bak"), ((), first)):
        ran = run_in(
            tmp_path,
            command,
            *ASKED.get(command, ()),
            "--root",
            str(ROOTS.get(command, SAMPLE)),
            *form,
            "-o",
            name,
        )
        assert (ran.code, ran.out, snapshot(tmp_path)) == (2, "", {}), name
        assert "Đặt lại tên tệp ở -o." in ran.err


@pytest.mark.parametrize(
    ("command", "form"),
    [(command, form) for command, form in FORMS if form.value not in ("pdf", "github", "gitlab")],
)
def test_an_ending_alone_asks_for_its_form(command: str, form: StrEnum, tmp_path: Path) -> None:
    asked = (command, *ASKED.get(command, ()), "--root", str(ROOTS.get(command, SAMPLE)))
    name = f"x{suffixes(command)[form][0]}"
    assert run_in(tmp_path, *asked, "-o", name).code == 0
    alone = (tmp_path / name).read_bytes()
    assert run_in(tmp_path, *asked, "--format", form.value, "-o", name).code == 0
    assert (tmp_path / name).read_bytes() == alone
    assert alone


@pytest.mark.parametrize(
    ("name", "form"), [("a.docx", Form.docx), ("a.DOCX", Form.docx), ("a.md", Form.md), ("a.txt", Form.text)]
)
def test_the_name_says_the_form_whatever_its_case(name: str, form: Form) -> None:
    assert form_of(Path(name), None, SUFFIXES, Form.md) is form
    assert form_of(Path(name), form, SUFFIXES, Form.md) is form


def test_a_folder_or_a_device_has_no_suffix_to_contradict(tmp_path: Path) -> None:
    for wanted in (None, tmp_path, Path("/dev/null")):
        assert form_of(wanted, None, SUFFIXES, Form.docx) is Form.docx
        assert form_of(wanted, Form.text, SUFFIXES, Form.docx) is Form.text


def test_links_that_lead_in_a_circle_lead_to_no_data(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert path_for(tmp_path, tmp_path / "a" / "made.md", "x.md") == tmp_path / "a" / "made.md"


def test_a_path_into_the_data_is_a_refusal_with_its_name(copy: Path) -> None:
    with pytest.raises(Stop, match="output-in-data") as refused:
        path_for(copy, copy / "data" / "made.md", "x.md")
    assert refused.value.values["file"] == str(copy / "data" / "made.md")
