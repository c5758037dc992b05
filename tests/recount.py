"""The sample's assignments counted once more, straight from its YAML, for any period of its reports.

Must not import anything that computes: only the text of the files and the calendar. It knows no more rules than
the sample's plan uses: once (31/12), hằng tháng (the last day of September to December), hằng năm (31/12).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

MONTHS = {
    "2022-08": ["2022-08"],
    "2022-09": ["2022-09"],
    "2022-10": ["2022-10"],
    "2022-11": ["2022-11"],
    "2022-12": ["2022-12"],
    "2022-Q3": ["2022-08", "2022-09"],
    "2022-Q4": ["2022-10", "2022-11", "2022-12"],
    "2022-H2": ["2022-08", "2022-09", "2022-10", "2022-11", "2022-12"],
    "2022": ["2022-08", "2022-09", "2022-10", "2022-11", "2022-12"],
}
BEFORE = {
    "2022-09": "2022-08",
    "2022-10": "2022-09",
    "2022-11": "2022-10",
    "2022-12": "2022-11",
    "2022-Q4": "2022-Q3",
}
YEAR_END = date(2022, 12, 31)
FINAL = "2022-final"
"""The report that closes the plan: it judges what was due on the last day too, and reads January's files."""


def last_month(period: str) -> str:
    """The newest folder that a period's report reads."""
    return "2023-01" if period == FINAL else MONTHS[period][-1]


def closing_day(period: str) -> date:
    """The last day of a period's report; of the closing one, the day by which the plan is over."""
    return date(2023, 1, 1) if period == FINAL else date(2022, int(MONTHS[period][-1][-2:]), 14)


@dataclass(frozen=True)
class Owed:
    """One unit's assignment at a close. ``done``: the day; ``heard``: it sent its file for the due day's month."""

    task: str
    unit: str
    period: str
    due: date
    common: bool
    done: date | None
    folder: str
    heard: bool
    closes: date

    @property
    def key(self) -> tuple[str, str, str]:
        return self.task, self.unit, self.period

    @property
    def overdue(self) -> bool:
        return self.done is None and self.due < self.closes

    @property
    def late(self) -> bool:
        return self.done is not None and self.done > self.due

    @property
    def fell_due(self) -> bool:
        return self.overdue or (self.done is not None and self.due <= self.closes)


