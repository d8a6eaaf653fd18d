"""Text from records or a database, made harmless for each format; one function for each."""

from __future__ import annotations

import re

CONTROL_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
"""What a screen may obey and does not show: control characters, and those that turn the direction
of writing; and what no XML may hold."""
_INLINE = r"""(?x)
    [\\|<\[`~$]                    # a cell, tag, link, code or formula
    | \*(?=\S) | (?<!\S)\*         # emphasis; behind a word it begins none
    | (?<![^\W_])_ | _(?![^\W_])   # the same, but not within a word
    | &(?=\#?\w+;)                 # an entity"""
_BLOCK = r"""(?x)
    ^\#(?=\#*(?:\s|$)) | (?<=\s)\#(?=\#*$)   # a heading, or its end
    | ^> | ^[+-](?=\s|-*$)                   # a quotation, list or rule"""
_LATEX = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    # BibTeX counts a brace behind a backslash, too.
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}", **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip


def clean(text: str) -> str:
    """A line for people: what is not printable is shown as ?."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "?" for c in text)


def clean_lines(text: str) -> str:
    """The same for several lines."""
    return "\n".join(map(clean, text.split("\n")))


def markdown_cell(text: str) -> str:
    """A line of text for a cell of a table in Markdown."""
    return re.sub(_INLINE, r"\\\g<0>", clean(" ".join(text.split())))


def markdown(text: str) -> str:
    """A line of text for Markdown, wherever it stands."""
    line = re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", markdown_cell(text))  # a numbered list
    return re.sub(_BLOCK, r"\\\g<0>", line)


def markdown_code(text: str) -> str:
    """A code span for Markdown."""
    line = clean(" ".join(text.split()))
    ticks = "`" * (_ticks(line) + 1)
    return f"`{line}`" if ticks == "`" else f"{ticks} {line} {ticks}"


def markdown_block(text: str) -> str:
    """Lines for Markdown that are shown as they are."""
    fence = "`" * max(3, _ticks(text) + 1)
    return f"{fence}text\n{clean_lines(text)}\n{fence}"


def _ticks(text: str) -> int:
    """The longest run of backticks."""
    return max(map(len, re.findall("`+", text)), default=0)


def bibtex(text: str) -> str:
    """The value of a BibTeX field, without its braces."""
    return "".join(_LATEX.get(sign, sign) for sign in " ".join(text.split()))


def json_escaped(text: str) -> str:
    """JSON in which what a screen would obey is written as escapes, which mean the same."""
    return CONTROL_CHARACTERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def picture(text: str) -> str:
    """A text for a picture: without what no XML may hold and what Vega takes for the end of a line
    (vl-convert ends the program at the former)."""
    return CONTROL_CHARACTERS.sub("?", re.sub("[\u2028\u2029]", " ", text))


def script(text: str) -> str:
    """JSON to stand in an HTML page's script: nothing in it can end the script."""
    return re.sub("[<>&\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)
