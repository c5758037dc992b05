"""Tests of parplan.facts.report.report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from parplan.calendar.period import Period
from parplan.facts.report.report import ReportFacts, report_facts
from parplan.reading.load import Loaded, load
from workspaces import HEAD, PLAN, REPOSITORY, Builder

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [cac-huyen], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [so-noi-vu], targets: [{id: t, measure: m, unit: '%', at_least: 1}], …}
"""
PAPER = "document: {number: 1/QĐ, issuer: ubnd-tinh}"


@pytest.fixture
def m(w: Builder) -> Builder:
    return w.tasks(TASKS)


def facts(m: Builder, month: str) -> ReportFacts:
    workspace = m.workspace()
    return report_facts(workspace, workspace.plans[2022], Period.parse(month))


def told(found: ReportFacts) -> tuple[object, ...]:
    """What a month's report says, without the addresses of records or what it was drawn from."""
    every = (*found.standings.counted, *found.standing_duties)
    return (
        found.opens,
        found.closes,
        found.counts,
        found.counts_before,
        found.register,
        [(t.value, t.done, t.of, t.units, t.verdict) for t in found.targets],
        [(s.assignment.key, s.assignment.due, s.state, s.marks, s.days_late, s.days_left) for s in every],
        [[s.assignment.key for s in list_] for list_ in (found.newly_overdue, found.settled, found.supplemented)],
        [[s.assignment.key for s in list_] for list_ in (found.due_next, found.overdue, found.difficulties)],
        list(found.by_agency.items()),
    )


def september(m: Builder) -> None:
    m.report(
        "2022-09",
        "hoi-an",
        "- {task: B, period: 2022-09, status: done, date: 2022-09-10}\n",
        received="2022-09-15",
    )
    m.report("2022-09", "dien-ban", received="2022-09-18")
    m.report("2022-09", "so-noi-vu", "- {task: C, status: in-progress, values: {t: 1}, difficulty: x}\n")


def test_a_closed_month_stays_the_same_whatever_later_folders_say(m: Builder) -> None:
    september(m)
    before = told(facts(m, "2022-09"))
    m.report("2022-10", "so-tu-phap", "- {task: A, status: done, date: 2022-09-01}\n", received="2022-09-02")
    m.report("2022-10", "hoi-an", "- {task: B, period: 2022-09, status: not-started}\n", received="2022-09-01")
    m.report("2022-10", "so-noi-vu", "- {task: C, status: none, date: 2022-09-01, values: {t: 99}}\n")
    m.decisions(
        "2022-10",
        f"- {{id: q1, kind: drop, task: B, from: 2022-08-16, {PAPER}}}\n"
        f"- {{id: q2, kind: extend, task: A, to: 2022-12-30, from: 2022-09-01, {PAPER}}}\n"
        f"- {{id: q3, kind: assign, task: A, agencies: [hoi-an], from: 2022-09-01, {PAPER}}}\n"
        f"- {{id: q4, kind: exempt, task: C, from: 2022-09-01, {PAPER}}}\n",
    )
    m.write("data/reports/2022-10.yaml", "plan: 2022\nperiod: 2022-10\ndate: 2022-10-16\n")
    assert told(facts(m, "2022-09")) == before
    assert told(facts(m, "2022-10")) != before


def test_a_fact_learned_late_is_a_supplement_of_the_next_month(m: Builder) -> None:
    m.report("2022-10", "hoi-an", "- {task: B, period: 2022-09, status: done, date: 2022-09-10}\n")
    assert facts(m, "2022-09").supplemented == ()
    assert [s.assignment.key[:2] for s in facts(m, "2022-10").supplemented] == [("B", "hoi-an")]
    assert facts(m, "2022-11").supplemented == ()


def test_counts_stand_beside_those_of_the_month_before(m: Builder) -> None:
    september(m)
    found = facts(m, "2022-10")
    assert found.counts_before is not None
    assert (found.counts_before.total.done, found.counts_before.total.all_overdue) == (1, 0)
    assert (found.counts.total.total, found.counts.common.total, found.counts.single.total) == (9, 8, 1)
    assert (found.counts.total.done, found.counts.total.all_overdue, found.counts.total.open) == (1, 2, 6)
    assert (found.counts.common.overdue_unreported, found.counts.single.overdue_unreported) == (1, 1)


