"""A page of a PDF: its words, lines, columns, running heads and paragraphs, in reading order.

In this order: page.py, size_limits.py (what is drawn, and what is refused); words.py,
lines.py; running_heads.py, chart_axes.py (left out); columns.py, reading_order.py;
headings_and_paragraphs.py, hyphens.py; paragraphs_and_tables_across_pages.py. places_of_passages.py
finds a passage on its page again.
"""
