"""moditrack timeline, against the dates that the documents print."""

from __future__ import annotations

import pytest


def find(rows: list[dict], source: str, word: str) -> dict:
    (row,) = [r for r in rows if r["sources"] == [source] and word in r["event"]]
    return row


def test_dates_at_the_precision_stated(ask) -> None:
    rows = ask("timeline")
    row = find(rows, "mpa-2003-05-08#B.24", "Pilot")
    assert (row["date"], row["end"], row["precision"], row["inferred"]) == (
        "2003-03-10",
        None,
        "day",
        False,
    )
    row = find(rows, "mpa-2003-05-08#B.34", "established")
    assert (row["date"], row["end"], row["precision"]) == ("2000-05-01", None, "month")
    row = find(rows, "mpa-2003-10-09#B.7.p1", "Phase 1")
    assert (row["date"], row["end"], row["inferred"]) == ("2003-04-24", "2003-04-29", True)
    row = find(rows, "colp-2024-02-22#19.p1", "Period")
    assert (row["date"], row["end"], row["precision"]) == ("2019-01-01", "2023-12-31", "month")
    row = find(rows, "mpa-2003-05-08#D.3", "plans")
    assert (row["date"], row["end"], row["precision"]) == (
        "2003-04-01",
        "2004-03-31",
        "financial year",
    )


def test_a_misprint_is_kept_with_null_dates(ask) -> None:
    row = find(ask("timeline"), "mpa-2003-05-08#C.b4", "printed as")
    assert (row["date"], row["end"], row["precision"], row["printed"]) == (
        None,
        None,
        None,
        "2003/3004",
    )
    assert any(c["check"] == "officer-year" for c in ask("agencies", "acsc")["checks"])


def test_a_year_that_is_not_printed_is_marked(ask) -> None:
    row = find(ask("timeline"), "mpa-2004-02-16#body.p1", "Meeting")
    assert (row["date"], row["inferred"], row["printed"]) == (
        "2004-02-12",
        True,
        "Thursday 12 February",
    )


def test_in_order_with_the_undated_last(ask) -> None:
    rows = ask("timeline")
    keys = [row["date"] or row["latest"] for row in rows]
    dated = [key for key in keys if key is not None]
    assert dated == sorted(dated)
    assert keys[: len(dated)] == dated
    assert list(rows[0])[:8] == [
        "date", "end", "precision", "inferred", "event", "operation", "document", "sources"
    ]  # fmt: skip


def test_filters_select_what_overlaps(ask) -> None:
    rows = ask("timeline", "--from", "2003-07-15", "--to", "2003-07-31")
    events = " ".join(row["event"] for row in rows)
    assert "Four arrests" in events
    assert "Project initiation document" in events  # some day of July
    assert "Bids" not in events
    assert "Successful bids" in events  # since April 2002
    assert "Phase 2 of Maxim begins" not in events  # on 3 July
    assert rows
    assert all(row["latest"] is not None for row in rows)


def test_an_operation_brings_its_phases(ask) -> None:
    operations = {row["operation"] for row in ask("timeline", "--operation", "maxim")}
    assert {"maxim", "maxim-phase-1", "maxim-phase-2"} <= operations


def test_bad_input(refused) -> None:
    assert "did you mean 'maxim'" in refused("timeline", "--operation", "maxin")
    assert "is not a date" in refused("timeline", "--from", "2003-13")


def test_what_a_range_leaves_out_is_said(run, ask) -> None:
    undated = sum(row["date"] is None and row["latest"] is None for row in ask("timeline"))
    assert undated > 20
    assert f"Left out: {undated} events without a date." in run("timeline", "--from", "1990").out
    assert "Left out" not in run("timeline").out
    assert "figures without a period" in run("figures", "--from", "1990").out


def test_events_of_one_document_and_agency(ask) -> None:
    rows = ask("timeline", "--document", "mpa-2004-02-16")
    assert {row["document"] for row in rows} == {"mpa-2004-02-16"}
    assert any(
        "Sun" in str(row["operation"]).title() for row in ask("timeline", "--agency", "colp")
    )


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("one charge", "colp-2024-02-22#19.outcome"),
        ("Charges authorised for three people", "colp-2024-02-22#17"),
        ("Pol 04-24", "colp-2024-02-22#background-papers.p1"),
        ("Committee requests", "colp-2024-02-22#summary.p1"),
    ],
)
def test_what_a_document_says_twice_is_one_event(ask, words: str, source: str) -> None:
    rows = [row for row in ask("timeline") if words.lower() in row["event"].lower()]
    assert [row["sources"] for row in rows] == [[source]]


