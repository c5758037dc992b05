"""Tests of parplan.system.windows: its names and its numbers. Simulated: nothing here has run on Windows."""

from __future__ import annotations

import errno

import pytest

from parplan.system import windows
from parplan.system.windows import cause_of, is_no_name
from parplan.words import words


class RefusedError(OSError):
    """An error as Windows raises it: with a number of its own, which Python has no room for elsewhere."""

    winerror = 0


def refused(number: int, code: int = errno.EINVAL) -> OSError:
    error = RefusedError(code, "what Windows says, in its own language")
    error.winerror = number
    return error


@pytest.mark.parametrize(
    ("error", "cause", "said"),
    [
        (refused(32, errno.EACCES), "held", "đóng lại rồi chạy lại"),
        (refused(362), "cloud", "Luôn giữ trên thiết bị này"),
        (refused(404), "cloud", "OneDrive chưa tải tệp này về máy"),
        (refused(206, errno.ENOENT), "long-path", r"như C:\parplan"),
        (refused(123), "name", "Windows không nhận tên này"),
        (refused(5, errno.EACCES), "EACCES", "không có quyền"),
        (OSError(errno.EINVAL, ""), "EINVAL", "không phải tệp thường"),
    ],
)
def test_a_number_of_windows_becomes_what_somebody_can_do(error: OSError, cause: str, said: str) -> None:
    assert cause_of(error) == cause
    assert said in words("vi").show(error)


def test_a_path_that_is_too_long_is_not_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    error = OSError(errno.ENOENT, "", "C:\\" + "x" * 260)
    assert cause_of(error) == "ENOENT"
    monkeypatch.setattr(windows, "IS_WINDOWS", True)
    assert cause_of(error) == "long-path"
    assert cause_of(OSError(errno.ENOENT, "", "C:\\x")) == "ENOENT"


@pytest.mark.parametrize("name", ["CON", "nul.docx", "Com1.xlsx", "lpt9", "aux .md", "a:b.docx", "a?.csv", "x|y"])
def test_no_file_can_have_that_name(name: str) -> None:
    assert is_no_name(name)


@pytest.mark.parametrize("name", ["CONG.docx", "báo cáo tháng 9.docx", "com.docx", "com10", "nulla"])
def test_any_other_may(name: str) -> None:
    assert not is_no_name(name)
