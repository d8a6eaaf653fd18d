"""What a draft proposes for tables, from short invented texts."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted


@pytest.mark.parametrize(
    "heading", ["OUTCOME", "Outcome type", "Crime outcome", "Disposal", "Outcome group"]
)
def test_an_outcome_table_under_any_usual_heading(lists: Lists, heading: str) -> None:
    table = f"{heading}\t2023\t2024\n1. Charged\t3\t*\n18: No suspect\t9\t12\nTotal\t12\t..\n"
    draft = drafted(lists, f"1. The table.\n\n{table}", force="mps")
    columns = ("measure", "period", "row", "cell", "outcome_label", "printed", "value", "agency")
    found = [tuple(one.row.get(c, "") for c in columns) for one in draft.proposed("figures.csv")]
    assert found == [
        ("outcome-offences", "2023", "1. Charged", "cell", "1. Charged", "3", "3", "mps"),
        ("outcome-offences", "2024", "1. Charged", "cell", "1. Charged", "*", "", "mps"),
        ("outcome-offences", "2023", "18: No suspect", "cell", "18: No suspect", "9", "9", "mps"),
        ("outcome-offences", "2024", "18: No suspect", "cell", "18: No suspect", "12", "12", "mps"),
        ("outcome-offences", "2023", "Total", "column-total", "", "12", "12", "mps"),
        ("outcome-offences", "2024", "Total", "column-total", "", "..", "", "mps"),
    ]
    assert all(one.sure for one in draft.proposed("figures.csv"))
    labels = [(one.row["label"], one.row["code"], one.row["short"])
              for one in draft.proposed("outcome_labels.csv")]  # fmt: skip
    assert labels == [("1. Charged", "1", "Charged"), ("18: No suspect", "18", "No suspect")]


def test_whose_outcomes_they_are_is_asked(lists: Lists) -> None:
    draft = drafted(lists, "1. The table.\n\nOutcome\t2023\n1. Charged\t3\n18: Closed\t9\n")
    assert [one.needs_a_person for one in draft.proposed("figures.csv")] == [
        "agency: whose are these? --force gives it once",
        "agency as outcome-1-charged-2023",
    ]


def test_a_caption_says_what_a_table_counts(lists: Lists) -> None:
    text = (
        "1. Text.\n\nTable 2: Arrests by district\n\n"
        "District\t2022/23\t2023/24\t% change\nNorth\t12\t15\t25%\nSouth\t7\t8\t14%\n"
        "Total\t19\t23\t21%\n"
    )
    found = drafted(lists, text).proposed("figures.csv")
    columns = ("measure", "period", "cell", "description")
    assert [tuple(one.row[c] for c in columns) for one in found[:3]] == [
        ("arrests", "FY2022", "cell", "Arrests, North, 2022/23"),
        ("arrests", "FY2023", "cell", "Arrests, North, 2023/24"),
        ("change-in-arrests", "FY2023", "change", "Change in arrests, North, % change"),
    ]
    assert [one.row["cell"] for one in found[6:]] == ["column-total", "column-total", "change"]
    assert found[0].cell == (1, 1)


def test_victims_by_age_and_sex(lists: Lists) -> None:
    table = "Age\tUnder 18\t18-25\tTOTAL\nFemale\t3\t2\t5\nMale\t8\t11\t19\nTOTAL\t11\t13\t24\n"
    found = drafted(lists, f"1. Victims of trafficking.\n\n{table}", force="mps").proposed(
        "figures.csv"
    )
    columns = ("measure", "characteristic", "category", "sex", "cell")
    assert [tuple(one.row.get(c, "") for c in columns) for one in found[:3]] == [
        ("victims", "age", "Under 18", "female", "cell"),
        ("victims", "age", "18-25", "female", "cell"),
        ("victims", "age", "", "female", "row-total"),
    ]
    assert found[-1].row["cell"] == "grand-total"


def test_cells_of_words_are_no_figures(lists: Lists) -> None:
    table = "Port\t2024\tNote\nHarl\t12\tsince 3 June 2024\nQuay\t20\tas before\n"
    draft = drafted(lists, f"1. Arrests.\n\nTable 1: Arrests by port\n\n{table}")
    assert [one.row["printed"] for one in draft.proposed("figures.csv")] == ["12", "20"]
    assert [one.row["printed"] for one in draft.proposed("events.csv")] == [
        "1 March 2025", "since 3 June 2024",
    ]  # fmt: skip


def test_a_table_that_is_no_table_of_numbers_is_read_as_prose(lists: Lists) -> None:
    table = "Port\tWhat was found\nHarl\t3 arrests, 4 charges and 5 victims\nQuay\tnothing\n"
    found = drafted(lists, f"1. The table.\n\n{table}").proposed("figures.csv")
    assert [(one.row["printed"], one.row["measure"]) for one in found] == [
        ("3", "arrests"), ("4", "charges"), ("5", "victims"),
    ]  # fmt: skip
    assert all("table" not in one.row for one in found)


def test_tables_with_one_name_have_ids_of_their_own(lists: Lists) -> None:
    table = "Kind of case\t2023\t2024\nNoise\t3\t4\nTOTAL\t3\t4\n"
    appendix = f"Appendix A\n\nThe first.\n\n{table}\nAppendix B\n\nThe second.\n\n{table}"
    found = drafted(lists, f"1. Text.\n\n{appendix}").proposed("figures.csv")
    assert [one.row["table"] for one in found] == ["kind-of-case"] * 4 + ["kind-of-case-2"] * 4


@pytest.mark.parametrize(
    ("labels", "periods", "asked"),
    [
        ("Q2-2019 (n=31)\tQ2-2020 (n=40)", "2019-Q2 2020-Q2", []),
        ("April\tMay", " ", ["period: April?", "period: May?"]),
        ("Stops of 2019\tOther", " 2020-Q2", ["period: 2019?"]),
        ("2019 (YTD)\t2018", " 2018", ["period: from when to when?"]),
    ],
)
def test_a_column_with_a_period_takes_none_from_the_heading(
    lists: Lists, labels: str, periods: str, asked: list[str]
) -> None:
    head = labels.replace("\t", "<th>")
    table = f"<table><tr><th>Place<th>{head}<tr><td>Harl<td>12<td>13</table>"
    page = f"<h1>Stops</h1><p>All.</p><h2>Quarter 2 2020</h2>{table}"
    found = propose(read_bytes(page.encode()), lists).proposed("figures.csv")
    assert " ".join(one.row["period"] for one in found) == periods
    needs = [one.needs_a_person.split("; ") for one in found]
    assert [part for one in needs for part in one if "period" in part] == asked


def test_a_list_of_words_and_numbers_is_no_table(lists: Lists) -> None:
    found = drafted(lists, "1. Text.\n\nReferrals\t58\nTickets\t9,490\nGuns\t7\n")
    assert [one.row["printed"] for one in found.proposed("figures.csv")] == ["58", "9,490", "7"]
    assert [one.row.get("table", "") for one in found.proposed("figures.csv")] == ["", "", ""]


@pytest.mark.parametrize(
    ("above", "corner", "asked"),
    [
        ("<h2>Arrests in the town</h2>", "Place", ""),
        ("<h2>Arrests in the town</h2><p>Some other words are here.</p>", "Place",
         "measure: arrests?"),
        ("<h2>Arrests in the town</h2>", "Type of case", "measure: arrests?"),
    ],
)  # fmt: skip
def test_a_heading_that_is_only_near_is_asked(
    lists: Lists, above: str, corner: str, asked: str
) -> None:
    page = (
        f"<h1>Stops</h1><p>All.</p>{above}<table><tr><th>{corner}<th>2019<tr><td>Harl<td>12</table>"
    )
    (one,) = propose(read_bytes(page.encode()), lists).proposed("figures.csv")
    assert (one.row["measure"], one.needs_a_person) == ("arrests", asked)


@pytest.mark.parametrize(
    ("above", "head", "measure", "unit", "asked"),
    [
        ("Table 1: Harbours with the highest number of patrols", "Harbour", "patrols", "patrols",
         ""),
        ("Grant awards", "Scheme", "grant-awards", "awards", ""),
        ("Key figures for the coast:", "Place", "numbers-of-the-table-place", "",
         "measure: what does the table count?"),
    ],
)  # fmt: skip
def test_a_line_above_says_what_a_table_counts(
    lists: Lists, above: str, head: str, measure: str, unit: str, asked: str
) -> None:
    page = f"<p>{above}<table><tr><th>{head}<th>2019<th>2020<tr><td>Harl<td>12<td>13</table>"
    draft = propose(read_bytes(f"<h1>Work</h1><p>All.</p><h2>The coast</h2>{page}".encode()), lists)
    found = draft.proposed("figures.csv")
    rest = ("", "measure as place-harl-2019") if asked else (measure, "")
    measures = [(one.row["measure"], one.needs_a_person) for one in found]
    assert measures == [(measure, asked), rest]
    (new,) = draft.proposed("new-measures.csv")
    assert (new.row["measure"], new.row["unit"]) == (measure, unit)


def test_a_table_of_money_is_in_its_currency(lists: Lists) -> None:
    table = "<table><tr><th>Scheme<th>2019<th>2020<tr><td>Harl<td>$12<td>$1,300</table>"
    page = f"<h1>Work</h1><p>All.</p><h2>Quays</h2><p>Grant awards{table}"
    draft = propose(read_bytes(page.encode()), lists)
    (new,) = draft.proposed("new-measures.csv")
    assert (new.row["unit"], new.row["name"]) == ("USD", "Grant awards")


def test_labels_name_the_measures_of_a_table_that_nothing_names(lists: Lists) -> None:
    table = "<table><tr><th>Place<th>Ferry trips<th>Lost anchors<tr><td>Harl<td>12<td>7</table>"
    page = f"<h1>Work</h1><p>All.</p><h2>Quay work</h2>{table}"
    found = propose(read_bytes(page.encode()), lists).proposed("figures.csv")
    assert [one.row["measure"] for one in found] == ["ferry-trips", "lost-anchors"]


@pytest.mark.parametrize(
    ("line", "period", "asked"),
    [
        ("Key figures for the coast in 2019:", "2019",
         "period: 2019, or that of the heading?"),
        ("(1 July 2019 to 30 June 2020)", "2019-07-01/2020-06-30",
         "period: 1 July 2019 to 30 June 2020, or that of the heading?"),
        ("Key figures for the coast:", "FY2019", ""),
    ],
)  # fmt: skip
def test_the_nearest_line_gives_the_period_of_a_table(
    lists: Lists, line: str, period: str, asked: str
) -> None:
    table = "<table><tr><th>Place<th>Ferry trips<tr><td>Harl<td>12</table>"
    page = f"<h1>Work</h1><p>All.</p><h2>2019/20 data</h2><p>{line}{table}"
    (one,) = propose(read_bytes(page.encode()), lists).proposed("figures.csv")
    assert (one.row["period"], one.needs_a_person) == (period, asked)


def test_ages_may_head_columns(lists: Lists) -> None:
    table = "Age\t18\t+65\nFemale\t3\t2\nMale\t8\t11\n"
    found = drafted(lists, f"1. Victims of trafficking.\n\n{table}", force="mps").proposed(
        "figures.csv"
    )
    assert [one.row.get("category") for one in found] == ["18", "+65", "18", "+65"]


def test_a_table_with_words_in_a_row_without_a_name_is_read_as_prose(lists: Lists) -> None:
    table = "<table><tr><th>Day<th>Boats<th>Vans<tr><td>Mon<td>12<td>7<tr><td><td>Harl<td>9</table>"
    found = propose(read_bytes(f"<h1>Work</h1><p>All.</p>{table}".encode()), lists)
    figures = found.proposed("figures.csv")
    assert figures and all("table" not in one.row for one in figures)


def test_what_is_counted_below_a_table_says_nothing_of_it(lists: Lists) -> None:
    table = "<table><tr><th>Port</th><th>2024</th></tr><tr><td>Harl</td><td>3</td></tr></table>"
    page = "<h1>Tides</h1><p>All.</p><h2>Here</h2><p>{}</p>" + table + "<p>{}</p>"
    rests = [
        [one.rests_on for one in propose(read_bytes(text.encode()), lists).proposed("figures.csv")]
        for text in (page.format("There were 12 nets.", "So."), page.format("So.", "12 nets came."))
    ]
    assert rests == [
        ["'nets' follows the number", "'nets' are counted above it"],
        ["'nets' follows the number", "nothing says what the table counts"],
    ]


def test_a_number_in_a_heading_over_several_others_is_one_figure(lists: Lists) -> None:
    page = (
        "<h1>Tides</h1><p>All.</p><h2>171 boats moored</h2><h3>Harl</h3><p>Some came.</p>"
        "<h3>Quay</h3><p>Others came.</p><h3>9 nets</h3><p>They sank.</p>"
    )
    found = propose(read_bytes(page.encode()), lists)
    assert [one.row["printed"] for one in found.proposed("figures.csv")] == ["171", "9"]
    assert found.proposed("numerals.csv") == []  # nothing is left over
