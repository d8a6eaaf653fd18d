"""moditrack agencies --format mermaid: the responsibility map as a graph."""

from __future__ import annotations

import os
import re
import sqlite3
from io import StringIO
from pathlib import Path

import pytest

from moditrack.charts_and_graphs import Graph
from moditrack.cli import main
from moditrack.db.connection import open_database
from moditrack.errors import InputError
from moditrack.output.mermaid import write_mermaid
from moditrack.questions.agencies_graph import agencies_graph
from tests.test_docs import complete

EDGE = re.compile(r'^  (\w+) -->\|"([^"]*)"\| (\w+)$', re.MULTILINE)
NODE = re.compile(r'^ +(\w+)(?:\["|\[\["|\(\[")([^"]*)".*:::(\w+)$', re.MULTILINE)


def drawn(run, *args: str) -> str:
    result = run("agencies", *args, "--format", "mermaid")
    assert (result.code, result.err) == (0, "")
    return result.out


def edges(text: str) -> dict[tuple[str, str], str]:
    found = EDGE.findall(text)
    assert len({(start, end) for start, _, end in found}) == len(found) == text.count("-->")
    return {(start, end): label for start, label, end in found}


def test_what_is_inferred_has_a_star(run) -> None:
    text = drawn(run, "--strand", "kidnap-and-extortion")
    assert edges(text)["agency_scd7_1", "strand_kidnap_and_extortion"] == "partners#42;"
    assert "%% * Not printed in full: follows from the document.\n" in text
    without = drawn(run, "--operation", "traffic-jam")
    assert "-->" in without
    assert "#42;" not in without
    assert "%% *" not in without


def nodes(text: str) -> dict[str, tuple[str, str]]:
    found = NODE.findall(text)
    assert len({node for node, _, _ in found}) == len(found) == text.count(":::")
    return {node: (name, kind) for node, name, kind in found}


def inside(text: str, name: str) -> list[str]:
    """The titles of the groups around a node, outermost first."""
    around: list[str] = []
    for line in text.splitlines():
        if found := re.fullmatch(r' *subgraph \w+\["(.*)"\]', line):
            around.append(found[1])
        elif line.strip() == "end":
            around.pop()
        elif f'["{name}"]' in line:
            return around
    raise AssertionError(name)


def test_the_whole_map(run) -> None:
    text = drawn(run)
    assert text.startswith(
        "%% Who is responsible for what: 329 responsibilities of 98 agencies, as stated in\n"
        "%% mpa-2003-05-08: Organised illegal immigration and human trafficking\n"
        "%% mpa-2003-10-09: MPS response to organised immigration crime\n"
    )
    assert "%% colp-2024-02-22: Modern Day Slavery and Human Trafficking update\n" in text
    assert "%% The passages behind it: moditrack agencies\n" in text
    assert "\nflowchart LR\n" in text
    assert nodes(text)["agency_co14"] == ("CO14 Clubs and Vice", "agency")
    assert nodes(text)["agency_scd11"] == ("SCD11", "agency")
    assert nodes(text)["operation_maxim"] == ("Operation Maxim", "operation")
    assert nodes(text)["strand_vice_and_prostitution"] == ("Vice and prostitution", "strand")
    ends = {end for pair in edges(text) for end in pair}
    assert ends == set(nodes(text))


@pytest.mark.parametrize(
    ("agency", "target", "roles", "document", "stated"),
    [
        # 'led by SCD11 … The focus of Maxim will be on level-two criminality'
        ("scd11", "operation_maxim", {"leads (L2)"}, "mpa-2003-05-08", "Directorate led by SCD11"),
        ("co14", "operation_victims_pilot",
         {"supports", "safeguards (planned)", "investigates (planned)"}, "mpa-2003-05-08",
         "acceptance into the ‘pilot project’"),
        ("co14", "operation_kontiki", {"partners"}, "mpa-2003-10-09",
         "another joint Operation with CO14"),
        ("co14", "strand_vice_and_prostitution", {"investigates"}, "mpa-2003-05-08",
         "only unit that investigates the off-street sex industry"),
        ("social_services", "operation_kontiki", {"safeguards"}, "mpa-2003-10-09",
         "handed into the care of the Social Services"),
        ("ukps", "operation_maxim", {"partners (L2)", "supports (proposed, L2)"}, "mpa-2003-10-09",
         "UK Passport Service"),
        ("nca", "operation_aidant", {"coordinates"}, "colp-2024-02-22", "NCA"),
    ],
)  # fmt: skip
def test_what_the_documents_say(
    run, agency: str, target: str, roles: set[str], document: str, stated: str
) -> None:
    if folder := os.environ.get("MODITRACK_DOCUMENTS"):
        assert stated in (Path(folder) / f"{document}.txt").read_text("utf-8")
    label = edges(drawn(run))[f"agency_{agency}", target]
    assert roles <= set(re.split(r", (?!L)", label))


