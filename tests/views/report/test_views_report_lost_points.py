"""Lost points on a report's pages: each criterion once, a row for each task, nothing unknown called a loss."""

from __future__ import annotations

from functools import cache

from offices import phrases
from parplan.calendar.period import Period
from parplan.facts.report.report import ReportFacts, report_facts
from parplan.reading.load import Loaded, load
from parplan.views.report.lost_points import LostPointsTables, lost_values
from parplan.views.table import Table, printed
from parplan.words import words
from running import POINTS
from workspaces import RESULTS, Builder


@cache
def example(period: str = "2024") -> ReportFacts:
    workspace = load(POINTS).workspace
    return report_facts(workspace, workspace.plans[2024], Period.parse(period))


def shipped_facts(shipped: Loaded) -> ReportFacts:
    return report_facts(shipped.workspace, shipped.workspace.plans[2022], Period.parse("2022-10"))


def heads(table: Table) -> list[str]:
    return [column.title for column in table.columns]


def test_the_largest_loss_stands_first_and_the_rows_add_up_to_the_last() -> None:
    (table,) = LostPointsTables(example(), phrases(example())).tables()
    assert table.rows[0].cells[:5] == ("1", "8.3.1 Đánh giá của lãnh đạo, quản lý", "11", "8,91", "2,09")
    *rows, total = [row.cells[4] for row in table.rows]
    lost = [int(cell.replace(",", "")) for cell in rows if cell]
    assert lost == sorted(lost, reverse=True)
    assert (sum(lost), total, table.rows[-1].kind) == (1928, "19,28", "total")


def test_a_criterion_shows_its_cause_and_how_its_tasks_stand() -> None:
    (table,) = LostPointsTables(example(), phrases(example())).tables()
    by_name = {row.cells[1]: row.cells[5:] for row in table.rows}
    assert by_name["6.2.1 Ban hành quy định về tài sản cố định vô hình"] == (
        "Chủ quan",
        "Ban hành quy định về tài sản cố định vô hình",
        "Sở Tài chính",
        "Quá hạn",
    )
    assert by_name["6.3.1 Đơn vị tăng mức tự chủ trong năm"] == ("", "Chưa có nhiệm vụ nào", "", "")


def test_several_tasks_of_one_criterion_continue_its_cells(w: Builder) -> None:
    link = "criteria: [{ref: PAR/876/cong-bo, by: officer}]"
    w.tasks(
        f"- {{id: A, kind: ongoing, lead: [so-tu-phap], {link}, …}}\n"
        f"- {{id: B, kind: ongoing, lead: [hoi-an], {link}, …}}"
    )
    part = "{criterion: PAR/876/cong-bo, kind: appraised, cause: subjective}"
    w.write(
        RESULTS,
        "results:\n  - {index: PAR, year: 2022, place: quang-nam, set: '876', published: 2022-09-01, mark: read,"
        f" source: nguồn, parts: [{part}]}}\n",
    )
    workspace = w.workspace()
    facts = report_facts(workspace, workspace.plans[2022], Period.parse("2022-10"))
    (table,) = LostPointsTables(facts, phrases(facts)).tables()
    assert [row.cells[:2] for row in table.rows] == [("1", "Công bố"), (None, None)]
    assert [row.cells[7] for row in table.rows] == ["Sở Tư pháp", "UBND thành phố Hội An"]


def test_figures_that_nobody_knows_leave_no_empty_column_and_are_said(shipped: Loaded) -> None:
    facts = shipped_facts(shipped)
    (table,) = LostPointsTables(facts, phrases(facts)).tables()
    assert "Điểm mất" not in heads(printed(table))
    assert table.note.startswith("Chưa có số liệu về điểm của các tiêu chí này.")
    assert "Kế hoạch nêu là mất điểm qua các năm;" in table.note
    assert {row.kind for row in table.rows} == {"row"}  # no total of what is not known


def test_sentences_tell_the_whole_and_what_is_known_of_it(shipped: Loaded) -> None:
    (told,) = lost_values(example(), words("vi"))
    names = ("year", "score", "lost", "is_whole", "criteria", "unserved", "late", "subjective", "unknown")
    assert [told[name] for name in names] == [
        *("2023", "80,72 điểm", "19,28 điểm", "1", "55", "33", "11", "03", "")
    ]
    par, sipas = lost_values(shipped_facts(shipped), words("vi"))
    assert [par[name] for name in names] == ["2021", "86,57 điểm", "13,43 điểm", "", "", "", "", "03", ""]
    assert (sipas["score"], sipas["lost"]) == ("84,24%", "15,76 điểm phần trăm")
