"""moditrack search"""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import RowsCommand, choice_option, document_option, question_options
from moditrack.output import OutputOptions
from moditrack.questions.search import KINDS, SEARCH_HIT


@click.command(cls=RowsCommand)
@click.argument("text", nargs=-1, required=True)
@choice_option("kind", KINDS, f"Only {', '.join(KINDS)}.")
@document_option
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Most hits.")
@question_options(SEARCH_HIT)
def command(text: tuple[str, ...], output: OutputOptions, db: str | None, **filters: Any) -> None:
    """Search everything, best first.

    Words are stemmed. word* finds what begins so, "two words" a phrase. Where nothing has all of
    the words, what has most of them is shown, with a note.

    \b
    moditrack search forged passports
        everything about forged passports
    moditrack search 'traffick*'
        what begins so
    moditrack search '"crime groups"'
        a phrase
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions.search import search

    write(search(open_database(db), " ".join(text), **filters), output)
