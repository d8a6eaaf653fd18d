"""A name that is nearly right, or words in its place, get an answer or the next step."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("command", "first"),
    [
        ("agencies ghaffur", "AC Ghaffur, post, part of MPS*"),
        ("agencies SCD7", "Kidnap and Extortion Unit (SCD7 (1)), part of SCD*"),
        ("operations Adam", "\"Adam\" murder investigation"),
        ("agencies kidnap", "Kidnap and Extortion Unit (SCD7 (1)), part of SCD*"),
        ("sources 2024", "Modern Day Slavery and Human Trafficking update"),
        ("sources press release",
         "MPA calls for closer partnership working to fight organised immigration crime"),
        ("figures 371", "Figures with '371': 1"),
        ("figures officers", "Figures with 'officers': 6"),
        ("commitments brothels", "Commitments with 'brothels': 1"),
        ("commitments mpa-2003-05-08:removals-800",
         "Commitments with 'mpa-2003-05-08:removals-800': 1"),
        ("timeline kontiki", "Timeline with 'kontiki': 1 event"),
        ("check 225%", "Numbers that do not fit, or cannot be placed: 1"),
    ],
)  # fmt: skip
def test_what_is_meant_is_shown(run, command: str, first: str) -> None:
    result = run(*command.split())
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[0] == first


def test_figures_with_words_in_their_description(ask) -> None:
    # notes.3.b7 of 2004: 207 passports; B.10 and appendix 3 of October 2003
    assert [row["printed"] for row in ask("figures", "passports")] == ["two", "four", "207"]
    (row,) = ask("figures", "stolen", "passports")
    assert (row["printed"], row["unit"]) == ("207", "items")
    filtered = ask("figures", "passports", "--document", "mpa-2004-02-16")
    assert [row["printed"] for row in filtered] == ["207"]


def test_where_no_row_has_all_words_it_is_said(run, ask) -> None:
    assert {row["printed"] for row in ask("figures", "brothels", "passports")} >= {"371", "207"}
    title, answer, *_ = run("figures", "brothels", "passports").out.splitlines()
    assert title == "Figures with 1 of the 2 words 'brothels passports': 5"
    assert answer.startswith("None has more than one of the 2 words.")
    assert "None has more" not in run("figures", "stolen", "passports").out
    title, answer, *_ = run("timeline", "scoping", "brothels").out.splitlines()
    assert title.startswith("Timeline with 1 of the 2 words 'scoping brothels': ")
    assert answer.startswith("None has more than one of the 2 words.")


@pytest.mark.parametrize(
    ("given", "name", "printed"),
    [
        # the report of 2024 has figures of organised crime groups, and calls them OCGs
        ("OCGs", "Organised crime group", "only four"),
        ("ocg", "Organised crime group", "only four"),
        ("ocgs", "Organised crime group", "only four"),
        # the Immigration Service removed 31 in Phase 1 (B.7)
        ("UKIS", "UK Immigration Service", "31"),
    ],
)
def test_an_abbreviation_finds_what_it_stands_for(
    ask, run, given: str, name: str, printed: str
) -> None:
    assert printed in [row["printed"] for row in ask("figures", given)]
    assert run("figures", given).out.startswith(f"Figures with '{given}' ({name}): ")
    assert ask("figures", given) == ask("figures", f'"{name}"')


def test_an_id_is_still_one_figure_check_or_commitment(ask) -> None:
    assert ask("figures", "removals-both-phases")["printed"] == "53"
    assert ask("check", "increase-2023")["stated"] == "225%"
    (row,) = ask("commitments", "removals-800")
    assert row["commitment"].endswith("up to 800 removals a month")


def test_findings_with_a_word(ask, run) -> None:
    found = {row["check"].rpartition(":")[2] for row in ask("check", "removals")}
    assert "removals-both-phases" in found
    assert "increase-2023" not in found
    assert "cautions: --all.\n" in run("check", "removals").out
    assert ": --all." not in run("check", "removals", "--all").out


def test_a_year_is_its_events(ask) -> None:
    assert ask("timeline", "2003") == ask("timeline", "--from", "2003", "--to", "2003")
    assert ask("timeline", "2003-04-24") == ask(
        "timeline", "--from", "2003-04-24", "--to", "2003-04-24"
    )
    assert {row["operation"] for row in ask("timeline", "kontiki")} == {"kontiki"}


@pytest.mark.parametrize(
    ("command", "said"),
    [
        # several
        ("sources 2003",
         "'2003' fits more than one document: use 'mpa-2003-05-08' (report, Organised illegal"
         " immigration and human trafficking) or 'mpa-2003-10-09' (report, MPS response to"
         " organised immigration crime)."),
        ("sources mpa-2003",
         "'mpa-2003' fits more than one document: use 'mpa-2003-05-08' (report, Organised illegal"),
        ("operations phase",
         "'phase' is in the names of more than one operation: use 'maxim-phase-1' (phase,"
         " Operation Maxim, Phase 1) or 'maxim-phase-2' (phase, Operation Maxim, Phase 2)."),
        # elsewhere
        ("agencies Vice and prostitution",
         "'Vice and prostitution' is an area of work: try 'moditrack agencies --strand"
         " vice-and-prostitution'."),
        ("agencies stolen passports",
         "There is no agency 'stolen passports': 'moditrack agencies' lists them, and 'moditrack"
         " search stolen passports' finds it elsewhere."),
        ("commitments 371",
         "No commitment has the word '371', and 'moditrack search 371' finds it elsewhere: 371:"
         " Brothels visited so far in the year, which may be the calendar or the financial year"
         " (mpa-2003-10-09#appendix-3.b3)."),
        # 25: a grant, without its amount
        ("figures grant",
         "No report states: Amount of the Home Office grant for the programme (called a grant,"
         " without an amount), colp-2024-02-22#25. Nearest: Modern Slavery and Organised"
         " Immigration Crime (MS&OIC) Programme: Currently funded by a Home Office grant"
         " (colp-2024-02-22#25). Everything near it: 'moditrack search grant'."),
        # 12: groups successfully prosecuted, without a number
        ("figures convictions",
         "No figure has the word 'convictions': no report is known to state one. Nearest: Groups"
         " making counterfeit passports, which the report calls West Balkan, successfully"
         " prosecuted and disrupted earlier (colp-2024-02-22#12). Everything near it: 'moditrack"
         " search convictions'."),
        # B.9: 'though small, the number of unaccompanied minors'
        ("figures minors",
         "No report states: Number of unaccompanied minors from West Africa (called small and a"
         " growing concern), mpa-2003-05-08#B.9. Nearest: Minors who arrive alone (West Africa):"
         " Small in number, and a growing concern (mpa-2003-05-08#B.9)."),
        ("figures 2003",
         "No figure has the word '2003': 'moditrack figures --year 2003' has those of that time."),
        # an abbreviation of what no figure is about
        ("figures OCU",
         "There is no figure 'OCU': 'moditrack define OCU' says what it stands for."),
        # nowhere
        ("figures xyzzy",
         "No figure has the word 'xyzzy': no report is known to state one. 'moditrack figures"
         " --list' lists what is counted."),
        ("figures removals-boht-phases",
         "There is no figure 'removals-boht-phases': did you mean 'removals-both-phases'?"),
        ("timeline xyzzy", "No event has the word 'xyzzy': 'moditrack timeline' lists them."),
        ("timeline convicted",
         "No event has the word 'convicted', and 'moditrack search convicted' shows what is near:"
         " Groups making counterfeit passports, which the report calls West Balkan, successfully"
         " prosecuted and disrupted earlier (colp-2024-02-22#12)."),
        ("figures chinese food",
         "No figure has any of the words 'chinese food': no report is known to state one."),
        ("commitments overdue",
         "No commitment has the word 'overdue': choose one --state of"
         " reported-met, reported-partly, reported-not-met, not-mentioned-again, not-yet-due,"
         " no-later-document."),
        ("commitments --state silent",
         "--state is reported-met or reported-partly or reported-not-met or not-mentioned-again or"
         " not-yet-due or no-later-document, not 'silent': take 'not-mentioned-again' for what went"
         " silent."),
        # what another command answers
        ("compare 2022 2023",
         "'2022 2023' does not fit here: compare holds the City against the nation; 'moditrack"
         " outcomes' says whether a change between its years could be chance, and 'moditrack check"
         " 2003-with-2023' why earlier reports are no base for one (see 'moditrack compare"
         " --help')."),
        ("outcomes 2003",
         "There are no outcomes for 2003: the years are 2019, 2020, 2021, 2022, 2023."),
        ("victims elf",
         "'elf' does not fit here: victims are shown --by age or --by ethnicity, --sex keeps one"
         " sex, and no table gives their nationality (see 'moditrack victims --help')."),
        ("outcomes convicted",
         "There is no outcome 'convicted': there are 1, 14, 16, 18, 20, Resolved, and 'moditrack"
         " search convicted' shows what is near."),
        ("victims --by sex",
         "--by is age or ethnicity, not 'sex': each table has the sexes beside each other, like"
         " 'moditrack victims --by age'."),
        ("victims --by Nationality",
         "--by is age or ethnicity, not 'Nationality': 'moditrack search where victims come from'"
         " has the countries that are named."),
        ("victims --by year",
         "--by is age or ethnicity, not 'year': no table has victims by year: 'moditrack outcomes'"
         " has the offences of each."),
        ("victims --by exploitation",
         "--by is age or ethnicity, not 'exploitation': no table has that: 'moditrack figures"
         " exploitation' says what is stated."),
        ("outcomes --by month",
         "--by is outcome or group, not 'month': 'moditrack figures month' says what is stated of"
         " months."),
        ("victims --by agee", "There is no --by 'agee': did you mean 'age'?"),
        ("check xyzzy", "No check has the word 'xyzzy': 'moditrack check --all' lists them."),
        ("sources 1999", "There is no document '1999': there are"),
    ],
)  # fmt: skip
def test_what_is_not_there_says_what_is(refused, command: str, said: str) -> None:
    assert refused(*command.split()).startswith(said)


def test_agencies_of_one_name_are_all_shown_to_people(run, terminal) -> None:
    out = run("agencies", "joint intelligence cell").out
    titles = [line for line in out.splitlines() if line.startswith("Joint Intelligence Cell (")]
    assert titles == [
        "Joint Intelligence Cell (Operation Maxim) (JIC)",
        "Joint Intelligence Cell (Immigration Service and MPS, Level 1)",
    ]
    first = terminal(80, "agencies", "joint intelligence cell", "--no-pager").out.splitlines()[:23]
    assert any("One Detective Sergeant, Intelligence Manager: in post" in line for line in first)


@pytest.mark.parametrize("option", [("--show", "staff"), ("--all",)])
def test_what_a_page_of_several_agencies_advises_shows_them(run, option: tuple[str, ...]) -> None:
    out = run("agencies", "Joint Intelligence Cell", *option).out
    first = out.index("Joint Intelligence Cell (Operation Maxim)")
    second = out.index("Joint Intelligence Cell (Immigration Service and MPS, Level 1)")
    assert first < second
    assert "INDIS" in out[first:second]
    assert "MPS staff seconded to the Immigration Service" in out[second:]


def test_a_section_that_no_agency_has_is_refused_for_several_too(refused) -> None:
    message = refused("agencies", "Joint Intelligence Cell", "--show", "stuff")
    assert "did you mean 'staff'?" in message


def test_where_victims_come_from(ask) -> None:
    hits = ask("search", "where do victims come from")
    assert hits[0]["kind"] == "threat"
    assert any("(Principally the Balkans, the B" in hit["title"] for hit in hits)


def test_a_unit_that_is_asked_for_is_not_repeated(run) -> None:
    lines = run("figures", "--unit", "GBP").out.splitlines()
    assert lines[0] == "Figures: 9"
    assert lines[1] == (
        "In GBP: cash seized £153,573; cash forfeited £12,237; confiscated £150,000; assets"
        " awaiting restraint £1,100,000.00; 3 others. Do not add: may overlap."
    )
    assert "Unit" not in lines[3].split()
    assert (
        "Unit" in run("figures", "--unit", "GBP", "--unit", "percent").out.splitlines()[3].split()
    )


def test_what_is_no_command_can_be_searched_for(refused) -> None:
    assert refused("traffickers") == (
        "There is no command 'traffickers': 'moditrack --help' lists them, and 'moditrack search"
        " traffickers' searches."
    )
    assert "did you mean 'outcomes'" in refused("outcome")


def test_an_event_names_its_operation_without_what_all_begin_with(run) -> None:
    (line,) = [own for own in run("timeline", "kontiki").out.splitlines() if "brothels so" in own]
    assert "  Kontiki  " in line
    assert "Operation" not in line


def test_words_that_cautions_alone_have_show_these(run) -> None:
    out = run("check", "rounding", "rule").out
    assert "Rounding of percentages in 2024" in out
    assert "Nothing found" not in out


def test_years_need_no_option(ask) -> None:
    assert ask("outcomes", "2022", "2023") == ask("outcomes", "--year", "2022", "--year", "2023")


def test_an_agency_has_the_figures_of_its_operations_too(ask, run) -> None:
    # Appendix 3: Kontiki is "another joint Operation with CO14": 371 brothels, 9 juveniles, 154
    # women
    own = [row for row in ask("figures", "CO14") if row["operation"] == "kontiki"]
    assert [row["printed"] for row in own] == ["371", "9", "154"]
    out = run("figures", "co14").out
    answer = out.splitlines()[1]
    assert answer.startswith("Printed: 65-70%, 40 (people), 6 months. 10 are of")
    assert "Operation Kontiki 371, 9, 154." in answer
    assert "Of Operation Kontiki, which it takes part in (mpa-2003-10-09): 3" in out
    # 0.13% has the word; the rest of what is about the force is asked for as the force's
    assert (
        "141 figures are about City of London Police: moditrack figures --agency colp"
        in run("figures", "colp").out
    )
    assert "figures are about" not in run("figures", "City of London Police").out
    # SCD11 leads Maxim, with its phases; no figure has its name
    assert "Of Operation Maxim, which it leads (mpa-2003-10-09): " in run("figures", "SCD11").out
    assert "which it" not in run("figures", "brothels").out
    events = [row["event"] for row in ask("timeline", "CO14") if row["operation"] == "kontiki"]
    assert events == [
        "Visits to 371 brothels so far in the year under Kontiki: 9 trafficked juveniles found, 154"
        " women dealt with"
    ]
    note = "Events of the operations that 'CO14' leads or takes part in are among them."
    assert note in run("timeline", "CO14").out
    assert note not in run("timeline", "brothels").out


@pytest.mark.parametrize(
    ("natural", "exact"),
    [
        ("victims children", "victims --by age"),  # 19.age: 11 of 41 are 11-17
        ("victims white", "victims --by ethnicity"),  # WHITE SE and WHITE NE
        ("victims Female", "victims --sex female"),
        ("victims female children", "victims --sex female --by age"),
        ("victims women", "victims --sex female"),
        ("victims --by eth", "victims --by ethnicity"),
        ("agencies CO14 --strand vice", "agencies CO14 --strand vice-and-prostitution"),
        ("agencies CO14 --strand vice-prostitution",
         "agencies CO14 --strand vice-and-prostitution"),
        ("commitments --state met", "commitments --state reported-met"),
        ("commitments --state partly", "commitments --state reported-partly"),
        ("operations maxim --show results", "operations maxim --show figures"),
        ("operations maxim --show resp", "operations maxim --show responsibilities"),
        ("figures --measure detained", "figures --measure detentions"),
    ],
)  # fmt: skip
def test_words_that_fit_one_choice_only_are_taken_for_it(run, natural: str, exact: str) -> None:
    assert run(*natural.split()).out == run(*exact.split()).out


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("commitments --state reported",
         "There is no --state 'reported': did you mean 'reported-met' or 'reported-partly' or"
         " 'reported-not-met'?"),
        ("operations maxim --show re",
         "There is no section 're': did you mean 'figures' or 'references' or 'responsibilities'?"),
        ("agencies --strand crime",
         "There is no strand 'crime': did you mean 'serious-organised-crime' or"
         " 'organised-immigration-crime'?"),
    ],
)  # fmt: skip
def test_words_that_fit_several_choices_or_none_name_them(refused, command: str, said: str) -> None:
    assert refused(*command.split()) == said
