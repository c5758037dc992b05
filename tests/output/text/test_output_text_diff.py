"""Tests of parplan.output.text.diff."""

from __future__ import annotations

from parplan.output.text.diff import unified


def test_a_diff_shows_the_lines_that_differ_as_git_does() -> None:
    before, after = b"a\nb: 30/9/2022\nc\n", b"a\nb: 2022-09-30\nc\n"
    assert unified("data/x.yaml", before, after) == (
        "--- a/data/x.yaml\n+++ b/data/x.yaml\n@@ -1,3 +1,3 @@\n a\n-b: 30/9/2022\n+b: 2022-09-30\n c\n"
    )


def test_a_last_line_without_an_end_is_said_to_have_none() -> None:
    assert unified("x", b"a", b"b").endswith(
        "-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
    )


def test_what_is_the_same_has_no_diff() -> None:
    assert unified("x", b"\xef\xbb\xbfa\r\n", b"\xef\xbb\xbfa\r\n") == ""


def test_a_file_under_another_name_is_said_to_be_the_same() -> None:
    assert unified("x/b", b"a\n", b"b\n", "x/a").startswith(
        "diff --git a/x/a b/x/b\nrename from x/a\nrename to x/b\n--- a/x/a\n+++ b/x/b\n"
    )
    assert unified("x/b", b"a\n", b"b\n", "x/b") == unified("x/b", b"a\n", b"b\n")
