"""The database in a web browser: Datasette with our metadata, questions and names."""

# server.py runs it, behind request_guard.py; metadata.py, canned.py and foreign_keys.py are what
# Datasette is told. answers.py: the page of a question; fields.py: its filters; pages.py: one
# agency, check and so on; matrix.py: the map. screens.py: tables and notes; links.py: where they
# lead.
