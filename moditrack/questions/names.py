"""Find an operation, agency, document or other id by what a person types; its shown name."""

from __future__ import annotations

from moditrack.errors import InputError
from moditrack.name_key import name_key
from moditrack.tables import Connection


def find(connection: Connection, kind: str, given: str) -> str:
    """The id of the operation or agency of that name.

    Raises InputError where there is none, with the nearest name, or where several have it.
    """
    matches = named(connection, kind, given)
    if len(matches) > 1:
        listed = " or ".join(described(connection, kind, match) for match in matches)
        raise InputError(f"'{given}' is the name of more than one {kind}: use {listed}.")
    if matches:
        return matches[0]
    for own_names in (True, False):
        if len(having := _having_words(connection, kind, given, own_names)) == 1:
            return having[0]
    other = "agency" if kind == "operation" else "operation"
    if found := named(connection, other, given):
        command = "agencies" if other == "agency" else "operations"
        name = found[0] if len(found) == 1 else given  # `given` shows all of them
        its = f", or 'moditrack operations --agency {name}' for its part in operations"
        also = its if kind == "operation" and len(found) == 1 else ""
        raise InputError(f"'{given}' is an {other}: try 'moditrack {command} {name}'{also}.")
    strand = connection.execute(
        "SELECT strand FROM strand WHERE lower(?) IN (strand, lower(name))", (given,)
    ).fetchone()
    if kind == "agency" and strand:
        command = f"moditrack agencies --strand {strand[0]}"
        raise InputError(f"'{given}' is an area of work: try '{command}'.")
    if 1 < len(having) <= _SEVERAL:
        listed = " or ".join(described(connection, kind, id) for id in having)
        raise InputError(f"'{given}' is in the names of more than one {kind}: use {listed}.")
    from moditrack.questions.words_not_found import with_search

    raise with_search(connection, given, _nearest(connection, kind, given))


def same_named(connection: Connection, kind: str, given: str) -> list[str]:
    """The ids that have exactly this name, where they are two or three; else none."""
    found = named(connection, kind, given)
    return found if 1 < len(found) <= _SEVERAL else []


_SEVERAL = 3


def named(connection: Connection, kind: str, given: str) -> list[str]:
    """The ids that have the name, of those whose claim to it is best."""
    found = connection.execute(
        "SELECT id, rank FROM search_name WHERE kind = ? AND name_key = ? ORDER BY rank, id",
        (kind, name_key(given)),
    ).fetchall()
    return [row["id"] for row in found if row["rank"] == found[0]["rank"]]


def _having_words(connection: Connection, kind: str, given: str, own_names: bool) -> list[str]:
    """The ids that have a name with all of these words; of their own names only, which are shown,
    or of any that documents use."""
    words = set(name_key(given).split())
    if not words:
        return []
    found = connection.execute(
        "SELECT name_key, id FROM search_name WHERE kind = ? AND rank <= ?",
        (kind, 0 if own_names else 2),
    )
    return list({row["id"]: None for row in found if words <= set(row["name_key"].split())})


def _nearest(connection: Connection, kind: str, given: str) -> InputError:
    from moditrack.nearest_names import unknown

    names: dict[str, str] = {}
    for row in connection.execute(
        "SELECT name_key, id FROM search_name WHERE kind = ? ORDER BY rank, id", (kind,)
    ):
        names.setdefault(row["name_key"], row["id"])
    plural = "operations" if kind == "operation" else "agencies"
    return unknown(
        kind,
        given,
        names,
        f"moditrack {plural}",
        name_key,
        lambda id: described(connection, kind, id),
    )


def described(connection: Connection, kind: str, id: str) -> str:
    """The id of an operation or agency, with its kind and name."""
    found = connection.execute(
        f"SELECT kind, name FROM {kind} WHERE {kind} = ?",  # a literal of the code
        (id,),
    ).fetchone()
    return f"'{id}' ({found['kind']}, {found['name']})"


