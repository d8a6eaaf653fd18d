"""What the arithmetic joins, in any wording: numbers near each other that give one another.

- any_wording_in_a_sentence.py, any_wording_nearby.py: run the other files on a sentence and around
  it
- number_roles.py: what the words beside a number make of it; numbers_around.py: of those nearby
- base_that_fits.py: which of the numbers nearby a percentage rests on; pairs_of_numbers.py: which
  pairs may give a number
- following_parts.py, sums_in_a_row.py, averages_nearby.py ...: a file for each relation of numbers
"""