def test_arrests_and_removals_of_phase_1_are_apart(ask) -> None:
    """The Immigration Service removed 31; the 46 arrests are not its own, and their days not those
    of the removals."""
    events = [row["event"] for row in ask("timeline", "--agency", "UKIS")]
    assert not any("46 arrests" in event for event in events)
    assert "31 of the 46 people detained are removed as illegal entrants" in events
    (removed,) = [row for row in ask("timeline") if row["event"].startswith("31 of the 46")]
    assert (removed["date"], removed["latest"]) == (None, None)


@pytest.mark.parametrize(
    ("words", "kind", "shown", "other"),
    [
        # "CoLP also ran previous operations with MPS", after Aidant and not as a part of it
        ("Earlier operations with the MPS", "agencies", "colp", "mps"),
        ("Earlier operations with the MPS", "agencies", "colp", "nca"),
        # commissioned by the board; by whom it was completed is not said
        ("is completed", "operations", "threat-profile", "toex"),
        ("MPS staff seconded", "agencies", "mps", "level-1-jic"),
    ],
)
def test_an_event_is_credited_as_its_passage_does(ask, words, kind, shown, other) -> None:
    def events(name: str) -> str:
        return " ".join(row["event"] for row in ask(kind, name)["events"])

    assert words in events(shown)
    assert words not in events(other)


def test_what_may_be_no_part_of_aidant_is_not_on_its_page(ask) -> None:
    events = [row["event"] for row in ask("operations", "aidant")["events"]]
    assert events == ["National operation run every year"]


def test_deportations_are_not_booked_as_those_of_co14(ask) -> None:
    (row,) = [r for r in ask("timeline", "--from", "2002", "--to", "2002") if "40" in r["event"]]
    assert "as an example" in row["event"]


def test_an_arrest_of_maxim_is_not_booked_to_co14(ask) -> None:
    """Kittihawk is an operation of Maxim, in conjunction with CO14."""
    assert "Second illegal entry" in str(ask("operations", "kittihawk")["events"])
    assert "Second illegal entry" not in str(ask("agencies", "co14")["events"])


def test_people_see_events_under_their_years(ask, run) -> None:
    rows = ask("timeline")
    title, answer, *lines = run("timeline").out.splitlines()
    assert title == f"Timeline: {len(rows)} events"
    in_2003 = [row for row in rows if (row["date"] or row["latest"] or "")[:4] == "2003"]
    undated = [row for row in rows if row["latest"] is None]
    assert answer == (
        f"From 1989 to 2025, {len(in_2003)} of them in 2003; {len(undated)} without a date."
    )
    assert sum(line.startswith(f"2003: {len(in_2003)} ") for line in lines) == len(in_2003)
    assert sum(line.startswith(f"Undated: {len(undated)} ") for line in lines) == len(undated)
    (event,) = [line for line in lines if "mpa-2003-05-08#B.4" in line]
    assert event.split()[:4] == ["1996:", "1", "to", "1996*"]


def test_what_began_before_a_date_comes_last_for_people(run, ask) -> None:
    # B.7.p2: phase 2 from 3 July; B.15: bids since April 2002, until October 2003
    lines = run("timeline", "--from", "2003-06").out.splitlines()
    assert lines[1] == (
        "30 begin in this time; 3 began before it and lasted into it; 3 were to last into it."
    )
    rows = [line for line in lines if line.startswith(("2003:", "Began before"))]
    assert rows[0].startswith("2003: ")
    assert rows[-1].startswith("Began before, and lasted longer: 3 ")
    assert [line.startswith("Began") for line in rows] == sorted(
        line.startswith("Began") for line in rows
    )
    assert ask("timeline", "--from", "2003-06")[0]["date"].startswith("2002-04")  # data: by date


def test_a_year_is_a_range_of_its_own(run, refused) -> None:
    assert run("timeline", "--year", "2004").out == run("timeline", "2004").out
    one = run("timeline", "--year", "2003-07", "--json").json
    assert one == run("timeline", "--from", "2003-07", "--to", "2003-07", "--json").json
    assert len(one) == 9
    of_2019 = run("figures", "--year", "2019", "--measure", "outcome-offences", "--json").json
    assert [row["value"] for row in of_2019 if row["column"] == "2019"] == [1, 3, 0, 14, 0, 0, 18]
    message = refused("timeline", "--year", "2004", "--to", "2005")
    assert message.startswith("--year is a range of its own: leave out --from and --to")
    assert "is not a date" in refused("figures", "--year", "soon")


