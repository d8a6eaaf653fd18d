"""`check NUMBER`: the checks on a number that a person types: 85%, -50%, £5, 1,234."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import partial

from moditrack.counting import counted
from moditrack.documents.dates.year_or_count import A_YEAR
from moditrack.errors import InputError
from moditrack.search_stemming import words
from moditrack.tables import Connection, Row
from moditrack.verdict_names import NOT_GIVEN, NOT_ROUNDED
from moditrack.ways_to_round import ROUNDINGS

_NUMBER = re.compile(
    r"([+\-\u2212\u2013]?)\s?(£?)(\d+(?:,\d{3})*(?:\.\d+)?)\s?(%|per ?cent)?", re.IGNORECASE
)
_MINUS = r"[\-\u2212\u2013]"
_PER_CENT = r"\s?(?:%|per ?cent)"
SAME = "same"
"""The kind of checks on a number that is printed twice."""
_PLACES = (("stated", "sides"), ("recomputed",), ("statement", "why"))
"""Where a number is looked for: as printed, else as the figures give it, else in the reason."""


def is_number(text: str) -> bool:
    """Whether what a person types is a number alone, with its sign and unit, and not a year."""
    return bool(_NUMBER.fullmatch(text.strip())) and not A_YEAR.fullmatch(text.strip())


def query(given: str) -> str:
    """The full-text query for the digits of a number."""
    return f'"{words("".join(sign for sign in given if sign.isdigit() or sign in ".,"))}"'


def checks_on(connection: Connection, given: str, query: str) -> list[str]:
    """The ids of the checks on a number, of those that the full-text `query` finds: printed so;
    else given by the figures; else named in the reason. Raises InputError where there is none."""
    number = _pattern(given)
    found = connection.execute(
        """
        SELECT "check", stated, sides, recomputed, statement, why FROM checks
        WHERE "check" IN (
            SELECT substr(e.command, 7) FROM search_entry_fts AS s
            JOIN search_entry AS e ON e.entry = s.rowid
            WHERE search_entry_fts MATCH ? AND e.kind = 'check')
        """,
        (query,),
    ).fetchall()
    for places in _PLACES:
        texts = ((row["check"], (str(row[place] or "") for place in places)) for row in found)
        if own := [check for check, parts in texts if any(map(number.search, parts))]:
            return own
    printed = connection.execute(
        "SELECT 1 FROM search_entry_fts WHERE search_entry_fts MATCH ? LIMIT 1", (query,)
    ).fetchone()
    where = f"'moditrack search {given}' finds where it is" if printed else "no record has it"
    raise InputError(f"No check uses {given}: {where}.")


def _pattern(given: str) -> re.Pattern[str]:
    """The number whole, with its unit, and not with the opposite sign; its unit or sign may follow
    where none is typed."""
    match = _NUMBER.fullmatch(given.strip())
    if match is None:
        raise InputError(f"'{given}' is not a number: write it like 85%, 225 or -50%.")
    sign, pound, digits, per_cent = match.groups()
    other = {"": "", "+": _MINUS}.get(sign, r"\+")
    before = rf"(?<!{other})(?<!{other}£)" if other else ""
    whole, dot, decimals = digits.replace(",", "").partition(".")
    after = _PER_CENT if per_cent else r"(?!\d|[.,]\d)"
    number = f"{',?'.join(_in_threes(whole))}{re.escape(dot)}{decimals}"
    return re.compile(rf"(?<![\w.,#]){before}{pound}{number}{after}", re.IGNORECASE)


def _in_threes(digits: str) -> Sequence[str]:
    """The digits of a whole number in groups of three, from its end."""
    first = len(digits) % 3 or 3
    return [digits[:first], *(digits[n : n + 3] for n in range(first, len(digits), 3))]


def verdicts_on(given: str, rows: Iterable[Row]) -> str:
    """How many checks on a number add up and do not, with their arithmetic; how many do not say,
    in how many findings, and how many only find it printed again."""
    listed = list(rows)
    same = [row for row in listed if row["verdict"] == "consistent" and row["kind"] == SAME]
    adds = [row for row in listed if row["verdict"] == "consistent" and row["kind"] != SAME]
    fails = [row for row in listed if row["verdict"] in NOT_GIVEN]
    unclear = len(listed) - len(same) - len(adds) - len(fails)
    findings = {row["finding"] for row in listed} - {None}
    said = [
        counted(len(own), one, many) + _in_brackets(own)
        for own, one, many in (
            (adds, "adds up", "add up"),
            (fails, "does not add up", "do not add up"),
        )
        if own
    ]
    if unclear:
        said.append(counted(unclear, "is unclear", "are unclear"))
    if findings:
        number = counted(len(findings), "finding")
        said[-1] += f" in {number}" if said[-1].endswith(")") else f" ({number})"
    if same:
        said.append(counted(len(same), "finds it printed the same", "find it printed the same"))
    return f"Checks on {given}: {', '.join(said)}."


def _in_brackets(checks: Iterable[Row]) -> str:
    """The arithmetic of checks: (46 + 102 = 148); empty where there is too much of it."""
    found = dict.fromkeys(_arithmetic(row) for row in checks)
    return f" ({next(iter(found))})" if len(found) == 1 and "" not in found else ""


def _arithmetic(check: Row) -> str:
    """What a check computes, in a line, and whether the change could be chance; empty where that is
    no sum, share or change of a few numbers."""
    if not check["in_a_line"] or not check["recomputed"]:
        return ""
    chance = f"; {check['chance']}" if check["chance"] else ""
    return f"{check['in_a_line']} = {recomputed(check)}{chance}"


def recomputed(check: Row) -> str:
    """What the figures give, for people: with the decimals that are printed or, where that repeats
    what is printed, with one; with all of them where cutting these off is what does not fit."""
    given, stated = check["recomputed"] or "", check["stated"] or ""
    if check["verdict"] in NOT_ROUNDED or "." not in given:
        return given
    printed = len("".join(re.findall(r"\.(\d+)", stated)[:1]))
    rounded = given
    for places in (printed, max(printed, 1)):
        rounded = re.sub(r"(\d+\.\d+)(%?)", partial(_to_places, places), given)
        if rounded != stated:
            break
    return rounded


def _to_places(places: int, number: re.Match[str]) -> str:
    places = max(places, not number[2])
    exact = ROUNDINGS["half up"](Fraction(number[1]), places)
    return f"{float(exact):.{places}f}{number[2]}"
