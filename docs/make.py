"""Make docs/cli.md from the commands' own help and docs/data.md from schema.sql.

Run `python docs/make.py` after a change to either; a test holds the pages to the code.
"""

from __future__ import annotations

from pathlib import Path

import click

from moditrack.cli import COMMANDS, cli
from moditrack.queries.sql import schema

DOCS = Path(__file__).resolve().parent
_CLI = """# Command line

This page is made from the commands' own help.

## Exit codes

| code | means |
|---|---|
| 0 | done, also where nothing was found, and where the reader of a pipe has seen enough |
| 1 | the database, records or a file cannot be used; `verify` or `check --strict` found something |
| 2 | bad input: an unknown name, option or value |

## Environment

| variable | means |
|---|---|
| `MODITRACK_DB` | the database to read and to seed, where `--db` names none |
| `COLUMNS` | the width of tables, where the terminal does not tell |
| `NO_COLOR` | no colour |
| `FORCE_COLOR` | colour in plain text into a pipe, too, and nothing else changed |
| `TERM` | `dumb`: no colour |
| `PAGER` | what long output on a terminal goes through [default: less]; empty or `cat`: nothing |
| `LESS` | options for less [default: `FRX`] |
| `MODITRACK_DOCUMENTS` | for the tests: the folder with the four documents |

## Completion

One line in the shell's own file completes commands, options, names, years, documents and formats:

| shell | line |
|---|---|
| bash (`~/.bashrc`) | `eval "$(_MODITRACK_COMPLETE=bash_source moditrack)"` |
| zsh (`~/.zshrc`) | `eval "$(_MODITRACK_COMPLETE=zsh_source moditrack)"` |
| fish (`~/.config/fish/config.fish`) | `_MODITRACK_COMPLETE=fish_source moditrack \\| source` |

"""
_DATA = """# Data dictionary

This page is made from `schema.sql`; `moditrack sql --schema [TABLE]` prints the same.

"""


def cli_page() -> str:
    """The text of docs/cli.md."""
    parts = [_CLI + _help([])]
    parts += [_help([name]) for section in COMMANDS.values() for name in section]
    return "\n".join(parts)


def _help(path: list[str]) -> str:
    command: click.Command = cli
    context = click.Context(cli, info_name="moditrack", terminal_width=80, max_content_width=80)
    for name in path:
        command = cli.get_command(context, name) or cli
        context = click.Context(
            command, info_name=name, parent=context, terminal_width=80, max_content_width=80
        )
    title = " ".join(["moditrack", *path])
    return f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"


def data_page() -> str:
    """The text of docs/data.md."""
    parts = [_DATA.rstrip("\n")]
    for row in schema().rows:
        if row["column"] is None:
            parts.append(f"\n## {row['table']} ({row['type']})\n\n{row['meaning']}")
            if row["type"] == "table":
                parts.append("\n| column | type | meaning | joins |\n|---|---|---|---|")
        else:
            joins = row["joins"] or ""
            parts.append(f"| `{row['column']}` | {row['type']} | {row['meaning']} | {joins} |")
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    (DOCS / "cli.md").write_text(cli_page(), encoding="utf-8")
    (DOCS / "data.md").write_text(data_page(), encoding="utf-8")
