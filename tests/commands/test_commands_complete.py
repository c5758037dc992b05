"""parplan complete, whole: what shells ask, and the silence that meets everything else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from running import SAMPLE, run_in
from workspaces import AGENCIES, Builder


def test_complete_answers_by_the_line() -> None:
    ran = run_in(SAMPLE, "complete", "3", "status", "--agency", "so-tu")
    assert (ran.code, ran.out, ran.err) == (0, "so-tu-phap\tSở Tư pháp\n", "")
    assert run_in(SAMPLE, "complete", "3", "compare", "--format", "ta").out == "table\n"
    assert run_in(SAMPLE, "complete", "2", "validate", "da").out == ":file\n"


def test_a_word_that_is_not_there_is_empty() -> None:
    assert run_in(SAMPLE, "complete", "2", "show").out == run_in(SAMPLE, "complete", "2", "show", "").out != ""
    assert run_in(SAMPLE, "complete", "1").out.startswith("guide\t")


def test_words_behind_the_cursor_do_not_count() -> None:
    assert run_in(SAMPLE, "complete", "1", "sho", "--agency", "x").out.startswith("show\t")


def test_the_language_of_the_environment_is_spoken() -> None:
    assert (
        run_in(SAMPLE, "complete", "1", "sho", PARPLAN_LANG="en").out
        == "show\tShow one task, or one criterion, in full\n"
    )


@pytest.mark.parametrize("argv", [(), ("x",), ("",), ("-5", "status"), ("0",), ("3", "a", "b"), ("99999999999",)])
def test_what_no_shell_asks_is_answered_with_silence(argv: tuple[str, ...]) -> None:
    ran = run_in(SAMPLE, "complete", *argv)
    assert (ran.code, ran.err) == (0, "")


def test_a_broken_workspace_is_met_with_silence(w: Builder) -> None:
    w.write(AGENCIES, "agencies: [{id: a")
    w.write("data/plan-2022.yaml", "plan: {starts: soon, ends: 2022-12-31}")
    for words in (("status", "--agency"), ("report", "--month"), ("show",), ("compare",)):
        ran = run_in(w.root, "complete", str(len(words) + 1), *words)
        assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_bug_is_met_with_silence_and_shown_to_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("parplan.commands.complete.candidates", broken)
    ran = run_in(SAMPLE, "complete", "1")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    with pytest.raises(ZeroDivisionError):
        run_in(SAMPLE, "complete", "1", PARPLAN_DEBUG="1")


def test_completing_imports_neither_parser_nor_model() -> None:
    """Whoever presses Tab waits: this is what keeps the answer under a tenth of a second."""
    code = "import sys; from parplan.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"

    def imported(*argv: str) -> set[str]:
        ran = subprocess.run(
            [sys.executable, "-c", code, "complete", *argv], cwd=SAMPLE, capture_output=True, check=True
        )
        assert ran.stdout
        return set(ran.stderr.decode().split())

    heavy = {
        "typer",
        "pydantic",
        "rich",
        "docx",
        "jinja2",
        "parplan.words",
        "parplan.model",
        "parplan.reading.load",
    }
    assert imported("3", "status", "--agency", "so") & heavy == set()
    assert imported("2", "status", "--") & (heavy | {"ruamel", "parplan.reading.source", "dataclasses"}) == set()