def test_the_first_month_has_none_before_it(m: Builder) -> None:
    found = facts(m, "2022-08")
    assert (found.before, found.counts_before, found.targets_before) == (None, None, ())
    assert (found.opens, found.closes) == (date(2022, 8, 1), date(2022, 8, 14))


def test_what_became_overdue_and_what_was_settled_is_told_once(m: Builder) -> None:
    september(m)
    m.report("2022-11", "so-tu-phap", "- {task: A, status: done, date: 2022-10-20}\n")
    newly = {
        month: [s.assignment.key[0] for s in facts(m, month).newly_overdue] for month in ("2022-10", "2022-11")
    }
    assert newly == {"2022-10": ["A", "B"], "2022-11": ["B", "B"]}
    assert [s.assignment.key[0] for s in facts(m, "2022-11").settled] == ["A"]
    assert not facts(m, "2022-12").settled


def test_what_is_due_by_the_next_month_s_end_and_not_done_is_foreseen(m: Builder) -> None:
    september(m)
    found = facts(m, "2022-08").due_next, facts(m, "2022-09").due_next
    assert [[str(s.assignment.key[0]) for s in due] for due in found] == [["A", "B", "B"], ["A", "B", "B", "B"]]


def test_difficulties_are_those_of_counted_and_standing_duties(m: Builder) -> None:
    september(m)
    m.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress, difficulty: x}\n")
    assert [s.assignment.key[0] for s in facts(m, "2022-09").difficulties] == ["A", "C"]


def test_every_unit_that_owes_has_a_tally_even_an_empty_one(m: Builder) -> None:
    tallies = facts(m, "2022-09").by_agency
    assert {agency: tally.total for agency, tally in tallies.items()} == {
        "so-noi-vu": 0,
        "so-tu-phap": 1,
        "hoi-an": 4,
        "dien-ban": 4,
    }


def test_the_officer_s_own_words_are_those_of_the_month(m: Builder) -> None:
    m.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\nsections: {results: Tốt}\n")
    hand = facts(m, "2022-09").hand
    assert hand is not None
    assert hand.sections is not None
    assert (hand.sections.results, facts(m, "2022-10").hand) == ("Tốt", None)


def test_it_is_known_whether_anyone_has_reported(m: Builder) -> None:
    assert not facts(m, "2022-09").has_updates
    september(m)
    assert (facts(m, "2022-08").has_updates, facts(m, "2022-09").has_updates) == (False, True)


def test_a_longer_period_closes_with_its_last_month_and_stands_beside_the_one_before(m: Builder) -> None:
    september(m)
    m.report("2022-10", "hoi-an", "- {task: B, period: 2022-10, status: done, date: 2022-10-10}\n")
    found = facts(m, "2022-Q4")
    assert (found.opens, found.closes) == (date(2022, 9, 15), date(2022, 12, 14))
    assert [str(month) for month in found.months] == ["2022-10", "2022-11", "2022-12"]
    assert found.counts == facts(m, "2022-12").counts
    assert found.counts_before == facts(m, "2022-09").counts
    assert [s.assignment.key for s in found.newly_overdue] == [
        s.assignment.key for s in found.overdue if s not in facts(m, "2022-09").overdue
    ]


def test_a_period_tells_only_of_the_months_that_the_plan_reaches(m: Builder) -> None:
    found = facts(m, "2022-Q3")
    assert ([str(month) for month in found.months], found.opens) == (["2022-08", "2022-09"], date(2022, 8, 1))
    assert [str(month) for month in found.registers] == ["2022-09"]
    assert (facts(m, "2022").before, facts(m, "2022-H2").closes) == (None, date(2022, 12, 14))


def test_a_duty_without_a_day_is_reported_in_a_period_if_it_was_in_one_of_its_months(m: Builder) -> None:
    september(m)
    states = {p: [s.state.value for s in facts(m, p).standing_duties] for p in ("2022-08", "2022-Q3", "2022-Q4")}
    assert states == {"2022-08": ["not-reported"], "2022-Q3": ["reported"], "2022-Q4": ["not-reported"]}


