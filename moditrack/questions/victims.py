"""Victims by age or ethnicity, and sex."""

from __future__ import annotations

from moditrack.questions.filters import AGENCY, DOCUMENT, Filter
from moditrack.questions.question import Question, related_checks_note
from moditrack.tables import Column, Connection, Note, Record, Table

VICTIM = Record(
    "victim",
    "Victims of one period, category and sex.",
    (
        Column("document", "document", "the document that prints it"),
        Column("force", "text", "id of the police force"),
        Column(
            "characteristic", "text", "what the table divides them by", values=("age", "ethnicity")
        ),
        Column("category", "text", "age band or ethnicity, as printed"),
        Column(
            "sex",
            "text",
            "sex; null in a table that does not say",
            values=("female", "male"),
            null=True,
        ),
        Column("victims", "integer", "victims; null where a mark is printed", null=True),
        Column(
            "mark",
            "text",
            "what is printed in place of the number, such as *; null where a number is printed",
            null=True,
        ),
        Column(
            "share_percent", "number", "percent of the table's victims, to two decimals", null=True
        ),
        Column("period", "text", "the period, as it is printed; null where it is not", null=True),
        Column("sources", "citation", "the passages that state it", many=True),
    ),
)


_PLACE = ("document", "period_label", "characteristic", "category", "sex")


def _notes(connection: Connection, table: Table) -> list[Note]:
    from moditrack.questions.cautions import cautions, small_counts
    from moditrack.questions.table_cells import marks_and_parts, printed_cells

    sexes = {row["sex"] for row in table.rows}
    of_all = [None] if len(sexes) > 1 else []  # what is printed of both together
    keys = {
        (row["document"], period, row["characteristic"], category, sex)
        for row in table.rows
        for period in (row["series"], None)
        for category in (row["category"], None)
        for sex in (row["sex"], *of_all)
    }
    cells = [
        cell["figure"]
        for cell in printed_cells(connection, table, "victims")
        if tuple(cell[key] for key in _PLACE) in keys
    ]
    return [
        *related_checks_note(connection, table, ids=cells),
        *small_counts(row["victims"] for row in table.rows),
        *cautions(connection, table, "victims"),
        *marks_and_parts(connection, table, "victims"),
        *([_NATIONALITY] if table.rows and table.filters.get("by") == ["ethnicity"] else []),
    ]


_NATIONALITY = Note("further", "Ethnicity is no nationality: no table gives that of the victims.")
_SEXES = "each table has the sexes beside each other, like 'moditrack victims --by age'"
_COUNTRIES = "'moditrack search where victims come from' has the countries that are named"
_NOT_STATED = "no table has that: 'moditrack figures {}' says what is stated"
_YEARS = "no table has victims by year: 'moditrack outcomes' has the offences of each"
VICTIMS = Question(
    "victims",
    title="Victims",
    summary="Victims by age or ethnicity, and sex",
    asks="Who were the victims?",
    meaning="victims: a count, zeros included; share_percent: of all victims in that table, two"
    " decimals. Age and ethnicity divide the same victims in two ways: never add them.",
    record=VICTIM,
    view="victim",
    names=(
        Column("force_name"),
        Column("table_total", "integer", "victims in the table: the printed total, else the sum"),
        Column("category_total", "integer", "victims of the category, as printed, if so"),
        Column("sex_total", "integer", "victims of the sex, as printed, if so"),
        Column("series", "text", "the period, printed or not, that keeps tables apart"),
        Column("period_inferred"),
    ),
    filters=(
        Filter(
            "by",
            "Victims by age, or by ethnicity.",
            "characteristic IN ({values})",
            metavar="CHARACTERISTIC",
            choices=("age", "ethnicity"),
            elsewhere=dict.fromkeys(("sex", "gender"), _SEXES)
            | dict.fromkeys(("nationality", "nation", "country", "origin"), _COUNTRIES)
            | dict.fromkeys(("type", "exploitation"), _NOT_STATED.format("exploitation"))
            | {"year": _YEARS, "month": _NOT_STATED.format("month")},
        ),
        Filter(
            "sex",
            "Victims of this sex: female or male.",
            "sex IN ({values})",
            metavar="SEX",
            choices=("female", "male"),
        ),
        DOCUMENT.on("document IN ({values})"),
        AGENCY.on("force IN ({values})", "Rows of this police force."),
    ),
    notes=(_notes,),
    order="document, force, period_start, characteristic, position",
)
_ALSO: dict[tuple[str, str], str] = {
    ("by", "age"): "age ages child children minor minors adult adults",
    ("by", "ethnicity"): "ethnicity ethnic",
    ("sex", "female"): "female females woman women girl girls",
    ("sex", "male"): "male males man men boy boys",
}


def asked_for(connection: Connection, word: str) -> list[tuple[str, str]]:
    """What a word of people asks for: a sex, or each table that has a row with the word."""
    own = word.casefold()
    rows = connection.execute("SELECT DISTINCT characteristic, category FROM victim").fetchall()
    found = [("by", by) for by, category in rows if own in category.casefold().split()]
    return list(
        dict.fromkeys([*found, *(key for key, also in _ALSO.items() if own in also.split())])
    )


victims = VICTIMS.ask
"""One row for each document, force, period, category and sex; filters as VICTIMS has them."""
