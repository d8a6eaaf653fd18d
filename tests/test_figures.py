"""moditrack figures, against what the documents print."""

from __future__ import annotations

import pytest


@pytest.fixture
def figures(ask) -> dict:
    return {row["figure"]: row for row in ask("figures")}


WORST_FIRST = [
    "impossible", "inconsistent", "conflict", "truncated", "rounded-up", "ambiguous",
    "not-checkable", "consistent",
]  # fmt: skip


def test_well_over_two_hundred_of_them_93_cells(figures) -> None:
    assert len(figures) > 230
    assert sum(row["table"] is not None for row in figures.values()) == 93


def test_the_keys_are_the_contract(figures) -> None:
    assert figures["mpa-2003-05-08:removals-target-800"] == {
        "figure": "mpa-2003-05-08:removals-target-800",
        "document": "mpa-2003-05-08",
        "locator": "B.16",
        "printed": "up to 800",
        "value": 800,
        "low": None,
        "high": 800,
        "unit": "people a month",
        "bound": "at-most",
        "status": "target",
        "measure": "removals-per-month",
        "description": "Removals a month proposed to be reached by March 2004 through more joint"
        " operations",
        "period_start": "2004-03-01",
        "period_end": "2004-03-31",
        "operation": "joint-level-1",
        "agency": None,
        "table": None,
        "row": None,
        "column": None,
        "sources": ["mpa-2003-05-08#B.16"],
        "period_inferred": False,
    }


@pytest.mark.parametrize(
    ("figure", "value", "unit"),
    [
        ("mpa-2003-10-09:reflex-allocation", 1_000_000, "GBP"),
        ("mpa-2003-10-09:apf-bids", 700_000, "GBP"),
        ("mpa-2004-02-16:phase-2-awaiting-restraint", 1_100_000, "GBP"),
        ("mpa-2004-02-16:removals-both-phases", 53, "people"),
        ("mpa-2003-10-09:immigration-offence-types", 300, "offence types"),
        ("colp-2024-02-22:british-workers-per-city-worker", 54, "workers"),
        ("colp-2024-02-22:change-since-2019", -9, "offences"),
        ("colp-2024-02-22:december-offences", 0, "offences"),
        ("colp-2024-02-22:share-colp", 0.13, "percent"),
        ("colp-2024-02-22:outcome-18-share", 60.98, "percent"),
    ],
)
def test_values_are_typed(figures, figure: str, value: float, unit: str) -> None:
    row = figures[figure]
    assert (row["value"], row["unit"]) == (value, unit)
    assert type(row["value"]) is type(value)


def test_a_range_has_low_and_high(figures) -> None:
    row = figures["mpa-2003-05-08:off-street-foreign-share"]
    assert (row["value"], row["low"], row["high"], row["bound"]) == (None, 65, 70, "range")


def test_a_cell_names_its_table_row_and_column(figures) -> None:
    row = figures["colp-2024-02-22:ethnicity-white-ne-male"]
    assert (row["table"], row["row"], row["column"], row["value"]) == (
        "ethnicity",
        "MALE",
        "WHITE NE",
        16,
    )


def test_the_same_thing_said_twice_is_two_figures(figures) -> None:
    places = [f["sources"][0] for f in figures.values() if f["printed"] == "0.13%"]
    assert sorted(places) == [
        "colp-2024-02-22#19.p2",
        "colp-2024-02-22#19.p2",
        "colp-2024-02-22#3",
        "colp-2024-02-22#summary.b1",
    ]


def test_filters(ask) -> None:
    money = {row["printed"] for row in ask("figures", "--unit", "GBP")}
    assert {"£1 million pounds", "£700k", "£3 million", "£5 million", "£ 153,573", "£ 12,237",
            "£ 150,000", "£1,100,000.00"} <= money  # fmt: skip
    assert {row["value"] for row in ask("figures", "--measure", "premises-visited")} == {371}
    assert {row["value"] for row in ask("figures", "--operation", "pochard")} == {23, 2, 10}
    # B.21 gives 40 deported as an example of what CO14's means allow, and no one who deported.
    assert 40 not in {row["value"] for row in ask("figures", "--agency", "CO14")}
    assert {row["document"] for row in ask("figures", "--document", "mpa-2004-02-16")} == {
        "mpa-2004-02-16"
    }
    assert len(ask("figures", "--document", "mpa-2004-02-16")) == 20


