"""moditrack figures: measures and units to choose from, and figures that a note names."""

from __future__ import annotations

import re

import pytest

from moditrack import long_rows
from tests import test_figures

figures = test_figures.figures


def test_what_measures_and_units_there_are(ask, run, refused) -> None:
    rows = {row["measure"]: row for row in ask("figures", "--list")}
    assert rows["removals"] == {
        "measure": "removals",
        "unit": "people",
        "name": "Removals",
        "definition": "People removed from the UK",
        "figures": len(ask("figures", "--measure", "removals")),
    }
    assert sum(row["figures"] for row in rows.values()) == len(ask("figures"))
    money = {row["unit"] for row in ask("figures", "--list", "--unit", "GBP")}
    assert money == {"GBP"}
    lines = run("figures", "--list").out.splitlines()
    assert lines[0] == f"Measures: {len(rows)}"
    assert lines[1].startswith(f"{len({row['unit'] for row in rows.values()})} units: victims, ")
    assert "leave out the figure" in refused("figures", "--list", "team-officers")


def test_the_money_of_reflex(ask, run) -> None:
    # mpa-2003-10-09: B.15 £700k of its fund and £1 million for Maxim; D.2 £3 million for the posts
    # and £5 million for Maxim, partly from its money
    rows = ask("figures", "--operation", "reflex", "--unit", "GBP")
    assert [row["printed"] for row in rows] == ["£700k", "£3 million"]
    out = run("figures", "--operation", "reflex", "--unit", "GBP").out
    assert out.splitlines()[1] == "In GBP: funding £700k, £3 million."
    naming = "  Of other operations or none, and naming it: "
    assert f"{naming}£1 million pounds (reflex-allocation), £5 million (projected-cost)." in out
    maxim = run("figures", "--operation", "maxim", "--unit", "GBP").out.splitlines()
    assert maxim[1] == (
        "In GBP: cash seized £153,573; cash forfeited £12,237; confiscated £150,000; assets"
        " awaiting restraint £1,100,000.00; 3 others. Do not add: may overlap."
    )
    assert f"{naming}£3 million (reflex-funding)." in "\n".join(maxim)
    assert "naming it" not in run("figures", "--operation", "sun").out


def test_other_measures_in_the_same_unit_are_named(run) -> None:
    # Para 19: six outcomes and a total in five years and a total (7 by 6); changes of -9, +5.
    out = run("figures", "--measure", "offences", "--from", "2019").out
    assert "  Other measures in offences: outcome-offences 42, change-in-offences 2.\n" in out
    # B.21: 40 deported in 2002
    assert "deportations 1" in run("figures", "--measure", "removals").out
    assert "Other measures" not in run("figures", "--measure", "arrests", "--to", "2001").out
    assert "Other measures" not in run("figures", "--unit", "people").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        # paras 20, 21 and 19.b7: categories defined, called low, and shares, without the counts
        (
            "disruptions",
            "No report states: Major, moderate and other disruptions (categories defined, without"
            " counts), colp-2024-02-22#20; Disruption counts for each financial year (called low,"
            " without numbers), colp-2024-02-22#21. In the same passage: Organised crime groups"
            " committing or linked to modern slavery offences since financial year 2020/21: 'only"
            " four'; two: Current operations",
        ),
        (
            "month",
            "No report states: Counts of offences by month (shares given, without the counts),"
            " colp-2024-02-22#19.b7.",
        ),
        # 19.ethnicity: six groups, and nothing of nationality; 10: training without numbers
        (
            "nationality",
            "Nationalities: one or more. No report states: Nationality of the victims (ethnicity"
            " given instead), colp-2024-02-22#19.ethnicity.",
        ),
        (
            "officers",
            "Officers: 22, one, two, Two (planned), 22 (target). Do not add: may overlap. No report"
            " states: Number of officers trained (training delivered, without numbers),"
            " colp-2024-02-22#10.",
        ),
        # 22: 'numerous juveniles'
        (
            "juveniles",
            "No report states: Number of juveniles in Operation Sun (called numerous),"
            " colp-2024-02-22#22.",
        ),
        # 25: of the three words a figure has one, what is not stated has all
        (
            "home office grant",
            "None has more than one of the 3 words. No report states: Amount of the Home Office"
            " grant for the programme (called a grant, without an amount), colp-2024-02-22#25.",
        ),
        (
            "disruptions 2023",
            "None has more than one of the 2 words. No report states: Major, moderate and other"
            " disruptions (categories defined, without counts), colp-2024-02-22#20; Disruption",
        ),
        ("arrests", ""),
        ("disruptions of tea", ""),  # nothing has all of these words
    ],
)
def test_counts_that_are_not_in_the_documents_are_named(run, words: str, said: str) -> None:
    out = run("figures", *words.split()).out
    answer = out.splitlines()[1]
    assert answer.startswith(said)
    assert ("No report states" in answer) is bool(said)
    assert ("The authors may have what is not stated: moditrack sources" in out) is bool(said)


