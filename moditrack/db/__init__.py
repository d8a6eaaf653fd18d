"""The database: schema, opening, digests, integrity."""

# schema.sql; views.sql: a view per question; summaries.sql: what is settled once, at build time
# (states of commitments, properties of operations that differ, passages of agencies and checks,
# what rests on a passage); indexes.sql; search.sql. schema.py reads them. connection.py opens;
# schema_check.py refuses other versions and tables; rows.py selects; time_limit.py; errors.py:
# errors of SQLite in a sentence; digest.py, integrity.py.