def test_a_supplement_of_a_quarter_tells_of_what_was_done_before_the_quarter(m: Builder) -> None:
    m.report("2022-11", "hoi-an", "- {task: B, period: 2022-09, status: done, date: 2022-09-10}\n")
    m.report("2022-12", "dien-ban", "- {task: B, period: 2022-10, status: done, date: 2022-10-10}\n")
    assert [s.assignment.agency for s in facts(m, "2022-Q4").supplemented] == ["hoi-an"]
    assert [s.assignment.agency for s in facts(m, "2022-12").supplemented] == ["dien-ban"]


def test_what_comes_after_a_long_period_begins_the_day_after_its_close(m: Builder) -> None:
    assert facts(m, "2022-10").coming == (date(2022, 10, 15), date(2022, 11, 30))
    assert facts(m, "2022-Q3").coming == (date(2022, 9, 15), date(2022, 12, 31))
    assert facts(m, "2022-12").coming == (date(2022, 12, 15), date(2022, 12, 31))
    year = facts(m, "2022")
    assert year.coming == (date(2022, 12, 15), date(2022, 12, 31))
    assert {s.assignment.due.named for s in year.due_next if s.assignment.due} == {date(2022, 12, 31)}


def test_each_month_s_close_is_told_up_to_the_report_s_own(m: Builder) -> None:
    september(m)
    found = facts(m, "2022-Q4")
    assert [str(month) for month in found.by_month][-1] == "2022-12"
    assert found.by_month[Period.parse("2022-10")] == facts(m, "2022-10").counts.total


def test_months_overdue_in_a_row_are_counted_back_from_the_close(m: Builder) -> None:
    september(m)
    m.report("2022-11", "hoi-an", "- {task: B, period: 2022-09, status: in-progress}\n")
    rows = facts(m, "2022-Q4").overdue_in_a_row
    assert {key: row for key, row in rows.items() if key[1] == "dien-ban"} == {
        ("B", "dien-ban", Period.parse("2022-09")): 3,
        ("B", "dien-ban", Period.parse("2022-10")): 2,
        ("B", "dien-ban", Period.parse("2022-11")): 1,
    }
    assert rows.keys() == {standing.assignment.key for standing in facts(m, "2022-Q4").overdue}


def test_work_that_was_once_done_and_taken_back_is_counted_anew(m: Builder) -> None:
    m.report("2022-11", "hoi-an", "- {task: B, period: 2022-09, status: done, date: 2022-11-10}\n")
    m.report("2022-12", "hoi-an", "- {task: B, period: 2022-09, status: in-progress}\n")
    assert facts(m, "2022-12").overdue_in_a_row["B", "hoi-an", Period.parse("2022-09")] == 1


def test_results_are_told_in_the_first_report_in_the_year_s_and_when_they_come_out(shipped: Loaded) -> None:
    def told(period: str) -> list[tuple[int, int]]:
        workspace = shipped.workspace
        found = report_facts(workspace, workspace.plans[2022], Period.parse(period)).index_changes
        return [change.years for change in found]

    assert told("2022-09") == told("2022") == told("2022-Q3") == [(2020, 2021), (2020, 2021)]
    assert told("2022-10") == told("2022-Q4") == []


def test_newly_published_results_are_told_once(m: Builder) -> None:
    result = "{index: PAR, year: 2022, place: quang-nam, score: 80, published: 2022-11-20, mark: read, source: x}"
    m.write("data/results/2022.yaml", f"results:\n- {result}\n")
    assert [len(facts(m, month).index_changes) for month in ("2022-11", "2022-12")] == [0, 1]


def test_an_index_that_comes_out_after_the_close_waits_though_another_of_its_year_is_out(m: Builder) -> None:
    def out(index: str, day: str) -> str:
        told = "place: quang-nam, score: 80, mark: read, source: x"
        return f"- {{index: {index}, year: 2022, published: {day}, {told}}}"

    m.write("data/results/2022.yaml", f"results:\n{out('PAR', '2022-10-01')}\n{out('SIPAS', '2022-11-20')}\n")
    told = {month: facts(m, month) for month in ("2022-10", "2022-12")}
    assert {
        month: ([change.index.id for change in one.index_changes], [result.index for result in one.known_results])
        for month, one in told.items()
    } == {"2022-10": (["PAR"], ["PAR"]), "2022-12": (["PAR", "SIPAS"], ["PAR", "SIPAS"])}


