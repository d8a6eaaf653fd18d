"""Sentences on a terminal: in lines that it does not break within a word; elsewhere one line."""

from __future__ import annotations

from typing import TextIO

_BESIDE = r" *(?:\d+\. |\S.*?  +)?"
"""What is left of a text: blanks, a number, or a name and two blanks."""


def say(text: str) -> None:
    """Print a sentence, or some lines, on standard output."""
    import sys

    import click

    click.echo(fitted(text, sys.stdout))


def fitted(text: str, stream: TextIO) -> str:
    """A text as a terminal shows it: lines after the first are below the text of the first."""
    if not stream.isatty():
        return text
    import re
    import textwrap

    from moditrack.output.screen_size import width

    def lines(line: str) -> list[str]:
        found = re.match(_BESIDE, line)
        beside = found.end() if found else 0
        return textwrap.wrap(
            line,
            max(width(), 2),
            subsequent_indent=" " * (beside if beside < width() // 2 else 0),
            break_long_words=False,
            break_on_hyphens=False,
            replace_whitespace=False,
        ) or [""]

    return "\n".join(own for line in text.split("\n") for own in lines(line))
