"""The first page of the briefing: a few sentences computed from the questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from moditrack.counting import counted
from moditrack.dataset import Dataset
from moditrack.dates import in_words
from moditrack.errors import InputError
from moditrack.questions.shares import share
from moditrack.report.parts import Sentence
from moditrack.tables import Row, Table, by_force

_MOST = 16
"""How many figures the first page lists for a document without outcomes or phases."""
_RESULTS = ("arrests", "people-charged", "people-cautioned", "removals", "cash-seized")
"""The measures that the first page lists for a phase of an operation."""


def sentences(data: Dataset, document: str | None) -> list[Sentence]:
    """The findings of all documents, or of one, each with its citations."""
    try:
        offences = _offences(data.outcomes(document=document))
    except InputError:  # this document has no outcomes
        offences = []
    phases = _phases(data, document)
    found = [
        *offences,
        *_victims(data, document),
        *_comparison(data.compare(document=document)),
        *phases,
    ]
    return [
        *(found or _figures(data.figures(document=document))),
        *_commitments(data.commitments(document=document)),
        *_checks(data.checks(document=document, every=True)),
    ]


def _offences(table: Table) -> list[Sentence]:
    found = []
    for rows in by_force(table):
        force, sources = rows[0]["force_name"], list(dict.fromkeys(_sources(rows)))
        totals = {row["year"]: row["year_total"] for row in rows}
        total, years = sum(totals.values()), sorted(totals)
        counts = Counter[str]()
        for row in rows:
            counts[row["stated_label"]] += row["offences"]
        yearly = ", ".join(f"{totals[year]} in {year}" for year in years)
        listed = "; ".join(
            f'"{label}" {number}' + (f" ({share(number, total):.2f}%)" if total else "")
            for label, number in counts.most_common()
            if number
        )
        found += [
            Sentence(
                f"{force}: {counted(total, 'recordable offence')} of modern slavery and"
                f" human trafficking in {years[0]} to {years[-1]} ({yearly}).",
                sources,
            ),
            *([Sentence(f"Their outcomes, as printed: {listed}.", sources)] if listed else []),
        ]
    return found


def _victims(data: Dataset, document: str | None) -> list[Sentence]:
    found = []
    for characteristic in ("age", "ethnicity"):
        table = data.victims(by=characteristic, document=document)
        for rows in by_force(table):
            sexes, categories = Counter[str](), Counter[str]()
            for row in rows:
                sexes[row["sex"]] += row["victims"]
                categories[row["category"]] += row["victims"]
            listed = ", ".join(f"{name}: {number}" for name, number in categories.items() if number)
            by_sex = ", ".join(f"{number} {sex}" for sex, number in sexes.items())
            sources = list(dict.fromkeys(_sources(rows)))
            what = f"{counted(sexes.total(), 'victim')} ({by_sex}){_period(data, sources)}; by age"
            start = what if characteristic == "age" else "victims by ethnicity, as the table has it"
            if listed:
                found.append(Sentence(f"{rows[0]['force_name']}: {start}: {listed}.", sources))
    return found


def _sources(rows: list[Row]) -> Iterator[str]:
    return (source for row in rows for source in row["sources"])


def _period(data: Dataset, sources: list[str]) -> str:
    """The years of a table of victims, where its figures have them."""
    cells = [
        row
        for row in data.figures(measure="victims").rows
        if row["table"] is not None and row["sources"][0] in sources
    ]
    spans = {(row["period_start"], row["period_end"], row["period_inferred"]) for row in cells}
    if len(spans) != 1 or None in next(iter(spans)):
        return ""
    ((first, last, inferred),) = spans
    years = f" in {first[:4]} to {last[:4]}"
    return f"{years}, which the table itself does not print" if inferred else years


def _comparison(table: Table) -> list[Sentence]:
    rows = table.rows
    if not rows:
        return []
    sources = list(_sources(rows))
    first = rows[0]
    found = [
        f"Modern slavery and human trafficking as a share of all crime: {first['colp_printed']} in"
        f" the City of London, {first['national_printed']} nationally; {first['ratio']:.2f} is the"
        " first divided by the second."
    ]
    for row in rows:
        limits = f"95% interval: {row['ci_low']:.2f} to {row['ci_high']:.2f}"
        chance = row["ci_low"] <= 1 <= row["ci_high"]
        what = "chance alone could account for the difference"
        found.append(
            f"If the share rests on the {counted(row['offences'], 'offence')} of {row['reading']}, "
            f"{what if chance else 'the difference is larger than chance'} ({limits})."
        )
    if len(rows) > 1:
        found.append(
            "The report does not make clear which is meant, and no cause can be concluded."
        )
    return [Sentence(" ".join(found), sources)]


def _phases(data: Dataset, document: str | None) -> list[Sentence]:
    """Results in each phase of an operation, as the last document that has them reports them."""
    phases = {
        row["operation"]: row["name"] for row in data.operations().rows if row["kind"] == "phase"
    }
    dates = {row["document"]: row["date"] for row in data.sources().rows}
    found = []
    for phase, name in phases.items():
        rows: list[Row] = [
            row
            for row in data.figures(operation=phase, document=document).rows
            if row["measure"] in _RESULTS and row["status"] == "recorded"
        ]
        last = [row for row in rows if row["document"] == rows[-1]["document"]]
        if last:
            listed = "; ".join(f"{row['description']}: {row['printed']}" for row in last)
            # An agency is named only where all of the results are its.
            whose = {row["agency"] for row in last}
            one = whose.pop() if len(whose) == 1 else None
            by = [f"results of the {data.agency(one).data['name']}"] if one else []
            on = in_words(dates[last[0]["document"]])
            about = ", ".join([name, *by, f"as reported on {on}"])
            found.append(Sentence(f"{about}. {listed}.", list(_sources(last))))
    return found


def _figures(table: Table) -> list[Sentence]:
    """What a document states where it has neither outcomes nor phases."""
    factual = ("recorded", "estimate", "target")
    rows = [row for row in table.rows if row["status"] in factual and row["value"] != 0]
    return [
        Sentence(f"{row['description']}: {row['printed']} ({row['status']}).", row["sources"])
        for row in rows[:_MOST]
    ]


def _commitments(table: Table) -> list[Sentence]:
    states = Counter(row["state"] for row in table.rows)
    if not states:
        return []
    later = len(table) - states["no-later-document"] - states["not-yet-due"]
    found = [
        f"{counted(len(table), 'plan, target or undertaking', 'plans, targets and undertakings')}."
    ]
    words = {
        "reported-met": "are reported as met",
        "reported-partly": "reported in part",
        "reported-not-met": "reported as not met",
        "not-mentioned-again": "not mentioned again",
    }
    listed = [f"{states[state]} {what}" for state, what in words.items() if states[state]]
    if later:
        found.append(
            f"Of the {later} on which a later one of these documents could report,"
            f" {', '.join(listed)}; other papers were not searched."
        )
    if states["not-yet-due"]:
        found.append(f"{states['not-yet-due']} were not yet due when the last of these appeared.")
    if states["no-later-document"]:
        found.append(f"For {states['no-later-document']}, no later document is held.")
    return [Sentence(" ".join(found))]


def _checks(table: Table) -> list[Sentence]:
    """The printed numbers that do not follow from the documents' own figures, each once."""
    citations: dict[str, list[str]] = {}
    first: dict[tuple[str, ...], str] = {}
    derived = [
        ((row["stated"], row["kind"], *row["sources"]), row)
        for row in table.rows
        if row["kind"] not in ("statements", "rounding-rule", "same", "base")
    ]
    # A number that is read in two ways is listed once, and not where one of them can be right.
    possible = {claim for claim, row in derived if row["verdict"] == "not-checkable"}
    for claim, row in derived:
        if claim not in possible and row["verdict"] in ("inconsistent", "impossible"):
            text = f"{row['stated']} ({row['statement']}: {row['why']})"
            citations.setdefault(first.setdefault(claim, text), []).extend(row["sources"])
    found = [
        Sentence(
            "Printed numbers that do not follow from the documents' own figures:"
            f" {'; '.join(citations)}.",
            [source for sources in citations.values() for source in sources],
        )
    ]
    differing = sum(row["kind"] == "statements" for row in table.rows)
    return [
        *(found if citations else []),
        *(
            [Sentence(f"{counted(differing, 'time')} the documents contradict each other or"
                      " themselves, may do so, or leave something open, names included; all are"
                      " listed below.")]
            if differing
            else []
        ),
    ]  # fmt: skip