@pytest.mark.parametrize(
    ("words", "title", "events"),
    [
        # summary.p1: the request of November; six more, and the key data, last into it
        ("november 2023", "Timeline, November 2023: 8 events", 8),
        ("Nov 2023", "Timeline, November 2023: 8 events", 8),
        ("2003-07", "Timeline, July 2003: 9 events", 9),
        ("24 april 2003", "Timeline, 24 April 2003: 9 events", 9),
    ],
)
def test_words_that_are_a_time_are_the_time_asked_for(run, ask, words, title, events) -> None:
    assert run("timeline", *words.split()).out.splitlines()[0] == title
    assert len(ask("timeline", *words.split())) == events
    assert ask("timeline", "--year", words) == ask("timeline", *words.split())


@pytest.mark.parametrize("words", ["2003-13", "3 July", "July", "2003 brothels", "2003 2004"])
def test_what_is_no_one_time_is_words(refused, run, words) -> None:
    assert f"'{words}' is not a date" in refused("timeline", "--from", words)
    out = run("timeline", *words.split()).out
    assert "Timeline from" not in out
    assert "Timeline, " not in out


@pytest.mark.parametrize("word", ["start", "began", "begins", "starting", "commenced"])
def test_when_something_began_in_any_words(ask, word) -> None:
    events = ask("timeline", "maxim", word)
    dates = [event["date"] for event in events if "Maxim begins" in event["event"]]
    assert dates == ["2003-03-01", "2003-04-24", "2003-07-03"]


def test_the_events_of_a_year_are_counted_by_month(run) -> None:
    answer = run("timeline", "2003").out.splitlines()[1]
    # One is dated to the financial year alone.
    assert answer == (
        "22 begin in this time: 3 in March, 5 in April, 2 in May, 3 in July, 1 in August,"
        " 3 in September, 4 in October, 1 without a month;"
        " 2 began before it and lasted into it."
    )


def test_what_happened_so_far_this_year_ends_with_the_report(ask) -> None:
    """Appendix 3 of the report of 9 October 2003: 371 brothels so far this year."""
    (row,) = ask("timeline", "brothels")
    assert (row["date"], row["end"], row["latest"]) == (None, "2003-10-09", "2003-10-09")
    assert (row["inferred"], row["printed"]) == (True, "this year")
    for time in ("november 2003", "december 2003", "2003-01-15", "january 2003"):
        assert "Visits" not in str(ask("timeline", time))
    assert "Visits" in str(ask("timeline", "october 2003"))


@pytest.mark.parametrize("asked", [["november", "2003"], ["--from", "2004-03", "--to", "2018-12"]])
def test_plans_of_earlier_reports_are_not_what_happened(run, asked) -> None:
    """D.3 and B.16 of 8 May, D.2 and B.11 of 9 October 2003 look ahead."""
    _, answer, *rows = run("timeline", *asked).out.splitlines()
    assert answer == (
        "No report tells of this time: what is here still lay ahead on 2003-05-08 and 2003-10-09,"
        " the dates of the reports that state it."
    )
    assert any(row.startswith("Was to last into it, when reported: ") for row in rows)
    assert not any(row.startswith("Began before") for row in rows)


def test_what_was_reported_at_the_time_is_no_plan(run) -> None:
    """B.7: phase 2 of Maxim began on 3 July 2003, as the report of October says."""
    answer = run("timeline", "july", "2003").out.splitlines()[1]
    assert answer.startswith("3 begin in this time")
    assert "No report" not in answer


def test_a_date_that_the_reports_state_differently_is_said_to_differ(run) -> None:
    note = (
        "! Start of Maxim's first phase: the reports differ. moditrack check maxim-phase-1-start\n"
    )
    assert note in run("timeline", "--operation", "maxim").out
    assert note in run("timeline", "2003").out
    assert "the reports differ" not in run("timeline", "2023").out


def test_a_month_is_called_by_its_name_and_a_year_as_it_is_printed() -> None:
    from moditrack.record_dates import dates_in_words

    assert [dates_in_words(own) for own in ("2023-11", "2003-07-09", "2003", "2003/04")] == [
        "November 2023", "9 July 2003", "2003", "2003/04",
    ]  # fmt: skip


def test_days_of_a_title_are_in_words(run) -> None:
    out = run("timeline", "--from", "2003-04-24", "--to", "2003-05-02").out
    assert out.startswith("Timeline from 24 April 2003 to 2 May 2003: 9 events\n")
    assert "No event from 24 April 2043." in run("timeline", "--from", "2043-04-24").out


def test_of_a_table_only_findings_about_the_time_of_an_event_are_named(run) -> None:
    """The charge of 2019 is a cell of the outcome table; what is printed of 2022, 2023, February
    and all five years is not about it."""
    out = run("timeline", "charge").out
    assert out.endswith("2 findings on these passages: moditrack check charges, what-is-counted\n")
