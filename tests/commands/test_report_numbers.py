"""Every number in the sentences of a report, against the same counted another way: from the YAML, by recount.py.

Must not ask parplan for a figure: only for the report's text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from recount import BEFORE, FINAL, MONTHS, YEAR_END, Owed, Recount, recount
from running import SAMPLE, run_in
from sample_by_hand import TALLY
from workspaces import REPOSITORY

PERIODS = tuple(MONTHS)
OPTIONS = {
    "2022-Q3": ("--quarter", "3"),
    "2022-Q4": ("--quarter", "IV"),
    "2022-H2": ("--half", "2"),
    "2022": ("--year-end",),
    FINAL: ("--final",),
}
SINGLE = tuple(period for period in MONTHS if period not in OPTIONS)
LONG = {"2022-Q3": ["2022"], "2022-Q4": ["2022"], "2022-H2": ["6", "2022"], "2022": ["2022"]}
NUMBER = re.compile(r"\d(?:[\d.,/]*\d)?")
ROOTS = {"shipped": REPOSITORY, "sample": SAMPLE}

Told = dict[str, list[str]]
"""The numbers of each paragraph, by the words it begins with."""


def count(number: int) -> str:
    return f"{number:02}" if number < 10 else f"{number:,}".replace(",", ".")


def day(when: date) -> str:
    return (
        f"{when.day:02}/{when.month:02}/{when.year}"
        if when.month < 3
        else f"{when.day:02}/{when.month}/{when.year}"
    )


def rate(part: int, whole: int) -> str:
    return f"{round(part * 1000 / whole) / 10:.1f}".replace(".", ",")


def month_number(month: str) -> str:
    return str(int(month[-2:]))


def named(period: str) -> list[str]:
    """The numbers in a period's name in full."""
    return LONG.get(period) or [month_number(period), "2022"]


# --- what the report says --------------------------------------------------------------------------------------


@cache
def _whole(root: Path, period: str) -> str:
    options = OPTIONS.get(period) or ("--month", month_number(period))
    ran = run_in(root, "report", *options, "--format", "md", "-o", "-")
    assert ran.code == 0
    return ran.out


@cache
def prose(root: Path, period: str) -> tuple[str, ...]:
    """The paragraphs and headings of the text, from its first sentence to its last."""
    whole = _whole(root, period)
    body = whole[whole.index("Thực hiện Kế hoạch số") : whole.index("**Nơi nhận")]
    parts = (part.strip() for part in body.split("\n\n"))
    return tuple(
        part
        for part in parts
        if part
        and not part.startswith(("|", "**Bảng", "**[", "Tỷ lệ hoàn thành =", "Nhiệm vụ định kỳ được đánh giá"))
    )


def numbers(paragraph: str, read: Recount) -> list[str]:
    """The numbers of a sentence that are ours: what people wrote is taken out, and the numbers of headings."""
    text = re.sub(r"^#+ (?:[IV]+|\d)\. |[\\*]", "", paragraph).replace("\n", " ")
    for written in _written(read):
        text = text.replace(written, "")
    return NUMBER.findall(text)


@cache
def _written(read: Recount) -> tuple[str, ...]:
    """Titles and units' own words that hold numbers, the longest first."""
    found: set[str] = set()
    for task in read.plan["tasks"]:
        found |= {task["title"], *(target["measure"] for target in task.get("targets", []))}
    for file in read.reports.values():
        for update in file.get("updates", []):
            found |= {str(update.get(key, "")) for key in ("result", "difficulty", "reason")}
            for proof in update.get("evidence", []):
                found |= {str(proof.get("link", "")), str(proof.get("title", ""))}
                if "number" in proof:
                    found.add(f"{proof['number']} ngày {day(proof['date'])}")
    for _, decision in read.decisions:
        paper = decision["document"]
        found |= {
            f"{paper['number']} ngày {day(paper['date'])}",
            f"đến ngày {day(decision.get('to', paper['date']))}",
        }
    for letter in read.letters:
        found.add(f"{letter['number']} ngày {day(letter['date'])} của")
    for report in read.hand.values():
        for paper in report.get("papers", []):
            found |= {f"{paper['number']} ngày {day(paper['date'])}", paper["title"]}
        found |= {
            " ".join(part.split()) for words in report.get("sections", {}).values() for part in _parts(words)
        }
    cleaned = {text.strip().rstrip(".") for text in found}
    return tuple(sorted((text for text in cleaned if NUMBER.search(text)), key=len, reverse=True))


