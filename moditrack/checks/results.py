"""Turn the claims and conflicts of the records into checks: verdicts with sources and steps."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from moditrack.checks.claims import fitted_value, recompute
from moditrack.checks.expressions import terms
from moditrack.intervals import ROUNDINGS
from moditrack.seeding.quantities import decimals, numbers

Row = dict[str, Any]
Tables = dict[str, list[Row]]
Report = Callable[[Row, str, object, str], None]


def run_checks(tables: Tables, report: Report) -> None:
    """Replace `claim` and the conflicts' rows by the tables of checks, in place.

    `report` is called with row, column, value and sentence for a claim that cannot be computed.
    """
    units = {row["measure"]: row["unit"] for row in tables["measure"]}
    everywhere = {row["figure"]: _figure(row, units) for row in tables["figure"]}
    lists = _lists(tables)
    checks: dict[str, list[Row]] = {
        name: [] for name in ("check_result", "check_source", "check_subject", "check_step")
    }
    by_document: dict[str, list[tuple[Row, Fraction]]] = {}
    for claim in tables.pop("claim", []):
        document = claim["document"]
        figures = everywhere | {
            name.partition(":")[2]: row
            for name, row in everywhere.items()
            if row["document"] == document
        }
        own_lists = {name: size for (where, name), size in lists.items() if where == document}
        if not _complete(claim, figures, own_lists, report):
            continue
        claim["printed"] = claim["printed"] or figures[claim["stated"]]["printed"]
        try:
            result = recompute(claim, figures, own_lists)
        except (ValueError, ZeroDivisionError, IndexError):
            report(claim, "inputs", claim["inputs"], "cannot be computed for this kind of claim")
            continue
        fitted = fitted_value(claim, figures)
        if fitted is not None:
            by_document.setdefault(document, []).append((claim, fitted))
        _add_claim(checks, claim, result, figures)
    for row in tables["document"]:
        _add_rule(checks, row["document"], by_document.get(row["document"], []))
    _add_conflicts(checks, tables)
    for number, row in enumerate(checks["check_result"], start=1):
        row["position"] = number
    tables |= checks


def _figure(row: Row, units: dict[str, str]) -> Row:
    citation = f"{row['document']}#{row['locator']}"
    return row | {"unit": units[row["measure"]], "citation": citation}


def _lists(tables: Tables) -> dict[tuple[str, str], int]:
    """How long each list of the records is: part:OPERATION/LIST and definition:KIND."""
    sizes: dict[tuple[str, str], int] = {}
    for row in tables["part"]:
        key = (row["document"], f"part:{row['operation']}/{row['list']}")
        sizes[key] = sizes.get(key, 0) + 1
    for row in tables["definition"]:
        key = (row["document"], f"definition:{row['kind']}")
        sizes[key] = sizes.get(key, 0) + 1
    return sizes


def _complete(claim: Row, figures: dict[str, Row], lists: dict[str, int], report: Report) -> bool:
    """Whether everything that a claim rests on is there."""
    missing: list[tuple[str, str, str]] = []
    if (claim["stated"] is None) == (claim["printed"] is None):
        missing.append(("stated", claim["stated"] or "", "or printed is needed, not both"))
    if claim["kind"] == "list-count":
        if claim["inputs"] not in lists:
            missing.append(("inputs", claim["inputs"], "is no list of this document"))
    elif claim["kind"] != "weekday":
        for expression in (claim["inputs"], *_expressions(claim["alternatives"])):
            for name in _ids(expression):
                if name not in figures:
                    missing.append(("inputs", name, "is no figure"))
    for column, value, what in missing:
        report(claim, column, value, what)
    return not missing


def _expressions(alternatives: str | None) -> list[str]:
    return [entry.partition(": ")[2] for entry in (alternatives or "").split("; ") if entry]


def _ids(expression: str) -> list[str]:
    """The figures in an expression, a number of months left out."""
    found = []
    for side in re.split(r" / | -> ", expression):
        if not side.isdigit():
            found += [name for _, name in terms(side)]
    return found


def _add_claim(checks: Tables, claim: Row, result: Any, figures: dict[str, Row]) -> None:
    name = f"{claim['document']}:{claim['claim']}"
    cited = [f"{claim['document']}#{claim['locator']}"]
    subjects: list[tuple[str, str]] = []
    used = [claim["stated"]] if claim["stated"] else []
    if claim["kind"] not in ("weekday", "list-count"):
        used += _ids(claim["inputs"])
    for key in used:
        figure = figures[key]
        cited.append(figure["citation"])
        subjects.append(("figure", figure["figure"]))
        subjects += [(k, figure[k]) for k in ("operation", "agency") if figure[k] is not None]
    # What is tried in place of an input, or moves with what is stated, is used by the claim, too.
    tried = [claim["companion"]] if claim["companion"] else []
    for expression in _expressions(claim["alternatives"]):
        tried += _ids(expression)
    subjects += [("figure", figures[key]["figure"]) for key in tried]
    checks["check_result"].append(
        {
            "check_id": name,
            "kind": claim["kind"],
            "statement": claim["statement"],
            "stated": claim["printed"],
            "recomputed": result.recomputed,
            "verdict": result.verdict,
            "why": result.why,
        }
    )
    _add_parts(checks, name, cited, subjects, result.steps)


def _add_parts(
    checks: Tables, name: str, cited: list[str], subjects: list[tuple[str, str]], steps: list[str]
) -> None:
    for number, citation in enumerate(dict.fromkeys(cited), start=1):
        document, _, locator = citation.partition("#")
        checks["check_source"].append(
            {"check_id": name, "position": number, "document": document, "locator": locator}
        )
    for number, (kind, subject) in enumerate(dict.fromkeys(subjects), start=1):
        checks["check_subject"].append({"check_id": name, "position": number, kind: subject})
    for number, step in enumerate(steps, start=1):
        checks["check_step"].append({"check_id": name, "position": number, "step": step})


def _add_rule(checks: Tables, document: str, claims: list[tuple[Row, Fraction]]) -> None:
    """Which single rounding rule, if any, gives all the percentages of a document."""
    given = {
        rule: sum(
            rounded(value, decimals(claim["printed"])) == numbers(claim["printed"])[0]
            for claim, value in claims
        )
        for rule, rounded in ROUNDINGS.items()
    }
    rules = [rule for rule, number in given.items() if number == len(claims)]
    counts = ", ".join(f"{rule} {number}" for rule, number in given.items())
    if claims:
        verdict = "consistent" if rules else "inconsistent"
        which = f"{rules[0]} gives" if rules else "no single rule gives"
        why = f"{which} all {len(claims)} percentages that a base gives at all ({counts})"
    else:
        verdict, why = "not-checkable", "the document has no percentage that can be recomputed"
    name = f"{document}:rounding-rule"
    checks["check_result"].append(
        {
            "check_id": name,
            "kind": "rounding-rule",
            "statement": "One rounding rule for all recomputed percentages of the document",
            "stated": None,
            "recomputed": rules[0] if claims and rules else None,
            "verdict": verdict,
            "why": why,
        }
    )
    cited = [f"{document}#{claim['locator']}" for claim, _ in claims] or [f"{document}#header"]
    steps = [f"{rule}: {n} of {len(claims)}" for rule, n in given.items()] if claims else []
    _add_parts(checks, name, cited, [], steps)


def _add_conflicts(checks: Tables, tables: Tables) -> None:
    """Statements that differ are checks whose sources say what each side states."""
    for row in tables.pop("conflict", []):
        checks["check_result"].append(
            {
                "check_id": row["conflict"],
                "kind": "statements",
                "statement": row["statement"],
                "stated": None,
                "recomputed": None,
                "verdict": row["verdict"],
                "why": row["why"],
            }
        )
    for row in tables.pop("conflict_side", []):
        checks["check_source"].append(
            {
                "check_id": row["conflict"],
                "position": row["position"],
                "document": row["document"],
                "locator": row["locator"],
                "states": row["states"],
            }
        )
    for row in tables.pop("conflict_subject", []):
        kind = "operation" if "operation" in row else "agency"
        checks["check_subject"].append(
            {"check_id": row["conflict"], "position": row["position"], kind: row[kind]}
        )
