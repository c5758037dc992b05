from __future__ import annotations

import errno
import hashlib
import os
import stat
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document

from parplan.finding import Stop
from parplan.output.files.save import Saved, is_ours, save, save_text, save_together
from parplan.output.files.seal import sealed_text
from parplan.output.word.document import compose
from parplan.output.word.packed import packed
from parplan.system.disk import Obstacle, Replacement, replace_files
from parplan.views.page import Page
from small_report import LETTERHEAD, MARKDOWN, PAGE, STAMPED


def report(page: Page = PAGE) -> Any:
    return compose(MARKDOWN, page, LETTERHEAD)


def edit(path: Path) -> None:
    document = Document(str(path))
    document.add_paragraph("Viết tay")
    document.save(str(path))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_new_file_is_ours(tmp_path: Path) -> None:
    saved = save(packed(report()), tmp_path / "r.docx")
    assert saved == Saved(tmp_path / "r.docx", "new")
    assert is_ours(saved.path)


def test_our_own_file_is_replaced(tmp_path: Path) -> None:
    save(packed(report()), tmp_path / "r.docx")
    assert save(packed(report(STAMPED)), tmp_path / "r.docx") == Saved(tmp_path / "r.docx", "replaced")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_edited_by_hand_is_never_overwritten(tmp_path: Path) -> None:
    path = save(packed(report()), tmp_path / "r.docx").path
    edit(path)
    before = digest(path)
    assert not is_ours(path)
    assert save(packed(report()), path) == Saved(tmp_path / "r (2).docx", "edited")
    assert digest(path) == before


