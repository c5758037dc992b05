"""What the template may use: nothing is a number where there is nothing."""

from __future__ import annotations

from typing import Any

import pytest

from offices import office
from parplan.calendar.period import Period
from parplan.facts.report.report import report_facts
from parplan.model.workspace import Workspace
from parplan.reading.load import Loaded
from parplan.views.report.values import ReportValues
from running import run_in, sample
from workspaces import HEAD, Builder


def values(workspace: Workspace, month: str) -> dict[str, Any]:
    made = report_facts(workspace, workspace.plans[2022], Period.parse(month))
    return ReportValues(made, office(made)).values()


def test_zero_is_no_number_in_a_sentence(shipped: Loaded) -> None:
    found = values(shipped.workspace, "2022-09")
    assert (found["due"], found["done"], found["overdue"], found["overdue_rate"]) == ("", "", "", "")
    assert found["has_updates"] is False
    assert found["trend"] is None


def test_small_counts_have_a_zero_before_them() -> None:
    found = values(sample().workspace, "2022-10")
    assert (found["overdue"], found["overdue_unreported"], found["total"]) == ("07", "03", "427")
    (register,) = found["registers"]
    assert (register["sent"], register["silent"]) == ("34", "05")


def test_what_changed_since_the_month_before_is_said_in_words() -> None:
    trend = values(sample().workspace, "2022-10")["trend"]
    assert trend == {
        "done": "tăng 59",
        "overdue": "tăng 07",
        "new": "07",
        "settled": "",
        "put_off": "",
        "released": "",
        "all_new": True,
        "several": True,
    }


@pytest.mark.parametrize(
    ("overdue", "named"),
    [
        ("aa", [("02", 1)]),
        ("aab", [("02", 1), ("01", 1)]),
        ("aabc", [("02", 1), ("01", 2)]),
        ("aabcd", [("02", 1)]),
        ("aabb", [("02", 2)]),
        ("aaabbccd", [("03", 1), ("02", 2)]),
        ("aaabbbccdd", [("03", 2), ("02", 2)]),
        ("aaabbbcccdd", [("03", 3)]),
        ("abc", []),
    ],
)
def test_whoever_has_as_much_overdue_as_one_that_is_named_is_named_too(
    overdue: str, named: list[tuple[str, int]], w: Builder
) -> None:
    """Each letter is a unit, as often as it has something overdue."""
    units = {"a": "so-tu-phap", "b": "so-tai-chinh", "c": "hoi-an", "d": "dien-ban"}
    w.tasks(
        "".join(
            f"- {{id: T{n}, kind: once, lead: [{units[unit]}], deadline: {{rule: ngày 30/9/2022}}, …}}\n"
            for n, unit in enumerate(overdue)
        )
    )
    found = values(w.workspace(), "2022-10")["most_overdue"]
    most = found["most"]
    assert found["are_all"] is (len(set(overdue)) == sum(units for _, units in named))
    assert [(item["count"], item["agencies"].count(",") + 1) for item in most] == named
    assert [item["several"] for item in most] == [several > 1 for _, several in named]


def test_the_periods_before_and_after_are_named(shipped: Loaded) -> None:
    found = values(shipped.workspace, "2022-10")
    assert (found["next"]["long"], found["previous"]["bare"]) == ("tháng 11 năm 2022", "tháng 9")


def test_the_plan_s_last_report_names_no_period_to_come(shipped: Loaded) -> None:
    for period in ("2022-12", "2022-Q4", "2022"):
        coming = values(shipped.workspace, period)["next"]
        assert (coming["long"], coming["bare"], coming["opens"]) == ("thời gian tới", "", "15/12/2022")


def test_longer_periods_are_named_as_offices_name_them(shipped: Loaded) -> None:
    named = {
        period: values(shipped.workspace, period)["period"]["long"] for period in ("2022-Q3", "2022-H2", "2022")
    }
    assert named == {"2022-Q3": "quý III năm 2022", "2022-H2": "6 tháng cuối năm 2022", "2022": "năm 2022"}


def test_the_index_is_told_in_the_first_report_only(shipped: Loaded) -> None:
    assert len(values(shipped.workspace, "2022-09")["indexes"]) == 2
    assert values(shipped.workspace, "2022-10")["indexes"] == []


def test_who_stays_overdue_is_told_with_the_letters_that_reminded_it() -> None:
    assert values(sample().workspace, "2022-10")["lasting"] == []
    first = values(sample().workspace, "2022-11")["lasting"][0]
    assert (first["months"], first["letters"]) == ("02", "Công văn số 1987/SNV-CCHC ngày 05/10/2022")
    longest = [item["months"] for item in values(sample().workspace, "2022-12")["lasting"]]
    assert longest == sorted(longest, reverse=True)


