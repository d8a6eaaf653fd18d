"""The PDF of docs/adding-a-report.md: `python -m tests.guide_reports` writes it."""

from __future__ import annotations

from tests.harbour import ROOT
from tests.tiny_pdf import BOLD, line, pdf, text

WEB_PAGE = ROOT / "docs" / "quay-report.html"
PDF = ROOT / "docs" / "estuary-report.pdf"
_ROWS = (
    ("Outcome", "Q1 2024/25", "Q2 2024/25", "Q3 2024/25"),
    ("Charged", "2", "3", "1"),
    ("No suspect identified", "7", "9", "8"),
    ("Total", "9", "12", "9"),
)
_PLACES = (72, 240, 330, 420)


def written() -> bytes:
    """Two pages with a running head, page numbers and a table between rules."""
    first = [
        text(72, 800, "Estuary Constabulary: trafficking review", 8),
        text(72, 740, "Trafficking at the estuary", 18, BOLD),
        text(72, 710, "Report of Estuary Constabulary (EC), 3 February 2025"),
        text(72, 670, "Operation Heron", 13, BOLD),
        text(72, 645, "Estuary Constabulary made 11 arrests in Operation Heron between April and"),
        text(72, 633, "December 2024. The operation began on 8 April 2024."),
        text(
            72, 600, "The force found 64 victims in 2024. Of the 64 victims, 48 (75%) were women."
        ),
        text(290, 40, "1", 8),
    ]
    second = [
        text(72, 800, "Estuary Constabulary: trafficking review", 8),
        text(72, 740, "Outcomes", 13, BOLD),
        text(72, 715, "Table 1: Offences by outcome"),
        *(
            text(x, 690 - 18 * row, cell, 10, BOLD if row == 0 else "F1")
            for row, cells in enumerate(_ROWS)
            for x, cell in zip(_PLACES, cells, strict=True)
        ),
        *(line(68, 704 - 18 * row, 500, 704 - 18 * row) for row in range(5)),
        *(line(x, 704, x, 632) for x in (68, 236, 326, 416, 500)),
        text(72, 590, "Next steps", 13, BOLD),
        text(72, 565, "The constabulary will open a second office by June 2025."),
        text(290, 40, "2", 8),
    ]
    return pdf("\n".join(first), "\n".join(second))


if __name__ == "__main__":
    PDF.write_bytes(written())
