"""The audit of what holds finds no misfit, and one changed digit shows."""

from __future__ import annotations

import random
from collections import Counter

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes
from tests.campaigns.holding import BROKEN, HOLDS, Case, Numbers, many
from tests.campaigns.holding_forms import INFERRED, PROSE
from tests.campaigns.holding_tables import TABLES
from tests.conftest import sizes

WANTED = 0.98
"""Of the digits whose change breaks the arithmetic, so many show at least."""
QUIET = ("consistent", "not-checkable")


def verdicts(text: str) -> list[str]:
    return [result.verdict for _, result in audit(read_bytes(text.encode()).passages).claims]


def misfits(text: str) -> list[str]:
    """What is shown of a text, with the reason."""
    found = audit(read_bytes(text.encode()).passages).claims
    return [f"{claim.stated.printed}: {r.why}" for claim, r in found if r.verdict not in QUIET]


@sizes(200, 10_000)
def test_a_changed_digit_shows(counted, size: int) -> None:
    chance = random.Random(size)
    tried: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for case in many(PROSE + TABLES, chance, size):
        assert case.state == HOLDS, case.text
        assert misfits(case.text) == [], case.text
        assert "consistent" in verdicts(case.text), case.text
        changed = case.changed(chance)
        shown = misfits(changed.text)
        if changed.state == HOLDS:
            assert shown == [], changed.text
        elif changed.state == BROKEN:
            tried[case.name] += 1
            missed[case.name] += not shown
    broken, noticed = tried.total(), tried.total() - missed.total()
    assert broken > 0.9 * size
    assert noticed >= WANTED * broken, (noticed, broken, missed.most_common())
    counted(digits_changed=size, of_these_no_longer_true=broken, and_shown=noticed)


@sizes(100, 1_000)
def test_what_the_audit_joins_itself_is_no_misfit(counted, size: int) -> None:
    chance = random.Random(size)
    for case in many(INFERRED, chance, size):
        assert misfits(case.text) == [], case.text
        changed = case.changed(chance)
        assert misfits(changed.text) == [], changed.text
    counted(digits_changed_beside_a_base_nearby=size)


@sizes(10, 400)
def test_a_report_of_all_that_holds_has_no_misfit(counted, size: int) -> None:
    chance = random.Random(size)
    claims = 0
    for _ in range(size):
        text = report(chance)
        assert misfits(text) == [], text
        claims += verdicts(text).count("consistent")
    assert claims > 40 * size
    counted(reports_that_hold=size, their_claims=claims)


def report(chance: random.Random) -> str:
    """A report with a case of each form, in numbered paragraphs."""
    cases: list[Case] = []
    for make in (*PROSE, *TABLES, *INFERRED):
        cases.append(chance.choice(list(make(Numbers(chance)))))
    chance.shuffle(cases)
    return "\n\n".join(
        f"{number}. {case.text.removeprefix('1. ')}" for number, case in enumerate(cases, 1)
    )