def test_figures_beside_what_is_not_stated_come_first(run, ask) -> None:
    # 19.b7: 51% in January to April, none in December, 50% above average in February
    beside, printed = "Beside it, in colp-2024-02-22#19.b7: 3", r"(51%|no occurrences|50%)"
    lines = run("figures", "month").out.splitlines()[5:9]
    assert [bool(re.match(f"{beside} +{printed}", line)) for line in lines] == [True] * 3 + [False]
    assert lines[3].startswith("mpa-2003-05-08, Organised illegal immigration")
    assert ask("figures", "month")[0]["document"] == "mpa-2003-05-08"  # data keep their order
    of_2003 = run("figures", "month", "--document", "mpa-2003-05-08").out
    assert "No report states" not in of_2003


def test_what_is_not_stated_is_of_the_operation_or_agency_asked_for(run) -> None:
    # paragraph 10 of the City's report of 2024, which has nothing on Maxim or the MPS
    assert "No report states: Number of officers trained" in run("figures", "officers").out
    of_the_city = run("figures", "officers", "--agency", "colp").out
    assert "No report states: Number of officers trained" in of_the_city
    for name, given in (("operation", "maxim"), ("agency", "mps")):
        out = run("figures", "officers", f"--{name}", given).out
        assert "No report states" not in out
        assert "The authors may have" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        # October 2003: two charged (appendix-3.b4), 10 offences (appendix-3.b1); February 2004: 23
        # (notes.3.b3); 2024: three people (summary.b4 and 17), one charge (summary.b8 and 19.b9)
        (
            "charged",
            "Offences charged: 10 (Oct 2003); people charged: 2 (Oct 2003), 23 (Feb 2004), three"
            " (Feb 2024); charges: 1 (Feb 2024). Do not add",
        ),
        # D.2, and the charge that is not proposed (D.5), which is no number
        ("cost", "Cost: £5 million (estimate)."),
        (
            "passports",
            "Forged passports: four (Oct 2003); passports seized: 207 (Feb 2004). Do not add",
        ),
        # B.15: a share and a number a month, which nobody would add
        (
            "asylum seekers",
            "Share of failed asylum seekers: 75% (estimate); failed asylum seekers a month: 350"
            " (target).",
        ),
        # Two targets of May 2003 (B.15, B.16); of October, B.7 has 46 detained, of whom 31 were
        # removed, which February 2004 repeats beside 21, and 53 for both: those are 52.
        (
            "removed",
            "Printed: 350 (failed asylum seekers a month), up to 800 (removals a month), 46 (people"
            " detained), 31 (removals) (2 times), two (removals), 5 (removals), 21 (removals), 53"
            " (removals). Do not add: may overlap. Does not fit: 53.",
        ),
        # 21, by its abbreviation in the report
        ("ocgs", "Organised crime groups: only four."),
    ],
)
def test_the_numbers_of_a_measure_with_the_word_are_the_answer(run, words: str, said: str) -> None:
    answer = run("figures", words).out.splitlines()[1]
    assert answer.startswith(said)
    assert ("Do not add" in answer) is ("Do not add" in said)


