"""Records: their columns, and how they are read and checked.

- columns.py: the files and their columns; records.py reads them, read_values.py by the kind of
  column; derived_columns.py completes the rows
- documents.py, conflicts.py, findings.py: the TOML files
- problems.py, suggestions.py: what is wrong, and what would fit
- unfinished.py: rows in the making; answers*.py: what a person writes into `needs_a_person`;
  named_measures.py: what it writes by name into figures.csv
"""
