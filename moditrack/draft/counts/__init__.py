"""What a number counts: the measure of a figure, known or new.

- figure_measures.py: for prose, which reader a number gets: money.py
  (changes_of_money.py), percentage_measures.py (rates_and_levels.py, relative_changes.py,
  wholes_of_shares.py), ages.py, weights_times_and_parts.py, changes_by_a_number.py,
  numbers_without_noun.py
- noun_measures.py picks the measure of most; noun_phrases.py, words_around_counts.py,
  said_before_counts.py, counted_before.py, rest_of_clause.py, subjects_of_changes.py: by which
  words
- table_measures.py: for tables; table_axes.py, table_subjects.py
- measures.py: the known ones and new ones; vocabulary.py: the words of the document;
  doubted_values.py: what is asked
"""
