"""What rests on, or repeats, numbers of other sentences, tables or sections.

- joined_sentences.py, changes_on_*.py, changes_by_years.py, shares_of_earlier_numbers.py,
  ranks_over_a_table.py, rows_named_in_prose.py: joined with numbers elsewhere
- same_numbers.py, repeated_sentences.py, *_again.py: printed again
- impossible_percentages.py: what no number gives
"""