def _parts(words: str) -> Iterator[str]:
    for part in re.split(r"\n\s*\n|\n- ", words):
        yield part.replace("*", "").removeprefix("- ")


# --- what it must say --------------------------------------------------------------------------------------------


class Expected:
    """The numbers of every paragraph that a period's report may have."""

    OPENINGS = (
        *("Thực hiện Kế hoạch số", "Để theo dõi", "Trong số", "Ngoài ra", "So với kỳ báo cáo"),
        *("Trong kỳ, cập nhật bổ sung", r"Có \d+ đơn vị còn nhiệm vụ quá hạn", "Nhiệm vụ quá hạn lâu nhất"),
        *("# IV. NHIỆM VỤ TRỌNG TÂM", "Trên đây là"),
    )

    def __init__(self, read: Recount, period: str) -> None:
        self.read = read
        self.period = period
        self.months = MONTHS[period]
        self.now = read.at(period)
        self.closes = self.now[0].closes
        self.overdue = [owed for owed in self.now if owed.overdue]
        self.is_last = self.months[-1] == "2022-12"

    def told(self) -> Told:
        opened = max(date(2022, int(self.months[0][-2:]) - 1, 15), date(2022, 8, 1))  # the plan's first day
        opening = ["8", "2022", *named(self.period), day(opened), day(self.closes)]
        heading = [] if self.is_last else self.coming_name()
        results = [
            self.of_due(),
            self.early(),
            self.trend(),
            self.supplements(),
            self.most_overdue(),
            self.worst(),
        ]
        every = [opening, self.scope(), *(results if self.read.heard(self.period) else [None] * 6)]
        every += [heading, named(self.period)]
        told = zip(self.OPENINGS, every, strict=True)
        return {words: wanted for words, wanted in told if wanted is not None}

    def scope(self) -> list[str]:
        tasks = self.read.plan["tasks"]
        general = sum(task["kind"] == "general" for task in tasks)
        common = sum(owed.common for owed in self.now)
        due = sum(owed.fell_due for owed in self.now)
        figures = [len(tasks), general, len(self.read.owing(self.period)), len(self.now), 1, 1, 1]
        ending = [count(due), day(self.closes)] if due else []
        if not due and self.read.heard(self.period):
            ending = [day(self.closes), *([count(self.done_early)] if self.done_early else [])]
        return [*map(count, [*figures, common, len(self.now) - common]), *ending]

    def of_due(self) -> list[str] | None:
        due = [owed for owed in self.now if owed.fell_due]
        if not due:
            return None
        done = [owed for owed in due if owed.done]
        late = sum(owed.late for owed in done)
        told = [count(len(due)), count(len(done)), rate(len(done), len(due))]
        told += [count(len(done) - late), count(late)] if late and late < len(done) else []
        if self.overdue:
            told += [count(len(self.overdue)), rate(len(self.overdue), len(due))]
        unheard = sum(not owed.heard for owed in self.overdue)
        return told + ([count(unheard)] if 0 < unheard < len(self.overdue) else [])

    @property
    def done_early(self) -> int:
        return sum(owed.done is not None and owed.due > self.closes for owed in self.now)

    def early(self) -> list[str] | None:
        return [count(self.done_early)] if self.done_early and any(owed.fell_due for owed in self.now) else None

    def trend(self) -> list[str] | None:
        before = BEFORE.get(self.period)
        if before is None or not self.read.heard(before):
            return None
        then = {owed.key: owed for owed in self.read.at(before)}
        done = sum(o.done is not None for o in self.now) - sum(o.done is not None for o in then.values())
        overdue = len(self.overdue) - sum(o.overdue for o in then.values())
        new = sum(1 for o in self.overdue if not (o.key in then and then[o.key].overdue))
        settled = sum(1 for o in self.now if o.done and o.key in then and then[o.key].overdue)
        name = [month_number(before)] if before in SINGLE else []
        if 1 < new == overdue and not settled:  # "all of them new"
            new = 0
        return name + [count(abs(number)) for number in (done, overdue, new, settled) if number]

    def supplements(self) -> list[str] | None:
        first = date(2022, int(self.months[0][-2:]) - 1, 15)
        late = [o for o in self.now if o.done and o.folder in self.months and o.done < first]
        periods = [period for _, period in dict.fromkeys((o.task, o.period) for o in late)]
        return [f"{month_number(p)}/2022" for p in periods if len(p) == 7] if late else None

    def most_overdue(self) -> list[str] | None:
        by_unit = Counter(owed.unit for owed in self.overdue)
        told, named = [count(len(by_unit))], 0
        for number, units in sorted(Counter(by_unit.values()).items(), reverse=True):
            if named < 3 and (number > 1 or (len(by_unit) < 4 and named)):
                told += [count(units - 6)] if units > 7 else []
                told += [count(number)]
                named += units
        return told if by_unit else None

    def worst(self) -> list[str] | None:
        if not self.overdue:
            return None
        worst = min(self.overdue, key=lambda owed: owed.due)
        days = count((self.closes - worst.due).days)
        units = sum((o.task, o.period, o.due) == (worst.task, worst.period, worst.due) for o in self.overdue)
        of = [count(units)] if units > 2 else []
        return [f"{month_number(worst.period)}/2022", *of, day(worst.due), day(self.closes), days]

    def coming_name(self) -> list[str]:
        return ["2022"] if self.period == "2022-Q3" else [str(int(self.period[-2:]) + 1), "2022"]

    def coming(self) -> list[str]:
        """What falls due next: whose days, how many tasks and assignments, and the periods of those named."""
        month = int(self.months[-1][-2:])
        first = self.closes + timedelta(1)
        by_month = self.period in SINGLE and month < 11
        last = date(2022, month + 2, 1) - timedelta(1) if by_month else YEAR_END
        due = [o for o in self.now if o.done is None and first <= o.due <= last]
        tasks = {o.task for o in due}
        return [day(first), day(last), count(len(tasks)), count(len(due))]