def test_units_proposals_are_those_of_the_period_s_own_reports(m: Builder) -> None:
    m.report("2022-09", "so-noi-vu", "- {task: C, status: done, proposal: x}\n")
    m.report("2022-10", "so-tu-phap", "- {task: A, status: in-progress, proposal: y}\n")
    told = {period: facts(m, period).proposals for period in ("2022-09", "2022-10", "2022-Q4")}
    assert {period: [s.assignment.task.id for s in every] for period, every in told.items()} == {
        "2022-09": ["C"],
        "2022-10": ["A"],
        "2022-Q4": ["A"],
    }


def test_work_slips_where_its_unit_expects_it_after_the_deadline_and_has_not_done_it(m: Builder) -> None:
    def slipping(update: str) -> bool:
        m.report("2022-10", "so-tu-phap", f"- {{task: A, {update}}}\n")
        return bool(facts(m, "2022-10").slipping)

    assert slipping("status: in-progress, expected: 2022-10-01")
    assert not slipping("status: in-progress, expected: 2022-09-30")
    assert not slipping("status: done, date: 2022-10-02, expected: 2022-10-01")
    assert not slipping("status: in-progress")


def test_what_was_decided_is_news_in_one_report(m: Builder) -> None:
    drop = "- {id: d, kind: drop, task: A, from: 2022-10-01, document: {number: 1/QĐ, issuer: ubnd-tinh}}"
    m.decisions("2022-10", drop)
    told = {period: [d.id for d in facts(m, period).decisions] for period in ("2022-09", "2022-10", "2022-11")}
    assert told == {"2022-09": [], "2022-10": ["d"], "2022-11": []}


def test_a_reminder_belongs_to_the_period_in_which_it_went_out(m: Builder) -> None:
    asked = "reports: [{month: 2022-09, agencies: [so-tu-phap]}]"
    m.write("data/reminders/2022.yaml", f"plan: 2022\nreminders:\n- {{number: 1/S, date: 2022-10-05, {asked}}}\n")
    told = {period: len(facts(m, period).letters_of_period) for period in ("2022-09", "2022-10", "2022-11")}
    assert told == {"2022-09": 0, "2022-10": 1, "2022-11": 0}


@pytest.mark.parametrize("root", [REPOSITORY / "examples" / "quang-nam-2022"])
def test_the_closing_report_judges_all_that_fell_due_by_the_plan_s_end(root: Path) -> None:
    workspace = load(root).workspace
    plan = workspace.plans[2022]
    found = report_facts(workspace, plan, Period.whole_plan(2022))
    assert (found.opens, found.closes) == (date(2022, 8, 1), date(2022, 12, 31))
    due = [s for s in found.standings.counted if s.assignment.due and s.assignment.due.last <= plan.plan.ends]
    assert len(due) > 400
    assert [s.assignment.key for s in due if not s.fell_due] == []
    assert found.due_next == ()


def test_what_is_dated_on_the_first_or_the_last_day_of_a_report_is_told_in_it(m: Builder) -> None:
    letter = "{{number: {0}/SNV-CCHC, date: {1}, tasks: [{{task: A, agencies: [so-tu-phap]}}]}}"
    days = ("2022-09-14", "2022-09-15", "2022-10-14", "2022-10-15")
    written = "".join(f"  - {letter.format(number, day)}\n" for number, day in enumerate(days, start=1))
    m.write("data/reminders/2022.yaml", f"plan: 2022\nreminders:\n{written}")
    assert [str(sent.date) for sent in facts(m, "2022-10").letters_of_period] == ["2022-09-15", "2022-10-14"]


