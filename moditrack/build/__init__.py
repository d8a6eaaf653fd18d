"""Records into the database, under a lock.

- database.py: the steps in order, and what `seed` does not replace
- load.py: the rows of the records, and checks across documents; agreed_values.py
- dictionary.py: what is stored beside them
- *_candidates.py: what a new report may contradict or follow up
"""