class Recount:
    """A workspace as read; ``at(period)`` is what its report must have counted."""

    def __init__(self, root: Path) -> None:
        self.data = root / "data"
        self.plan = _read(self.data / "plan-2022.yaml")
        agencies = _read(self.data / "agencies.yaml")
        self.kind = {unit["id"]: unit["kind"] for unit in agencies["agencies"]}
        self.names = {unit["id"]: unit["name"] for unit in agencies["agencies"]}
        self.groups = {group["id"]: group for group in agencies["groups"]}
        files = [_read(path) for path in sorted(self.data.glob("progress/*/*.yaml"))]
        self.decisions = [(f["month"], one) for f in files if "decisions" in f for one in f["decisions"]]
        self.reports = {(f["month"], f["agency"]): f for f in files if "agency" in f}
        self.hand = {path.stem: _read(path) for path in sorted(self.data.glob("reports/*.yaml"))}
        self.own = {period: report["date"] for period, report in self.hand.items() if "date" in report}
        letters = [_read(path) for path in sorted(self.data.glob("reminders/*.yaml"))]
        self.letters = [letter for file in letters for letter in file["reminders"]]

    def members(self, names: list[str]) -> list[str]:
        """The units that groups and units stand for."""
        found: list[str] = []
        for name in names:
            group = self.groups.get(name)
            if group is None:
                found.append(name)
                continue
            found += self.members(group.get("members", []))
            found += [unit for unit, kind in self.kind.items() if kind in group.get("kinds", [])]
        return list(dict.fromkeys(found))

    def heard(self, period: str) -> bool:
        """Whether any unit had sent anything."""
        return any(month <= last_month(period) for month, _ in self.reports)

    def received(self, month: str, unit: str) -> date:
        """When a unit's report came; where that is not written down, the month's close."""
        found: date = self.reports[month, unit].get("received", date(2022, int(month[-2:]), 14))
        return found

    def owing(self, period: str) -> list[str]:
        """Every unit that is given anything that is more than an exhortation, counted or not."""
        last, closes = last_month(period), closing_day(period)
        tasks = [task for task in self.plan["tasks"] if task["kind"] != "general"]
        owed = {unit for task in tasks for unit, _ in self._who(task, last, closes)}
        return [unit for unit in self.kind if unit in owed]

    def at(self, period: str) -> list[Owed]:
        """Everything that is counted at the close of a period."""
        last, closes = last_month(period), closing_day(period)
        return [
            self._owed(task["id"], unit, occurrence, due, common, last, closes)
            for task in self.plan["tasks"]
            if task["kind"] in ("once", "periodic")
            for occurrence, due in _occurrences(task)
            for unit, common in self._who(task, last, closes)
        ]

    def difficulties(self, period: str) -> set[tuple[str, str, str]]:
        """What is in whose way, by the last that each unit said of each duty it owes: task, unit, period.

        Of a duty without a day only what was said in the report's own months.
        """
        last, closes, found = last_month(period), closing_day(period), {}
        kinds = {task["id"]: task["kind"] for task in self.plan["tasks"]}
        for (month, unit), file in sorted(self.reports.items()):
            for update in file.get("updates", []) if month <= last else []:
                standing = kinds[update["task"]] in ("ongoing", "on-event")
                if update["date"] <= closes and (month in MONTHS[period] or not standing):
                    found[update["task"], unit, str(update.get("period", ""))] = update
        owed = {(task["id"], unit) for task in self.plan["tasks"] for unit, _ in self._who(task, last, closes)}
        return {
            key
            for key, update in found.items()
            if update.get("difficulty") and update["status"] != "done" and key[:2] in owed
        }

    def measured(self, period: str) -> list[tuple[float, float | None, str, str]]:
        """What was reached of each target: done, of how many, the aim, and whether that is reached."""
        found = []
        for task in self.plan["tasks"]:
            for target in task.get("targets", []):
                values = [
                    self._value(task["id"], target["id"], unit, period) for unit in self.members(task["lead"])
                ]
                found.append(_summed([value for value in values if value is not None], target))
        return found

    def reservations(self, period: str) -> list[tuple[set[str], set[str], int, list[str]]]:
        """Of each target who falls short by its own figure, who gave no total, how many did, who owes it.

        Where one unit owes it, the table says all.
        """
        found = []
        for task in self.plan["tasks"]:
            for target in task.get("targets", []):
                units = self.members(task["lead"])
                said = {u: v for u in units if (v := self._value(task["id"], target["id"], u, period)) is not None}
                full = {unit: v for unit, v in said.items() if isinstance(v, dict)}
                rates = {
                    u: v["done"] * 100 / v["of"] if u in full else v for u, v in said.items() if u in full or v
                }
                short = {unit for unit, rate in rates.items() if rate < target.get("at_least", 0)}
                apart = set(said) - set(full)
                found.append((short, apart, len(full), units) if len(units) > 1 else (set(), set(), 1, units))
        return found

    def _value(self, task: str, target: str, unit: str, period: str) -> Any:
        """The newest value that a unit gave."""
        last, closes = last_month(period), closing_day(period)
        value = None
        for (month, agency), file in sorted(self.reports.items()):
            if agency == unit and month <= last:
                for update in file.get("updates", []):
                    if update["task"] == task and update["date"] <= closes:
                        value = update.get("values", {}).get(target, value)
        return value

    def _who(self, task: Any, last: str, closes: date) -> list[tuple[str, bool]]:
        """Who owes a task, and whether as one of a group."""
        decided = [
            d for month, d in self.decisions if d["task"] == task["id"] and month <= last and d["from"] <= closes
        ]
        if any(decision["kind"] == "drop" for decision in decided):
            return []
        common = {unit for name in task["lead"] if name in self.groups for unit in self.members([name])}
        units = self.members(task["lead"])
        for decision in decided:
            if decision["kind"] == "exempt":
                units = [unit for unit in units if unit not in decision["agencies"]]
            if decision["kind"] == "assign":
                units += decision["agencies"]
        return [(unit, unit in common) for unit in units]

    def _owed(self, task: str, unit: str, period: str, due: date, common: bool, last: str, closes: date) -> Owed:
        for month, decision in self.decisions:
            is_it = decision["kind"] == "extend" and decision["task"] == task and unit in decision["agencies"]
            if is_it and str(decision["period"]) == period and month <= last and decision["from"] <= closes:
                due = decision["to"]
        done, folder = self._done(task, unit, period, last, closes)
        due_month = due.strftime("%Y-%m") if due.day <= 14 else _next_month(due)
        heard = any(due_month <= month <= last for month, agency in self.reports if agency == unit)
        return Owed(task, unit, period, due, common, done, folder, heard, closes)

    def _done(self, task: str, unit: str, period: str, last: str, closes: date) -> tuple[date | None, str]:
        """The day on which the newest word says that it was done, and the folder of that word."""
        done: tuple[date | None, str] = (None, "")
        for (month, agency), file in sorted(self.reports.items()):
            if agency != unit or month > last:
                continue
            for update in file.get("updates", []):
                is_it = update["task"] == task and str(update.get("period", period)) == period
                if is_it and update["date"] <= closes:
                    done = (update["date"] if update["status"] == "done" else None, month)
        if task == self.plan["plan"]["reporting"]["task"] and done[0] is None:
            if period == last:
                return closes, last  # the report that is being made
            if period < last:  # made by its close, where nobody wrote down the day
                made = self.own.get(period, date(2022, int(period[-2:]), 14))
                return (made, "") if made <= closes else done
        return done


def _summed(values: list[Any], target: Any) -> tuple[float, float | None, str, str]:
    if not values:
        return 0, None, "", "unknown"
    parts = [value for value in values if isinstance(value, dict)]  # a bare percentage enters no sum
    if not parts:  # more than a year of which nothing is known
        return values[0], None, "", "incomparable"
    done, of = (sum(part[key] for part in parts) for key in ("done", "of"))
    aim = target["at_least"]
    return done, of, str(aim), "reached" if done * 100 >= aim * of else "missed"


def _occurrences(task: Any) -> list[tuple[str, date]]:
    rule = task.get("deadline", {}).get("rule")
    if rule == "hằng tháng":
        return [(f"2022-{m:02}", date(2022, m, calendar.monthrange(2022, m)[1])) for m in (9, 10, 11, 12)]
    return [("2022" if rule == "hằng năm" else "", YEAR_END)]


def _next_month(day: date) -> str:
    return f"{day.year + day.month // 12}-{day.month % 12 + 1:02}"


def _read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


@cache
def recount(root: Path) -> Recount:
    """The workspace, read once."""
    return Recount(root)
