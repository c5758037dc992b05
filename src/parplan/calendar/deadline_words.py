"""The words of deadlines, as patterns over folded text: what offices write before, in and after a day.

Must not know what a text comes to: calendar/deadline_grammar.py does.
"""

from __future__ import annotations

from typing import Final

YEAR = r"(?:19|2\d)\d{2}"
A_DAY = (
    rf"(?:\d{{1,2}}/\d{{1,2}}(?:/(?:{YEAR}|\d{{2}}))?|\d{{1,2}}[.-]\d{{1,2}}[.-]{YEAR}|"
    rf"\d{{1,2}} thang \d{{1,2}}(?:(?:/| nam ){YEAR})?|{YEAR}-\d{{2}}-\d{{2}})"
)
DAY = rf"(?:ngay )?(?P<day>{A_DAY})"
OF_YEAR = rf"(?:(?:/| nam )(?P<year>{YEAR}))?"
FROM_YEAR = rf"(?:(?:/| nam )(?P<first>{YEAR}))?"
DONE = r"(?:(?:phai )?(?:xong|hoan thanh|thuc hien)(?: xong)?:? )?"
LATEST = (
    r"(?:cham nhat|muon nhat|tre nhat|han cuoi(?: cung)?|han chot|(?:thoi )?han hoan thanh|thoi han|han|khong qua|"
    r"khong muon hon|khong cham hon)(?: la)?(?: vao)?:?"
)
BY_DAY = rf"{DONE}(?:{LATEST} )?(?:vao |trong |den(?: het)? |het )?"
UP_TO = rf"{DONE}(?:{LATEST} )?(?:trong |den (?:het |cuoi )?|truoc (?:khi )?het |het |cuoi )?"
TO = r"(?: ?- ?| den (?:het )?)"
AND = rf"(?:, ?| va |{TO})"
LISTING = (",", ", ", " va ")
HOUR = r"(?:0?[1-9]|1\d|2[0-4]) ?(?:gio|h)(?: ?\d{2})?"
QUARTER = r"(?P<{0}>iv|i{{1,3}}|0?[1-4])"
OF_QUARTER = r"(?:quy |q\.? ?)"
EVERY = r"(?:hang|moi|tung|theo)"
RHYTHM = rf"(?:(?:dinh ky )?{EVERY} |dinh ky )?(?:thang|quy|\d{{1,2}} thang|nam)"
LENGTHS = {"thang": 1, "quy": 3, "6 thang": 6, "nam": 12}
LENGTH = r"(?P<every>thang|quy|0?6 thang|nam)"
BY_WHEN = (
    rf"(?:(?P<how>(?:{DONE})truoc|{DONE}{LATEST}|{DONE}den(?: het)?|vao) )?"
    r"ngay (?P<day>\d{1,2}|lam viec cuoi cung)(?: cua| trong)?"
)
BY = rf"{BY_WHEN}(?: (?P<place>(?:thang|quy|ky|nam)(?: [a-z]+)*))?"

YEARLY = (
    r"(?:(?P<how>truoc|cham nhat(?: la)?|den(?: het)?) )?(?:ngay )?"
    r"(?P<day>\d{1,2})(?:/| thang )(?P<month>\d{1,2})"
)

KINDS: Final = {
    "ongoing": r"(?:lam |thuc hien )?thuong xuyen|lien tuc|(?:theo )?dinh ky",
    "on-event": r"kip thoi|ngay (?:sau )?khi [^,;]+|khi [^,;]+|neu co[^,;]*|"
    r"(?:theo|dung)(?: dung)? (?:quy dinh|ke hoach|tien do|lo trinh|huong dan|yeu cau|chi dao|thoi gian|thoi han)"
    r"[^,;]*|dung han|truoc (?:khi|ky hop) [^,;]+",
}
"""Words of time that name no day, but the kind of a task."""
