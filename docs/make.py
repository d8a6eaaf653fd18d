"""Make docs/cli.md from the commands' own help, docs/data.md from schema.sql, docs/json.md from
their records, docs/output.schema.json, docs/gallery.md with its pictures and CITATION.cff from the
dataset.

Run `python docs/make.py` after a change to any of them; tests hold the pages to the code.
"""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any

import click

import moditrack
from moditrack.cli import cli
from moditrack.cli.commands import COMMANDS
from moditrack.cli.json_schema import json_schema
from moditrack.db.connection import open_database
from moditrack.export.citation import citation
from moditrack.plots import PICTURES, draw
from moditrack.plots.picture_formats import svg
from moditrack.questions.dictionary import schema

DOCS = Path(__file__).resolve().parent
_GALLERY = """# Gallery

What `moditrack plot` draws, each with the command that made it. The numbers, notes and citations
are in the pictures; `.png`, `.html` and `.json` (Vega-Lite) come by the end of the file's name.
"""
_CLI = """# Command line

This page is made from the commands' own help. [questions.md](questions.md) has forty questions.

## Exit codes

| code | means |
|---|---|
| 0 | done, also if nothing was found or the reader of a pipe closed it |
| 1 | the database, records, a file, a folder or a port cannot be used: it does not exist, cannot \
be read or written, is something else, or already exists; an extra is not installed; `verify` or \
`check --strict` found something |
| 2 | bad input: an unknown name, option or value, whatever is on the disk |
| 70 | a bug in moditrack: report it with what `--debug` shows |
| 129, 130, 143 | ended by SIGHUP, Ctrl-C or SIGTERM; no partial file is left |

## Environment

| variable | means |
|---|---|
| `MODITRACK_DB` | the database to read and to seed, without `--db` |
| `COLUMNS` | the width of tables, if the terminal does not report it |
| `NO_COLOR` | no colour |
| `FORCE_COLOR` | colour in plain text for a pipe, too; nothing else changes |
| `TERM` | `dumb`: no colour |
| `PAGER` | the pager for long output on a terminal [default: less]; empty or `cat`: none |
| `LESS` | options for less [default: `-FRX`] |
| `SOURCE_DATE_EPOCH` | the date of issue of a briefing, in seconds since 1970 [default: today] |
| `MODITRACK_DEBUG` | if set, a bug in moditrack shows its traceback, as with `--debug` |
| `MODITRACK_DOCUMENTS` | for the tests: the folder with the four documents |

## Completion

One command makes TAB complete commands, options, names, years, documents, formats, fields, files
and folders, in every shell that is opened after it:

```sh
# bash
echo 'eval "$(_MODITRACK_COMPLETE=bash_source moditrack)"' >> ~/.bashrc
# zsh
echo 'eval "$(_MODITRACK_COMPLETE=zsh_source moditrack)"' >> ~/.zshrc
# fish
echo '_MODITRACK_COMPLETE=fish_source moditrack | source' >> ~/.config/fish/config.fish
```

## Formats

- **Terminal**: tables that fit its width, through the pager where they are longer than the screen.
- **Pipe**: the same as plain text at full width, nothing cut, no colour.
- **JSON**: an array of objects, or one object for a page on one thing; [json.md](json.md) has the
  keys.
- **CSV and TSV**: UTF-8 whatever the console, lines end with a line feed, lists are joined by `; `.
  A text that a spreadsheet would run as a formula (it begins with `=`, `@`, tab or carriage return,
  or with `+` or `-` and no plain number follows) is put behind an apostrophe; `+5`, `-9` and `+65`
  are not.
- **`--format NAME`**: any format of tabulate, with the cells of CSV.
- **`--output FILE`**: the file is written atomically. An existing file is kept, unless
  `--overwrite` is given. The extension selects the format: .json,
  .jsonl, .csv or .tsv; .txt and none mean plain text; any other needs a `--format`. `-` is standard
  output.
- **Filters** that say "repeatable" keep rows that match any of their values:
  `victims --sex female --sex male`. An option that takes one value is refused when it is given
  twice.

"""
_DATA = """# Data dictionary

This page is made from `schema.sql`; `moditrack sql --schema [TABLE]` prints the same.

"""
_JSON = """# JSON

What each command prints with `--json`. This page is made from
[output.schema.json](output.schema.json), a JSON Schema (2020-12) that the tests hold real output
to; `output.schema.json#/properties/outcomes` is that of `moditrack outcomes --json`.

`--jsonl` prints the same objects, one a line, and `--fields` chooses from their keys. Every key is
always there: what is not known or does not apply is `null`.

| type | means |
|---|---|
| date | text: an ISO 8601 date, as exact as it is stated: 2003, 2003-04 or 2003-04-24 |
| document | text: publisher and date of a document, like `colp-2024-02-22` |
| citation | text: a document and a place in it, like `colp-2024-02-22#19.outcome` |
| or null | the value may be `null` |

"""


