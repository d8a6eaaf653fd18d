"""What a package says about itself in its description, README.md and CITATION.cff."""

from __future__ import annotations

NAME = "moditrack"
TITLE = "moditrack: what public reports say about human trafficking and the police in London"
ABSTRACT = (
    "What public reports on human trafficking, modern slavery and organised immigration crime in"
    " London state: every quantity, date, operation, agency, responsibility, commitment and"
    " definition, each with the passage that it comes from, and every derived number recomputed."
)
LIMITS = (
    "The dataset is what the documents state, as of their dates, in our own words; it knows nothing"
    " else, and nothing is summed across documents.",
    "Statements about nationalities and communities are the documents' own and are attributed to"
    " them; the language of 2003 is theirs too.",
    "Most counts are small: those below 10 are too small to draw conclusions from.",
    "Outcome names come from secondary sources and were not checked against the Home Office's own"
    " page (`outcome_type.csv` says where each was found).",
    "The licence named here is moditrack's own and covers its words and its selection. The licences"
    " of the documents are not known; their sentences are not in the package.",
)
KEYWORDS = ("human trafficking", "modern slavery", "police", "open data", "sqlite")
AUTHORS = "The moditrack authors"
LICENCE = "MIT"
LICENCE_TITLE = "MIT License, for moditrack's own words; the documents' licences are not known"
LICENCE_ADDRESS = "https://opensource.org/license/mit"
