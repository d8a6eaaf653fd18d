"""The commands: the list of `moditrack --help`; unknown ones; each imported only when it is run."""

from __future__ import annotations

import importlib

import click

from moditrack.cli.every_command import Once
from moditrack.errors import InputError

QUESTIONS = {
    "outcomes": ("", "How did the offences of each year end?"),
    "victims": ("--by age", "Who were the victims?"),
    "compare": ("", "Is the City's share of crime below the nation's?"),
    "operations": ("maxim", "What is known about Operation Maxim?"),
    "agencies": ("--matrix", "Who does what, in which area of work?"),
    "commitments": ("", "What was promised, and what was reported later?"),
    "figures": ("--unit GBP", "Which sums of money are named?"),
    "timeline": ("--from 2003-06", "What happened from June 2003 on?"),
    "check": ("", "Which numbers do not fit, and why?"),
    "search": ("forged passports", "Where do the reports mention forged passports?"),
    "define": ("level 2", "What is Level 2?"),
    "sources": ("", "Where does it all come from?"),
}
"""The commands that answer, each with arguments and the question that it then answers."""
ALSO = {
    "commitments": ("--due", "What was due, and not mentioned again?"),
    "check": ("--fields question", "What should I ask the authors?"),
    "sources": ("--missing", "What is referred to, and not here?"),
}
"""What else is asked of a command, in the same way."""
SHORT = {
    "How did the offences of each year end?": "How did offences end each year?",
    "Is the City's share of crime below the nation's?": "Is the City below the nation?",
    "What is known about Operation Maxim?": "What is Operation Maxim?",
    "Who does what, in which area of work?": "Who does what, in which area?",
    "What was promised, and what was reported later?": "What was promised? What came?",
    "What happened from June 2003 on?": "What happened since June 2003?",
    "Which numbers do not fit, and why?": "Which numbers do not fit? Why?",
    "Where do the reports mention forged passports?": "Who mentions forged passports?",
    "What was due, and not mentioned again?": "What was due, and is silent?",
    "What is referred to, and not here?": "What is referred to, not here?",
}
"""The same questions where a screen is narrow, in a line each."""
_WIDE, _ROOM = 76, 44
"""How wide help is where questions and commands have room unchanged, and what other commands
have room for on a screen of 60 columns."""
_WAYS = "Numbers: figures WORDS. The rest: search WORDS. Agreements: operations NAME."
_NARROW_WAYS = "Numbers: figures WORDS. The rest: search WORDS."
"""Which of these commands finds what."""
OTHERS = {
    "Share it": {"report": "briefing", "plot": "picture", "browse": "web", "export": "data"},
    "Work on it": {
        "audit": "a report",
        "draft": "its records",
        "sql": "",
        "verify": "",
        "seed": "",
    },
}
"""The other commands, each with what it makes or takes."""
COMMANDS = (*QUESTIONS, *(name for section in OTHERS.values() for name in section))


class Commands(Once, click.Group):
    """A group that lists its commands by name, and imports one only when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"moditrack.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            from moditrack.nearest_names import unknown

            known = {name: name for name in self.list_commands(ctx)}
            message = str(unknown("command", args[0], known, "moditrack --help"))
            if args[0].isalnum() and "did you mean" not in message:
                message = f"{message.removesuffix('.')}, and 'moditrack search {args[0]}' searches."
            raise InputError(message)
        name, command, rest = super().resolve_command(ctx, args)
        reads = command is not None and any(param.name == "db" for param in command.params)
        if ctx.params.get("db") is not None and not reads:
            raise InputError(f"'moditrack {name}' uses no database: leave out --db.")
        return name, command, rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        narrow = formatter.width < _WIDE
        purpose = " ".join((self.help or "").split())
        if narrow:
            purpose = purpose.replace(
                "in our words, each with its paragraph", "in our words, cited"
            )
        formatter.write_text(purpose)
        formatter.write("Ask\n")
        with formatter.indentation():
            formatter.write_dl(
                (f"{name} {words}".rstrip(), (narrow and SHORT.get(question)) or question)
                for name, own in QUESTIONS.items()
                for words, question in (own, *([ALSO[name]] if name in ALSO else []))
            )
        formatter.write_text(_NARROW_WAYS if narrow else _WAYS)
        lines = {title: _listed(section, narrow) for title, section in OTHERS.items()}
        own = "" if narrow else "-h, --help, "
        lines["Options"] = f"{own}--version, --db FILE, --no-pager, --debug"
        formatter.write_dl(list(lines.items()))
        options = "" if narrow else "options and "
        formatter.write_text(f"moditrack COMMAND --help has {options}examples; --json prints data.")


def _listed(section: dict[str, str], narrow: bool) -> str:
    """Commands, each with what it makes or takes; names alone where there is no room."""
    whole = ", ".join(f"{name} ({what})" if what else name for name, what in section.items())
    return ", ".join(section) if narrow and len(whole) > _ROOM else whole