def test_a_paper_is_cited_in_full_once_and_then_short() -> None:
    first, *others = values(sample().workspace, "2022-12")["lasting"]
    assert first["letters"].endswith("ngày 05/10/2022")
    assert not any("05/10/2022" in item["letters"] for item in others)


def test_what_was_decided_is_told_with_whom_it_touches_and_by_which_paper() -> None:
    moved, dropped = values(sample().workspace, "2022-10")["decisions"]
    assert (moved["kind"], moved["to"]) == ("Điều chỉnh thời hạn", "15/10/2022")
    assert moved["title"].endswith("(tháng 9/2022, UBND huyện Nam Trà My, UBND huyện Tây Giang)")
    assert (dropped["kind"], dropped["paper"]) == (
        "Không tiếp tục thực hiện",
        "Công văn số 5790/UBND-KSTT ngày 05/10/2022 của UBND tỉnh Quảng Nam",
    )


def test_reminders_of_the_period_stand_among_its_papers() -> None:
    assert values(sample().workspace, "2022-10")["papers"] == [
        "Công văn số 1987/SNV-CCHC ngày 05/10/2022 của Sở Nội vụ về việc đôn đốc thực hiện nhiệm vụ tại Kế hoạch"
    ]
    assert len(values(sample().workspace, "2022-09")["papers"]) == 2


def test_a_plan_that_is_over_before_its_last_close_has_nothing_to_come(w: Builder) -> None:
    head = HEAD.replace("ends: 2022-12-31", "ends: 2022-12-10")
    task = "- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}"
    found = {
        ends: values(w.tasks(task, head_).workspace(), "2022-12")["next"]["is_over"]
        for ends, head_ in (("31", HEAD), ("10", head))
    }
    assert found == {"31": False, "10": True}


def test_what_was_decided_is_told_though_nobody_has_reported(w: Builder) -> None:
    drop = "- {id: d, kind: drop, task: A, from: 2022-10-01, document: {number: 1/QĐ, issuer: ubnd-tinh}}"
    w.tasks("- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}").decisions(
        "2022-10", drop
    )
    ran = run_in(w.root, "report", "--month", "10", "--format", "md", "-o", "-")
    assert "Không tiếp tục thực hiện: Việc, theo" in ran.out


def test_a_plan_without_targets_has_no_table_of_them(w: Builder) -> None:
    w.tasks("- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}")
    ran = run_in(w.root, "report", "--month", "10", "--format", "md", "-o", "-")
    assert ("Kế hoạch không đặt chỉ tiêu bằng số." in ran.out, "Bảng 2" in ran.out) == (True, False)


def test_rates_are_of_what_fell_due_and_places_and_months_are_named(w: Builder) -> None:
    task = "- {{id: {0}, kind: once, lead: [{1}], deadline: {{rule: ngày 30/9/2022}}, …}}\n"
    w.tasks(
        "".join(
            task.format(n, unit) for n, unit in zip("ABC", ("so-tu-phap", "so-tai-chinh", "hoi-an"), strict=True)
        )
    )
    w.report("2022-10", "so-tu-phap", "- {task: A, status: done, date: 2022-09-28, result: Đã ban hành}\n")
    found = values(w.workspace(), "2022-10")
    assert (found["done_rate"], found["overdue_rate"], found["place"]) == ("33,3", "66,7", "Quảng Nam")
    assert (found["period"]["months"], values(w.workspace(), "2022-Q4")["period"]["months"]) == (1, 3)
    (done,) = found["highlights"]
    assert (done["agency"], done["title"], done["result"]) == ("Sở Tư pháp", "Việc", "Đã ban hành")


def test_a_paper_without_issuer_or_title_is_cited_by_number_and_day_alone(w: Builder) -> None:
    w.tasks("- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}")
    paper = "papers: [{number: 12/CV-UBND, date: 2022-10-05}]\n"
    w.write("data/reports/2022-10.yaml", "plan: 2022\nperiod: 2022-10\n" + paper)
    assert values(w.load().workspace, "2022-10")["papers"] == ["Công văn số 12/CV-UBND ngày 05/10/2022"]


def test_a_last_day_to_come_is_still_to_come(w: Builder) -> None:
    task = "- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}"
    w.tasks(task, HEAD.replace("ends: 2022-12-31", "ends: 2022-12-15"))
    coming = values(w.workspace(), "2022-12")["next"]
    assert (coming["opens"], coming["closes"], coming["is_over"]) == ("15/12/2022", "15/12/2022", False)
