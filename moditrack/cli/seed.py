"""moditrack seed: rebuild the database; --candidates, and --documents to store their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from moditrack.cli.every_command import Command
from moditrack.cli.options import check_paths, completes
from moditrack.cli.records_options import (
    final_option,
    print_problem,
    records_folder,
    records_option,
    report_problems,
)
from moditrack.cli.terminal_lines import say
from moditrack.counting import counted

if TYPE_CHECKING:
    from pathlib import Path

    from moditrack.build.database import Built

_FEW = 50
"""With more documents, comparing each with all others takes longer than to build the database."""


@click.command(cls=Command)
@records_option
@click.option(
    "--documents",
    metavar="DIR",
    shell_complete=completes("folder"),
    help="Verify the records against the documents in this folder and store their text;"
    " needs --db.",
)
@click.option(
    "--db",
    metavar="FILE",
    shell_complete=completes("file"),
    help="Database to write [default: the one that other commands read].",
)
@click.option("--overwrite", is_flag=True, help="Replace a file that is not a moditrack database.")
@final_option
@click.option(
    "--candidates",
    is_flag=True,
    help="Print where a report differs from an earlier one, for conflicts.toml, and which"
    " earlier commitments it may mention, for followups.csv.",
)
def command(
    records: str | None,
    documents: str | None,
    db: str | None,
    overwrite: bool,
    final: bool,
    candidates: bool,
) -> None:
    """Rebuild the database from the records.

    The records are validated first. Rows with something in their column needs_a_person are
    unfinished: they are left out and counted, with the rows that refer to them. The new database
    replaces the old one atomically, so nobody reads a partial one.

    \b
    moditrack seed
        rebuild the installed database
    moditrack seed --records DIR --db FILE
        build one from other records
    moditrack seed --documents DIR --db FILE
        build one with the text of the documents, if they confirm the records
    moditrack seed --records DIR --db FILE --candidates
        build one and print what may be conflicts between reports
    """
    import gc
    from pathlib import Path

    from moditrack.build.database import BuildError, build
    from moditrack.cli.progress import progress
    from moditrack.db.connection import database_path, shipped_path
    from moditrack.db.integrity import RELEASE, released
    from moditrack.output.files import atomic_text_file
    from moditrack.validation.unfinished import unfinished_in_words

    check_paths(documents, db, database_path(db))
    if documents is not None and db is None:
        raise click.UsageError(
            "--documents needs --db: the installed database has none of the documents' text."
        )
    folder = records_folder(records)
    gc.disable()  # rows have no cycles, and each collection would walk all of them
    try:
        with report_problems():
            texts = None if documents is None else _texts(Path(documents), folder)
            with progress("Seeding") as update:
                built = build(
                    folder,
                    Path(database_path(db)),
                    texts=texts,
                    overwrite=overwrite,
                    final=final,
                    progress=update,
                )
    except BuildError as error:
        raise click.ClickException(str(error)) from None
    finally:
        gc.enable()
    if records is None and str(built.path) == shipped_path() and released() != built.digest:
        with atomic_text_file(str(RELEASE), overwrite=True) as file:
            file.write(f"{built.digest}\n")
    if candidates:
        click.echo(_candidates(built), nl=False)
        return
    width = max(len(table) for table in built.rows)
    for table, rows in built.rows.items():
        say(f"{table:<{width}}  {rows:>6}")
    say(f"Content digest  {built.digest}")
    say(f"Built           {built.path}")
    for sentence in unfinished_in_words(built.unfinished):
        say(sentence)
    few = records is not None and built.rows.get("document", 0) <= _FEW
    if few and (number := _conflicts(built)):
        states = "statement differs" if number == 1 else "statements differ"
        say(f"{number} {states} from earlier reports: --candidates prints what and where.")


def _conflicts(built: Built) -> int:
    """How many statements of a report may be in conflict with earlier ones."""
    import sqlite3
    from contextlib import closing

    from moditrack.build.conflict_candidates import conflicts

    with closing(sqlite3.connect(built.path)) as connection:
        return len(conflicts(connection, _ids(built)))


def _candidates(built: Built) -> str:
    """What may be conflicts with earlier reports, and follow-ups of their commitments."""
    import sqlite3
    from contextlib import closing

    from moditrack.build.conflict_candidates import conflicts, toml
    from moditrack.build.followup_candidates import commitments, csv_comments

    with closing(sqlite3.connect(built.path)) as connection:
        mentioned = csv_comments(commitments(connection))
        found = toml(conflicts(connection, _ids(built)))
    return "\n".join(filter(None, (found, mentioned)))


def _ids(built: Built) -> list[str]:
    """The ids of unfinished conflicts."""
    return [row["texts"]["id"] for row in built.unfinished if row["texts"].get("id")]


def _texts(documents: Path, records: Path) -> dict[str, dict[str, str]]:
    """The text of the passages, if the documents confirm all records."""
    from moditrack.build.load import read_records
    from moditrack.verify.verify import verify

    found = verify(documents, read_records(records))
    for difference in found.differences:
        print_problem(str(difference))
    if found.differences:
        raise click.ClickException(
            f"The documents differ from the records in {counted(len(found.differences), 'place')}:"
            " fix the records and run again; nothing was changed."
        )
    return {document: evidence.texts for document, evidence in found.evidence.items()}