def test_of_more_figures_than_are_kept_none_is_brought_forward(run, monkeypatch) -> None:
    monkeypatch.setattr(long_rows, "_KEPT", 3)
    lines = run("figures", "month").out.splitlines()
    assert lines[1].startswith("No report states: Counts of offences by month (shares")
    assert lines[5].startswith("mpa-2003-05-08, Organised illegal immigration")
    assert "Beside it" not in "".join(lines)
    assert run("figures", "offences").out.splitlines()[1].startswith("Units: offences 47,")


def test_figures_of_a_measure_with_this_name_keep_their_order(run) -> None:
    # "Counts of offences by month" are not stated, and offences are
    lines = run("figures", "offences").out.splitlines()
    assert lines[1].startswith("Units: offences 47,")
    assert lines[1].endswith("(shares given, without the counts), colp-2024-02-22#19.b7.")
    assert lines[5].startswith("mpa-2003-10-09, ")


def test_a_search_says_what_no_report_states(run) -> None:
    answer = run("search", "grant").out.splitlines()[1]
    assert answer == (
        "By kind: statement 1, reference 1, responsibility 1. No report states: Amount of the Home"
        " Office grant for the programme (called a grant, without an amount), colp-2024-02-22#25."
    )
    assert "No report states" not in run("search", "White Paper").out  # a reference, and no number


def test_a_measure_leads_to_its_targets(run) -> None:
    # B.15: 350 failed asylum seekers a month; B.16: up to 800 removals a month
    assert (
        "Related measures: removals-per-month, failed-asylum-seekers-per-month;"
        " moditrack check removals-targets\n"
    ) in run("figures", "--measure", "removals").out
    assert "Related measures" not in run("figures", "--measure", "asylum-claims").out


def test_figures_of_a_status(ask, refused) -> None:
    # B.15: 350 failed asylum seekers a month; B.16: up to 800 removals; B.11: a team of up to 22
    rows = ask("figures", "--status", "target")
    assert [row["printed"] for row in rows] == ["350", "up to 800", "22"]
    assert {row["status"] for row in rows} == {"target"}
    assert "did you mean 'target'" in refused("figures", "--status", "targets")


def test_sums_in_the_same_list_are_named_below_those_with_the_word(run) -> None:
    below = run("figures", "cash").out.partition("In the same list: ")[2]
    assert below.startswith("£ 150,000: Amount confiscated in Phase 2; £1,100,000.00: Assets")
    assert "In the same list" not in run("figures", "officers").out
    assert "In the same list" not in run("figures", "£5 million").out  # a paragraph is no list


def test_a_word_in_none_of_a_unit_says_what_there_is_without_either(run) -> None:
    out = run("figures", "pilot", "--unit", "GBP").out
    assert "\nNo figure with 'pilot' in GBP.\n" in out
    assert "! There are 9 in GBP and 5 with 'pilot'.\n" in out
    assert "There are" not in run("figures", "pilot").out


@pytest.mark.parametrize(
    ("word", "check", "other"),
    [
        ("brothels", "kontiki-period", "off-street-share"),  # appendix 3: so far this year
        ("women", "off-street-share", "kontiki-period"),  # B.20: dominate by about 65-70%
    ],
)
def test_cautions_on_the_numbers_shown_are_named(run, word, check, other) -> None:
    (note,) = (line for line in run("figures", word).out.splitlines() if "For caution" in line)
    assert check in note
    assert other not in note


def test_an_answer_says_which_of_its_numbers_does_not_fit(run) -> None:
    # February 2004, notes: 31 in Phase 1 and 21 in Phase 2 are 52
    answer = run("figures", "removals").out.splitlines()[1]
    assert answer.endswith("Do not add: may overlap. Does not fit: 53.")
    assert "Does not fit" not in run("figures", "passports").out.splitlines()[1]
    # of summary.b6 and 19.b6, once
    assert run("figures", "43%").out.splitlines()[1] == "Printed: 43% (2 times). Does not fit: 43%."