def registers(read: Recount, period: str) -> list[list[str]]:
    """Who had reported for each month: on time, late, not at all."""
    told = []
    for month in MONTHS[period]:
        asked = [unit for unit in read.owing(period) if unit != "so-noi-vu"]
        sent = {u: read.received(month, u) for u in asked if (month, u) in read.reports}
        if month == "2022-08":  # the plan began in it: no report is owed
            told += [[count(len(sent)), month_number(month)]] if sent else []
            continue
        last = date(2022, int(month[-2:]), 17)
        late = sum(received > last for received in sent.values())
        numbers = [f"{count(len(sent))}/{count(len(asked))}"] if sent else []
        numbers += [month_number(month)]
        if late:
            numbers += [count(len(sent) - late), day(last), count(late)] if late < len(sent) else [day(last)]
        else:
            numbers = [day(last), *numbers]
        silent = len(asked) - len(sent)
        numbers += [count(silent)] if sent and silent else []
        numbers += [count(silent - 6)] if sent and silent > 12 else []
        told.append(numbers)
    return told


each_report = pytest.mark.parametrize(("root", "period"), [(root, period) for root in ROOTS for period in PERIODS])

KINDS = {
    "scope": "Thực hiện Kế hoạch số|Để theo dõi|Trong số|Ngoài ra|So với kỳ báo cáo|Trong kỳ, cập nhật bổ sung",
    "overdue": r"Có \d+ đơn vị còn nhiệm vụ quá hạn|Nhiệm vụ quá hạn lâu nhất",
    "frame": "# IV. NHIỆM VỤ TRỌNG TÂM|Trên đây là",
    "registers": r"Đến hết ngày|Có \d+(?:/\d+)? cơ quan",
    "registers of months": "Việc gửi báo cáo hằng tháng",
    "coming": r"Tháng \d+ năm \d+ (?:có|không có)|Từ ngày",
    "going on": "Sở Nội vụ tiếp tục",
    "lasting": r"Trong đó, .* có nhiệm vụ quá hạn \d+ kỳ báo cáo",
    "difficulties": r"Có \d+ lượt nhiệm vụ gặp khó khăn",
    "target notes": r"Chỉ tiêu \d+: ",
    "targets": r"(?:Kế hoạch có|Đến kỳ báo cáo,) .*chỉ tiêu",
    "lost points": r"Chỉ số (?:Par Index|Sipas) năm \d+ đạt [\d,%]+(?: điểm)?, mất ",
    "indexes": "Chỉ số (?:Par Index|Sipas)",
    "items": r"\\?- ",
}
"""What each kind of paragraph begins with. A sentence of another kind may hold no number that nobody counts."""