def find_id(connection: Connection, what: str, sql: str, given: str, listed_by: str = "") -> str:
    """The id that `given` names or is short for. `sql` yields id and name; InputError names the
    nearest."""
    rows = connection.execute(sql).fetchall()
    for row in rows:
        if given.casefold() in (str(row[0]).casefold(), str(row[1]).casefold()):
            return str(row[0])
    names = {str(name).casefold(): str(row[0]) for row in rows for name in row}
    from moditrack.nearest_names import meant, unknown

    if found := meant(given, names):
        return found
    from moditrack.questions.words_not_found import with_search

    raise with_search(connection, given, unknown(what, given, names, listed_by))


def id_of(connection: Connection, table: str, key: str, said: str, given: str) -> str:
    """The id of a figure or check, `document:short`, from a whole id or the short one.

    Raises InputError where there is none, with the nearest ids that begin alike, and where there
    are several, with the text of the column `said` for each.
    """
    what = {"figure": "figure"}.get(table, "check")
    short = f"substr({key}, instr({key}, ':') + 1)"
    found = connection.execute(
        f"SELECT {key}, {said} FROM {table} WHERE {key} = ?1"
        f" UNION SELECT {key}, {said} FROM {table} WHERE {short} = ?1",
        (given,),
    ).fetchall()
    if len(found) > 1:
        listed = " or ".join(f"'{id}' ({text})" for id, text in found)
        raise InputError(f"'{given}' is more than one {what}: use {listed}.")
    if found:
        return str(found[0][0])
    alike = connection.execute(
        f"SELECT {short} FROM {table} ORDER BY {short} >= ? DESC, {short} LIMIT 1000", (given,)
    ).fetchall()
    listed = {"figure": "figures --fields figure", "check": "check --all"}[what]
    known = {row[0].casefold(): row[0] for row in alike}
    from moditrack.nearest_names import unknown
    from moditrack.questions.typed_periods import is_date
    from moditrack.questions.words_not_found import no_words, with_search

    if what == "figure" and is_date(given):
        year = f"'moditrack figures --year {given}'"
        raise InputError(f"No figure has the word '{given}': {year} has those of that time.")
    error = unknown(what, given, known, f"moditrack {listed}")
    if "did you mean" not in str(error) and given.replace(" ", "").isalpha():
        raise no_words(connection, what, given)
    raise with_search(connection, given, error)


def find_document(connection: Connection, given: str) -> str:
    """The id of a document, from its id, title or date, or words that no other document has
    there."""
    if connection.execute("SELECT 1 FROM document WHERE document = ?", (given,)).fetchone():
        return given
    rows = connection.execute("SELECT document, title, kind FROM document ORDER BY date").fetchall()
    words = set(name_key(given).split())
    having = [row for row in rows if words and words <= set(name_key(" ".join(row)).split())]
    exact = [row for row in having if given.casefold() == str(row["title"]).casefold()]
    if len(exact or having) == 1:
        return str((exact or having)[0]["document"])
    if having:
        listed = " or ".join(f"'{id}' ({kind}, {title})" for id, title, kind in having)
        raise InputError(f"'{given}' fits more than one document: use {listed}.")
    if numbered := _numbered(connection, given):
        raise InputError(f"There is no document '{given}': {numbered}.")
    from moditrack.nearest_names import unknown

    raise unknown(
        "document", given, {str(row[n]).casefold(): row[0] for row in rows for n in (0, 1)}
    )


_FEW = 6
"""At most this many passages of a number are named."""


def _numbered(connection: Connection, given: str) -> str:
    """The passages that have a number, where one is given instead of a document."""
    number = given.removeprefix("#")
    found = [
        f"{row['document']}#{row['locator']}"
        for row in connection.execute(
            "SELECT document, locator FROM passage WHERE lower(locator) = lower(?1)"
            " OR locator LIKE '%.' || ?1 ORDER BY rowid LIMIT ?2",
            (number, _FEW),
        )
        if number.isalnum()
    ]
    return f"passages of this number are {', '.join(found)}" if found else ""


class ShownNames(dict[str, str]):
    """What people call an agency (its abbreviation, where it has one) or an operation, by id; an
    id that is neither is its own name."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection

    def __missing__(self, given: str) -> str:
        found = self._connection.execute(
            "SELECT coalesce(abbreviation, name) FROM agency WHERE agency = ?1"
            " UNION ALL SELECT name FROM operation WHERE operation = ?1",
            (given,),
        ).fetchone()
        self[given] = given if found is None else str(found[0])
        return self[given]
