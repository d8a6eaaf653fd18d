"""The tables of a PDF, with and without rulings (the lines that are drawn around cells).

- with_rulings.py: rulings.py, several_boxes.py, undivided_cells.py, headings_above_rulings.py
- without_rulings.py: columns_without_rulings.py, rows_without_rulings.py,
  headings_without_rulings.py, columns_of_headings.py
- cells.py: for both
"""
