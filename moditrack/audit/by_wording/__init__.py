"""What the audit knows by its wording: a file for each kind of statement.

- shares*.py, changes.py, totals.py, averages.py, durations.py, weekdays.py, rates_*.py ...: the
  kinds
- *_patterns.py: how numbers are joined, in the notation of sentences.py and letters.py
- what_is_counted.py, change_of_something_else.py, value_farther_away.py, share_words.py,
  values_not_of_the_change.py, parts_of_which_number.py: what is no claim
"""
