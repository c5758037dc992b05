"""Smallest workspaces for tests: valid as they are, so that a test writes only the file it is about.

Must not hold an assertion about facts; a test's YAML stands beside its assertion.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from parplan.calendar.period import Period
from parplan.facts.standing import Standing, Standings
from parplan.facts.viewpoint import Viewpoint, end_of_month_report
from parplan.finding import Code, Finding, Severity
from parplan.model.plan import PlanFile
from parplan.model.workspace import Workspace
from parplan.reading.load import Loaded, load
from parplan.views.findings import tell
from parplan.words import LANGUAGES, words

REPOSITORY = Path(__file__).parents[1]

AGENCIES = "data/agencies.yaml"
INDEXES = "data/indexes.yaml"
PLAN = "data/plan-2022.yaml"
RESULTS = "data/results/2022.yaml"
REPORT = "data/progress/2022-09/so-tu-phap.yaml"
DECISIONS = "data/progress/2022-09/decisions.yaml"

AGENCIES_TEXT = """\
kinds:
  - {id: tinh, name: Tỉnh}
  - {id: so, name: Sở}
  - {id: huyen, name: Huyện}
agencies:
  - {id: ubnd-tinh, name: UBND tỉnh, kind: tinh}
  - {id: so-noi-vu, name: Sở Nội vụ, kind: so}
  - {id: so-tu-phap, name: Sở Tư pháp, kind: so}
  - {id: so-tai-chinh, name: Sở Tài chính, kind: so}
  - {id: hoi-an, name: UBND thành phố Hội An, kind: huyen}
  - {id: dien-ban, name: UBND thị xã Điện Bàn, kind: huyen}
groups:
  - {id: cac-so, name: các Sở, kinds: [so]}
  - {id: cac-huyen, name: UBND cấp huyện, kinds: [huyen]}
  - {id: tat-ca, name: các Sở và địa phương, members: [cac-so, cac-huyen]}
"""

INDEXES_TEXT = """\
places:
  - {id: quang-nam, name: Quảng Nam}
  - {id: ca-nuoc, name: Cả nước, mean: bình quân}
indexes:
  - id: PAR
    name: Chỉ số cải cách hành chính
    short: Par Index
    scale: 100
    unit: điểm
    sets:
      - id: "1149"
        mark: read
        criteria:
          - {id: cong-bo, name: Công bố, mark: read}
      - id: "876"
        mark: read
        criteria:
          - {id: cong-bo, name: Công bố, mark: read}
  - {id: SIPAS, name: Chỉ số hài lòng, short: Sipas, scale: 100, unit: "%"}
"""

HEAD = """\
plan:
  id: ke-hoach
  title: Kế hoạch
  short: Kế hoạch
  issuer: ubnd-tinh
  place: quang-nam
  issued: 2022-08
  year: 2022
  starts: 2022-08
  ends: 2022-12-31
  coordinator: so-noi-vu
  reporting:
    from: so-noi-vu
    to: [ubnd-tinh]
    signer: {office: GIÁM ĐỐC}
    recipients: [Như trên]
    archive: VT
  source: {file: sources/ke-hoach.txt}
