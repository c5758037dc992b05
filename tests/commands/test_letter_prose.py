"""What a director strikes out, searched for in letters and messages of reminder of the shipped workspaces.

Must not know a figure of any of them: only kinds of sentences that none may hold.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from prose import Paper, names, of_markdown, of_messages, of_word, struck_out
from running import OTHER, SAMPLE, run_in

LETTERS = (
    # the first letter, the second, later ones; long after; the reports of a month or of several
    *(
        (SAMPLE, ("--as-of", day))
        for day in ("2022-09-20", "2022-10-04", "2022-10-14", "2022-11-10", "2023-02-01")
    ),
    *((SAMPLE, ("--month", month)) for month in ("9", "10", "11")),
    *((SAMPLE, ("--month", "10", "--agency", unit)) for unit in ("so-y-te", "ubnd-huyen-thang-binh")),
    *(
        (SAMPLE, ("--as-of", "2022-10-14", "--agency", unit))
        for unit in ("so-y-te", "ubnd-huyen-bac-tra-my", "cac-so-ban-nganh")
    ),
    *((OTHER, ("--as-of", day)) for day in ("2023-11-25", "2023-12-26", "2024-01-10", "2024-02-05", "2024-07-05")),
    *((OTHER, ("--month", month)) for month in ("2023-11", "2023-12", "2024-01", "2024-03")),
    *((OTHER, ("--as-of", "2024-01-10", "--agency", unit)) for unit in ("phuong-hai", "ban-dich-vu-cong")),
)
each_letter = pytest.mark.parametrize(
    ("root", "argv"), LETTERS, ids=["-".join((root.name, *argv)).replace("--", "") for root, argv in LETTERS]
)


def known(root: Path, argv: tuple[str, ...]) -> frozenset[str]:
    """The units that a letter may name, but for its only addressee."""
    return names(root, *(("--agency" in argv and argv[-1:]) or ()))


def letter(root: Path, argv: tuple[str, ...]) -> Paper:
    return of_markdown(written(root, *argv, "--format", "md", "-o", "-"), known(root, argv))


def written(root: Path, *argv: str) -> str:
    ran = run_in(root, "remind", "--anyway", *argv)
    assert ran.code == 0, ran.err
    return ran.out


def test_there_is_something_to_search_in_every_letter() -> None:
    assert [one for one in LETTERS if not letter(*one).blocks] == []


@each_letter
def test_a_letter_holds_nothing_that_is_struck_out(root: Path, argv: tuple[str, ...]) -> None:
    assert struck_out(letter(root, argv)) == {}


@each_letter
def test_messages_hold_nothing_that_is_struck_out(root: Path, argv: tuple[str, ...]) -> None:
    sent = of_messages(written(root, *argv, "--format", "text"), known(root, argv))
    assert [faults for message in sent if (faults := struck_out(message))] == []


@pytest.mark.parametrize(("root", "day"), [(SAMPLE, "2022-10-14"), (OTHER, "2024-02-05")])
def test_a_letter_to_each_holds_nothing_that_is_struck_out(root: Path, day: str, tmp_path: Path) -> None:
    written(root, "--as-of", day, "--each", "--format", "docx", "-o", str(tmp_path / "each"))
    made = sorted(path for path in (tmp_path / "each").iterdir() if path.suffix == ".docx")
    assert len(made) >= 3
    assert {
        path.stem: faults for path in made if (faults := struck_out(of_word(path, names(root, path.stem))))
    } == {}


@pytest.mark.parametrize("one", [LETTERS[2], LETTERS[6], LETTERS[16]], ids=str)
def test_word_holds_the_letter_that_was_searched(one: tuple[Path, tuple[str, ...]], tmp_path: Path) -> None:
    root, argv = one
    made = tmp_path / "cong-van.docx"
    written(root, *argv, "-o", str(made))
    assert of_word(made).paragraphs == letter(root, argv).paragraphs
    assert struck_out(of_word(made, known(root, argv))) == {}
