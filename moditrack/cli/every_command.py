"""What every command has: options that can be given once, --help and --debug."""

from __future__ import annotations

import click


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

    def get_help_option(self, ctx: click.Context) -> click.Option:
        # click's own loads locale to translate one sentence: 4 million instructions of 190.
        return _HELP


def _help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


_HELP = click.Option(
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
        ["--debug"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_debug,
        hidden=True,
    )
