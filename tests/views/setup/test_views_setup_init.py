"""What is said once a workspace is made."""

from __future__ import annotations

from parplan.views.setup.init import init_messages
from parplan.words import words

FILES = ("README.md", "data/agencies.yaml", "data/sources/a.txt", ".gitignore", "schema/plan.schema.json")


def test_files_are_counted_by_folder() -> None:
    first = next(init_messages("x", FILES, None, words("vi")))
    assert first == "Đã tạo thư mục dữ liệu ở “x”, gồm 05 tệp: data/ (02), schema/ (01), .gitignore, README.md."


def test_a_folder_with_blanks_is_put_in_quotes() -> None:
    assert list(init_messages("Kế hoạch", FILES, None, words("en")))[1:] == [
        "Next; put the file of your own list of units for don-vi.xlsx:",
        '  parplan guide --root "Kế hoạch"',
        '  parplan import agencies don-vi.xlsx --root "Kế hoạch"',
    ]


def test_the_current_folder_needs_no_naming() -> None:
    assert list(init_messages(".", FILES, "quang-nam-2022", words("en")))[2:] == [
        "  parplan validate",
        "  parplan status --month 2022-10",
    ]
