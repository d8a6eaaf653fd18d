"""More wordings of a part, its whole and a percentage: rates with a name, targets, "that is".

The groups are part, whole, share and ratio (both numbers of "31 out of 41").
"""

from __future__ import annotations

from moditrack.audit.sentences import pattern
from moditrack.audit.words import OPENING, SHUT

THE = (
    r"(?:a total of |an? \w+ of |a possible |"
    r"(?:the |these |those |all |its |our |their |his |her |some )*(?:\w+ )?)?"
)
_ALL = r"(?:the |all |all the |its |our |their )(?:total of )?"
_NOUN = r"(?: [\w'-]+){0,3}?"
_FEW = r"(?: [\w'-]+){0,4}?"
_OUT_OF = r" ?(?:of|out of|/) ?"
RATE = r"(?:rate|turnout|proportion|ratio)"
_GIVING = r"(?:giving |achieving |with |representing |equating to )?"
_PAIR = (rf"{{part:nm}}{_NOUN}{_OUT_OF}{THE}{{whole:nm}}", r"{ratio:r}")
"""31 of the 41; 31 out of 41, which may be one quantity."""
_TEXTS = (
    # 31 of the 41 offences (a 76% rate); ... (76% response rate)
    *(rf"{pair}{{gap}}[(](?:an? )?{{share:p}} (?:[\w-]+ )?{RATE}[)]" for pair in _PAIR),
    # 31 of 41 = 76%; 31 of 41. That is 76%
    *(rf"{pair} ?= ?{{share:p}}" for pair in _PAIR),
    *(
        rf"{pair}{{gap}}[;,.] (?:that|this|which) (?:is|was|equates to|represents) {{share:pf}}"
        for pair in _PAIR
    ),
    # 31 of the 41 voted, a turnout of 76%
    *(rf"{pair}{{gap}},? {_GIVING}an? (?:\w+ ){{0,3}}{RATE} of {{share:p}}" for pair in _PAIR),
    # a rate of 76%, with 31 of 41
    *(rf"{RATE} (?:is|was|of) {{share:p}}(?:, with|:| with| -) {pair}" for pair in _PAIR),
    # 76% (31 votes cast from an electorate of 41)
    rf"{{share:pf}}{{gap}}{OPENING}{{part:nm}}{_FEW} from {THE}{{whole:nm}}{_NOUN}[)\]]",
    # 41 letters were sent and 31 returned, giving a response rate of 76%
    rf"{{whole:n}}{{gap}} and (?:\w+ ){{0,3}}{{part:n}}{{gap}}, {_GIVING}an? (?:\w+ )?"
    r"(?:response|reply|return|completion) rate of {share:p}",
    # 31 replies, a 76% response rate from the 41 sent
    rf"{{part:n}}{{gap}}, an? {{share:p}} (?:\w+ )?rate from {THE}{{whole:n}}",
    # 76% of offences were closed, or 31 of the 41
    rf"{{share:pf}}[^#.;:()]{{0,80}},? or {{part:nm}},?{_NOUN} (?:out )?of {THE}{{whole:nm}}",
    # £31m (76% of total spending of £41m)
    r"{part:m}{gap}[,(] ?{share:p} of (?:the |our |all )?(?:total|overall)(?: [\w'-]+){1,4}"
    r" of {whole:m}",
)
MORE = tuple(pattern(text) for text in _TEXTS)
SURE = tuple(
    pattern(text)
    for text in (
        # the overspend of £3m is 7% of the £41m budget
        rf"{{part:nm}}{{gap}} (?:is|was|represents?|represented) {{share:p}} of {_ALL}{{whole:nm}}",
        # 31 were male, representing 76% of the total (41)
        r"{part:nm}{gap},? (?:representing|which represents|accounting for|or) {share:p} of the"
        r" total \({whole:nm}\)",
        # savings of £31m against a target of £41m (76%)
        r"{part:nm}[^#.;:()]{0,60} (?:against|out of) an? (?:\w+ )?(?:target|total|plan|goal) of"
        rf" {{whole:nm}} {OPENING}{{share:p}}{SHUT}",
    )
)
"""Wordings that join the numbers, whatever the part is."""
