"""Help and options that every command has.

The help option is built here, not by click: saves 3 ms (translations, shutil).
"""

from __future__ import annotations

import functools

import click

from moditrack.output import screen

_WIDEST, _NARROWEST = 80, 50


class Help:
    """A mixin for click commands: the same help as click's, loaded faster."""

    @functools.cached_property
    def _own_help(self) -> click.Option:
        return click.Option(
            ["-h", "--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show,
            help="Show this message and exit.",
        )

    def get_help_option(self, ctx: click.Context) -> click.Option:
        return self._own_help

    def get_help(self, ctx: click.Context) -> str:
        if ctx.terminal_width is None:
            ctx.terminal_width = max(min(screen.width(), _WIDEST) - 2, _NARROWEST)
        return super().get_help(ctx)  # type: ignore[misc,no-any-return]


class Once:
    """A mixin for click commands: refuse a repeated single-value option, and one with another value
    than before the command.

    click would silently use the last value.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
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


def _show(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


def _debug(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and ctx.obj is not None:
        ctx.obj.add("debug")


def debug_option() -> click.Option:
    """--debug, which adds "debug" to the context's object for `moditrack.cli.main`."""
    return click.Option(
        ["--debug"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_debug,
        hidden=True,
    )
