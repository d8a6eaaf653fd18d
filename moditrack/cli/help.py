"""The --help option, without click's search for translations, which takes as long as a query."""

from __future__ import annotations

import functools

import click


class Help:
    """A mixin for click commands: their help option says what click's would."""

    @functools.cached_property
    def _own_help(self) -> click.Option:
        return click.Option(
            ["--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show,
            help="Show this message and exit.",
        )

    def get_help_option(self, ctx: click.Context) -> click.Option:
        return self._own_help


def _show(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()
