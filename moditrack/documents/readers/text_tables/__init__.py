"""The tables of plain text, one file for each way in which text prints them.

- columns by characters: tabs_and_pipes.py (and commas), gaps_of_spaces.py (columns.py),
  one_space.py (rows_with_one_space.py, rows_of_years.py)
- one cell a line: one_cell_a_line*.py; cells_with_blanks.py
- below a line of years or units: below_years_or_units.py, headings_of_years_or_units.py
- copied into one line: all_on_one_line.py
- cells.py: what their cells look like
"""
