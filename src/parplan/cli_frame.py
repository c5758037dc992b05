"""The frame round the commands: the parser of what was typed.

Must not know any command beyond its name; what is told of commands and options is drawn by ``cli_help``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial, wraps
from inspect import signature
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from parplan import __version__
from parplan.cli_help import PROGRAM, page
from parplan.commands import function_of, position_of_command
from parplan.options.language import Lang
from parplan.options.parameters import METAVARS, Argument, Example, Option
from parplan.output.files.text_out import screen_width
from parplan.output.terminal.manners import PAGED, mannered
from parplan.system.git import HEAD
from parplan.words import Words

Usage: type[Exception] = typer.BadParameter.__mro__[1]
"""What the parser raises for anything typed wrongly; typer offers no name of its own for it."""

Abort: Final[type[Exception]] = typer.Abort
"""What the parser raises where a question got no answer."""


class EmptyValue(typer.BadParameter):
    """An option or an argument that was typed and left empty."""


MAY_STAND_ALONE = {"--changed": HEAD, "--example": Example.quang_nam_2022.value}
"""Options whose value may be left out, and what they mean then: the parser knows no such option."""

CLOSED = {"--example": tuple(one.value for one in Example)}
"""All values of those of them that take no other word: any other that follows is not theirs."""


def build(argv: list[str], commands: Mapping[str, str], said: Words) -> Any:
    """The whole command line; only the command that was asked for is imported."""
    app = typer.Typer(
        cls=_Group,
        rich_markup_mode=None,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_declared(_program))
    typed = command_typed(argv)
    asked = typed if typed in commands else next((word for word in argv if word in commands), None)
    if asked:
        app.command(asked, cls=_Command)(_declared(function_of(commands[asked])))
    group: Any = typer.main.get_command(app)
    # the others are names on the help page: the parser's look at a function takes longer than many a command
    group.commands = {name: group.commands.get(name) or _Command(name) for name in commands}
    if asked:
        group.commands[asked].params += shared_options(asked)
    _dress(group, said)
    return group


def _declared(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function whose parameters are declared as the parser wants them."""
    hints = get_type_hints(function, include_extras=True)

    @wraps(function)
    def called(**given: Any) -> Any:
        return function(**given)

    known = signature(function)
    params = [param.replace(annotation=_typers(hints[name])) for name, param in known.parameters.items()]
    called.__signature__ = known.replace(parameters=params)  # type: ignore[attr-defined]
    return called


def _typers(hint: Any) -> Any:
    """A type with typer's own Option or Argument beside it, where one of ours is."""
    if get_origin(hint) is not Annotated:
        return hint
    kind, own = get_args(hint)
    theirs: dict[type, Any] = {Option: typer.Option, Argument: typer.Argument}
    return Annotated[kind, theirs[type(own)](*own.names, **own.more) if type(own) in theirs else own]


def shared_options(command: str) -> list[TyperOption]:
    """The options that every command has, none of which its own function sees."""
    quiet = TyperOption(param_decls=["-q", "--quiet"], is_flag=True, default=False)
    pager = TyperOption(param_decls=["--no-pager"], is_flag=True, default=False)
    return [quiet, pager] if command in PAGED else [quiet]


def command_typed(argv: Sequence[str]) -> str | None:
    """The first word that is neither an option nor the value of one: a command's name, if it is spelt well."""
    position = position_of_command(argv)
    return None if position is None else argv[position]


def words_meant(argv: Sequence[str], commands: Collection[str] = ()) -> list[str]:
    """The words typed, as the parser knows them: ``help status`` asks for the help page of status.

    A command whose name is two words is one word to the parser; an option that may stand alone gets the value that
    it then means.
    """
    words = list(argv)
    position = position_of_command(words)
    if position is not None and words[position] == "help":
        words = [*words[:position], *_joined(words[position + 1 :], commands)[:1], "--help"]
    elif position is not None:
        words = [*words[:position], *_joined(words[position:], commands)]
    for position, word in enumerate(words):
        if word in MAY_STAND_ALONE and _stands_alone(word, words[position + 1 : position + 2]):
            words[position] = f"{word}={MAY_STAND_ALONE[word]}"
    return words