@pytest.mark.parametrize(
    ("published", "month"),
    [("2022-09-15", "2022-10"), ("2022-10-14", "2022-10"), ("2022-10-15", "2022-11"), ("2022-11-14", "2022-11")],
)
def test_results_are_told_in_the_report_in_whose_days_they_came_out(
    m: Builder, published: str, month: str
) -> None:
    result = (
        f"{{index: PAR, year: 2021, place: quang-nam, score: 80, published: {published}, mark: read, source: x}}"
    )
    m.write("data/results/2021.yaml", f"results:\n  - {result}\n")
    told = [each for each in ("2022-10", "2022-11", "2022-12") if facts(m, each).index_changes]
    assert told == [month]


def test_the_newest_results_that_are_out_are_told(m: Builder) -> None:
    for year, published in ((2020, "2022-09-20"), (2021, "2022-09-21")):
        result = f"{{index: PAR, year: {year}, place: quang-nam, published: {published}, mark: read, source: x}}"
        m.write(f"data/results/{year}.yaml", f"results:\n  - {result}\n")
    assert [change.years for change in facts(m, "2022-10").index_changes] == [(2020, 2021)]


def test_on_the_day_of_its_close_a_report_is_still_a_draft_and_tells_the_same(m: Builder) -> None:
    workspace = m.workspace()
    plan, month = workspace.plans[2022], Period.parse("2022-09")
    drawn = [report_facts(workspace, plan, month, date(2022, 9, day)) for day in (14, 15)]
    assert [one.is_ahead for one in drawn] == [True, False]
    assert drawn[0].counts == drawn[1].counts


def test_of_what_was_done_only_single_offices_own_duties_are_highlights(m: Builder) -> None:
    m.report("2022-09", "so-tu-phap", "- {task: A, status: done, date: 2022-09-05}\n")
    m.report("2022-09", "hoi-an", "- {task: B, period: 2022-09, status: done, date: 2022-09-10}\n")
    assert [s.assignment.task.id for s in facts(m, "2022-09").highlights] == ["A"]


@pytest.mark.parametrize(("day", "is_next"), [("14/9", False), ("15/9", True), ("31/10", True), ("01/11", False)])
def test_what_falls_due_next_is_what_falls_due_from_the_day_after_the_close_to_the_next_month_s_end(
    w: Builder, day: str, is_next: bool
) -> None:
    w.tasks(f"- {{id: A, kind: once, lead: [so-tu-phap], deadline: {{rule: ngày {day}/2022}}, …}}\n")
    assert bool(facts(w, "2022-09").due_next) is is_next


FINAL = Period.whole_plan(2022)


def drawn(m: Builder, period: Period, today: date | None = None) -> ReportFacts:
    workspace = m.workspace()
    return report_facts(workspace, workspace.plans[2022], period, today)


def test_a_month_in_which_nobody_owed_a_report_is_registered_if_somebody_sent_one(m: Builder) -> None:
    m.report("2022-08", "hoi-an", received="2022-08-15")
    assert [str(month) for month in facts(m, "2022-Q3").registers] == ["2022-08", "2022-09"]


@pytest.mark.parametrize(
    ("today", "owed"),
    [
        (date(2022, 11, 16), ["2022-10"]),
        (date(2022, 11, 17), ["2022-10"]),  # the last day to send November's
        (date(2022, 11, 18), ["2022-10", "2022-11"]),
    ],
)
def test_before_the_close_nobody_is_silent_for_a_month_that_can_still_be_sent(
    m: Builder, today: date, owed: list[str]
) -> None:
    found = drawn(m, Period.parse("2022-Q4"), today)
    assert [str(month) for month in found.registers] == owed
    assert found.register.silent == ("so-tu-phap", "hoi-an", "dien-ban")
    early = drawn(m, Period.parse("2022-09"), date(2022, 9, 10)).register
    assert (early.silent, early.is_owed) == ((), False)


def test_what_is_open_on_the_plan_s_last_day_is_overdue_when_that_day_is_over(m: Builder) -> None:
    m.tasks(TASKS + "- {id: E, kind: once, lead: [so-noi-vu, so-tai-chinh], …}\n")
    found = drawn(m, FINAL)
    # B of December falls due on that day too, for two districts
    assert (found.due_at_end, len(found.overdue)) == (4, 11)
    assert drawn(m, FINAL, date(2022, 12, 31)).due_at_end == 0


