"""What a claim of the records rests on, and whether it is all there."""

from __future__ import annotations

from collections.abc import Callable

from moditrack.checks.claim_expressions import terms
from moditrack.checks.kinds import KINDS
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.record_dates import parse_period
from moditrack.tables import Row

Report = Callable[[Row, str, object, str], None]
"""Called with a row, a column, its value and what is wrong with it."""


def is_complete(claim: Row, figures: dict[str, Row], lists: dict[str, int], report: Report) -> bool:
    """Whether everything that a claim rests on exists."""
    missing: list[tuple[str, str, str]] = []
    kind, inputs = claim["kind"], claim["inputs"]
    if claim["claim"] == RULE:
        missing.append(("claim", RULE, "is the id of the rounding check: choose another"))
    if (claim["stated"] is None) == (claim["printed"] is None):
        missing.append(("stated", claim["stated"] or "", "or printed is needed, not both"))
    if kind in _NO_CLAIMS:
        missing.append(("kind", kind, "is a kind of check, not of claim: write another"))
    elif kind in WITHOUT_FIGURES and claim["alternatives"] is not None:
        what = f"is not used for {kind}: leave it empty"
        missing.append(("alternatives", claim["alternatives"], what))
    elif kind == "list-count":
        if inputs not in lists:
            missing.append(("inputs", inputs, "is not a list of this document"))
    elif kind == "duration":
        missing += _wrong_dates(inputs)
    elif kind != "weekday":
        tried = [("alternatives", expression) for _, expression in alternatives(claim)]
        for column, expression in (("inputs", inputs), *tried):
            try:
                names = figure_ids(kind, expression)
            except ValueError as error:
                missing.append((column, expression, str(error)))
                continue
            missing += [(column, name, NOT_A_FIGURE) for name in names if name not in figures]
            if kind in _OF_OTHERS and claim["stated"] in names:
                what = "is the figure that the claim states: name what it is computed from"
                missing.append((column, claim["stated"], what))
    for column, value, what in missing:
        report(claim, column, value, what)
    return not missing


NOT_A_FIGURE = "is not a figure"
_OF_OTHERS = ("same", "total", "share-total")
"""Kinds that hold of any figure and itself."""
_NO_CLAIMS = ("rounding-rule", "statements", "part")
RULE = "rounding-rule"
"""The id of the check over all percentages of a document."""
WITHOUT_FIGURES = ("weekday", "list-count", "duration")
"""Kinds whose inputs are not figures."""
_WHOLE = lazy_regex(r"[1-9][0-9]{0,3}")


def _wrong_dates(inputs: str) -> list[tuple[str, str, str]]:
    """What is wrong with the two dates of a duration."""
    dates = inputs.split(" -> ")
    if len(dates) != 2:
        return [("inputs", inputs, "needs two dates separated by '->'")]
    wrong = []
    for date in dates:
        try:
            period = parse_period(date)
            if None in (period.start, period.end):
                raise ValueError("is open at one end")
        except ValueError as error:
            wrong.append(("inputs", date, str(error)))
    return wrong


def alternatives(claim: Row) -> list[tuple[str, str]]:
    """Other inputs to try, each with its label: `label: expression; label: expression`."""
    entries = (claim["alternatives"] or "").split("; ")
    return [(label, own) for label, _, own in (one.partition(": ") for one in entries if one)]


def sides_of(kind: str, expression: str) -> list[str]:
    """The two inputs of a kind that compares two, else the one."""
    separator = KINDS[kind].separator if kind in KINDS else ""
    return expression.split(separator) if separator else [expression]


def figure_ids(kind: str, expression: str) -> list[str]:
    """The figures in an expression, without a number that is written out.

    Raises ValueError where the expression does not have the form that its kind needs.
    """
    sides = sides_of(kind, expression)
    if kind in KINDS and (separator := KINDS[kind].separator.strip()) and len(sides) != 2:
        raise ValueError(f"needs two sides separated by '{separator}'")
    if kind == "above-average" and not _WHOLE.fullmatch(sides.pop()):
        raise ValueError("must end with a number of months")
    if kind == "average" and _WHOLE.fullmatch(sides[-1]):
        sides.pop()
    return [name for side in sides for _, name in terms(side)]