def cli_page() -> str:
    """The text of docs/cli.md."""
    parts = [_CLI + _help([])]
    parts += [_help([name]) for name in COMMANDS]
    return "\n".join(parts)


def _help(path: list[str]) -> str:
    command: click.Command = cli
    context = click.Context(
        cli,
        info_name="moditrack",
        terminal_width=80,
        max_content_width=80,
        help_option_names=["-h", "--help"],
    )
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
    for row in schema(open_database()).rows:
        if row["column"] is None:
            parts.append(f"\n## {row['table']} ({row['type']})\n\n{row['meaning']}")
            parts.append("\n| column | type | meaning | joins |\n|---|---|---|---|")
        else:
            joins = row["joins"] or ""
            parts.append(f"| `{row['column']}` | {row['type']} | {row['meaning']} | {joins} |")
    return "\n".join(parts) + "\n"


def json_page() -> str:
    """The text of docs/json.md."""
    schema_ = json_schema()
    lines = [_JSON.rstrip("\n"), "", "## Commands", "", "| command | prints |", "|---|---|"]
    lines += [
        f"| `moditrack {name}` | {_type(prints)} |"
        for name, prints in schema_["properties"].items()
    ]
    for name, definition in schema_["$defs"].items():
        if definition["type"] != "object":
            continue
        lines += ["", f"## {name}", "", definition["description"]]
        if "properties" in definition:
            lines += ["", "| key | type | meaning |", "|---|---|---|"]
        for key, value in definition.get("properties", {}).items():
            lines.append(f"| `{key}` | {_type(value)} | {value['description']} |")
    return "\n".join(lines) + "\n"


def citation_file() -> str:
    """The text of CITATION.cff."""
    return citation(open_database(), "software")


def _type(value: dict[str, Any]) -> str:
    """A type of the schema in words."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        simple = {"date": "date", "document_id": "document", "citation": "citation"}
        return simple.get(name) or f"[{name}](#{name})"
    if "anyOf" in value:
        return " or ".join(_type(option) for option in value["anyOf"])
    if "enum" in value:
        return " or ".join("null" if word is None else f"`{word}`" for word in value["enum"])
    if value["type"] == "array":
        return f"array of {_type(value['items'])}"
    types = [value["type"]] if isinstance(value["type"], str) else value["type"]
    words = {"string": "text", "integer": "whole number", "boolean": "true or false"}
    return " or ".join(words.get(word, word) for word in types)


def pictures() -> dict[str, str]:
    """The pictures of docs/pictures, SVG by name."""
    with moditrack.open() as data:
        return {view: svg(draw(data, view)) for view in PICTURES}


def gallery(drawn: dict[str, str]) -> str:
    """The text of docs/gallery.md."""
    lines = [_GALLERY.rstrip("\n")]
    for view, picture in drawn.items():
        label = unescape(picture.partition('aria-label="')[2].partition('"')[0])
        title, _, _ = label.partition(". ")
        lines += ["", f"## {title}", "", f"    moditrack plot {view} -o {view}.svg", ""]
        lines.append(f"![{label}](pictures/{view}.svg)")
    return "\n".join(lines) + "\n"


def pages() -> dict[str, str]:
    """Every file that is made, by its path in docs/."""
    drawn = pictures()
    return {
        "cli.md": cli_page(),
        "data.md": data_page(),
        "json.md": json_page(),
        "output.schema.json": json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n",
        "gallery.md": gallery(drawn),
        "../CITATION.cff": citation_file(),
        **{f"pictures/{view}.svg": picture for view, picture in drawn.items()},
    }


if __name__ == "__main__":
    (DOCS / "pictures").mkdir(exist_ok=True)
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")
