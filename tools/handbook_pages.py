"""Writes the pages of the officer's handbook that follow from the program: fields, ways to write a deadline.

Must not explain anything itself: that is the catalogue's, and the pages' own templates' in docs/vi/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from parplan.calendar.deadline_rules import EXAMPLES, parse
from parplan.calendar.due_days import Due, Every
from parplan.model.workspace import LAYOUT, FileKind
from parplan.reading.load import load
from parplan.views.schema import schema
from parplan.words import Words, words

REPOSITORY: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = REPOSITORY / "docs" / "vi"
YEAR: Final = 2022
"""Of the shipped plan, for which the days are worked out."""

Json = Mapping[str, Any]


def pages() -> dict[Path, str]:
    """The text of each page, by its path."""
    said = words("vi")
    found = {"truong-du-lieu": {"files": list(_files(said))}, "thoi-han": _deadlines(said)}
    drawn = Environment(loader=FileSystemLoader(FOLDER), undefined=StrictUndefined)
    return {
        FOLDER / f"{name}.md": _tidy(drawn.get_template(f"{name}.md.j2").render(**v)) for name, v in found.items()
    }


def _tidy(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _files(said: Words) -> Iterator[dict[str, Any]]:
    """Each kind of file with its records; a record that several files hold is explained in the first."""
    workspace = load(REPOSITORY).workspace
    told: dict[str, str] = {}
    for kind in LAYOUT:
        made = schema(kind, workspace, said)
        records = [_record("", made, made)]
        for name, defined in made["$defs"].items():
            if "properties" in defined:
                records.append({**_record(name, defined, made), "within": told.get(name, "")})
                told.setdefault(name, made["title"])
        yield {
            "title": made["title"],
            "description": made["description"],
            "anchor": _anchor(made["title"]),
            "globs": _globs(kind),
            "records": records,
        }


def _globs(kind: FileKind) -> str:
    return kind.globs[0]


def _anchor(title: str) -> str:
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _record(name: str, defined: Json, whole: Json) -> dict[str, Any]:
    return {
        "name": name,
        "title": defined.get("title", name),
        "description": defined["description"],
        "within": "",
        "fields": [
            {
                "key": key,
                "title": field["title"],
                "required": key in defined["required"],
                "description": _cell(field["description"]),
                "value": _cell(_value(field, whole)),
            }
            for key, field in defined["properties"].items()
        ],
    }


def _value(field: Json, whole: Json) -> str:
    """What may stand there: a closed list, a record, an example."""
    if "enum" in field and "enumDescriptions" in field:
        return "; ".join(
            f"`{one}`: {told}" for one, told in zip(field["enum"], field["enumDescriptions"], strict=True)
        )
    if field.get("type") == "array":
        return _value(field["items"], whole)
    if "anyOf" in field:
        return _value(field["anyOf"][0], whole)
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})" if "properties" in whole["$defs"][name] else ""
    return ", ".join(f"`{_shown(one)}`" for one in field.get("examples", [])[:3])


def _shown(example: object) -> str:
    return str(example).lower() if isinstance(example, bool) else str(example)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _deadlines(said: Words) -> dict[str, Any]:
    once, periodic = [], []
    workspace = load(REPOSITORY).workspace
    plan, calendar = workspace.plans[YEAR].plan, workspace.working_calendar
    for text in EXAMPLES:
        rule = parse(text, YEAR)
        if isinstance(rule, Every):
            within = (
                rule.due_within(period, plan.ends, calendar) for period in rule.periods(plan.starts, plan.ends)
            )
            periodic.append({"text": text, "days": said.listed(said.day(due.last) for due in within)})
        else:
            due = rule.settled(calendar).due
            once.append({"text": text, "last": said.day(due.last), "from_day": said.day(_late_from(due))})
    span = {"year": YEAR, "starts": said.day(plan.starts.earliest), "ends": said.day(plan.ends)}
    return {"once": once, "periodic": periodic, **span}


def _late_from(due: Due) -> date:
    return date.fromordinal(due.last.toordinal() + 1)


def main() -> None:
    """Write every page."""
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
