"""The forms of prose that holds: wordings of shares, changes, totals and averages, and lists."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tests.campaigns.holding import (
    BROKEN,
    HOLDS,
    Case,
    Numbers,
    Rule,
    average,
    case,
    change,
    every,
    points,
    rounded_change,
    share,
    step,
    total,
    weekday,
)


def shares(n: Numbers) -> Iterator[Case]:
    """A part, its whole and a percentage, in a sentence."""
    part, whole = n.two()
    found = {"p": n.put(part), "w": n.put(whole), "s": n.share(part, whole), "x": n.noun}
    for form in (
        "Of the {w} {x}, {p} ({s}) were closed.",
        "There were {w} {x}, of which {p} ({s}) were closed.",
        "There were {w} {x} and {p} of them ({s}) were closed.",
        "{p} of {w} ({s}) {x} were closed.",
        "{p} of the {w} {x} ({s}) were closed.",
        "{p} out of {w} {x} were closed ({s}).",
        "{s} ({p}) of the {w} {x} were closed.",
        "Out of {w} {x}, {p} ({s}) were closed.",
        "A rate of {s} ({p} of {w}) was achieved.",
        "{p} of the {w} {x} were closed, a rate of {s}.",
        "{s} of {x} were closed ({p} of {w}).",
        "In all {s}, or {p} of the {w}, were closed.",
        "{p} ({s}) of {w} {x} were closed.",
        "Of the {w} {x}, {s} ({p}) were closed.",
        "Only {p} of all {w} {x}, or {s}, were closed.",
    ):
        at = _places(form)
        yield case(f"share: {form}", form.format(**found), share(at["p"], at["w"], at["s"]))


def chains(n: Numbers) -> Iterator[Case]:
    """Several parts of a whole, each with its percentage."""
    one, two, three = n.parts(3)
    w = one + two + three
    s = [n.share(each, w) for each in (one, two, three)]
    rules = [share(1, 0, 2), share(3, 0, 4), share(5, 0, 6)]
    yield case(
        "chain: of the 41, 31 (76%), 6 (15%) and 4 (10%)",
        f"Of the {n.put(w)} {n.noun}, {n.put(one)} ({s[0]}) were closed, {n.put(two)} ({s[1]})"
        f" charged and {n.put(three)} ({s[2]}) open.",
        every(*rules),
    )


def changes(n: Numbers) -> Iterator[Case]:
    """Before, after and the change in percent, in a sentence."""
    low, high = n.two()
    up = n.chance.random() < 0.5
    before, after = (low, high) if up else (high, low)
    sign = 1 if up else -1
    found = {
        "b": n.put(before), "a": n.put(after), "c": n.share(high - low, before), "x": n.noun,
        "way": "increase" if up else "fall", "did": "rose" if up else "fell",
        "an": "an increase" if up else "a fall", "up": "up" if up else "down",
        "more": "more" if up else "less", "mark": "+" if up else "-",
    }  # fmt: skip
    for form in (
        "The {x} {did} by {c} from {b} to {a}.",
        "The {x} {did} by {c} (from {b} to {a}).",
        "The {x} {did} from {b} to {a}, {an} of {c}.",
        "The {x} {did} from {b} to {a} ({up} {c}).",
        "There were {a} {x}, compared with {b} last year, {an} of {c}.",
        "There was a {c} {way} in {x} ({a} compared with {b}).",
        "There was a {c} {way} in {x}, from {b} to {a}.",
        "The {x} {did} {c} to {a} from {b}.",
        "There were {a} {x}, {up} {c} from {b}.",
        "There were {a} {x}, {c} {more} than the {b} of last year.",
        "The {x} were {up} {c}, from {b} last year to {a} this year.",
        "The {x} went from {b} to {a} ({mark}{c}).",
    ):
        at = _places(form)
        yield case(f"change: {form}", form.format(**found),
                   change(at["b"], at["a"], at["c"], sign))  # fmt: skip


def sums_of_money(n: Numbers) -> Iterator[Case]:
    """Before, after and the change in percent, the two in millions with a decimal."""
    low, high = sorted(n.chance.sample(range(20, 400), 2))
    up = n.chance.random() < 0.5
    before, after = (low, high) if up else (high, low)
    b, a = (f"£[{each // 10}.{each % 10}] million" for each in (before, after))
    n.cent = "%"
    yield case(
        "change: from £1.2 million to £0.9 million, a reduction of 25%",
        f"The budget {'rose' if up else 'fell'} from {b} to {a}, {'a rise' if up else 'a cut'} of"
        f" {n.share(high - low, before)}.",
        rounded_change(0, 1, 2, 1 if up else -1),
    )


def changes_with_step(n: Numbers) -> Iterator[Case]:
    """The change as a number and in percent, with what was before or what came of it."""
    low, high = n.two()
    b, a, d, c = n.put(low), n.put(high), n.put(high - low), n.share(high - low, low)

    def step_on(stated: int, step_: int, before: int) -> Rule:
        return lambda numbers: share(0, 1, 2)([numbers[step_], numbers[before], numbers[stated]])

    yield case("change: a rise of 31 (42%) on the 74",
               f"There was a rise of {d} ({c}) on the {b} {n.noun} of last year.",
               step_on(1, 0, 2))  # fmt: skip
    yield case("change: 105, an increase of 31 (42%) on last year's 74",
               f"There were {a} {n.noun}, an increase of {d} ({c}) on last year's {b}.",
               every(step_on(2, 1, 3), step(3, 0, 1, 1)))  # fmt: skip


def steps(n: Numbers) -> Iterator[Case]:
    """Before, after and the difference, in a sentence."""
    low, high = n.two()
    up = n.chance.random() < 0.5
    before, after = (low, high) if up else (high, low)
    b, a, d, sign = n.put(before), n.put(after), n.put(high - low), 1 if up else -1
    did, more = ("rose", "more") if up else ("fell", "fewer")
    x = n.noun.capitalize()
    yield case("step: fell by 31 from 105 to 74", f"{x} {did} by {d} from {b} to {a}.",
               step(1, 2, 0, sign))  # fmt: skip
    yield case("step: from 105 to 74, a fall of 31",
               f"{x} {did} from {b} to {a}, {'a rise' if up else 'a fall'} of {d}.",
               step(0, 1, 2, sign))  # fmt: skip
    yield case("step: 31 fewer in 2020 (74) than in 2019 (105)",
               f"There were {d} {more} {n.noun} in 2020 ({a}) than in 2019 ({b}).",
               step(2, 1, 0, sign))  # fmt: skip


def percentage_points(n: Numbers) -> Iterator[Case]:
    """Two percentages and the difference in points."""
    low, high = sorted(n.chance.sample(range(3, 98), 2))
    yield case("points: rose 9 percentage points from 31% to 40%",
               f"The rate rose [{high - low}] percentage points from [{low}]% to [{high}]%.",
               points(1, 2, 0, 1))  # fmt: skip
    yield case("points: from 40% to 31%, a fall of 9 percentage points",
               f"The rate fell from [{high}]% to [{low}]%, a fall of [{high - low}] percentage"
               " points.", points(0, 1, 2, -1))  # fmt: skip


def totals(n: Numbers) -> Iterator[Case]:
    """Parts and their total, in a sentence."""
    one, two, three = n.parts(3)
    p = [n.put(each) for each in (one, two, three)]
    both, all_ = n.put(one + two), n.put(one + two + three)
    x = n.noun
    for text, rule in (
        (f"There were {all_} {x}, made up of {p[0]} of theft, {p[1]} of fraud and {p[2]} others.",
         total(0, 1, 2, 3)),
        (f"We counted {all_} {x}, comprising {p[0]} of theft, {p[1]} of fraud and {p[2]} others.",
         total(0, 1, 2, 3)),
        (f"There were {p[0]} arrests and {p[1]} charges, a total of {both}.", total(2, 0, 1)),
        (f"There were {p[0]} arrests, {p[1]} charges and {p[2]} cautions, a total of {all_}.",
         total(3, 0, 1, 2)),
        (f"A total of {all_} {x}: {p[0]} of theft, {p[1]} of fraud and {p[2]} others.",
         total(0, 1, 2, 3)),
        (f"We saw {p[0]} men and {p[1]} women ({both} in total).", total(2, 0, 1)),
        (f"Of the {all_} {x}, {p[0]} were closed, {p[1]} charged and the remaining {p[2]} are"
         " open.", total(0, 1, 2, 3)),
        (f"It cost £{p[0]} for staff and £{p[1]} for premises, totalling £{both}.",
         total(2, 0, 1)),
    ):  # fmt: skip
        yield case(f"total: {_form(text)}", text, rule)


def averages(n: Numbers) -> Iterator[Case]:
    """A total, a number of weeks and the average a week."""
    number, each = n.count(3, 40), n.count(3)
    whole = number * each
    w, a = n.put(whole), n.put(each)
    for text, rule in (
        (f"There were {w} {n.noun} over [{number}] weeks, an average of {a} a week.",
         average(0, 1, 2)),
        (f"There was an average of {a} a week over [{number}] weeks ({w} {n.noun}).",
         average(2, 1, 0)),
        (f"There were {w} {n.noun} in [{number}] weeks ({a} a week on average).",
         average(0, 1, 2)),
    ):  # fmt: skip
        yield case(f"average: {_form(text)}", text, rule)


def lists(n: Numbers) -> Iterator[Case]:
    """A number of things announced, and these."""
    number = n.count(2, 9)
    items = "\n".join(f"- to search the {each}" for each in _THINGS[:number])
    yield case(
        "list of so many items",
        f"1. The plan has the following [{number}] aims:\n\n{items}",
        lambda found: HOLDS if found[0] == str(number) else BROKEN,
    )


_THINGS = ("quays", "boats", "cranes", "sheds", "gates", "yards", "docks", "roads", "offices")


def days(n: Numbers) -> Iterator[Case]:
    """A date with its weekday."""
    day = datetime.date(2003, 1, 1) + datetime.timedelta(days=n.count(0, 8000))
    name = day.strftime("%A")
    yield case("weekday", f"The board met on {name} [{day.day}] {day:%B} 20[{day:%y}] at noon.",
               weekday(name, day.month))  # fmt: skip


def bases_nearby(n: Numbers) -> Iterator[Case]:
    """A share whose whole is in another sentence: the audit may take it, and calls it no misfit."""
    part, whole = n.two()
    p, w, s = n.put(part), n.put(whole), n.share(part, whole)
    yield case("nearby: 41 offences. Of these, 31 (76%)",
               f"There were {w} {n.noun} at the harbour. Later {p} ({s}) were closed.",
               share(1, 0, 2))  # fmt: skip
    one, two = n.parts(2)
    yield case("nearby: a list that makes a total",
               f"1. There were {n.put(one + two)} {n.noun}:\n\n- {n.put(one)} of theft\n"
               f"- {n.put(two)} of fraud", total(0, 1, 2))  # fmt: skip


def _places(form: str) -> dict[str, int]:
    """The place of each number of a form among its numbers."""
    return {name: place for place, name in enumerate(re.findall(r"\{([pwsbac])\}", form))}


def _form(text: str) -> str:
    """A text without its numbers, as its name."""
    return re.sub(r"\[[^\]]*\]", "N", text)[:60]


PROSE = (
    shares, chains, changes, sums_of_money, changes_with_step, steps, percentage_points, totals,
    averages, lists, days,
)  # fmt: skip
"""What a sentence or a list joins itself."""
INFERRED = (bases_nearby,)
"""What the audit joins."""
