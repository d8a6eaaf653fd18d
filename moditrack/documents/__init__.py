"""The text of reports: any format read into passages with locators; the numbers in them.

- a file into a document: document.py, formats.py, encodings.py; readers/, a file per format, which
  return blocks.py; text_blocks.py
- where a passage is: known_layouts.py for the layouts of the dataset's reports, locators.py for all
  others; passages.py
- what is no text: page_furniture.py, lists_of_contents.py,
  page_numbers_and_running_heads.py, footnote_marks.py, bullets_and_numbers.py
- numbers: quantities.py; digits.py, number_words.py, units_and_scales.py, bounds.py,
  ranges_and_ratios.py, bracketed_amounts.py, number_style.py; plain_number.py, printed_values.py
- digits that are no number: not_quantities.py and the rules beside it (after letters, after names,
  in digits, in words); numbers_that_count_up.py, chart_axes_in_text.py,
  numbered_abbreviations.py
- dates/: dates and periods, a file per form
- tables: tables.py, table_grid.py, row_and_column_names.py,
  parts_of_a_row_above.py; what labels and cells mean:
  table_labels.py, table_units_and_rounding.py, cells_and_marks.py
- words that all parts look for: change_words.py, part_words.py, bounds.py, dates/calendar_names.py
- text made plain: normalise.py (as passages have it), lower_case.py (to find numbers in it);
  lazy_regex.py: patterns compiled when first used
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from moditrack.documents.document import Document, read

__all__ = ["Document", "read"]


def __getattr__(name: str) -> Any:
    # Loaded when used: the arithmetic of checks needs none of it.
    if name in __all__:
        from moditrack.documents import document

        return getattr(document, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