def test_units_stand_in_their_parents(run) -> None:
    text = drawn(run)
    mps, scd = "Metropolitan Police Service (MPS)", "Specialist Crime Directorate (SCD)"
    assert inside(text, "CO14 Clubs and Vice") == [mps]
    assert inside(text, "SCD5 (Child Protection)") == [mps, scd]
    assert inside(text, "SCD6 Economic Crime Unit") == [
        mps, scd, "SCD6 (Specialist and Organised Crime Branch)",
    ]  # fmt: skip
    assert inside(text, "SCD11") == ["SCD11"]  # two directorates are named: in neither
    assert inside(text, "CSMU") == ["SCD11"]
    assert inside(text, "Home Office") == []
    assert inside(text, "Operation Kontiki") == ["Operation Maxim"]


def test_a_code_host_draws_the_whole_map(run) -> None:
    text = drawn(run)
    assert len(text) < 50_000  # maxTextSize
    assert len(edges(text)) < 500  # maxEdges


def test_a_strand(run) -> None:
    text = drawn(run, "--strand", "child-exploitation")
    assert text.startswith("%% Who is responsible for what (Child exploitation): 15 resp")
    found = edges(text)
    assert found["agency_social_services", "operation_kontiki"] == "safeguards"
    assert found["agency_scd5", "operation_maxim"] == "enforces (L1, L2)"
    assert {name for name in nodes(text) if name.startswith("strand_")} == {
        "strand_child_exploitation"
    }
    assert "agency_nca" not in nodes(text)


def test_a_document(run) -> None:
    text = drawn(run, "--document", "mpa-2004-02-16")
    assert "%% mpa-2004-02-16: MPA calls" in text
    assert "colp-2024" not in text
    assert "agency_colp" not in nodes(text)
    both = drawn(run, "--document", "mpa-2004-02-16", "--strand", "child-exploitation")
    assert edges(both) == {("agency_scd5", "operation_maxim"): "enforces (L1, L2)"}


def test_an_agency_and_its_units(run) -> None:
    found = nodes(drawn(run, "SCD11"))
    assert {name for name in found if name.startswith("agency_")} == {
        "agency_scd11", "agency_strategic_analysis_unit", "agency_sis",
        "agency_confidential_unit", "agency_csmu",
    }  # fmt: skip
    starts = {start for start, _ in edges(drawn(run, "CO14"))}
    assert starts == {"agency_co14"}


def test_nothing_found(run) -> None:
    text = drawn(run, "--document", "mpa-2004-02-16", "--strand", "ports")
    assert text.startswith("%% Who is responsible for what (Ports): nothing found.\n")
    assert '  nothing["Nothing found"]\n' in text


def test_refusals(refused, tmp_path: Path) -> None:
    def ask(*args: str) -> str:
        return refused("agencies", *args, "--format", "mermaid")

    assert ask("--fields", "agency").startswith("A graph has no fields: leave out --fields")
    assert ask("CO14", "--fields", "agency").startswith("A graph has no fields")
    assert ask("--by", "level").startswith("A graph has no order: leave out --by")
    assert "leave out one or the other" in ask("CO14", "--agency", "SCD5")
    assert "did you mean 'ukis'" in ask("UKISS")
    assert "did you mean 'ports'" in ask("--strand", "prots")
    assert "choose one of csv, mermaid" in ask("--csv")
    file = tmp_path / "map.mmd"
    assert "did you mean 'ukis'" in ask("UKISS", "--output", str(file))
    assert not file.exists()


def test_only_agencies_can_be_drawn(refused) -> None:
    assert "did you mean 'mermaid'" in refused("agencies", "--format", "mermad")
    for command in ("figures", "operations", "outcomes"):
        message = refused(command, "--format", "mermaid")
        assert message.startswith("There is no format 'mermaid': there are asciidoc")
    assert complete("agencies", "--format", "mer") == ["mermaid"]
    assert complete("figures", "--format", "mer") == []