def test_a_letter_that_a_person_has_written_down_among_the_papers_is_told_once(m: Builder) -> None:
    asked = "reports: [{month: 2022-09, agencies: [so-tu-phap]}]"
    letters = "".join(f"- {{number: {n}/SNV-CCHC, date: 2022-10-05, {asked}}}\n" for n in (1, 2))
    m.write("data/reminders/2022.yaml", f"plan: 2022\nreminders:\n{letters}")
    m.write("data/reports/2022-10.yaml", "plan: 2022\nperiod: 2022-10\npapers: [{number: 2/SNV-CCHC}]\n")
    assert [letter.number for letter in facts(m, "2022-10").letters_of_period] == ["1/SNV-CCHC"]


def test_in_the_first_report_whatever_was_decided_is_news(m: Builder) -> None:
    m.decisions("2022-08", f"- {{id: d, kind: drop, task: A, from: 2022-08-10, {PAPER}}}\n")
    found = facts(m, "2022-08")
    assert ([d.id for d in found.decisions], found.put_off, found.released) == (["d"], (), ())


def test_what_was_put_off_or_taken_away_since_the_report_before_is_told(m: Builder) -> None:
    m.decisions(
        "2022-11",
        f"- {{id: q1, kind: extend, task: A, to: 2022-11-30, from: 2022-10-20, {PAPER}}}\n"
        f"- {{id: q2, kind: exempt, task: B, agencies: [hoi-an], period: 2022-09, from: 2022-09-20, {PAPER}}}\n",
    )
    told = {month: facts(m, month) for month in ("2022-10", "2022-11", "2022-12")}
    assert {
        month: [[s.assignment.key[:2] for s in every] for every in (found.put_off, found.released)]
        for month, found in told.items()
    } == {"2022-10": [[], []], "2022-11": [[("A", "so-tu-phap")], [("B", "hoi-an")]], "2022-12": [[], []]}


def test_only_what_is_done_is_a_highlight_and_the_report_itself_is_none(m: Builder) -> None:
    m.tasks(TASKS + "- {id: E, kind: once, lead: [so-noi-vu], …}\n")
    m.report("2022-09", "so-tu-phap", "- {task: A, status: in-progress}\n")
    m.report("2022-09", "so-noi-vu", "- {task: E, status: done, date: 2022-09-05}\n")
    assert [s.assignment.task.id for s in facts(m, "2022-09").highlights] == ["E"]
    m.change(PLAN, "archive: VT\n", "archive: VT\n    task: E\n")
    assert facts(m, "2022-09").highlights == ()


def test_counts_are_compared_with_those_of_a_month_for_which_somebody_had_reported(m: Builder) -> None:
    assert facts(m, "2022-10").compared is None
    assert facts(m, "2022-08").compared is None
    september(m)
    found = facts(m, "2022-10")
    assert found.compared is found.counts_before is not None
    assert [target.value for target in found.targets_before] == [
        target.value for target in facts(m, "2022-09").targets
    ]


def test_a_report_goes_where_a_person_sends_it_else_where_every_report_goes(m: Builder) -> None:
    assert facts(m, "2022-09").addressees == ("ubnd-tinh",)
    m.write("data/reports/2022-09.yaml", "plan: 2022\nperiod: 2022-09\nto: [so-tai-chinh]\n")
    assert facts(m, "2022-09").addressees == ("so-tai-chinh",)
    assert facts(m, "2022-10").addressees == ("ubnd-tinh",)


RESULT = "place: quang-nam, score: 80, mark: read, source: x"
BASELINE = f"baseline:\n  - {{index: PAR, year: 2021, {RESULT}}}\n"


def test_without_any_result_no_report_tells_of_one(m: Builder) -> None:
    assert [facts(m, month).index_changes for month in ("2022-08", "2022-09", "2022")] == [(), (), ()]


def test_results_are_told_in_every_report_of_a_year_and_the_last(m: Builder) -> None:
    m.tasks(TASKS, HEAD.replace("2022-12-31", "2023-12-31") + BASELINE)
    told = [
        bool(facts(m, period).index_changes) for period in ("2022-09", "2022-12", "2023-Q2", "2023-H1", "2023")
    ]
    assert told == [True, False, False, False, True]
    assert drawn(m, FINAL).index_changes


