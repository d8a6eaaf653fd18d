"""A picture as it is drawn: panels under a title, with notes and citations below or beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import altair as alt

from moditrack.citations import in_order, source_note
from moditrack.plots.theme import CONFIG, INK, QUIET, WIDTH
from moditrack.tables import Note, Table

_CHARACTER = 5.6
"""Mean width of a character of a note, in pixels."""
_RESOLVE = alt.Resolve(
    scale=alt.ScaleResolveMap(color="independent", x="independent", y="independent")
)


class Drawing:
    """Panels with their title, subtitle and notes, and the picture in words as `description`.

    Panels in one group of `groups` stay together; a page may break between groups. `key` says what
    its marks mean; `notes` replace those of the table. `left` is the width of the labels beside the
    panels, in pixels: the notes of a whole picture start at its left edge.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[Any]],
        table: Table,
        *,
        title: str,
        subtitle: str,
        key: str = "",
        notes: Sequence[Note] | None = None,
        values_in_words: Sequence[str] = (),
        left: int = 0,
    ) -> None:
        self.groups = groups
        self.title = title
        self.subtitle = subtitle
        self.key = key
        self.sources = table.sources
        self.left = left
        self.description = ". ".join(filter(None, [title, subtitle, "; ".join(values_in_words)]))
        others = ("related-checks", "nearby-checks", "pointer", "source")
        every = table.notes if notes is None else notes
        self.notes = [note for note in every if note.kind not in others]
        if said := next((note for note in every if note.kind == "related-checks"), None):
            where = said.removeprefix("Does not fit: ")
            text = f"Some of these numbers do not add up, or the documents disagree: {where}."
            self.notes.append(Note("related-checks", text))

    def whole(self, documents: Mapping[str, str]) -> alt.VConcatChart:
        """One picture that stands alone: title, panels, notes and citations. `documents` describes
        each document by its id."""
        listed = [*filter(None, [self.key]), *self.notes, *source_lines(self.sources, documents)]
        fits = int(WIDTH / _CHARACTER)
        footer = [line for note in listed for line in wrap(note, fits, break_on_hyphens=False)]
        foot = (
            alt.Chart(alt.Data(values=[{}]))
            .mark_point(opacity=0)
            .properties(
                width=WIDTH - self.left,
                height=1,
                title=alt.TitleParams(
                    text=footer, orient="bottom", anchor="start", fontSize=11, lineHeight=15,
                    fontWeight="normal", color=QUIET, dx=-self.left,
                ),
            )
        )  # fmt: skip
        title = alt.TitleParams(
            text=wrap(self.title, WIDTH // 9), subtitle=wrap(self.subtitle, WIDTH // 6),
            anchor="start", color=INK, fontSize=17, subtitleFontSize=12, subtitleColor=QUIET,
            offset=14,
        )  # fmt: skip
        panels = [panel for group in self.groups for panel in group]
        # In one call: each of Altair's methods would copy the whole picture.
        return alt.VConcatChart(
            vconcat=[*panels, foot], spacing=16, resolve=_RESOLVE, title=title,
            description=self.description,
            # The menu of a picture's page saves the picture, and links to no other site.
            usermeta={"embedOptions": {"actions": {"export": True, "source": False,
                      "compiled": False, "editor": False}}},
            padding=16, background="white", config=CONFIG,
        )  # fmt: skip

    def parts(self) -> list[alt.VConcatChart]:
        """Each group of panels alone, for a page that has title, notes and citations."""
        return [
            alt.VConcatChart(
                vconcat=list(group), spacing=16, resolve=_RESOLVE, padding=0, description="",
                background="white", config=CONFIG,
            )
            for group in self.groups
        ]  # fmt: skip


def source_lines(sources: Sequence[str], documents: Mapping[str, str]) -> list[str]:
    """A line for each document: its description, id and the places cited."""
    places: dict[str, list[str]] = {}
    for source in sorted(set(sources), key=in_order):
        document, _, place = source.partition("#")
        places.setdefault(document, []).append(place)
    return [
        source_note([f"{documents[document]}: {document}#{', #'.join(own)}"])
        for document, own in places.items()
    ]
