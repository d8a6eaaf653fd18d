"""The first page: what there is to know in a few sentences, computed from the queries."""

from __future__ import annotations

from collections import Counter

from moditrack.dataset import Dataset
from moditrack.errors import InputError
from moditrack.queries.outcomes import share
from moditrack.report.parts import Sentence
from moditrack.tables import Row, Table


def sentences(data: Dataset, document: str | None) -> list[Sentence]:
    """What the documents say, each with its citations; what they do not tell is left out."""
    try:
        offences = _offences(data.outcomes(document=document))
    except InputError:  # this document has no outcomes
        offences = []
    return [
        *offences,
        *_victims(data.victims(by="age", document=document)),
        *_compared(data.compare(), document),
        *_phases(data, document),
        *_promised(data.commitments(document=document)),
        *_checked(data.checks(document=document, every=True)),
    ]


def _offences(table: Table) -> list[Sentence]:
    told = []
    for force in dict.fromkeys(row["force_name"] for row in table.rows):
        rows = [row for row in table.rows if row["force_name"] == force]
        totals = {row["year"]: row["year_total"] for row in rows}
        whole, years = sum(totals.values()), sorted(totals)
        counts: Counter[str] = Counter()
        for row in rows:
            counts[row["stated_label"]] += row["offences"]
        label, most = counts.most_common(1)[0]
        yearly = ", ".join(f"{totals[year]} in {year}" for year in years)
        told.append(
            Sentence(
                f"{force}: {whole} recordable offences in {years[0]} to {years[-1]} ({yearly})."
                f' Most frequent outcome: "{label}", {most} of {whole}'
                f" ({share(most, whole):.2f}%).",
                table.sources,
            )
        )
    return told


def _victims(table: Table) -> list[Sentence]:
    if not table.rows:
        return []
    whole = sum(row["victims"] for row in table.rows)
    sexes = Counter[str]()
    ages = Counter[str]()
    for row in table.rows:
        sexes[row["sex"]] += row["victims"]
        ages[row["category"]] += row["victims"]
    by_sex = ", ".join(f"{number} {sex}" for sex, number in sexes.items())
    by_age = ", ".join(f"{number} aged {age}" for age, number in ages.items() if number)
    return [Sentence(f"{whole} victims: {by_sex}; {by_age}.", table.sources)]


def _compared(table: Table, document: str | None) -> list[Sentence]:
    rows = [row for row in table.rows if document in (None, row["document"])]
    if not rows:
        return []
    first = rows[0]
    readings = " ".join(f"On {row['offences']} offences ({row['reading']}): {row['note']}"
                        for row in rows)  # fmt: skip
    return [
        Sentence(
            f"Share of all crime: {first['colp_printed']} in the City,"
            f" {first['national_printed']} nationally. {readings}",
            [source for row in rows for source in row["sources"]],
        )
    ]


def _phases(data: Dataset, document: str | None) -> list[Sentence]:
    """Arrests and removals in each phase of an operation, as the last document that has them."""
    phases = {row["operation"]: row["name"] for row in data.operations(kind="phase")}
    told = []
    for phase, name in phases.items():
        rows: list[Row] = [
            row
            for row in data.figures(operation=phase, document=document).rows
            if row["measure"] in ("arrests", "removals") and row["status"] == "recorded"
        ]
        if not rows:
            continue
        last = rows[-1]["document"]
        first_of: dict[str, Row] = {}
        for row in rows:
            if row["document"] == last:
                first_of.setdefault(row["measure"], row)
        listed = ", ".join(f"{row['printed']} {measure}" for measure, row in first_of.items())
        told.append(
            Sentence(
                f"{name}: {listed}, as reported on {last[-10:]}.",
                [source for row in first_of.values() for source in row["sources"]],
            )
        )
    return told


def _promised(table: Table) -> list[Sentence]:
    states = Counter(row["state"].replace("-", " ") for row in table.rows)
    if not states:
        return []
    listed = ", ".join(f"{number} {state}" for state, number in states.most_common())
    return [Sentence(f"{len(table)} commitments: {listed}.")]


def _checked(table: Table) -> list[Sentence]:
    numbers = Counter(row["verdict"] for row in table.rows if row["kind"] != "statements")
    differing = sum(1 for row in table.rows if row["kind"] == "statements")
    told = []
    if numbers:
        listed = ", ".join(f"{number} {verdict}" for verdict, number in numbers.most_common())
        told.append(Sentence(f"{numbers.total()} derived numbers were computed again: {listed}."))
    if differing:
        told.append(
            Sentence(f"{differing} times statements on the same thing differ, may, or say too"
                     " little to tell; they stand side by side below.")
        )  # fmt: skip
    return told
