"""A Jinja template and values become Markdown in which every value reads as it was typed.

Must not know what the template says or what its Markdown will become.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from pathlib import Path

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from parplan.finding import Stop
from parplan.output.templates.bounds import Bounded, TooMuch
from parplan.output.templates.shipped import LARGEST_TEMPLATE, template_bytes, template_path
from parplan.output.text.markdown_escape import escape, neutral

# Whatever a template can make its own expressions raise is the template's mistake.
_MISTAKES = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


class Prose(str):
    """The officer's own words: Markdown that keeps its emphasis and lists, and can't command the writer."""

    __slots__ = ()


def render(name: str, values: Mapping[str, object], workspace_root: Path | None) -> str:
    """The template's Markdown with these values; a mistake in the template is a Stop with file and line."""
    # With autoescape Jinja marks what is already Markdown (macros, blocks): it must not be escaped twice.
    environment = Bounded(
        loader=_Loader(workspace_root),
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["prose"] = Prose
    try:
        return str(environment.get_template(name).render(values))
    except (TooMuch, RecursionError, MemoryError) as error:
        file, line = _place(error, template_path(name, workspace_root))
        raise Stop("template-too-much", file=str(file), line=line) from None
    except _MISTAKES as error:
        file, line = _place(error, template_path(name, workspace_root))
        raise Stop("template-invalid", file=str(file), line=line, text=str(error)) from error


class _Loader(BaseLoader):
    def __init__(self, workspace_root: Path | None) -> None:
        self._root = workspace_root

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, None]:
        path = template_path(template, self._root)
        try:
            return template_bytes(path, LARGEST_TEMPLATE).decode("utf-8-sig"), str(path), None
        except UnicodeDecodeError:
            raise Stop("template-not-utf8", file=str(path)) from None


# Asking for the context keeps Jinja from folding literals at compile time: it would escape them as HTML first.
@pass_context
def _finalize(context: Context, value: object) -> Markup:
    if isinstance(context.environment, Bounded):
        context.environment.kept(value)
    if isinstance(value, Markup):
        return value
    if isinstance(value, list | tuple | dict):  # as Python would write it, which nobody reads
        raise TemplateRuntimeError(f"{type(value).__name__}: not a text")
    if value is None:
        raise TemplateRuntimeError("a value is None")
    return Markup(neutral(value) if isinstance(value, Prose) else escape(str(value)))


def _place(error: Exception, start: Path) -> tuple[Path, int]:
    """Where the mistake stands: told by a syntax error itself, else by the last frame within a template."""
    if isinstance(error, TemplateSyntaxError):
        return Path(error.filename or start), error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    within = [frame for frame in frames if frame.filename.endswith(start.suffix)]
    return (Path(within[-1].filename), within[-1].lineno or 1) if within else (start, 1)