def _stands_alone(option: str, follows: list[str]) -> bool:
    """Whether the word after an option, if there is any, is not its value."""
    if not follows or follows[0].startswith("-"):
        return True
    return bool(follows[0].strip()) and follows[0] not in CLOSED.get(option, follows)


def _joined(words: list[str], commands: Collection[str]) -> list[str]:
    """The words with the first two as one, where that is a command's name."""
    name = " ".join(words[:2])
    return [name, *words[2:]] if name in commands else words


def _tell_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"parplan {__version__}\n")
        raise typer.Exit


Version = Annotated[bool, typer.Option("-V", "--version", is_eager=True, callback=_tell_version)]


NoCache = Annotated[bool, typer.Option("--no-cache")]

Root = Annotated[Path | None, typer.Option("--root")]
"""As commands know it; what they share imports too much for a help page."""


def _program(
    ctx: typer.Context,
    lang: Lang = None,
    root: Root = None,
    no_cache: NoCache = False,  # noqa: ARG001 -- taken away before anything is parsed
    quiet: Annotated[bool, typer.Option("-q", "--quiet")] = False,
    no_pager: Annotated[bool, typer.Option("--no-pager")] = False,
    version: Version = False,  # noqa: ARG001 -- told before anything else is asked
) -> None:
    """The program itself: what is asked for before the command is the command's too."""
    typed = {"lang": lang, "root": root, "quiet": quiet or None, "no_pager": no_pager or None}
    given = {name: value for name, value in typed.items() if value is not None}
    ctx.default_map = dict.fromkeys(getattr(ctx.command, "commands", ()), given)


def _dress(command: Any, said: Words) -> None:
    """Give a command and all below it their words."""
    command.said = said
    for param in command.params:
        if param.name in METAVARS:
            param.metavar = said(f"help.metavar.{METAVARS[param.name]}")
    for child in getattr(command, "commands", {}).values():
        _dress(child, said)


class _Framed:
    """A help page in the catalogue's words."""

    said: Words
    name: str | None
    params: list[Any]
    takes_words = True
    """Whether what stands on the command line is its own: the program's is mostly that of a command."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """As the parser does, but for what is left empty: to a command that would often mean "not asked for"."""
        for before, word in pairwise(["", *args]):
            name, equals, value = word.partition("=")
            if name.startswith("-") and equals and not value.strip():
                self._refuse_empty(ctx, name)
            elif not word.strip():
                self._refuse_empty(ctx, before)
        return super().parse_args(ctx, args)  # type: ignore[misc]

    def _refuse_empty(self, ctx: Any, name: str) -> None:
        param = next((param for param in self.params if name in param.opts), None)
        if param is not None or self.takes_words:
            raise EmptyValue("", ctx=ctx, param=param)

    def get_help(self, ctx: Any) -> str:  # noqa: ARG002 - the parser's way to ask
        name = str(self.name) if self.takes_words else PROGRAM
        return page(name, self.said.language, screen_width(sys.stdout))


def choices_of(param: Any) -> list[str]:
    """The words that an option may be given, if they are a closed list."""
    return [str(getattr(choice, "value", choice)) for choice in getattr(param.type, "choices", None) or ()]


class _Command(_Framed, TyperCommand):
    """A command with a help page in the catalogue's words, and the manners that all have."""

    name: str

    def invoke(self, ctx: Any) -> Any:
        """Run it as it was asked to behave."""
        return mannered(self.name, ctx.params, partial(super().invoke, ctx), self.said)


class _Group(_Framed, TyperGroup):
    """The program with a help page in the catalogue's words."""

    takes_words = False
