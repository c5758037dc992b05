"""Where the handbook's pages lie, and how a page is drawn from its template.

Must not know what a page tells.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

REPOSITORY: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = REPOSITORY / "docs" / "vi"
SITE: Final = FOLDER / "_site"
_TEMPLATES: Final = Environment(loader=FileSystemLoader(SITE), undefined=StrictUndefined)


def draw(template: str, **values: Any) -> str:
    """A page, without the empty lines that a template leaves."""
    drawn = _TEMPLATES.get_template(f"{template}.md.j2").render(**values)
    return re.sub(r"\n{3,}", "\n\n", drawn).strip() + "\n"


def cell(text: str) -> str:
    """A text that stands in a table."""
    return text.replace("|", "\\|").replace("\n", " ")