def test_dates_select_what_overlaps(ask) -> None:
    april = ask("figures", "--from", "2003-04-25", "--to", "2003-04-25")
    assert "mpa-2003-10-09:phase-1-arrests" in {row["figure"] for row in april}
    assert all(row["period_start"] or row["period_end"] for row in april)
    later = {row["figure"] for row in ask("figures", "--from", "2003-05", "--to", "2003-06")}
    assert "mpa-2003-10-09:phase-1-arrests" not in later
    assert "mpa-2003-10-09:apf-bids" in later  # since April 2002, no end


def test_one_figure_with_the_checks_that_use_it(ask, run, refused) -> None:
    page = ask("figures", "mpa-2004-02-16:removals-both-phases")
    assert (page["printed"], page["value"], page["locator"]) == ("53", 53, "notes.3.b5")
    checks = {check["check"]: check["verdict"] for check in page["checks"]}
    assert next(iter(checks.items())) == ("mpa-2004-02-16:removals-both-phases", "inconsistent")
    assert checks["operations-in-phases"] == "ambiguous"
    out = run("figures", "outcome-18-2023").out
    assert "row 18: Investigation complete no suspect identified, column 2023 of outcome" in out
    assert "is more than one figure" in refused("figures", "phase-1-arrests")
    assert "did you mean" in refused("figures", "outcome-18-2024")


def test_a_figure_has_every_check_that_cites_its_passage_worst_first(ask, run) -> None:
    page = ask("figures", "mpa-2003-10-09:team-officers")
    verdicts = {check["check"]: check["verdict"] for check in page["checks"]}
    assert next(iter(verdicts)) == "proactive-team-size"
    assert verdicts["proactive-team-size"] == "conflict"
    assert verdicts["mpa-2003-10-09:proactive-team-officers"] == "consistent"
    assert list(verdicts.values()) == sorted(verdicts.values(), key=WORST_FIRST.index)
    out = run("figures", "mpa-2003-10-09:team-officers").out
    assert out.index("proactive-team-size") < out.index("proactive-team-officers")
    (line,) = [line for line in out.splitlines() if line.startswith("proactive-team-size ")]
    assert line.split()[1] == "conflict"


def test_so_has_every_figure(ask) -> None:
    """A check and a figure meet where the check uses it, or rests on the passage it stands in."""
    every = ask("check", "--all")
    shared = 0
    for figure in ask("figures", "--document", "mpa-2004-02-16"):
        page = ask("figures", figure["figure"])
        citing = {c["check"] for c in every if figure["sources"][0] in c["sources"]}
        assert citing <= {c["check"] for c in page["checks"]}
        shared += len(citing)
        order = [WORST_FIRST.index(c["verdict"]) for c in page["checks"]]
        assert order == sorted(order)
    assert shared > 20


def test_bad_input(refused) -> None:
    assert "is not a date" in refused("figures", "--from", "yesterday")
    assert "is not a date" in refused("figures", "--to", "2003-02-30")
    assert "swap them" in refused("figures", "--from", "2004", "--to", "2003")
    assert "did you mean 'arrests'" in refused("figures", "--measure", "arests")
    assert "did you mean 'GBP'" in refused("figures", "--unit", "GPB")


def test_the_checks_that_touch_a_table_stand_under_it(run) -> None:
    # "31 were removed", "21 removed", "53 removals (including Phase 1)"
    assert (
        "! Does not fit: moditrack check removals-both-phases"
        in run("figures", "--measure", "removals").out
    )
    for command in ("figures", "operations", "agencies"):
        assert "\n! Does not fit: " in run(command).out
    assert "Does not fit" not in run("operations", "maxim").out  # has a table of its own


def test_the_claims_that_use_a_figure(ask) -> None:
    # "increase (225%, +5)" in 19.b2: the difference is printed beside the share
    checks = {c["check"].partition(":")[2] for c in ask("figures", "change-2023")["checks"]}
    assert {"change-2023", "increase-2023"} <= checks


@pytest.mark.parametrize(
    ("figure", "printed", "bound", "value", "low", "high"),
    [
        ("immigration-offence-types", "in excess of 300", "more-than", 300, 300, None),
        ("under-18-limit", "under the age of 18", "less-than", 18, None, 18),
        ("juveniles-now-adult", "Over18", "more-than", 18, 18, None),
        ("pilot-minimum-age", "18 years or over", "at-least", 18, 18, None),
        ("removals-target-800", "up to 800", "at-most", 800, None, 800),
    ],
)
def test_a_bound_that_leaves_its_number_out(
    ask, run, figure, printed, bound, value, low, high
) -> None:
    row = ask("figures", figure)
    found = [row[key] for key in ("printed", "bound", "value", "low", "high")]
    assert found == [printed, bound, value, low, high]
    assert bound.replace("-", " ") in run("figures", figure).out


