"""Typeset the text of a report as a web page, a Word file and Markdown."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator

NAVIGATION = [
    '<div id="crumbs">You are in: <a href="/">Home</a> &gt; <a href="/c">Committees</a></div>',
    '<ul class="menu"><li><a href="/a">About 1999</a></li><li><a href="/b">News 17</a></li></ul>',
    '<nav><a href="/x">17 meetings</a> <a href="/y">Members</a></nav>',
    '<div class="cookie-banner"><p>We use 12 cookies.</p></div>',
    '<div style="display: none">Hidden 99</div><script>var figures = 1234;</script>',
]
FOOTER = '<div id="footer"><p>Copyright 2012 &copy; the publisher, 10 Dean Street</p></div>'
_ITEM = re.compile(r"\s*[•-] (.*)", re.DOTALL)
_NUMBER = re.compile(r"(\d{1,3})\. (.*)", re.DOTALL)
_NAVIGATED = re.compile(r"You are in:|Contents|Feedback")


def groups(text: str) -> Iterator[tuple[str, str | list[list[str]]]]:
    """What stands between blank lines: ("table", rows), ("item" | "number" | "text", text)."""
    for group in re.split(r"\n[\s\u00a0]*\n", text.strip("\n")):
        lines = group.split("\n")
        if "\t" in lines[0]:
            yield "table", [line.split("\t") for line in lines]
            continue
        for part in re.split(r"\n(?=\s*[•-] |\d{1,3}\. )", group):
            if _ITEM.fullmatch(part):
                yield "item", _ITEM.fullmatch(part)[1]
            else:
                yield "number" if _NUMBER.fullmatch(part) else "text", part.strip()


def is_heading(text: str) -> bool:
    return len(text) < 100 and "\n" not in text and text[-1] not in ".;:,?!\"'”’"


def as_page(text: str) -> bytes:
    """A web page in the shape of an archived one, with what stands around the text."""
    out = ["<!DOCTYPE html><html><head><title>x</title></head><body>", *NAVIGATION]
    for kind, part in groups(text):
        if kind == "table":
            rows = "".join(
                "<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>"
                for row in part
            )
            out.append(f"<table>{rows}</table>")
        elif kind == "item":
            item = f"<li>{_lines(part)}"
            if out[-1] == "</ul>":
                out[-1] = item
            else:
                out += ["<ul>", item]
            out.append("</ul>")
        elif kind == "number":
            number, rest = _NUMBER.fullmatch(part).groups()
            out.append(f'<ol start="{number}"><li><p>{_lines(rest)}</p></li></ol>')
        elif is_heading(part):
            tag = "h2" if part[1] == "." else "h3"
            out.append(f"<{tag}>{_lines(part)}</{tag}>")
        else:
            out.append(f"<p>{_lines(part)}</p>")
    return "\n".join([*out, FOOTER]).encode()


def _lines(text: str) -> str:
    return "<br>\n".join(html.escape(line.strip()) for line in text.split("\n"))


def as_markdown(text: str) -> bytes:
    out = []
    for kind, part in groups(text):
        if kind == "table":
            width = max(map(len, part))
            rows = [[_escaped(c) for c in row] + [""] * (width - len(row)) for row in part]
            lines = ["| " + " | ".join(row) + " |" for row in rows]
            out.append("\n".join([lines[0], "|" + "---|" * width, *lines[1:]]))
        elif kind == "item":
            out.append("- " + _broken(part, "  "))
        elif kind == "number":
            number, rest = _NUMBER.fullmatch(part).groups()
            out.append(f"{number}. " + _broken(rest, "   "))
        elif is_heading(part):
            out.append(f"{'##' if part[1] == '.' else '###'} {_escaped(part)}")
        else:
            out.append(_broken(part, ""))
    return ("\n\n".join(out) + "\n").encode()


def _broken(text: str, indent: str) -> str:
    return ("\\\n" + indent).join(_escaped(line.strip()) for line in text.split("\n"))


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]()#+.!|<>~&-])", r"\\\1", text)


def as_word(text: str) -> bytes:
    import docx

    document = docx.Document()
    for kind, part in groups(text):
        if kind == "table":
            table = document.add_table(len(part), max(map(len, part)))
            for row, cells in enumerate(part):
                for column, cell in enumerate(cells):
                    table.cell(row, column).text = cell
        elif kind == "item":
            document.add_paragraph(_indented(part), style="List Bullet")
        elif kind == "text" and is_heading(part):
            document.add_heading(part, 2 if part[1] == "." else 3)
        else:
            document.add_paragraph(_indented(part))
    document.sections[0].header.paragraphs[0].text = "Page 1 of 12"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _indented(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n"))
