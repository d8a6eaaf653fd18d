"""moditrack plot: formats and names of files, and what cannot be drawn."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from itertools import pairwise
from pathlib import Path

from moditrack.plots.theme import PALETTE, PHASES, SEXES, ramp
from tests.conftest import ROOT, Run
from tests.test_plots import lightness


def test_formats(run: Run, tmp_path: Path) -> None:
    for ending in ("svg", "png", "html", "json"):
        assert run("plot", "age", "-o", tmp_path / f"age.{ending}").code == 0
    assert (tmp_path / "age.png").read_bytes().startswith(b"\x89PNG\r\n")
    specification = json.loads((tmp_path / "age.json").read_text("utf-8"))
    assert re.search(r"/vega-lite/v\d", specification["$schema"])
    page = (tmp_path / "age.html").read_text("utf-8")
    assert '<html lang="en">' in page
    assert (
        "<title>Victims of modern slavery and human trafficking by age and sex, City of London"
        in page
    )
    assert not re.search(r"""(?:src|href)=["']https?:""", page)


def test_an_unknown_document_is_named_for_every_view(refused, tmp_path: Path) -> None:
    for view in ("compare", "maxim"):
        message = refused("plot", view, "-o", tmp_path / "x.svg", "--document", "mpa-2003-05-09")
        assert "There is no document 'mpa-2003-05-09': did you mean" in message


def test_what_cannot_be_drawn(refused, run: Run, tmp_path: Path) -> None:
    message = refused("plot", "age", "-o", tmp_path / "age.gif")
    assert message.endswith("has no known extension: use .svg, .png, .html or .json.")
    assert "did you mean 'compare'?" in refused("plot", "compere", "-o", tmp_path / "x.svg")
    assert "-o goes with a picture" in refused("plot", "-o", tmp_path / "x.svg")
    (tmp_path / "there.svg").write_text("before")
    assert "already exists" in refused("plot", "age", "-o", tmp_path / "there.svg", code=1)
    assert (tmp_path / "there.svg").read_text() == "before"
    assert "has no known extension" in refused("plot", "age", "-o", tmp_path)
    (tmp_path / "folder.svg").mkdir()
    assert "folder.svg' is" in refused("plot", "age", "-o", tmp_path / "folder.svg", code=1)
    (tmp_path / "folder.svg").rmdir()
    assert refused("plot", "age", "-o", tmp_path / "none" / "x.svg", code=1)
    assert [path.name for path in tmp_path.iterdir()] == ["there.svg"]


def test_without_the_extra(monkeypatch, refused, tmp_path: Path) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *a: None if name == "altair" else found(name, *a)
    )
    message = refused("plot", "age", "-o", tmp_path / "x.svg", code=1)
    assert message.startswith("This needs more than the base install: ")
    assert " -m pip install -e " in message
    assert message.endswith(" and run it again.")


def test_the_extra_is_installed_by_one_command(monkeypatch, tmp_path: Path) -> None:
    from moditrack import extras

    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "executable", str(ROOT / ".venv" / "bin" / "python"))
    assert extras.install("plot") == ".venv/bin/python -m pip install -e '.[plot]'"
    monkeypatch.chdir(tmp_path)  # elsewhere, paths are whole
    assert extras.install("web") == (f"{ROOT}/.venv/bin/python -m pip install -e '{ROOT}[web]'")
    # of an installed package, its name
    monkeypatch.setattr(extras, "__file__", str(tmp_path / "a" / "b.py"))
    assert extras.install("web") == (f"{ROOT}/.venv/bin/python -m pip install 'moditrack[web]'")


def test_without_a_view_the_pictures_are_listed(run) -> None:
    lines = run("plot").out.splitlines()
    assert lines[0] == "Pictures: 7"
    assert [line.split()[0] for line in lines[1:8]] == [
        "outcomes", "shares", "age", "ethnicity", "compare", "maxim", "timeline",
    ]  # fmt: skip
    assert lines[-2:] == [
        "",
        "  'moditrack plot outcomes' draws the first as outcomes.svg; -o names a file.",
    ]


def test_without_a_file_the_picture_is_named_after_its_view(
    run, refused, monkeypatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("plot", "compare").out == "Written: compare.svg\n"
    assert [path.name for path in tmp_path.iterdir()] == ["compare.svg"]
    assert "compare.svg" in refused("plot", "compare", code=1)  # and never written over


def test_colours_differ_in_grey() -> None:
    greys = [lightness(colour) for colour in PALETTE]
    assert greys == sorted(greys)
    many = [lightness(colour) for colour in ramp(12)]
    assert min(after - before for before, after in pairwise(many)) > 4
    assert min(after - before for before, after in pairwise(greys)) > 10
    for dark, light in (SEXES, PHASES[:2]):
        assert lightness(light) - lightness(dark) > 50


def test_a_wrong_ending_is_refused_whatever_is_on_the_disk(refused, tmp_path: Path) -> None:
    place = tmp_path / "picture.xx"
    said = f"'{place}' has no known extension: use .svg, .png, .html or .json."
    assert refused("plot", "outcomes", "-o", place) == said
    place.write_text("mine")
    assert refused("plot", "outcomes", "-o", place) == said
    assert place.read_text() == "mine"