@pytest.mark.parametrize(
    "figure",
    ["phase-1-removals", "kontiki-brothels-visited", "kontiki-juveniles",
     "kontiki-women-dealt-with", "beau-removals"],
)  # fmt: skip
def test_no_period_is_filled_in(ask, figure: str) -> None:
    row = ask("figures", f"mpa-2003-10-09:{figure}")
    assert (row["period_start"], row["period_end"]) == (None, None)


def test_years_that_a_passage_does_not_print_are_inferred(ask) -> None:
    rows = {row["figure"].partition(":")[2]: row for row in ask("figures")}
    for figure in ("male-share", "age-total-total", "ethnicity-total-total", "summary-charges"):
        assert rows[figure]["period_inferred"], figure
    for figure in ("outcome-total-total", "analysis-years", "outcome-1-2019", "apf-bids"):
        assert not rows[figure]["period_inferred"], figure


def test_one_quantity_has_one_measure(ask) -> None:
    printed = {row["printed"] for row in ask("figures", "--measure", "share-of-offences")}
    assert printed == {"60%", "24%", "51%", "2.44", "24.39", "4.88", "60.98"}
    assert [row["printed"] for row in ask("figures", "--measure", "increase-in-offences")] == [
        "225%"
    ]
    assert [row["printed"] for row in ask("figures", "--measure", "offences-above-average")] == [
        "50%"
    ]
    assert [row["printed"] for row in ask("figures", "--measure", "removals-per-month")] == [
        "up to 800"
    ]


def test_people_see_figures_under_their_reports(ask, run) -> None:
    rows = ask("figures")
    title, answer, *lines = run("figures").out.splitlines()
    assert title == f"Figures: {len(rows)}"
    assert answer.startswith("Units: victims ")
    release = [row for row in rows if row["document"] == "mpa-2004-02-16"]
    heading = (
        "mpa-2004-02-16, MPA calls for closer partnership working to fight organised"
        f" immigration crime: {len(release)} "
    )
    assert sum(line.startswith(heading) for line in lines) == len(release)


def test_targets_and_words_that_are_no_number_are_seen_as_such(run) -> None:
    # B.2.p1 has 22 officers, B.11 is to bring the team to 22; D.5: no charge is proposed
    rows = run("figures", "officers").out.splitlines()
    assert sum("is to be brought (target)" in row for row in rows) == 1
    of_offices = run("figures", "--unit", "GBP", "--status", "planned").out
    assert "'not proposing to charge'" in of_offices.splitlines()[1]
    # brothels visited, and sex workers met: no sentence is about both
    assert "Units: " not in run("figures", "brothels").out


def test_results_of_an_operation_are_not_to_be_added(run) -> None:
    # notes.3.b2 of 2004: 102 arrests, 148 with those of Phase 1
    said = run("figures", "--operation", "maxim", "--measure", "arrests").out.splitlines()[1]
    assert said == (
        "Not to be added: one may include another. The largest is 148 (Arrests including Phase 1,"
        " as totalled in the press release). Side by side: moditrack operations maxim"
    )
    assert "Not to be added" not in run("figures", "--measure", "arrests").out


def test_figures_of_another_report_are_not_taken_for_those_of_the_one_asked_for(run) -> None:
    # 'officers' are counted in October 2003 alone
    out = run("figures", "officers", "--document", "colp-2024-02-22").out
    assert "No figure with 'officers' in colp-2024-02-22.\n" in out
    assert "There are 150 in colp-2024-02-22 and 6 with 'officers', in mpa-2003-10-09.\n" in out
    # 'passports' in two
    out = run("figures", "passports", "--document", "colp-2024-02-22").out
    assert "and 3 with 'passports', in mpa-2003-10-09 and mpa-2004-02-16.\n" in out


def test_a_figure_has_no_period_that_its_text_does_not_give(ask) -> None:
    # 19.b7 says "ever"; a limit of age holds at any time
    rows = {row["figure"]: row for row in ask("figures", "--document", "colp")}
    for figure in ("december-offences", "under-18-limit"):
        row = rows[f"colp-2024-02-22:{figure}"]
        assert (row["period_start"], row["period_end"]) == (None, None)