"""

TASKS = """\
- {id: A, kind: once, lead: [so-tu-phap], deadline: {rule: ngày 30/9/2022}, …}
- {id: B, kind: periodic, lead: [so-tu-phap], deadline: {rule: hằng tháng}, …}
- {id: C, kind: ongoing, lead: [tat-ca], …}
- {id: D, kind: general, lead: [tat-ca], …}
"""

REST_OF_TASK = "title: Việc, source: {section: III, quote: Việc phải làm}"
"""What ``…`` in a task stands for: it comes last, so that no written column moves."""

MOST_TASKS = 60
DOCUMENT = "III. Việc phải làm hằng tháng, kịp thời, trước ngày 30/9/2022.\n" + "".join(
    f"Việc phải làm thứ {number}.\n" for number in range(2, MOST_TASKS)
)
"""No two tasks quote the same words: the first quotes the first line, the second «Việc phải làm thứ 2»."""


ONLY_IF_ASKED = (Code.AGENCY_WITHOUT_TASK, Code.GROUP_UNUSED)
"""Told only to a test that asks for them: a smallest workspace seldom gives everybody something to do."""


class Place(NamedTuple):
    line: int
    column: int


@dataclass(frozen=True)
class Builder:
    """A workspace in a folder, written file by file."""

    root: Path

    def write(self, name: str, content: str | bytes) -> Builder:
        path = self.root / name
        raw = content.encode() if isinstance(content, str) else content
        try:
            path.write_bytes(raw)
        except FileNotFoundError:
            path.parent.mkdir(parents=True)
            path.write_bytes(raw)
        return self

    def remove(self, name: str) -> Builder:
        (self.root / name).unlink()
        return self

    def change(self, name: str, old: str, new: str) -> Builder:
        """One change to a file that is there; ``old`` stands in it exactly once."""
        text = self.text(name)
        assert text.count(old) == 1, (old, text.count(old))
        return self.write(name, text.replace(old, new))

    def text(self, name: str) -> str:
        return (self.root / name).read_bytes().decode()

    def tasks(self, tasks: str, head: str = HEAD) -> Builder:
        return self.write(PLAN, head + "tasks:\n" + filled(tasks))

    def next_plan(self) -> Builder:
        """A second plan beside the first: the same, a year later; its 30 September is a Saturday."""
        text = self.text(PLAN).replace("30/9/2022", "29/9/2022").replace("2022", "2023")
        return self.write("data/plan-2023.yaml", text)

    def report(self, month: str, agency: str, updates: str = "", received: str = "", more: str = "") -> Builder:
        """What a unit reported for a month; ``updates`` is a YAML list."""
        lines = ["plan: 2022", f"month: {month}", f"agency: {agency}"]
        lines += [f"received: {received}"] if received else []
        lines += [more] if more else []
        # a file that says nothing at all is an empty form
        body = "\n".join(lines) + ("\nupdates:\n" + updates if updates else "\nupdates: []\n")
        return self.write(f"data/progress/{month}/{agency}.yaml", body)

    def decisions(self, month: str, decisions: str) -> Builder:
        head = f"plan: 2022\nmonth: {month}\ndecisions:\n"
        return self.write(f"data/progress/{month}/decisions.yaml", head + decisions)

    def load(self) -> Loaded:
        return load(self.root)

    def workspace(self) -> Workspace:
        """The workspace, which must be free of errors."""
        loaded = self.load()
        assert loaded.errors == ()
        return loaded.workspace

    def plan(self) -> PlanFile:
        return self.workspace().plans[2022]

    def standings(self, day: str = "", month: str = "") -> Standings:
        """How things stand as of a day, or for a month's report."""
        workspace = self.workspace()
        plan = workspace.plans[2022]
        view = end_of_month_report(plan.plan, Period.parse(month)) if month else Viewpoint(date.fromisoformat(day))
        return Standings(workspace, plan, view)

    def standing(self, task: str, agency: str, day: str = "", month: str = "", period: str = "") -> Standing:
        key = (task, agency, Period.parse(period) if period else None)
        (found,) = (s for s in self.standings(day, month).counted if s.assignment.key == key)
        return found

    def codes(self) -> list[str]:
        """The slugs of all findings, in order, but for those that nobody asked for."""
        return [finding.code.slug for finding in asked_for(self.load())]

    def place(self, file: str, marked: str) -> Place:
        """Where ``marked`` stands in a file; «» in it frames what is meant, and its rest tells it apart."""
        before, _, rest = marked.partition("«") if "«" in marked else ("", "", marked + "»")
        needle = before + rest.replace("»", "")
        text = self.text(file)
        assert text.count(needle) == 1, (needle, text.count(needle))
        index = text.index(needle) + len(before)
        return Place(text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1)

    def refused(self, code: Code, file: str, marked: str, meant: str | None = None) -> None:
        """Assert that the one finding is this one, at the place of ``marked``."""
        loaded = self.load()
        findings = asked_for(loaded, code)
        assert [f.code.name for f in findings] == [code.name]
        (finding,) = findings
        span = loaded.span(finding)
        assert (finding.where.file, Place(span.line, span.column)) == (file, self.place(file, marked))
        assert finding.meant == meant
        framed = marked.partition("«")[2].partition("»")[0] or marked
        if "\n" not in framed and span.line == span.end_line:
            excerpt = loaded.texts[file].split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]
            assert excerpt.startswith(framed) or framed.startswith(excerpt)
        for language in LANGUAGES:  # a value that its sentence asks for and does not get is an error
            tell(loaded, findings, Severity.ERROR, words(language))

    def silent(self, code: Code | None = None) -> None:
        """Assert that nothing at all is found; a code that is told only to those who ask is named."""
        assert asked_for(self.load(), code) == []


def asked_for(loaded: Loaded, code: Code | None = None) -> list[Finding]:
    """What was found, without the codes that are told only to a test that asks for them."""
    return [finding for finding in loaded.findings if finding.code is code or finding.code not in ONLY_IF_ASKED]


def filled(tasks: str) -> str:
    """Some tasks with each ``…`` written out, every quote another."""
    first, *pieces = tasks.split("…")
    rests = [REST_OF_TASK] + [REST_OF_TASK.replace("làm}", f"làm thứ {n}.}}") for n in range(2, MOST_TASKS)]
    return first + "".join(rest + piece for rest, piece in zip(rests, pieces, strict=False))


def build(root: Path) -> Builder:
    """A valid workspace of seven units and groups, four tasks, and no progress."""
    builder = Builder(root)
    builder.write(AGENCIES, AGENCIES_TEXT)
    builder.write(INDEXES, INDEXES_TEXT)
    builder.write("data/sources/ke-hoach.txt", DOCUMENT)
    return builder.tasks(TASKS)
