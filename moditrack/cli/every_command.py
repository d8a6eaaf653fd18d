"""What every command has: options given once, help that fits 24 rows, a pager for it, --debug."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

_UNBROKEN = "\N{NON-BREAKING HYPHEN}"


class _Help(click.HelpFormatter):
    """Help that is not broken within what people type: click breaks lines at hyphens.

    click's own width loads shutil, and its own "Usage" locale: 9 million instructions of 187.
    """

    def __init__(self, *, width: int | None = None, max_width: int | None = None) -> None:
        from moditrack.output.screen_size import width as columns

        super().__init__(width=width or max(min(columns(), max_width or 80) - 2, 50))

    def write_usage(self, prog: str, args: str = "", prefix: str | None = "Usage: ") -> None:
        super().write_usage(prog, args, prefix)

    def write_text(self, text: str) -> None:
        super().write_text(text.replace("-", _UNBROKEN))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        whole = [(one, what.replace("-", _UNBROKEN)) for one, what in rows]
        super().write_dl(whole, col_max, col_spacing)

    def getvalue(self) -> str:
        return super().getvalue().replace(_UNBROKEN, "-")


class _Context(click.Context):
    formatter_class = _Help


class Once:
    """A mixin for click commands: refuse a repeated single-value option, and one with another value
    than before the command.

    click would silently use the last value.
    """

    context_class: type[click.Context] = _Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        args = self._numbers_last(args)
        given = sum(arg.startswith("-") for arg in args)
        before = ctx.meta.get("moditrack.common", {})
        if given > (0 if before else 1) and not ctx.resilient_parsing:
            parser = self.make_parser(ctx)  # type: ignore[attr-defined]
            values, _, order = parser.parse_args(args=list(args))
            for option in order:
                single = isinstance(option, click.Option) and not option.multiple
                if not single or option.is_flag:
                    continue
                value = values[option.name]
                if order.count(option) > 1 or before.get(option.name, value) != value:
                    raise click.UsageError(f"{option.opts[-1]} takes one value: give it once.", ctx)
        return super().parse_args(ctx, args)  # type: ignore[misc,no-any-return]

    def _numbers_last(self, args: list[str]) -> list[str]:
        """The arguments, with each number below zero that is a word, like -50%, after --, where it
        is not taken for an option."""
        params: list[click.Parameter] = self.params  # type: ignore[attr-defined]
        if "--" in args or not any(isinstance(param, click.Argument) for param in params):
            return args
        options = [param for param in params if isinstance(param, click.Option)]
        takes = {name for option in options if not option.is_flag for name in option.opts}
        numbers = [
            place
            for place, arg in enumerate(args)
            if arg[:1] == "-" and arg[1:2].isdigit() and (not place or args[place - 1] not in takes)
        ]
        rest = [arg for place, arg in enumerate(args) if place not in numbers]
        return [*rest, "--", *(args[place] for place in numbers)] if numbers else args

    def get_help_option(self, ctx: click.Context) -> click.Option:
        # click's own loads locale to translate one sentence: 4 million instructions of 190.
        return _HELP


class Selecting(click.Option):
    """An option that selects rows, which help lists after the other options."""


class Shared(click.Option):
    """An option of many commands, which the help of one that prints rows only names."""

    def named(self) -> str:
        """Its names, its value, and what else is to be known."""
        name = ", ".join(self.opts) + (f" {self.metavar}" if self.metavar else "")
        what = (self.help or "").removesuffix(".")
        return f"{name} ({what[0].lower()}{what[1:]})" if what else name


def show_help(ctx: click.Context) -> None:
    """Print the help of a command; on a terminal, through the pager where it is longer."""
    from moditrack.cli.terminal_lines import fitted

    text = fitted(ctx.get_help(), sys.stdout)  # click does not wrap examples
    if sys.stdout.isatty() and not ctx.find_root().params.get("no_pager"):
        from moditrack.output.pager import paged

        with paged(sys.stdout) as stream:
            stream.write(f"{text}\n")
    else:
        click.echo(text, color=ctx.color)


def _help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        show_help(ctx)
        ctx.exit()


_HELP = Shared(
    ["-h", "--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_help,
    help="Show this message and exit.",
)


def _debug(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and ctx.obj is not None:
        ctx.obj.add("debug")


def debug_option() -> click.Option:
    """--debug, which adds "debug" to the context's object for `moditrack.cli.main`."""
    return click.Option(
        ["--debug"], is_flag=True, is_eager=True, expose_value=False, callback=_debug, hidden=True
    )


_DEBUG = debug_option()


class Command(Once, click.Command):
    """A command. It takes --debug, which only the help of moditrack itself lists.

    Its help begins with what it answers, examples and options; the rest of its text comes after
    them, so that 24 rows show what is used most.
    """

    details = ""
    """What its help says after the options."""
    elsewhere = ""
    """For a command without arguments, what answers the words that people give it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not self.elsewhere:
            return super().parse_args(ctx, args)
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise click.UsageError(f"'{' '.join(rest)}' does not fit here: {self.elsewhere}.", ctx)
        return rest

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        return [*super().get_params(ctx), _DEBUG]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from inspect import cleandoc  # click has loaded it

        first, *rest = cleandoc(self.help or "").split("\n\n")
        details = [text for text in rest if not text.startswith("\b")]
        shown = [first, *(text for text in rest if text not in details)]
        self.details = "\n\n".join(details)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text("\n\n".join(shown))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        groups: dict[str, list[tuple[str, str]]] = {"Options": [], "Filters": []}
        for param in self.get_params(ctx):
            if isinstance(param, click.Option) and (record := self.listed(param, ctx)):
                group = "Filters" if isinstance(param, Selecting) else "Options"
                groups[group].append(record)
        for title, records in groups.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)
        if self.details:
            with formatter.section("Details"):
                formatter.write_text(self.details)

    def listed(self, param: click.Option, ctx: click.Context) -> tuple[str, str] | None:
        """The line of an option; None where it has none."""
        return param.get_help_record(ctx)