def test_a_file_is_what_is_printed(run, refused, tmp_path: Path) -> None:
    text = drawn(run)
    assert drawn(run) == text
    file = tmp_path / "map.mmd"
    ask = ["agencies", "--format", "mermaid", "--output", str(file)]
    assert run(*ask).out == ""
    assert file.read_bytes() == text.encode()
    assert "already exists" in refused(*ask, code=1)
    assert main([*ask, "--overwrite"]) == 0


def written(graph: Graph) -> str:
    stream = StringIO()
    write_mermaid(graph, stream)
    return stream.getvalue()


def test_a_name_gives_no_orders() -> None:
    hostile = 'end"] --> x\n%%{init: {"securityLevel": "loose"}}%% `<script>`\u202e\x1b#quot;'
    text = written(
        Graph(
            hostile,
            [hostile],
            [("group-agency-x", hostile, None)],
            [("agency-x", "agency", hostile, "group-agency-x"), ("strand-y", "strand", "y", None)],
            {("agency-x", "strand-y"): hostile},
        )
    )
    assert text.count("%%{") == 1  # our own
    assert "loose" in text
    assert all(character not in text for character in "`<\u202e\x1b")
    assert text.count("-->") == 1
    (node,) = (line for line in text.splitlines() if line.startswith("    agency_x["))
    assert "end#34;#93; #45;#45;#62; x #37;" in node


def test_a_whole_graph() -> None:
    text = written(
        Graph("Who does what", ["Note"], [("group-agency-mps", "MPS", None)],
              [("agency-co14", "agency", "CO14", "group-agency-mps"),
               ("strand-ports", "strand", "Ports", None)],
              {("agency-co14", "strand-ports"): "leads (L2)"})
    )  # fmt: skip
    first, layout, *rest = text.splitlines()
    assert first == "%% Note"
    assert layout.startswith("%%{init: ")
    assert rest == [
        "flowchart LR", "  accTitle: Who does what", '  strand_ports(["Ports"]):::strand',
        '  subgraph group_agency_mps["MPS"]', '    agency_co14["CO14"]:::agency', "  end",
        '  agency_co14 -->|"leads (L2)"| strand_ports',
        "  classDef agency fill:#e3ecf8,stroke:#2f5c9e,color:#111111",
        "  classDef strand fill:#dcf0dd,stroke:#2b7337,color:#111111",
    ]  # fmt: skip


@pytest.mark.parametrize(("length", "drawn"), [(50_000, True), (50_001, False)])
def test_the_longest_text_that_mermaid_draws(length: int, drawn: bool) -> None:
    def named(name: str) -> Graph:
        return Graph("t", [], [], [("agency-x", "agency", name, None)], {})

    graph = named("x" * (length - len(written(named("")))))
    if drawn:
        assert len(written(graph)) == length
    else:
        with pytest.raises(InputError, match="50001 characters"):
            written(graph)


def test_ids_differ_where_names_do() -> None:
    names = ["a-b", "a_b", "A-b", "aX5fXb", "end", "a b", "é"]
    nodes = [(f"agency-{name}", "agency", name, None) for name in names]
    ids = re.findall(r"^  (agency_\w+)\[", written(Graph("t", [], [], nodes, {})), re.MULTILINE)
    assert len(set(ids)) == len(names)
    assert all(name.isascii() for name in ids)


def test_what_mermaid_would_not_draw_is_refused() -> None:
    def many(number: int, name: str = "x") -> Graph:
        nodes = [(f"agency-{i}", "agency", name, None) for i in range(number)]
        edges = {(f"agency-{i}", f"agency-{i}"): "leads" for i in range(number)}
        return Graph("t", [], [], nodes, edges)

    assert written(many(500)).count("-->") == 500
    with pytest.raises(InputError, match=r"501 arrows .* draws at most 500 and 50000: filter it"):
        written(many(501))
    with pytest.raises(InputError, match="filter it"):
        written(many(500, "a long name " * 10))


def test_parents_in_a_circle_lose_no_agency() -> None:
    with open_database() as shipped:
        connection = sqlite3.connect(":memory:")
        shipped.backup(connection)
    connection.row_factory = sqlite3.Row
    connection.execute("UPDATE agency SET parent = 'co14' WHERE agency = 'mps'")
    text = written(agencies_graph(connection))
    connection.close()
    assert {"agency_mps", "agency_co14", "agency_scd5"} <= set(nodes(text))
    assert len(nodes(text)) == 98 + 24 + 20
