"""moditrack search: search the whole dataset."""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import filter_options
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.search import SEARCH, SEARCH_HIT


@click.command(cls=RowsCommand)
@click.argument("text", nargs=-1, required=True)
@filter_options(SEARCH)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="Maximum number of matches.",
)
@question_options(SEARCH_HIT)
def command(text: tuple[str, ...], output: OutputOptions, db: str | None, **filters: Any) -> None:
    """Search the whole dataset, best matches first.

    Entries are in our own words, not the reports'. Words are stemmed. word* matches a prefix, "two
    words" a phrase. If no entry contains all the words, those with most of them are shown, with a
    note. For numbers: moditrack figures WORDS; for an operation or agreement: operations NAME.

    \b
    moditrack search forged passports
        everything about forged passports
    moditrack search 'traffick*'
        words with this prefix
    moditrack search '"crime groups"'
        a phrase
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions.search import search

    write(search(open_database(db), " ".join(text), **filters), output)
