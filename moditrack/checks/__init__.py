"""The arithmetic: recomputing what documents derive from their own figures.

- verdicts.py compares a printed number with what its figures give; exact_values.py, rounding.py:
  what a printed number may stand for; usual_mistakes.py: what may have gone wrong;
  part_not_printed.py: which whole numbers could be behind a percentage
- kinds/: each kind of claim; tables/: a printed table; account_words.py: the words of accounts
- recorded_claims.py: the claims of the records (claim_*.py their inputs, steps.py their arithmetic
  for people), recorded_tables.py their tables; can_be_shown.py: figures in tables and comparisons
- record_checks.py: all checks of the database; checks_into_findings.py: gathered, with a severity
"""
