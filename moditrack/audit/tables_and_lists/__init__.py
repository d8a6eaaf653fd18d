"""What tables, lists and accounts derive.

- claims_of_tables.py, table_notes.py, noted_differences.py, surplus_rows.py: tables and their notes
- counts_of_lists.py, totals_of_lines.py, flattened_tables.py: lists, and lines of numbers
- run_on_accounts.py: accounts run into the text
"""