def test_results_that_come_out_later_are_neither_told_nor_what_others_are_compared_with(m: Builder) -> None:
    m.tasks(TASKS, HEAD + BASELINE)
    later = f"{{index: PAR, year: 2022, published: 2022-12-20, {RESULT}}}"
    unknown = f"{{index: SIPAS, year: 2023, {RESULT}}}"  # of a year after the newest that is out
    m.write("data/results/2022.yaml", f"results:\n  - {later}\n")
    m.write("data/results/2023.yaml", f"results:\n  - {unknown}\n")
    found = facts(m, "2022-09")
    assert [change.years for change in found.index_changes] == [(2020, 2021)]
    assert [(result.index, result.year) for result in found.known_results] == [("PAR", 2021)]


def test_an_index_of_which_only_the_year_before_is_known_is_told_beside_the_others(m: Builder) -> None:
    older = f"  - {{index: SIPAS, year: 2020, {RESULT}}}\n"
    m.tasks(TASKS, HEAD + BASELINE + older)
    found = facts(m, "2022-09").index_changes
    assert [(change.index.id, change.after is None) for change in found] == [("PAR", False), ("SIPAS", True)]


def test_the_tasks_to_come_are_counted_once_whoever_owes_them(m: Builder) -> None:
    assert facts(m, "2022-09").tasks_due_next == 2  # A, and B of two districts in two months


@pytest.mark.parametrize(
    ("period", "previous"), [("2022-10", "2022-09"), ("2022-Q4", "2022-Q3"), ("2022", "2021")]
)
def test_a_report_stands_beside_that_of_the_period_before(m: Builder, period: str, previous: str) -> None:
    assert str(facts(m, period).previous) == previous


def test_the_closing_report_stands_beside_the_last_month_and_looks_at_all_of_them(m: Builder) -> None:
    m.report("2022-08", "so-noi-vu", "- {task: C, status: in-progress}\n")
    found = drawn(m, FINAL)
    assert str(found.previous) == "2022-12"
    assert [str(month) for month in found.folders] == [
        "2022-08",
        "2022-09",
        "2022-10",
        "2022-11",
        "2022-12",
        "2023-01",
    ]
    assert [s.state.value for s in found.standing_duties] == ["reported"]


def test_a_report_before_its_close_counts_itself_once_among_the_closes_at_which_work_was_overdue(
    m: Builder,
) -> None:
    found = drawn(m, Period.parse("2022-11"), date(2022, 11, 2))
    assert found.overdue_in_a_row["A", "so-tu-phap", None] == 2
    assert found.by_month[Period.parse("2022-11")] == found.counts.total  # what falls due later is still open
    assert drawn(m, FINAL).overdue_in_a_row["A", "so-tu-phap", None] == 4
    assert facts(m, "2022-11").overdue_in_a_row["A", "so-tu-phap", None] == 2
    assert facts(m, "2022-09").overdue_in_a_row == {}


def test_a_report_is_of_a_sample_where_its_progress_or_its_results_are(m: Builder) -> None:
    m.tasks(TASKS, HEAD + BASELINE).report("2022-09", "so-tu-phap")
    assert not facts(m, "2022-09").is_sample
    m.report("2022-09", "so-tu-phap", more="sample: true")
    assert facts(m, "2022-09").is_sample
    m.report("2022-09", "so-tu-phap")
    result = f"{{index: SIPAS, year: 2021, {RESULT}}}"
    m.write("data/results/2021.yaml", f"sample: true\nresults:\n  - {result}\n")
    assert facts(m, "2022-09").is_sample


def test_a_month_of_which_no_report_at_all_is_recorded_is_nobody_s_silence(m: Builder) -> None:
    m.report("2022-11", "hoi-an", received="2022-11-16")
    found = facts(m, "2022-Q4")
    assert [str(month) for month in found.registers] == ["2022-11", "2022-12"]
    assert [str(month) for month in found.unrecorded_months] == ["2022-10"]
