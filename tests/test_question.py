"""A question is one definition: the command, the web query and the Python method come from it."""

from __future__ import annotations

import pytest

from moditrack.browse.canned import canned
from moditrack.cli.commands import QUESTIONS as COMMANDS
from moditrack.cli.figures import command
from moditrack.db.connection import open_database
from moditrack.errors import InputError
from moditrack.questions.all_questions import QUESTIONS
from moditrack.questions.check import CHECKS
from moditrack.questions.figures import FIGURES
from moditrack.questions.question import Question


def test_the_options_are_the_filters() -> None:
    options = {option for param in command.params for option in param.opts}
    assert {"--document", "--operation", "--agency", "--measure", "--unit"} <= options
    assert {"--from", "--to"} <= options


def test_several_values_of_a_filter_keep_what_fits_any() -> None:
    both = FIGURES.ask(open_database(), measure=["cash-seized", "cash-forfeited"]).rows
    assert [row["printed"] for row in both] == ["£ 153,573", "£ 12,237"]


def test_an_unknown_value_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError, match="did you mean 'removals'"):
        FIGURES.ask(open_database(), measure="removal")


def test_a_filter_that_the_question_does_not_have_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="figures has no filter strand"):
        FIGURES.ask(open_database(), strand="removals")


def test_a_range_says_what_it_leaves_out() -> None:
    table = FIGURES.ask(open_database(), document="mpa-2004-02-16", first="2004")
    assert len(table) == 0
    assert table.nothing == "No figure from 2004 in mpa-2004-02-16."
    assert [note.kind for note in table.notes] == ["left-out", "pointer"]
    assert table.notes[0] == "Left out: 20 figures without a period."
    assert table.notes[1] == ("There are 20 in mpa-2004-02-16 and 134 from 2004.")


def test_the_web_query_asks_the_same_view_with_the_same_filters() -> None:
    asked = canned()["figures"]
    assert asked["params"] == [
        "words", "document", "operation", "agency", "measure", "unit", "status", "from", "to",
    ]  # fmt: skip
    assert "FROM figures" in asked["sql"]


def test_a_switch_keeps_what_is_left_out_without_it() -> None:
    def found(**given: object) -> set[str]:
        rows = CHECKS.ask(open_database(), document="mpa-2004-02-16", **given).rows
        return {row["check"].partition(":")[2] or row["check"] for row in rows}

    assert "removals-both-phases" in found() & found(every=True)
    assert "arrests-both-phases" in found(every=True) - found()
    assert found(every=False) == found(every=None) == found()
    consistent = found(verdict="consistent")
    assert "arrests-both-phases" in consistent
    assert found(verdict="consistent", every=True) == consistent


def test_the_web_query_has_the_switch() -> None:
    asked = canned()["check"]
    assert asked["params"] == [
        "words", "document", "verdict", "severity", "operation", "agency", "all",
    ]  # fmt: skip
    assert "1 to include cautions, and the checks that agree" in asked["description_html"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_every_question_can_be_made_again_with_another_part(question: Question) -> None:
    changed = question.replace(title="Another")
    assert changed.title == "Another"
    for part in ("record", "view", "filters", "names", "order", "of_view"):
        assert getattr(changed, part) == getattr(question, part)


def test_the_help_asks_as_the_web_page_does() -> None:
    """The list of commands has the questions of its own: it imports none of them."""
    asks = {question.name: question.asks for question in QUESTIONS}
    listed = {name: asked for name, (words, asked) in COMMANDS.items() if not words}
    assert {"outcomes", "compare", "commitments", "check", "sources"} <= set(listed)
    assert listed == {name: asks[name] for name in listed}


@pytest.mark.parametrize(
    "question", [own for own in QUESTIONS if own.view.isidentifier()], ids=lambda own: own.name
)
def test_every_column_of_a_question_is_in_its_view(question: Question) -> None:
    held = {
        name
        for (name,) in open_database().execute(
            "SELECT name FROM pragma_table_xinfo(?)", (question.view,)
        )
    }
    columns = [*question.of_view, *question.names, *question.helpers]
    assert {column.key for column in columns} - set(question.expressions) <= held


@pytest.mark.parametrize(
    ("command", "nothing", "nearest"),
    [
        # The report of 2024 states no sum; the three of 2003 and 2004 state nine.
        ("figures --unit GBP --document colp-2024-02-22", "No figure in GBP in colp-2024-02-22.",
         "There are 150 in colp-2024-02-22 and 9 in GBP, in mpa-2003-10-09 and mpa-2004-02-16."),
        # B.10 of October, for October; B.11, the rolling programme to December
        ("commitments november 2003", "No commitment in November 2003.",
         "Nearest by date: 2003-10 before and 2003-12 after."),
        ("timeline 1970", "No event in 1970.", "Nearest by date: 1989-01-01 after."),
        ("timeline --from 1970-05-03 --to 1970-05-03", "No event on 3 May 1970.",
         "Nearest by date: 1989-01-01 after."),
        ("agencies --strand removals --role funds",
         "No responsibility with strand removals and role funds.",
         "There are 8 with role funds and 23 with strand removals."),
        ("victims --by ethnicity --document mpa-2003-05-08",
         "No victims by ethnicity in mpa-2003-05-08.",
         "There are 12 by ethnicity, in colp-2024-02-22."),
        ("timeline kontiki --year 2024", "No event with 'kontiki' in 2024.",
         "There are 8 in 2024 and 1 with 'kontiki'."),
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_in_the_words_that_were_typed(run, command, nothing, nearest):
    lines = run(*command.split()).out.splitlines()
    assert lines[1] == nothing
    assert f"! {nearest}" in lines
    own = {word for word in command.split() if word.startswith("--")}
    assert not [line for line in lines if "--" in line and not own]
