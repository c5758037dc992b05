"""Pages of docs/vi/ that a person wrote: every line of commands runs, every block of YAML is sound."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from handbook.drawing import FOLDER
from officer_pages import files_of, lines_of, run_page
from running import SAMPLE, run_in

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
RUN_ELSEWHERE = {
    "gio-dau-tien": "test_first_hour",
    "mot-thang": "test_month_of_an_officer",
    "lap-ke-hoach": "test_new_plan_of_an_officer",
    "cai-dat": "installs, which no test may do",
}
OURS = [name for name, text in TEXTS.items() if lines_of(text) and name not in RUN_ELSEWHERE]
FILES = [(name, file) for name, text in TEXTS.items() for file in files_of(text)]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return Path(copytree(SAMPLE, tmp_path / SAMPLE.name))


@pytest.mark.parametrize("name", OURS)
def test_every_line_runs_and_answers_what_the_page_says(name: str, sample: Path) -> None:
    assert run_page(TEXTS[name], sample) > 10


@pytest.mark.parametrize(("name", "file"), FILES, ids=[f"{name}: {file}" for name, file in FILES])
def test_a_file_that_a_page_shows_is_sound(name: str, file: str, sample: Path) -> None:
    (sample / file).write_text(files_of(TEXTS[name])[file], encoding="utf-8")
    ran = run_in(sample, "validate")
    assert ran.code == 0, ran.out


def test_a_block_of_yaml_without_the_name_of_its_file_is_refused() -> None:
    with pytest.raises(AssertionError, match="begins with"):
        files_of("\n```yaml\ndays: []\n```\n")
