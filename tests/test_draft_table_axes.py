"""Tables whose rows or columns each count something of their own, beside what the title says."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted

Found = list[tuple[str, str, str, str]]


def cells(lists: Lists, caption: str, *lines: str, heading: str = "Trips") -> Found:
    """Measure, unit, role and question of the cells of a table."""
    table = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split(" | ")) + "</tr>"
        for line in lines
    )
    page = f"<h1>Nets</h1><p>All.</p><h2>{heading}</h2><table><caption>{caption}</caption>{table}"
    draft = propose(read_bytes(f"{page}</table>".encode()), lists)
    units = {one.row["measure"]: one.row["unit"] for one in draft.proposed("new-measures.csv")}
    found = [one for one in draft.proposed("figures.csv") if one.cell is not None]
    return [
        (one.row["measure"], units.get(one.row["measure"], "known"), one.row["cell"],
         one.needs_a_person)
        for one in found
    ]  # fmt: skip


def test_each_column_counts_its_own(lists: Lists) -> None:
    found = cells(
        lists, "Night trips by kind",
        "Kind | Trips | Change | Catch sold | Share of catch | Average age | Trips per 1,000 crew",
        "Late boat | 156 | +34% | £85.9m | 19% | 31 | 2.4",
        "Early boat | 41 | +14% | £36.5m | 8% | 29 | 1.1",
    )  # fmt: skip
    assert found[:6] == [
        ("trips", "trips", "cell", ""),
        ("change-in-trips", "percent", "change", ""),
        ("catch-sold-gbp", "GBP", "cell", ""),
        ("share-of-catch", "percent", "share", ""),
        ("average-age", "years", "rate", ""),
        ("trips-per-1-000-crew", "rate", "rate", ""),
    ]


def test_each_row_counts_its_own_and_is_no_total(lists: Lists) -> None:
    found = cells(
        lists, "Late trips, 2023", "What | Boats | Rafts",
        "Total value (£m) | 82.6 | 3.3", "Total number of trips | 149 | 66",
        "Value of nets (£000) | 204 | 78",
    )  # fmt: skip
    assert [one[:3] for one in found] == [
        ("total-value", "GBP million", "cell"), ("total-value", "GBP million", "cell"),
        ("trips", "trips", "cell"), ("trips", "trips", "cell"),
        ("value-of-nets", "GBP thousand", "cell"), ("value-of-nets", "GBP thousand", "cell"),
    ]  # fmt: skip


def test_amounts_are_no_counts_of_the_rows(lists: Lists) -> None:
    found = cells(
        lists, "Crew", "Role | Headcount | FTE | Budget £000", "Officers | 12 | 11.5 | £61",
        "Staff | 9 | 8.1 | £31",
    )  # fmt: skip
    assert [one[0] for one in found[:3]] == ["headcount", "fte", "budget"]


@pytest.mark.parametrize("heads", ["Males | Females", "2022 | 2023", "North | Harbours"])
def test_columns_that_divide_what_the_title_counts(lists: Lists, heads: str) -> None:
    found = cells(lists, "Trips by port", f"Port | {heads}", "Harl | 12 | 9", "Quay | 4 | 5")
    assert [one[0] for one in found[:2]] == ["trips", "trips"]


def test_a_rate_without_words_is_asked(lists: Lists) -> None:
    found = cells(
        lists, "Trips by port", "Port | Trips | Population | Rate per 1,000",
        "Harl | 12 | 900 | 13.3", "Quay | 4 | 500 | 8",
    )  # fmt: skip
    assert found[2] == ("rate-of-trips", "rate", "rate", "measure: rate of trips?")


def test_the_title_gives_sums_their_scale(lists: Lists) -> None:
    found = cells(lists, "Losses by port (£m)", "Port | 2022 | 2023", "Harl | £12 | £9")
    assert found[0][:2] == ("losses", "GBP million")


def test_a_table_of_signed_percentages_is_one_of_changes(lists: Lists) -> None:
    found = cells(lists, "Trips", "Kind | Harl | Quay", "Late | +108% | -45%", "Early | 0% | +16%")
    assert {one[0] for one in found} == {"change-in-trips"}
    assert {one[2] for one in found} == {"change"}


def test_counts_and_percentages_of_change_are_two_measures(lists: Lists) -> None:
    found = cells(
        lists, "Trips by port", "Port | 2022 | 2023 | Change | % change",
        "Harl | 12 | 14 | +2 | +17%",
    )  # fmt: skip
    assert found[2:] == [
        ("change-in-trips", "trips", "change", ""),
        ("change-in-trips-percent", "percent", "change", ""),
    ]


def test_a_corner_says_what_rows_are_kinds_of(lists: Lists) -> None:
    lines = "Trip category | 2022", "Late | 12", "Early runs | 14"
    found = cells(lists, "Results", *lines, heading="All")
    assert [(one[0], one[3]) for one in found] == [
        ("trips", "measure: trips?"), ("", "measure as results-late-2022"),
    ]  # fmt: skip


def test_a_table_that_nothing_names_may_count_what_the_text_above_does(lists: Lists) -> None:
    page = (
        "<h1>Nets</h1><p>All.</p><h2>Loss of kit</h2><p>Losses were £9 million.</p><table>"
        "<tr><td>Kind</td><td>2022</td></tr><tr><td>Late</td><td>£4m</td></tr></table>"
    )
    found = propose(read_bytes(page.encode()), lists).proposed("figures.csv")[-1]
    assert (found.row["measure"], found.needs_a_person) == ("losses", "measure: losses?")


def test_columns_whose_long_labels_begin_alike_are_two_measures(lists: Lists) -> None:
    head = "Average number of days to bring a boat back to its port"
    found = cells(
        lists, "Trips", f"Port | {head} (inc storms) | {head} (exc storms)", "Harl | 12 | 9",
    )  # fmt: skip
    assert [one[1] for one in found] == ["days", "days"]
    assert len({one[0] for one in found}) == 2


@pytest.mark.parametrize(
    ("caption", "measure"),
    [
        ("Table 1: Reasons for being late, by port (in %)", "share-of-reasons"),
        ("Crews who were late, per cent of respondents", "share-of-respondents"),
        ("Share of crews by port", "share-of-crews"),
        ("Reasons for being late", "reasons"),
    ],
)
def test_the_title_says_that_cells_are_percentages(
    lists: Lists, caption: str, measure: str
) -> None:
    found = cells(lists, caption, "Port | Harl | Quay", "Tide | 40 | 35", "Nets | 60 | 65.5")
    assert {one[0] for one in found} == {measure}
    share = measure.startswith("share")
    assert {one[1] for one in found} == {"percent" if share else "reasons"}
    assert {one[2] for one in found} == {"share" if share else "cell"}


def test_a_line_alone_above_the_rows_says_that_cells_are_percentages(lists: Lists) -> None:
    rows = ("Reason | Harl | Quay", "(in %)", "Tide | 40 | 35", "Nets | 60 | 65.5")
    assert {one[2] for one in cells(lists, "Reasons", *rows)} == {"share"}


def test_counts_below_a_title_of_percentages_are_none(lists: Lists) -> None:
    rows = ("Reason | Harl | Quay", "Tide | 40 | 350")
    assert {one[2] for one in cells(lists, "Reasons (in %)", *rows)} == {"cell"}


def test_the_title_gives_sums_without_a_sign_their_currency_and_scale(lists: Lists) -> None:
    found = cells(lists, "Costs by port (£000)", "Item | 2023 | 2024", "Nets | 40 | 35")
    assert {one[:3] for one in found} == {("costs", "GBP thousand", "cell")}


def test_a_title_says_what_was_done_to_what_a_table_counts(lists: Lists) -> None:
    found = cells(lists, "Crews fined, by port", "Port | Men | Women", "Harl | 40 | 35")
    assert {one[:2] for one in found} == {("crews-fined", "crews")}


def test_rows_that_say_what_was_done_count_their_own_and_those_below_a_part(lists: Lists) -> None:
    found = cells(
        lists, "Totals", "What | 2023 | 2024", "Matters Received by the Port | 426 | 365",
        "Boats Fined | 290 | 288", "Crews Trained | 217 | 200", "No Term | 148 | 140",
        "Other | 69 | 60",
    )  # fmt: skip
    assert [one[:2] for one in found[::2]] == [
        ("matters-received-by-the-port", "matters"), ("boats-fined", "boats"),
        ("crews-trained", "crews"), ("crews-trained", "crews"), ("", "known"),
    ]  # fmt: skip
    assert found[6][3] == "measure: crews-trained?"
    assert found[8][3].startswith("measure as ")


def test_a_corner_that_says_what_each_row_is_is_not_what_is_counted(lists: Lists) -> None:
    text = "Staff Groups Numbers Reached\nHarl Team 22\nQuay Team 5\nFord Team 36\n\nAll is well."
    found = drafted(lists, text).proposed("figures.csv")
    assert [one.row["value"] for one in found] == ["22", "5", "36"]
    assert "measure" in found[0].needs_a_person
    assert not any(one.row["measure"] == "staff-groups" for one in found)
