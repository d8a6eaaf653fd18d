"""The questions: each takes a connection and filters, and returns a Table or a Page."""

# question.py: what a question is; filters.py and words_filter.py: what rows are asked for. A file
# per question has its columns, filters and notes. What people alone see of a large one is in its
# *_screen.py, which data does not load, nor outcomes_notes.py, not_stated.py,
# related_*.py (what else concerns the rows shown); agency_matrix_fitted.py: the map of agencies on
# a terminal. A file per page on one operation, agency, figure, document (its threats:
# threat_picture.py), check, passage; first_screen.py is what the long ones begin with,
# grouping.py what the long lists do. names.py: what a name means; known_values.py: what a
# filter offers; search_*.py: how words are looked for; nothing_found.py and words_not_found.py:
# what an empty answer says; sql_*.py: the guard, limits and process of `sql`.
