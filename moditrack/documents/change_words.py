"""Words of change: rose, soared, a fall, down by, fewer."""

from __future__ import annotations

import re

from moditrack.documents.lazy_regex import lazy_regex

VERBS_UP = (
    r"(?:rises?|rose|risen|grew|grows?|grown|increased?|increases|climb(?:s|ed)?|jump(?:s|ed)?"
    r"|surged?|soared|improved?|gained|escalated?|rocketed|leapt|swelled|rebounded)"
)
VERBS_DOWN = (
    r"(?:(?<!last )falls?|fell|fallen|decreased?|decreases|drop(?:s|ped)?|declined?|declines"
    r"|reduced?|reduces|shrank|sank|dip(?:s|ped)?|plunged|slumped|tumbled|plummeted|worsened|cut)"
)
NOUNS_UP = r"(?:rise|increase|growth|gain|uplift|jump|surge|improvement|climb)"
NOUNS_DOWN = (
    r"(?:(?<!last )fall|decrease|reduction|drop|decline|cut|dip|plunge|slump|loss|deterioration)"
)
OPEN_UP = (
    r"(?:(?<!made )(?<!make )(?<!makes )(?<!making )(?<!taken )up|rising|increasing|growing"
    r"|climbing|escalating|surging|soaring)"
)
OPEN_DOWN = r"(?:down|falling|decreasing|dropping|declining)"
MORE = r"(?:more|higher|longer|greater)"
LESS = r"(?:fewer|less|lower|shorter|smaller)"
PAST = r"(?:over|above|under|below)"
"""How a value is from another: 6% over the budget."""
COMPARED_WITH = "compared (?:with|to)"
EARLIER = "(?:last|previous|preceding|prior)"
"""What a change is from: compared with 12, the preceding year."""
VERB = rf"(?:{VERBS_UP}|{VERBS_DOWN})"
NOUN = rf"(?:{NOUNS_UP}|{NOUNS_DOWN})"
A_NOUN = lazy_regex(NOUN, re.IGNORECASE)
OPEN = rf"(?:{OPEN_UP}|{OPEN_DOWN})"
THAN = rf"(?:{MORE}|{LESS})"
UP = rf"{VERBS_UP}|{NOUNS_UP}|{OPEN_UP}"
DOWN = rf"{VERBS_DOWN}|{NOUNS_DOWN}|{OPEN_DOWN}"
FALLS = lazy_regex(
    rf"\b(?:{VERBS_DOWN}|{NOUNS_DOWN}|{OPEN_DOWN}|{LESS}|under|below)\b", re.IGNORECASE
)
"""Words for a change downwards."""