def kind(paragraph: str) -> str:
    return next((name for name, opening in KINDS.items() if re.match(opening, paragraph)), "")


@each_report
def test_every_count_in_the_sentences_is_what_the_files_come_to(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    said = prose(ROOTS[root], period)
    wanted = Expected(read, period).told()
    found = {
        words: numbers(part, read)
        for part in said
        if kind(part) in ("scope", "overdue", "frame")
        for words in [next(opening for opening in Expected.OPENINGS if re.match(opening, part))]
    }
    assert found == wanted


@each_report
def test_every_sentence_with_a_number_is_of_a_kind_that_is_counted(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    unknown = [part for part in prose(ROOTS[root], period) if not kind(part) and numbers(part, read)]
    assert unknown == []


@each_report
def test_who_reported_is_who_has_a_file(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    said = [numbers(part, read) for part in prose(ROOTS[root], period) if kind(part) == "registers"]
    wanted = registers(read, period) if read.heard(period) else []
    assert said == (wanted if len(wanted) == 1 else [])


@pytest.mark.parametrize("period", [period for period in PERIODS if period not in SINGLE])
def test_who_reported_for_each_month_of_a_longer_period_stands_in_a_table(period: str) -> None:
    read = recount(SAMPLE)
    wanted = {}
    for month in MONTHS[period]:
        asked = [unit for unit in read.owing(period) if unit != "so-noi-vu"]
        sent = [read.received(month, unit) for unit in asked if (month, unit) in read.reports]
        late = sum(received > date(2022, int(month[-2:]), 17) for received in sent)
        is_owed = month != "2022-08"  # the plan began in it
        owed, silent = (len(asked), len(asked) - len(sent)) if is_owed else ("-", 0)
        figures = (owed, len(sent), len(sent) - late, late, silent)
        wanted[f"tháng {month_number(month)}/2022"] = [*map(str, figures)]
    table = rows(SAMPLE, period, width=6)
    assert {name: cells[1:] for name, cells in table.items() if name.startswith("tháng")} == wanted


@each_report
def test_what_comes_next_is_what_is_due_then(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    (said,) = [part for part in prose(ROOTS[root], period) if kind(part) == "coming"]
    told = said[: said.find(" (chi tiết")]
    assert numbers(told, read) == Expected(read, period).coming()


@each_report
def test_what_goes_on_and_what_stands_in_the_way_is_counted(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    said = prose(ROOTS[root], period)
    expected = Expected(read, period)
    (going_on,) = [numbers(part, read) for part in said if kind(part) == "going on"]
    overdue = [count(len(expected.overdue))] if expected.overdue and read.heard(period) else []
    assert going_on == overdue + ([] if expected.is_last or period == "2022-Q3" else expected.coming_name()[:1])
    hard = read.difficulties(period)
    assert [numbers(part, read)[:1] for part in said if kind(part) == "difficulties"] == (
        [[count(len(hard))]] if hard else []
    )
    told = "\n".join(part for part in said if kind(part) in ("difficulties", "items"))
    for task, unit, of in hard:
        title = next(one["title"] for one in read.plan["tasks"] if one["id"] == task)
        month = f"tháng {month_number(of)}/2022, " if of.startswith("2022-") else ""
        assert f"{title} ({month}{read.names[unit]})" in told.replace("\\", "").replace("; ", ", "), (
            task,
            unit,
            of,
        )


@each_report
def test_items_hold_no_number_of_ours_but_their_month_s(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    left = [n for part in prose(ROOTS[root], period) if kind(part) == "items" for n in numbers(part, read)]
    assert set(left) <= {"8/2022", "9/2022", "10/2022", "11/2022", "12/2022", "2022"}


@each_report
def test_results_of_targets_are_the_sums_of_what_units_wrote(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    (said,) = [part for part in prose(ROOTS[root], period) if kind(part) == "targets"]
    measured = read.measured(period)
    verdicts = Counter(verdict for *_, verdict in measured)
    known = [count(number) for verdict in ("reached", "missed") if (number := verdicts[verdict])]
    open_ = ("unknown", "incomparable") if known else ()
    unknown = [count(number) for verdict in open_ if (number := verdicts[verdict])]
    told = said[: said.find(" (chi tiết")] if known else said
    assert numbers(told, read) == [count(len(measured)), *known, *unknown]


@each_report
def test_below_the_targets_stands_who_falls_short_and_whose_figure_is_in_no_sum(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    told = "".join(part for part in prose(ROOTS[root], period) if kind(part) == "target notes")
    wanted: dict[str, list[set[str]]] = {}
    for number, (short, apart, *_) in enumerate(read.reservations(period), start=1):
        names = [{read.names[unit] for unit in units} for units in (short, apart)]
        wanted |= {str(number): names} if short or apart else {}
    found = {
        number: [_names(text, read, "chưa đạt tại"), _names(text, read, "số liệu của")]
        for number, text in re.findall(r"Chỉ tiêu (\d+): (.*?)\.(?: |$)", told)
    }
    assert found == wanted
    in_sums = re.findall(r"\| (\d+/\d+) đơn vị \|$", _whole(ROOTS[root], period), re.MULTILINE)
    several = [(full, len(all_)) for _, _, full, all_ in read.reservations(period) if full and len(all_) > 1]
    assert in_sums == [f"{count(full)}/{count(every)}" for full, every in several]


def _names(text: str, read: Recount, opening: str) -> set[str]:
    """The units that stand behind some words, up to the next clause."""
    said = next((part for part in text.split("; ") if part.startswith(opening)), "")
    return {name for name in read.names.values() if name in said}


@each_report
def test_the_indexes_are_what_the_plan_says_they_were(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    said = [numbers(part, read) for part in prose(ROOTS[root], period) if kind(part) == "indexes"]
    wanted = []
    for result in read.plan["baseline"]:
        change = result["change"]
        figures = [f"{result['score']:.2f}".replace(".", ","), f"{result['rank']}/{result['ranked']}"]
        figures += [f"{change['score']:.2f}".replace(".", ",")] if "score" in change else []
        wanted.append([str(result["year"]), *figures, count(abs(change["places"])), str(change["from"])])
    assert said == (wanted if period in ("2022-09", "2022-Q3", "2022-H2", "2022") else [])


@each_report
def test_lost_points_are_what_lacks_of_a_hundred_and_what_the_plan_names(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    said = [numbers(part, read) for part in prose(ROOTS[root], period) if kind(part) == "lost points"]
    wanted = []
    for result in read.plan["baseline"]:
        score = Decimal(str(result["score"]))
        named = [part for part in result.get("parts", ()) if part["cause"] == "subjective"]
        figures = [f"{figure:.2f}".replace(".", ",") for figure in (score, 100 - score)]
        wanted.append([str(result["year"]), *figures, *([count(len(named))] if named else [])])
    assert said == (wanted if period == "2022" else [])


@each_report
def test_who_stays_overdue_was_so_at_each_close_and_had_that_letter(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    told = [part for part in prose(ROOTS[root], period) if kind(part) == "lasting"]
    lasting = [part for whole in told for part in whole.split("; ")]
    closes = [month for month in SINGLE if month <= MONTHS[period][-1]]
    overdue = [{owed.key for owed in read.at(month) if owed.overdue} for month in closes]
    rows = {key: _row(key, overdue) for key in overdue[-1] if _row(key, overdue) > 1} if read.heard(period) else {}
    longest = {unit: max(row for (_, other, _), row in rows.items() if other == unit) for _, unit, _ in rows}
    said = [numbers(part[part.index(" có nhiệm vụ") :], read) for part in lasting]
    assert sorted({row for row, *_ in said}) == sorted({count(row) for row in longest.values()})
    letters = [letter for letter in read.letters if letter["date"] <= Expected(read, period).closes]
    cited = [cited for _, *cited in said if cited]
    # one of the period itself has been cited with its day in section I
    opened = date(2022, int(MONTHS[period][0][-2:]) - 1, 15)
    days = [[] if opened <= letter["date"] else [day(letter["date"])] for letter in letters]
    numbers_ = [letter["number"].split("/")[0] for letter in letters]
    wanted = [[number, *of] for number, of in zip(numbers_, days, strict=True)]
    assert cited == (wanted if rows else [])


def _row(key: tuple[str, str, str], overdue: list[set[tuple[str, str, str]]]) -> int:
    """At how many closes up to the last in a row it was overdue."""
    return next((n for n, close in enumerate(reversed(overdue)) if key not in close), len(overdue))


# --- tables ------------------------------------------------------------------------------------------------------


def tallied(every: list[Owed]) -> list[str]:
    """What the columns of Bảng 1 and of Phụ lục I hold, in the order of the second."""
    due = [owed for owed in every if owed.fell_due]
    done = [owed for owed in every if owed.done]
    late = sum(owed.late for owed in done)
    overdue = [owed for owed in every if owed.overdue]
    heard = sum(owed.heard for owed in overdue)
    figures = [len(every), len(due), len(done) - late, late]
    figures += [len(every) - len(done) - len(overdue), heard, len(overdue) - heard]
    share = rate(len(due) - len(overdue), len(due)) if due else "-"
    return [*map(str, figures), share]


def is_rated(every: list[Owed]) -> bool:
    """Where nothing fell due, there is no rate to tell, and no column for it."""
    return any(owed.fell_due for owed in every)


def rows(root: Path, period: str, width: int) -> dict[str, list[str]]:
    """The rows of the tables of that many columns, by the name in the first cell that is a name."""
    found: dict[str, list[str]] = {}
    for line in _whole(root, period).splitlines():
        cells = [cell.strip(" *") for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == width:
            name = next((cell for cell in cells if re.match(r"\D{3}", cell)), "")
            found.setdefault(name, cells)
    return found


@each_report
def test_the_table_of_units_counts_what_each_unit_owes(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    every = read.at(period)
    width = 11 if is_rated(every) or not read.heard(period) else 10
    table = rows(ROOTS[root], period, width)
    wanted = {read.names[unit]: tallied([o for o in every if o.unit == unit]) for unit in read.owing(period)}
    wanted["Tổng cộng"] = tallied(every)
    told = {name: cells[2 : width - 1] for name, cells in table.items() if name in wanted}
    wanted = {name: cells[: width - 3] for name, cells in wanted.items()}
    assert told == (wanted if read.heard(period) else {})


def test_the_closing_report_judges_everything_that_was_due_in_the_plan() -> None:
    read = recount(SAMPLE)
    every = read.at(FINAL)
    assert all(owed.fell_due for owed in every)
    wanted = {read.names[unit]: tallied([o for o in every if o.unit == unit]) for unit in read.owing(FINAL)}
    told = {name: cells[2:10] for name, cells in rows(SAMPLE, FINAL, width=11).items()}
    assert {name: told[name] for name in wanted} == wanted
    assert rows(SAMPLE, FINAL, width=10)["Tổng cộng"][1:] == _overall(every)


@each_report
def test_the_first_table_counts_what_was_given_in_common_and_by_name(root: str, period: str) -> None:
    read = recount(ROOTS[root])
    every = read.at(period)
    parts = {"Nhiệm vụ giao chung": (True,), "Nhiệm vụ giao riêng": (False,), "Tổng cộng": (True, False)}
    wanted = {name: _overall([o for o in every if o.common in which]) for name, which in parts.items()}
    if not read.heard(period):  # what became of it is not known
        wanted = {name: [*cells[:2], *["…"] * 7] for name, cells in wanted.items()}
    width = 10 if is_rated(every) or not read.heard(period) else 9
    table = rows(ROOTS[root], period, width)
    assert {name: table[name][1:] for name in parts} == {n: cells[: width - 1] for n, cells in wanted.items()}
    before = BEFORE.get(period)
    compared = [cells[1:] for name, cells in table.items() if name.startswith("Kỳ trước")]
    assert compared == ([_overall(read.at(before))[: width - 1]] if before and read.heard(before) else [])


def _overall(every: list[Owed]) -> list[str]:
    total, due, on_time, late, in_time, heard, unheard, share = tallied(every)
    overdue = int(heard) + int(unheard)
    sums = [int(on_time) + int(late), int(on_time), int(late), int(in_time) + overdue, int(in_time), overdue]
    return [total, due, *map(str, sums), share]


@pytest.mark.parametrize("month", ["2022-09", "2022-10"])
def test_the_second_count_itself_is_the_one_that_was_made_by_hand(month: str) -> None:
    every = recount(SAMPLE).at(month)
    parts = ([o for o in every if not o.common], [o for o in every if o.common], every)
    assert tuple(" ".join(tallied(part)) for part in parts) == TALLY[f"month-{month}"]
