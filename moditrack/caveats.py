"""What the dataset cannot say, worded for all outputs, and below which number a count is small."""

SMALL = 10
"""A change or share of a count below this is too small to draw conclusions from."""
SMALL_COUNTS = f"Counts below {SMALL} are too small to draw conclusions from."
MOST_ARE_SMALL = (
    f"Most counts are small: those below {SMALL} are too small to draw conclusions from."
)
STATED = (
    "The dataset holds what its documents state, as of their dates, in our own words, and nothing"
    " else."
)
THEIR_LANGUAGE = (
    "The language, and what is said about nationalities and communities, are the documents' own."
)
NOT_SUMMED = "Nothing is summed across documents."
OUTCOME_NAMES = (
    "Outcome names come from secondary sources and were not checked against the Home Office's own"
    " page"
)
