"""Tests of parplan.completion.candidates: what may stand at the cursor, in which workspace and language."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

import completion_table
from parplan.cli import COMMANDS
from parplan.completion.candidates import (
    FROM_THE_WORKSPACE,
    LEFT_TO_THE_SHELL,
    LISTS,
    candidates,
    command_line,
    matching,
)
from parplan.completion.names import Candidate
from parplan.finding import Code, Family
from parplan.options.parameters import METAVARS
from running import SAMPLE, sample

TODAY = date(2022, 9, 30)


def offered(line: str, place: Path = SAMPLE, language: str = "", day: date = TODAY) -> dict[str, str]:
    """What is offered at the end of a line whose words hold no blanks, each value with what it is."""
    *words, word = line.split(" ")
    return {value: told for value, told, _ in candidates(words, word, place, day, language)}


def test_the_table_is_what_the_program_takes() -> None:
    assert completion_table.TARGET.read_bytes().decode() == completion_table.text(), "make docs"


def test_every_kind_of_value_is_completed_or_known_not_to_be() -> None:
    chosen = {"command", "decision", "format", "kind", "language", "name", "shell", "state", "status", "weight"}
    never = {"date", "days", "figure", "count", "new-id", "number", "percent", "place", "ref", "text", "value"}
    completed = {*FROM_THE_WORKSPACE, *LEFT_TO_THE_SHELL, LISTS, *chosen}
    kinds = set(METAVARS.values())
    assert kinds - completed - never == set()
    for command in command_line()["commands"].values():
        for parameter in (*command["options"], *command["arguments"]):
            assert parameter["kind"] not in chosen or parameter["choices"]


# --- commands and options ------------------------------------------------------------------------------------


def test_commands_are_offered_with_what_they_do() -> None:
    assert list(offered("")) == list(dict.fromkeys(name.split(" ")[0] for name in COMMANDS))
    assert offered("sta") == {"status": "Tình hình thực hiện: quá hạn, sắp đến hạn, chưa báo cáo"}


def test_they_are_told_in_the_language_of_the_line_else_of_the_environment() -> None:
    english = {"show": "Show one task, or one criterion, in full"}
    assert offered("sho", language="en") == english
    assert offered("--lang en sho") == english
    assert offered("--lang=en sho") == english
    assert offered("sho", language="fr") == offered("sho", language="vi") != english


def test_options_are_those_of_the_command() -> None:
    assert "--overdue" in offered("status --")
    assert "--overdue" not in offered("show --")
    assert offered("validate --st") == {"--statistics": "Chỉ đếm số lần của từng mã"}
    assert set(offered("--")) == {"--lang", "--root", "--no-cache", "--quiet", "--no-pager", "--version", "--help"}


def test_an_option_is_offered_once_unless_it_may_be_repeated() -> None:
    assert "--overdue" not in offered("status --overdue --")
    assert "--output" not in offered("validate -o x --")
    assert "--select" in offered("validate --select dates --")


def test_options_are_offered_unasked_where_nothing_else_can_stand() -> None:
    assert "--agency" in offered("status ")
    assert offered("status x") == {}
    assert "--as-of" in offered("show III.1.1a ")


def test_behind_two_hyphens_there_are_no_options() -> None:
    assert offered("show -- --") == {}
    assert offered("status -- ") == {}
    assert "III.1.1a" in offered("show -- III.1.1")


@pytest.mark.parametrize(
    "line", ["statsu ", "statsu --", "status --nothing ", "status --nothing=x", "status --overdue=x"]
)
def test_what_is_not_known_has_no_values(line: str) -> None:
    assert [value for value in offered(line) if not value.startswith("--")] == []


def test_an_option_that_may_stand_alone_lets_others_follow() -> None:
    assert "--fix" in offered("validate --changed --")
    assert offered("validate --changed --format te") == {"text": ""}
    assert offered("validate --changed ma") == {}


# --- values --------------------------------------------------------------------------------------------------


def test_units_are_offered_with_their_names_in_the_registers_order() -> None:
    assert offered("status --agency so-t") == {
        "so-tu-phap": "Sở Tư pháp",
        "so-tai-chinh": "Sở Tài chính",
        "so-tai-nguyen-va-moi-truong": "Sở Tài nguyên và Môi trường",
        "so-thong-tin-va-truyen-thong": "Sở Thông tin và Truyền thông",
    }


def test_an_index_is_offered_with_its_name_wherever_one_is_asked_for() -> None:
    found = offered("publish ")
    assert found["PAR"] == "Chỉ số cải cách hành chính"
    assert found == offered("import results a.xlsx --index ")
    assert offered("publish S").keys() == {"SIPAS"}


@pytest.mark.parametrize(
    "typed",
    ["tu-phap", "tu", "TƯ-PHÁP", "Tư", unicodedata.normalize("NFD", "Tư-Pháp"), "sở-tư", "so-tp", "Sở-TP"],
)
def test_a_unit_is_found_by_its_names_with_or_without_diacritics(typed: str) -> None:
    found = offered(f"status --agency {typed}")
    assert found["so-tu-phap"] == "Sở Tư pháp"
    assert "so-tai-chinh" not in found


def test_a_name_may_be_typed_with_blanks() -> None:
    for typed in ("Sở Tư", "so tu", unicodedata.normalize("NFD", "Sở Tư ph")):
        assert [c.value for c in candidates(["status", "--agency"], typed, SAMPLE, TODAY)] == ["so-tu-phap"]


def test_names_count_only_where_no_id_begins_so() -> None:
    """Else what was typed could not grow: shells add only what all answers share."""
    known = [Candidate("hoi-an", "", ("UBND thành phố Hội An",)), Candidate("so-y-te", "", ("Sở hội",))]
    assert [c.value for c in matching("ho", known)] == ["hoi-an"]
    assert [c.value for c in matching("hội", known)] == ["hoi-an"]
    assert [c.value for c in matching("thanh", known)] == ["hoi-an"]
    assert [c.value for c in matching("anh", known)] == []


def test_the_word_may_hold_its_option() -> None:
    assert offered("status --agency=so-tu") == {"--agency=so-tu-phap": "Sở Tư pháp"}
    assert offered("validate --select=dates,paper-n") == {"--select=dates,paper-number-invalid": "cảnh báo"}


def test_tasks_are_offered_with_their_titles_in_any_case() -> None:
    tasks = {task.id: " ".join(task.title.split()) for task in sample().workspace.plans[2022].tasks}
    assert offered("show ") == tasks
    assert list(offered("show iii.1.1")) == ["III.1.1a", "III.1.1b", "III.1.1c"]


def test_codes_are_offered_with_their_weight_and_families_with_their_name() -> None:
    assert offered("explain date-im") == {"date-impossible": "lỗi"}
    assert offered("explain date-im", language="en") == {"date-impossible": "error"}
    assert offered("validate --select dates") == {"dates-reversed": "lỗi", "dates": "Ngày và thời hạn"}
    assert set(offered("explain ")) == {code.slug for code in Code} | {family.value for family in Family}


def test_codes_follow_each_other_after_a_comma() -> None:
    assert offered("validate --ignore dates,tone-m") == {"dates,tone-mixed": "lưu ý"}
    assert "dates,dates" not in offered("validate --ignore dates,")
    assert offered("explain dates,") == {}


def test_closed_choices_are_offered() -> None:
    assert list(offered("compare --format ")) == ["table", "json", "csv", "md", "xlsx", "docx"]
    assert list(offered("status --lang ")) == ["vi", "en"]
    assert list(offered("completion ")) == ["bash", "zsh", "fish", "powershell"]
    assert "agencies" in offered("schema ")


def test_paths_are_left_to_the_shell() -> None:
    assert list(offered("validate data")) == list(offered("validate a b ")) == [":file"]
    assert list(offered("report --output=da")) == list(offered("report -o ")) == [":file"]
    assert list(offered("status --root ")) == list(offered("init ")) == [":folder"]


def test_what_nobody_can_list_is_not_completed() -> None:
    assert offered("status --as-of ") == offered("status --as-of 2022-") == {}


def test_what_is_to_be_renamed_is_a_unit_or_a_task() -> None:
    found = offered("rename so-n")
    assert {"so-noi-vu", "so-ngoai-vu"} <= found.keys()
    assert "III.2.3" in offered("rename III.2.")
