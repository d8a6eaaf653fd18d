"""How documents join a part, its whole and a percentage: patterns over sentences.

The groups are part, whole, share and ratio (both numbers of "31 out of 41").
"""

from __future__ import annotations

from moditrack.audit.by_wording.sentences import pattern
from moditrack.audit.by_wording.share_words import OPENING, SHUT
from moditrack.documents.change_words import VERB
from moditrack.documents.part_words import OF_WHICH

_NOUN = r"(?: [\w'-]+){0,3}?"
_ONE = r"(?: (?!(?:in|because|instead|ahead|each|and|spite|full)\b)[\w'-]+)?"
"""At most one word, which is part of no such phrase as "because of"."""
_THEN = (
    r"(?:,| -)(?: or| that is| i\.e\.| which is| equating to"
    r"| (?:giving )?an? (?:\w+ ){0,3}rate of)? "
)
_NOT_OF_SOME = r"(?! [a-z-]+\.?$)"
_RATE_OF = r",? (?:giving |achieving |with )?an? (?:\w+ ){0,3}rate of "
_ALL = r"(?:the |all |all the |its |our |their )(?:total of )?"
_WIDE = r"(?:(?! (?:and|but|with|while)\b)[^#.;:()\[\]]|\.(?=\w)|#[nmx]\d+#){0,120}?"
"""Words, and numbers other than percentages."""
THE = (
    r"(?:a total of |an? \w+ of |a possible |"
    r"(?:the |these |those |all |its |our |their |his |her |some )*"
    r"(?:(?!(?:which|whom)\b)\w+ )?)?"
)
_FEW = r"(?: [\w'-]+){0,4}?"
_OUT_OF = r" ?(?:of|out of|/) ?"
RATE = r"(?:rate|turnout|proportion|ratio|occupancy|take-up|uptake)"
_GIVING = r"(?:giving |achieving |with |representing |equating to |which (?:is|was) )?"
_REPLIED = r"\b(?:repl|respon|return|answer|complet)"
"""A count beside such a word is of replies, and not of all who were asked."""
_PAIR = (rf"{{part:nm}}{_NOUN}{_OUT_OF}{THE}{{whole:nm}}", r"{ratio:r}")
"""31 of the 41; 31 out of 41, which may be one quantity."""
_TEXTS = (
    # 31 of the 41 offences (76%)
    rf"{{part:nm}}{_NOUN} (?:out )?of {THE}{{whole:nm}}{{gap}}{OPENING}{{share:pf}}{SHUT}",
    rf"{{ratio:r}}{{gap}}{OPENING}{{share:pf}}{SHUT}",
    # 31 (76%) of the 41
    rf"{{part:nm}}{{gap}}{OPENING}{{share:pf}}[)\]]{_ONE} (?:out )?of {THE}{{whole:nm}}",
    # 76% (31) of the 41
    rf"{{share:p}} {OPENING}{{part:nm}}[)\]]{_NOUN} (?:out )?of {THE}{{whole:nm}}",
    # 76% (31 of 41), 76% (n=31/41)
    rf"{{share:pf}}{_WIDE}{OPENING}{{part:nm}}{_NOUN} ?(?:of|out of|/) ?{THE}{{whole:nm}}",
    rf"{{share:pf}}{_WIDE}{OPENING}{{ratio:r}}",
    # 76% (31 detections from 41 offences); 76% (31 votes cast from an electorate of 41)
    rf"{{share:pf}}{_WIDE}{OPENING}{{part:nm}}{_FEW} from {THE}{{whole:nm}}{_NOUN}[)\]]",
    # 31 replies from 41 letters, a rate of 76%; ..., a 76% response rate
    rf"{{part:nm}}{_NOUN}(?: \w+)? from {THE}{{whole:nm}}{{gap}}{_RATE_OF}{{share:p}}",
    rf"{{part:nm}}{_NOUN} from {THE}{{whole:nm}}{{gap}}, an? {{share:p}} (?:\w+ )?rate\b",
    # of the 41 offences, 31 were detected, a detection rate of 76%
    rf"\bof {THE}{{whole:nm}}{{gap}}, {{part:nm}}{{gap}}(?:{_RATE_OF}|, which is |, equating to )"
    r"{share:p}",
    # 76% of the 41 offences (31); three quarters (76%) of the 41 were theft (31)
    rf"{{share:p}}\)? of {_ALL}{{whole:nm}}{{gap}}[(\[](?:n ?= ?)?{{part:nm}}[)\]]",
    # 31 offences, 76% of the 41; 31 was 76% of the 41; 31 (or 76%) of the 41
    rf"{{part:nm}}{{gap}}[,:(] ?(?:or |representing |accounting for |equal to |about ){{0,2}}"
    rf"{{share:p}} of {_ALL}{{whole:nm}}",
    rf"{{part:nm}}{{gap}}"
    r"(?: (?:is|was|were|represents?|made up|makes? up|accounts? for|accounted for)"
    r"|,? (?:which )?(?:equates? to|equals?|amounts? to))"
    rf" {{share:p}} of {_ALL}{{whole:nm}}",
    rf"{{part:nm}}{{gap}}[(\[](?:or|that is) {{share:p}}[)\]]{_NOUN} of {_ALL}{{whole:nm}}",
    # 41 people, 76% of whom (31) were women
    rf"{{whole:n}}{{gap}}, {{share:p}} {OF_WHICH} \({{part:n}}\)",
    # 41 calls were taken and 31 of them answered (76%)
    rf"^[^#]{{0,80}}{{whole:n}}{{gap}} (?:and )?(?:\w+ )?{{part:n}} {OF_WHICH}"
    r"(?: \w+){0,3} \({share:p}\)",
    # 41 offences, 31 detected (76%)
    rf"^{{whole:n}}{_NOUN}, {{part:n}} [\w-]+ {OPENING}{{share:p}}[)\]]",
    # 31 of the 41, or 76%; 31 of the 41, a rate of 76%; not: 31 of the 41, 60% inland
    rf"{{part:nm}}{_NOUN} (?:out )?of {THE}{{whole:nm}}{{gap}}{_THEN}{{share:pf}}{_NOT_OF_SOME}",
    rf"{{ratio:r}}{{gap}}{_THEN}{{share:pf}}{_NOT_OF_SOME}",
    # 31 of the 41 offences (a 76% rate); ... (76% response rate)
    *(rf"{pair}{{gap}}[(](?:an? )?{{share:p}} (?:[\w-]+ )?{RATE}[)]" for pair in _PAIR),
    # 31 in 41 (or 76%)
    rf"{{part:n}} in {{whole:n}} {OPENING}{{share:p}}{SHUT}",
    # 31 of 41 = 76%; 31 of 41. That is 76%
    *(rf"{pair} ?= ?{{share:p}}" for pair in _PAIR),
    *(
        rf"{pair}{{gap}}[;,.] (?:that|this|which) (?:is|was|equates to|represents) {{share:pf}}"
        for pair in _PAIR
    ),
    # 31 of the 41 voted, a turnout of 76%
    *(rf"{pair}{{gap}},? {_GIVING}an? (?:\w+ ){{0,3}}{RATE} of {{share:p}}" for pair in _PAIR),
    # a rate of 76%, with 31 of 41; the rate rose 3 points to 76%: 31 of 41
    *(
        rf"{RATE} (?:is|was|of|{VERB}(?:(?: by)? #[npq]\d+#(?: points)?)? to) {{share:p}}"
        rf"(?:, with|:| with| -) {pair}"
        for pair in _PAIR
    ),
    # 41 letters were sent and 31 returned, giving a response rate of 76%
    rf"^[^#]*{{whole:n}}(?![^#]*{_REPLIED}){{gap}} and (?:\w+ ){{0,3}}{{part:n}}{{gap}},"
    rf" {_GIVING}an? (?:\w+ )?(?:response|reply|return|completion) rate of {{share:p}}",
    # 41 offences, down from 52 the year before, with 31 resolved; a resolution rate of 76%
    r"^(?:there (?:were|was|are) )?{whole:n}[^#.;:()]{0,60}(?:[;,] (?:up|down) from #n\d+#"
    r"[^#.;:()]{0,30})?, with {part:n} (?P<verb>[a-z]{5})[a-z]*[;,] (?:giving )?an?"
    r" (?P=verb)[a-z]* rate of {share:p}(?=\.?$|[;)])",
    # 31 replies, a 76% response rate from the 41 sent
    rf"{{part:n}}{{gap}}, an? {{share:p}} (?:\w+ )?rate from {THE}{{whole:n}}",
    # 76% of offences were closed, or 31 of the 41; 76%, or 31 of the 41
    rf"{{share:pf}}[^#.;:()]{{0,80}},? or {{part:nm}},?{_NOUN} (?:out )?of {THE}{{whole:nm}}",
    # £31m (76% of total spending of £41m)
    r"{part:m}{gap}[,(] ?{share:p} of (?:the |our |all )?(?:total|overall)(?: [\w'-]+){1,4}"
    r" of {whole:m}",
    # costs of £31m were 76% of total spending of £41m
    r"^(?![^#]* (?:and|which|with)\b)[^#.;:(),]{2,60}{part:m} (?:is|was|were|are|represents?"
    r"|represented|made up|accounted for) {share:p} of (?:the |our |all |its )?"
    r"(?:total|overall|gross|net)(?: [\w'-]+){1,4} of {whole:m}",
)
PATTERNS = tuple(pattern(text) for text in _TEXTS)
SURE = tuple(
    pattern(text)
    for text in (
        # the overspend of £3m is 7% of the £41m budget; ... of the total budget of £41m
        rf"{{part:nm}}{{gap}} (?:is|was|represents?|represented) {{share:p}} of"
        rf" (?:{_ALL}|(?:the|its|our) (?:[\w-]+ ){{0,2}}budget of ){{whole:nm}}",
        # 31 homes, 76% of the target of 41
        r"{part:nm}{gap}, {share:p} of (?:the|its|our) (?:\w+ )?(?:target|budget|plan) of"
        r" {whole:nm}",
        # the budget of £41m was overspent by £3m (7%)
        r"\bbudget of {whole:m}{gap} (?:over|under)spent by {part:m} \({share:p}\)",
        # 31 were male, representing 76% of the total (41)
        r"{part:nm}{gap},? (?:representing|which represents|accounting for|or) {share:p} of the"
        r" total \({whole:nm}\)",
        # savings of £31m against a target of £41m (76%)
        r"{part:nm}[^#.;:()]{0,60} (?:against|out of) an? (?:\w+ )?(?:target|total|plan|goal) of"
        rf" {{whole:nm}} {OPENING}{{share:p}}{SHUT}",
    )
)
"""Wordings that join the numbers, whatever the part is."""
BASE = pattern(
    # 31 of the 41 (76%), ...; of the 41, ...; 41 victims: ...; 41 victims, of whom ...
    rf"(?:{{first:nm}}{_NOUN} of {THE}{{joined:nm}}{{gap}}{OPENING}#[pf]\d+#[)\]]"
    rf"|\b(?:out )?of {THE}{{of:nm}}{{gap}},"
    rf"|^of {THE}{{bare:nm}}(?: [\w'-]+){{1,3}} (?=#[nm]\d+# \(#p)"
    rf"|\b(?:on|among|from|for) (?:the|these|those|all) {{among:nm}}{{gap}}, (?=#[nm]\d+# \()"
    rf"|{{whole:nm}}{{gap}}(?::|[,;.(] ?(?:and )?{OF_WHICH}\b)"
    rf"|{{before:nm}}{{gap}}(?:[,.]|and) (?=#[nm]\d+#(?: \(#[pf]\d+#\))? {OF_WHICH}\b))"
)
"""A whole that shares follow."""
PAIR_AFTER = (
    pattern(rf"{{part:nm}}{{gap}}{OPENING}{{share:pf}}{SHUT}"),
    pattern(rf"{{share:p}}{{gap}}{OPENING}{{part:nm}}[)\]]"),
)
"""A part and its share that follow their whole."""