def test_the_second_name_is_used_again_while_it_is_ours_and_passed_over_when_it_is_not(tmp_path: Path) -> None:
    path = save(packed(report()), tmp_path / "r.docx").path
    edit(path)
    second = save(packed(report()), path).path
    assert save(packed(report()), path) == Saved(second, "edited")
    edit(second)
    assert save(packed(report()), path) == Saved(tmp_path / "r (3).docx", "edited")


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04 broken"])
def test_a_file_that_is_not_ours_is_never_overwritten(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    path.write_bytes(content)
    assert save(packed(report()), path) == Saved(tmp_path / "r (2).docx", "foreign")
    assert path.read_bytes() == content


def test_a_word_file_of_another_program_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    Document().save(str(path))
    assert save(packed(report()), path).reason == "foreign"


def test_a_file_packed_anew_without_a_change_is_still_ours(tmp_path: Path) -> None:
    path = save(packed(report()), tmp_path / "r.docx").path
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with ZipFile(path, "w") as package:
        for name, part in reversed(parts.items()):
            package.writestr(name, part)
    assert is_ours(path)


def test_a_part_added_by_hand_makes_the_file_edited(tmp_path: Path) -> None:
    path = save(packed(report()), tmp_path / "r.docx").path
    with ZipFile(path, "a") as package:
        package.writestr("word/comments.xml", "<x/>")
    assert save(packed(report()), path).reason == "edited"


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    path = save(packed(report()), tmp_path / "r.docx").path
    path.chmod(stat.S_IRUSR)
    assert save(packed(report()), path) == Saved(tmp_path / "r (2).docx", "busy")


def test_a_file_open_in_word_is_written_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save(packed(report()), tmp_path / "r.docx").path
    replace = Path.replace

    def as_on_windows(self: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError(13, "The process cannot access the file")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", as_on_windows)
    assert save(packed(report()), path) == Saved(tmp_path / "r (2).docx", "busy")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["r (2).docx", "r.docx"]


def test_a_missing_folder_is_a_reason_to_stop(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "r.docx"
    with pytest.raises(Stop) as stop:
        save(packed(report()), path)
    assert stop.value.reason == "file-not-writable"
    assert stop.value.values["file"] == str(path)
    assert stop.value.values["cause"]


def test_a_full_disk_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save(packed(report()), tmp_path / "r.docx").path
    before = digest(path)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Stop) as stop:
        save(packed(report(STAMPED)), path)
    assert getattr(stop.value.values["cause"], "errno", None) == errno.ENOSPC
    assert digest(path) == before
    assert [file.name for file in tmp_path.iterdir()] == ["r.docx"]


def test_a_sealed_text_is_kept_from_its_second_version_once_a_hand_has_changed_it(tmp_path: Path) -> None:
    path = tmp_path / "r.md"
    assert save(sealed_text("một\n"), path) == Saved(path, "new")
    assert save(sealed_text("hai\n"), path) == Saved(path, "replaced")
    kept = path.read_bytes().replace(b"hai", b"ba")
    path.write_bytes(kept)
    assert save(sealed_text("hai\n"), path) == Saved(tmp_path / "r (2).md", "edited")
    assert path.read_bytes() == kept


def test_a_text_without_a_seal_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "r.md"
    path.write_text("một\n", encoding="utf-8")
    assert save(sealed_text("một\n"), path) == Saved(tmp_path / "r (2).md", "foreign")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_is_written_to_and_not_read_first(tmp_path: Path) -> None:
    path = tmp_path / "pipe.md"
    os.mkfifo(path)
    reader = subprocess.Popen(["cat", str(path)], stdout=subprocess.PIPE)
    assert save(sealed_text("một\n"), path) == Saved(path, "new")
    assert reader.communicate(timeout=10)[0] == sealed_text("một\n")


FORMS = ["csv", "json", "ics", "txt", "md"]


@pytest.mark.parametrize("form", FORMS)
def test_a_text_of_ours_is_replaced(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"r.{form}"
    assert save_text("một\n", path) == Saved(path, "new")
    assert save_text("hai\r\nba\n", path) == Saved(path, "replaced")
    assert path.read_bytes().startswith(b"hai\r\nba\n")
    assert is_ours(path)


def test_a_text_without_a_seal_is_written_as_it_is(tmp_path: Path) -> None:
    save_text("hai\r\nba\n", tmp_path / "r.csv")
    assert (tmp_path / "r.csv").read_bytes() == b"hai\r\nba\n"


@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_a_hand_has_changed_is_kept(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"r.{form}"
    save_text("một\n", path)
    path.write_bytes(path.read_bytes().replace(b"m", b"M"))
    kept = path.read_bytes()
    second = tmp_path / f"r (2).{form}"
    assert save_text("hai\n", path) == Saved(second, "edited")
    assert save_text("hai\n", path, beside=True) == Saved(second, "edited")
    with pytest.raises(Stop, match="output-kept"):
        save_text("hai\n", path, beside=False)
    assert path.read_bytes() == kept


@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_we_did_not_write_is_kept_unless_it_is_empty(form: str, tmp_path: Path) -> None:
    path, empty = tmp_path / f"r.{form}", tmp_path / f"e.{form}"
    path.write_bytes(b"by hand")
    empty.touch()
    assert save_text("hai\n", path) == Saved(tmp_path / f"r (2).{form}", "foreign")
    assert save_text("hai\n", empty) == Saved(empty, "replaced")
    assert path.read_bytes() == b"by hand"


def test_git_may_change_the_line_ends_of_a_text(tmp_path: Path) -> None:
    save_text("a\nb\n", tmp_path / "x.json")
    (tmp_path / "x.json").write_bytes(b"a\r\nb\r\n")
    assert save_text("c\n", tmp_path / "x.json").reason == "replaced"


def test_a_text_never_takes_the_place_of_a_document_of_ours(tmp_path: Path) -> None:
    path = save(packed(report()), tmp_path / "r.docx").path
    before = digest(path)
    assert save_text("hai\n", path) == Saved(tmp_path / "r (2).docx", "other")
    assert digest(path) == before


def test_a_text_that_can_not_be_written_is_a_reason_to_stop(tmp_path: Path) -> None:
    for target in (tmp_path / "nowhere" / "r.md", tmp_path, tmp_path / ("x" * 256)):
        with pytest.raises(Stop) as stop:
            save_text("mới", target)
        assert stop.value.reason == "file-not-writable"
    path = save_text("cũ", tmp_path / "r.json").path
    path.chmod(stat.S_IRUSR)
    with pytest.raises(Stop, match="file-not-writable"):
        save_text("mới", path, beside=False)


def test_files_that_belong_together_bear_the_same_number(tmp_path: Path) -> None:
    word, excel = tmp_path / "r.docx", tmp_path / "r.xlsx"
    made = {word: packed(report()), excel: packed(report(STAMPED))}
    assert save_together(made) == (Saved(word, "new"), Saved(excel, "new"))
    assert save_together(made) == (Saved(word, "replaced"), Saved(excel, "replaced"))
    excel.write_bytes(b"by hand")
    moved = (Saved(tmp_path / "r (2).docx", "together"), Saved(tmp_path / "r (2).xlsx", "foreign"))
    assert save_together(made) == moved
    assert save_together(made) == moved
    assert excel.read_bytes() == b"by hand"


KILLED = """
import os, sys
from pathlib import Path
import parplan.system.disk
from parplan.output.files.save import save_together
from parplan.output.files.seal import sealed_text
steps = int(sys.argv[2])
def counted(step):
    def counting(*args, **more):
        global steps
        steps -= 1
        if steps < 0:
            os._exit(9)
        return step(*args, **more)
    return counting
Path.unlink, Path.replace, os.link = counted(Path.unlink), counted(Path.replace), counted(os.link)
folder = Path(sys.argv[1])
save_together({folder / name: sealed_text("new") for name in ("r.md", "l.md")})
"""


def test_killed_between_two_files_no_list_stands_beside_a_report_of_another_time(tmp_path: Path) -> None:
    """At every step that changes a name."""
    found: list[tuple[str, str]] = []
    for step in range(20):
        for name in ("r.md", "l.md"):
            (tmp_path / name).write_bytes(sealed_text("old"))
        ran = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(step)], check=False)
        texts = [(tmp_path / name).read_text() if (tmp_path / name).exists() else "-" for name in ("r.md", "l.md")]
        found.append((texts[0][:3], texts[1][:3]))
        if ran.returncode == 0:
            break
    assert found[0] == ("old", "old")
    assert found[-1] == ("new", "new")
    assert set(found) == {("old", "old"), ("old", "-"), ("new", "-"), ("new", "new")}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["l.md", "r.md"]


def test_a_hand_that_saves_while_ours_is_prepared_keeps_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, sync = save(sealed_text("một\n"), tmp_path / "r.md").path, os.fsync

    def meanwhile(handle: int) -> None:
        sync(handle)
        path.write_bytes(b"by hand")

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert save(sealed_text("hai\n"), path) == Saved(tmp_path / "r (2).md", "edited")
    assert path.read_bytes() == b"by hand"


@pytest.mark.parametrize("length", [238, 250, 255])
def test_a_long_name_is_written_and_numbered(length: int, tmp_path: Path) -> None:
    path = tmp_path / ("a" * (length % 3 + 1) + "ế" * (length // 3 - 2) + ".docx")
    assert length - 5 <= len(path.name.encode()) <= 255
    assert save(packed(report()), path).reason == "new"
    edit(path)
    second = save(packed(report()), path).path
    assert second.name.endswith(" (2).docx")
    assert len(second.name.encode()) <= 255


def test_leftovers_of_a_killed_write_go_with_the_next(tmp_path: Path) -> None:
    for name in (".r.md.4711.tmp", ".parplan-4711-1.tmp"):
        (tmp_path / name).write_bytes(b"half")
    save(sealed_text("một\n"), tmp_path / "r.md")
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.md"]


def test_a_link_within_its_folder_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "new.md").symlink_to("r-2022.md")
    assert save(sealed_text("một\n"), tmp_path / "new.md").reason == "new"
    assert (tmp_path / "r-2022.md").exists()
    assert (tmp_path / "new.md").is_symlink()


def test_of_two_files_that_belong_together_the_one_that_is_held_is_named_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, listed, content = tmp_path / "r.docx", tmp_path / "r.xlsx", packed(report())

    def held(files: Iterable[Replacement]) -> Obstacle | None:
        every = list(files)
        blocked = next((file.path for file in every if file.path == listed), None)
        return Obstacle(blocked, "held") if blocked else replace_files(every)

    monkeypatch.setattr("parplan.output.files.save.replace_files", held)
    made = save_together({document: content, listed: content})
    assert [(one.path.name, one.reason) for one in made] == [("r (2).docx", "together"), ("r (2).xlsx", "busy")]
