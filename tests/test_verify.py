"""moditrack verify on the invented report of docs/adding-a-report.md, without a police report."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from moditrack.build.load import read_records
from moditrack.documents.document import read_bytes
from moditrack.documents.known_layouts import parse
from moditrack.verify.matching import MatchedText
from moditrack.verify.verify import recognise
from tests.harbour import ID, TEXT


@pytest.fixture
def records(harbour: Path, tmp_path: Path) -> Path:
    """The records with those of the invented report."""
    return Path(shutil.copytree(harbour / "records", tmp_path / "records"))


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: text.encode("cp1252"),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("20% were", "20%  were ").encode(),
    ],
    ids=["as it is", "cp1252", "byte order mark", "line ends", "blanks"],
)
def test_copies_of_one_page_are_confirmed(records: Path, texts: Path, ask, encode) -> None:
    (texts / "page.html.txt").write_bytes(encode(TEXT))
    rows = {row["document"]: row for row in ask("verify", texts, "--records", records)}
    own = rows.pop(ID)
    assert (own["status"], own["file"], own["differences"]) == ("confirmed", "page.html.txt", [])
    # Counted in the page: the numbers of its prose and table but for headings and references.
    assert (own["figures"], own["figures_confirmed"]) == (15, 15)
    for total, confirmed in (
        ("passages", "passages_matching"), ("dates", "dates_confirmed"),
        ("names", "names_confirmed"), ("numerals", "numerals_accounted"),
    ):  # fmt: skip
        assert own[total] == own[confirmed] > 0
    assert [row["status"] for row in rows.values()] == ["absent"] * 4
    assert [row["figures"] for row in rows.values()] == [None] * 4


def test_a_changed_number_is_named_with_its_place(records: Path, texts: Path, run) -> None:
    (texts / "page.txt").write_text(TEXT.replace("to 6 arrests", "to 7 arrests"), "utf-8")
    result = run("verify", texts, "--records", records)
    assert result.code == 1
    assert f"{ID}#summary.b2" in result.out
    assert "'6' is not there" in result.out
    assert "'7' is not accounted for" in result.out
    rows = run("verify", texts, "--records", records, "--json").json
    (own,) = [row for row in rows if row["document"] == ID]
    assert (own["status"], own["figures"], own["figures_confirmed"]) == ("differs", 15, 14)
    assert own["passages"] - own["passages_matching"] == 1
    assert {one["citation"] for one in own["differences"]} == {f"{ID}#summary.b2"}


def test_of_two_copies_the_one_that_differs_is_reported(records: Path, texts: Path, run) -> None:
    (texts / "a.txt").write_text(TEXT, "utf-8")
    (texts / "b.txt").write_text(TEXT.replace("6 arrests", "7 arrests"), "utf-8")
    (texts / "c.bin").write_bytes(bytes(range(256)))
    result = run("verify", texts, "--records", records)
    assert result.code == 1
    assert f"b.txt and a.txt are both {ID}." in result.out
    assert "'6' is not there" in result.out
    assert "c.bin is none of HTML, PDF, Word, Markdown, text and CSV: save it" in result.out


def test_two_numbers_cannot_change_places(records: Path, texts: Path, run) -> None:
    old = "15 offences were recorded in 2024, of which 20% were charged"
    swapped = TEXT.replace(old, "20% were charged, of 15 offences that were recorded in 2024")
    assert swapped != TEXT
    (texts / "page.txt").write_text(swapped, "utf-8")
    assert "comes before" in run("verify", texts, "--records", records).out


def test_seed_refuses_a_document_that_differs(records: Path, texts: Path, run, tmp_path) -> None:
    (texts / "page.txt").write_text(TEXT.replace("6 arrests", "7 arrests"), "utf-8")
    target = tmp_path / "new.db"
    result = run("seed", "--records", records, "--documents", texts, "--db", target)
    assert result.code == 1
    assert f"{ID}#summary.b2: '6' is not there" in result.err
    assert not target.exists()


def test_a_report_is_known_by_its_date_and_title(records: Path) -> None:
    tables = read_records(records)
    assert recognise(read_bytes(TEXT.encode()), tables) == ID
    one = TEXT.split("Key points")[0]  # too few passages to know it by
    assert recognise(read_bytes(one.encode()), tables) == ID
    assert recognise(read_bytes(one.replace("Trafficking at", "Trade at").encode()), tables) is None
    assert recognise(read_bytes(one.replace("1 March", "2 March").encode()), tables) is None
    assert recognise(read_bytes(one.replace("March 2025", "March 2024").encode()), tables) is None


@pytest.mark.parametrize(("shared", "known"), [(10, True), (4, True), (3, True), (2, False)])
def test_a_report_is_known_by_three_passages_in_ten(shared: int, known: bool) -> None:
    lines = [f"{number}. Boat {number} left the quay." for number in range(1, 11)]
    passages = parse("\n\n".join(["Another heading", *lines]))[-10:]
    tables = {
        "document": [{"document": "x-2001", "sha256": "", "date": "2001-05-08", "title": "Quays"}],
        "passage": [{"document": "x-2001", "digest": passage.digest} for passage in passages],
    }
    kept = lines[:shared] + [f"{n}. Rain on day {n}." for n in range(shared + 1, 11)]
    found = recognise(read_bytes("\n\n".join(["A heading", *kept]).encode()), tables)
    assert found == ("x-2001" if known else None)


def test_a_folder_of_pictures_is_no_folder_of_documents(run, tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    result = run("verify", tmp_path)
    assert (result.code, result.err) == (
        1,
        f"Error: No file in {tmp_path} is a document of the records, and 2 cannot be read: name"
        " another folder.\n",
    )


def test_a_number_is_no_part_of_a_financial_year() -> None:
    text = "In 2019/20 the port had 20 boats."
    assert MatchedText(text).find("20") == text.index("20 boats")
    assert MatchedText("In 2019/20 it had boats.").find("20") == -1
