"""Reports of other countries: their financial years, and the agency that a draft is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from moditrack.draft.draft import draft
from moditrack.draft.next_steps import plan
from moditrack.draft.shared_lists import Lists
from moditrack.errors import InputError
from tests.drafts import drafted

YEARS = "In the 2023-24 financial year there were 12 thefts. In 2023-24, 9 barges sank."


def asked(lists: Lists, text: str, **given: str) -> list[str]:
    figures = drafted(lists, text, **given).proposed("figures.csv")
    return [one.needs_a_person for one in figures]


def test_the_first_month_of_financial_years_is_asked_once_for_each(lists: Lists) -> None:
    once = ["period: FY2023, from April?", "period as body-p1-thefts"]
    assert asked(lists, YEARS) == once
    assert asked(lists, f"{YEARS} In 2024-25, 3 boats sank.")[2] == "period: FY2024, from April?"
    assert asked(lists, f"{YEARS} It was worse in Canada.", force="mps") == once
    assert asked(lists, "In 2023-24 there were 12 thefts in Canada.") == once[:1]


def test_financial_years_of_australia_are_proposed_from_july(lists: Lists) -> None:
    text = "In 2023-24 there were 12 thefts in Australia. In 2023-24, 9 barges sank."
    first, second = drafted(lists, text).proposed("figures.csv")
    assert first.row["period"] == "2023-07-01/2024-06-30"
    assert first.needs_a_person == "period: 2023-07-01/2024-06-30, from July?"
    assert first.row["description"] == "Thefts in Australia"  # its period is in its own column
    assert second.needs_a_person == "period as body-p1-thefts"


def test_several_financial_years_are_one_period(lists: Lists) -> None:
    text = "From 2020-21 to 2022-23 there were 12 thefts in Australia."
    (one,) = drafted(lists, text).proposed("figures.csv")
    assert one.row["period"] == "2020-07-01/2023-06-30"
    text = "From 2020-21 to 2022-23 there were 12 thefts in Canada."
    (one,) = drafted(lists, text).proposed("figures.csv")
    assert one.row["period"] == "FY2020/FY2022"
    assert one.needs_a_person == "period: FY2020/FY2022, from April?"


@pytest.mark.parametrize(
    "text",
    [
        f"{YEARS} It was worse in Wales.",
        "In the 2023-24 financial year (1 April to 31 March) there were 12 thefts.",
        "In 2023-24 there were 12 thefts.",
    ],
)
def test_british_financial_years_are_not_asked(lists: Lists, text: str) -> None:
    assert set(asked(lists, text)) == {""}


def test_a_known_force_is_british(lists: Lists) -> None:
    assert asked(lists, YEARS, force="mps") == ["", ""]


def test_figures_without_an_agency_are_a_step_of_the_plan(lists: Lists) -> None:
    line = (
        "figures.csv: 2 figures without an agency, right where they are of several: else draft"
        " again with --force ID, or fill in the column agency"
    )
    assert line in plan(drafted(lists, YEARS))
    assert line not in plan(drafted(lists, YEARS, force="mps"))


def test_an_unknown_agency_is_refused_with_the_line_to_add(tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    text.write_text("Boats", "utf-8")
    line = "a line like 'quay,force,ABBREVIATION,Its full name'"
    with pytest.raises(InputError, match=f"name a folder of records with -o, and add {line}"):
        draft(text, "quay-2025-06-02", tmp_path, force="quay")
    (tmp_path / "agencies.csv").write_text("agency,kind,abbreviation,name\n", "utf-8")
    with pytest.raises(InputError, match=f"add {line} to .*agencies.csv, then draft again"):
        draft(text, "quay-2025-06-02", tmp_path, force="quay")
