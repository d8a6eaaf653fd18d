"""Escape text for HTML, Markdown, BibTeX, JSON and pictures; control characters become ?.

`output/csv.py` escapes for spreadsheets.
"""

from __future__ import annotations

import re

CONTROL_CHARACTERS = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
"""Control characters, those that change the direction of writing, and those not allowed in XML."""
_INLINE = r"""(?x)
    [\\|<\[`~$]                    # a cell, tag, link, code or formula
    | \*(?=\S) | (?<!\S)\*         # emphasis; not directly after a word
    | (?<![^\W_])_ | _(?![^\W_])   # the same, but not within a word
    | &(?=\#?\w+;)                 # an entity"""
_BLOCK = r"""(?x)
    ^\#(?=\#*(?:\s|$)) | (?<=\s)\#(?=\#*$)   # a heading, or its end
    | ^> | ^[+-](?=\s|-*$)                   # a quotation, list or rule"""
_LATEX = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    # BibTeX counts escaped braces, too.
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}", **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip


def clean(text: str) -> str:
    """A line for people: each unprintable character becomes ?."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "?" for c in text)


def clean_lines(text: str) -> str:
    """Several lines for people: each unprintable character becomes ?."""
    return "\n".join(map(clean, text.split("\n")))


def as_html(text: str) -> str:
    """A text as HTML."""
    from html import escape  # with all names of entities: no command but those that write HTML

    return escape(clean(text))


def markdown_cell(text: str) -> str:
    """A line of text for a cell of a table in Markdown."""
    return re.sub(_INLINE, r"\\\g<0>", clean(" ".join(text.split())))


def markdown(text: str) -> str:
    """A line of text for any place in Markdown."""
    line = re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", markdown_cell(text))  # a numbered list
    return re.sub(_BLOCK, r"\\\g<0>", line)


def markdown_bold(text: str) -> str:
    """A line of text in bold, where any star of its own could end it."""
    line = re.sub(r"(?<!\\)\*", r"\\*", markdown(text))
    return f"**{line}**"


def markdown_code(text: str) -> str:
    """A code span for Markdown."""
    line = clean(" ".join(text.split()))
    ticks = "`" * (_ticks(line) + 1)
    return f"`{line}`" if ticks == "`" else f"{ticks} {line} {ticks}"


def markdown_block(text: str) -> str:
    """A code block for Markdown."""
    fence = "`" * max(3, _ticks(text) + 1)
    return f"{fence}text\n{clean_lines(text)}\n{fence}"


def _ticks(text: str) -> int:
    """The length of the longest run of backticks."""
    return max(map(len, re.findall("`+", text)), default=0)


def bibtex(text: str) -> str:
    """The value of a BibTeX field, without its braces."""
    return "".join(_LATEX.get(sign, sign) for sign in " ".join(text.split()))


def json_escaped(text: str) -> str:
    """JSON with control characters as \\u escapes."""
    return re.sub(CONTROL_CHARACTERS, lambda found: f"\\u{ord(found[0]):04x}", text)


def picture(text: str) -> str:
    """A text for a chart without line separators and what XML forbids, at which vl-convert
    aborts."""
    return re.sub(CONTROL_CHARACTERS, "?", re.sub("[\u2028\u2029]", " ", text))


def script(text: str) -> str:
    """JSON for a script element of HTML, which it cannot close."""
    return re.sub("[<>&\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)
