"""Records held against documents, and what would fit where they differ.

- verify.py: all of it, and which document a file is; verify_tables.py: what is printed
- compare_records.py, compare_cells.py, matching.py; record_values.py, event_dates.py,
  printed_names.py: what is compared; numbers_without_row.py
- differences.py: what is found; near_misses.py: what would fit
"""
