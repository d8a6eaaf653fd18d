"""How documents join a change with what was before and after: patterns over sentences."""

from __future__ import annotations

from moditrack.audit.change_parts import (
    ABOUT,
    AFTER,
    AFTER_ON,
    BEFORE,
    CHANGE,
    CLOSE,
    FROM_TO,
    NEAR,
    NOUN_OF,
    ON,
    OPEN_BY,
    OR,
    SINCE,
    THEN,
    VERB_BY,
    named_apart,
)
from moditrack.audit.sentences import pattern
from moditrack.documents.change_words import NOUN, OPEN, THAN, VERB
from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.documents.dates.year_or_count import YEAR

_WHEN = rf"(?:{YEAR}[-/\d]*|last year|the (?:year before|previous year|year to [^#()]{{2,20}}))"
_OLD = (
    rf"\((?:(?:in )?{_WHEN}(?: figure| total)?[:,]? (?:was |to )?{{before:nmp}}"
    rf"|{{before:nmp}}(?: [\w'-]+){{0,2}} (?:in |for )?{_WHEN})(?: [\w'-]+){{0,2}}"
)
"""The value of before in brackets, with its year."""
_DATED = (
    rf"(?:[^#.;:()]{{0,30}} )??(?:{YEAR}(?: ?[-/\u2013] ?\d{{2,4}})?"
    r"|(?:last|this|previous|prior|current) (?:year|month|quarter|week)) "
)
"""A period before a bracket with its number."""
_UNIT = r"(?: [\w'-]+){0,3}\.?"
_THAN = r"(?:(?:when )?compared (?:with|to)|in comparison (?:with|to)|against|versus|vs?\.?|than)"
_FAR = r"[^#.;:()]{0,70}"
_BY = rf"(?:{NOUN_OF}|{OPEN_BY}|{VERB_BY})"
_A_CHANGE = rf"(?:an? )?{CHANGE} (?:\w+ ){{0,2}}(?P<way>{NOUN})"
_THE_CHANGE = rf"(?:{_BY}{CHANGE}|{_A_CHANGE})"
_STEP = r"{step:nm}(?: [\w'-]+){0,3}"
_COUNTED = r"(?: (?!(?:in|on|at|over|for|since|this|last|each|per|an?)\b)[\w'-]+){0,2}"
"""What a step counts, without a place or time."""
_IN_PERCENT = r"(?: \({change:p}\)|,? (?:or|equivalent to|representing) {change:p},?)"
_LASTING = (
    rf"\bfrom (?:about |around )?{{before:d}}[ -](?P<unit>year|month|week|day|hour|minute)s?{NEAR}"
    r" to (?:about |around )?{after:d}[ -](?P=unit)s?"
)
_NEUTRAL = r"an? (?:\w+ )?(?:change|shift|movement|difference) of {change:pq}"
_WENT = rf"(?:{OPEN}|{VERB})"
_DOWN_TO = (
    r"^[^#;:]*{before:nmp}(?: (?P<noun>[a-z]+))?[^#;:()]{0,60}?"
    rf"\b(?:{YEAR}|{MONTH_NAMES}|last|ago|earlier|previous)\b[^#;:(),]{{0,20}},"
    rf" (?:(?:was|were|is|are|now|has|have|had|been|then|and) )*(?!up ){_WENT} to{ABOUT}"
    r"(?: only| just)? {after:nmp}(?! (?:an?|per|each|every) | (?!(?P=noun)\b)[a-z]+s\b)"
)
"""105 in 2022, down to only 74: the first number of the sentence, and that to which it went."""
_OF_NO_OTHER = r"(?! ?%)(?!(?: [\w'-]+){0,3} (?:on|from|since|over|compared|than|against|in)\b)"
_TEXTS = (
    # 105 in 2022, down to 74 in 2023 - a fall of 31; ..., a fall of 30%
    rf"{_DOWN_TO}{NEAR}{THEN}{_BY}(?:{{step:nm}}|{{change:pq}}){_OF_NO_OTHER}",
    # fell by 38% from 105 to 74; a fall of 38%, from 105 to 74; a 38% fall in stops, from ...
    rf"\b{VERB_BY}{CHANGE}{NEAR}[ (]{FROM_TO}",
    rf"\b{NOUN_OF}{CHANGE}{NEAR}[ (]{FROM_TO}",
    rf"\b{OPEN_BY}{CHANGE}{NEAR}[ (]{FROM_TO}",
    rf"{CHANGE} (?:\w+ )?(?P<way>{NOUN}){NEAR}[ ,(-]+(?:(?:up|down) )?{FROM_TO}",
    # fell 38% to 74 from 105; fell by 38% to 74, or 3 a week, from 105
    rf"\b{VERB_BY}{CHANGE}{NEAR} to {AFTER}{OR}[ ,(]+"
    rf"(?:compared with|down from|up from|from) {BEFORE}",
    # a 20% fall, down 31 to 74
    rf"{{change:p}} (?:\w+ )?(?P<way>{NOUN}){NEAR}, (?:up|down) (?:by )?{{step:nm}} to {AFTER}",
    # from 105 to 74, a fall of 38%; ..., down 38%; ..., a 38% fall; from 105 to 74 (38%)
    rf"{FROM_TO}{NEAR}{THEN}{NOUN_OF}{CHANGE}",
    rf"{FROM_TO}{NEAR}{THEN}{OPEN_BY}{CHANGE}",
    rf"{FROM_TO}{NEAR}{THEN}(?:an? )?{CHANGE} (?:\w+ )?(?P<way>{NOUN})",
    rf"{FROM_TO}{CLOSE} \((?:(?P<way>{OPEN}) )?{CHANGE}\)",
    # from 105 to 74, a fall of 31 (38%)
    rf"{FROM_TO}{NEAR}{THEN}{NOUN_OF}#[nm]\d+#{CLOSE},? \(?(?:or )?{CHANGE}",
    rf"\b{VERB_BY}#[nm]\d+#{CLOSE} \({CHANGE}\),?{NEAR} {FROM_TO}",
    rf"\b{VERB_BY}{CHANGE} \(#[nm]\d+#\),?{NEAR} {FROM_TO}",
    # 74, compared with 105, a fall of 38%; ..., down 38%; ..., a 38% fall; 74 against 105 (-38%)
    rf"{AFTER_ON}{NEAR}{THEN}{NOUN_OF}{CHANGE}",
    rf"{AFTER_ON}{NEAR}{THEN}{OPEN_BY}{CHANGE}",
    rf"{AFTER_ON}{NEAR}{THEN}(?:an? )?{CHANGE} (?:\w+ )?(?P<way>{NOUN})",
    rf"{AFTER_ON}{CLOSE} \((?:(?P<way>{OPEN}) )?{{bare:pq}}\)",
    # 74, down 38% from 105; 74, a 38% fall on the 105; 74, a fall of 38% on 105
    rf"{AFTER}{THEN}(?:{NOUN_OF}|{OPEN_BY}){CHANGE}{NEAR} {SINCE} {BEFORE}(?! to )",
    rf"{AFTER}{THEN}(?:an? )?{CHANGE} (?:\w+ )?(?P<way>{NOUN}) {SINCE} {BEFORE}(?! to )",
    # a 38% fall (105 to 74); up 38% (105 to 74)
    rf"{CHANGE} (?:\w+ )?(?P<way>{NOUN}){NEAR} \({{before:nmp}}{NEAR} to {{after:nmp}}\)",
    rf"\b{OPEN_BY}{CHANGE} \((?:from )?{{before:nmp}}{NEAR} to {{after:nmp}}\)",
    # 38% lower than in 2019 (74 against 105)
    rf"{CHANGE} (?P<way>{THAN}) than [^#.;:()]{{0,40}}\({AFTER}[ ,]+{ON} {BEFORE}",
    # (74 against 105), down 38%; (74 v 105; -38%)
    rf"\({AFTER}[ ,]+{ON} {BEFORE}{NEAR}\)?[,;] ?(?:{OPEN_BY})?{CHANGE}",
    # 74, 38% less than in 2019 (105)
    rf"{{after:nmp}}\)?{NEAR}[, (-]+{CHANGE} (?P<way>{THAN}) than [^#.;:()]{{0,40}}"
    r"\({before:nmp}\)",
    # a rise of 31 (42%) to 105; ... on 74
    rf"\b(?:{NOUN_OF}|{VERB_BY}){{step:nm}}{NEAR}[(,] ?{{change:p}}\)?,?{NEAR} to {{after:nm}}",
    rf"\b(?:{NOUN_OF}|{VERB_BY}){{step:nm}}{NEAR}[(,] ?{{change:p}}\)?,?{NEAR}"
    rf" (?:from|on) {BEFORE}(?! to )",
    # 105 (+31, +42%)
    r"{after:nm} \({signed:nm}[,;] {change:p}\)",
    # doubled from 5 to 10
    rf"{{change:x}}(?: [\w'-]+){{0,4}}[ (,]+{FROM_TO}",
    # 10 times as likely (50 per 1,000 compared with 5); 50 compared with 5, 10 times the rate
    rf"{{change:x}}[^#.;()]{{0,60}} \({AFTER}[ ,]+(?:compared (?:with|to)|against|vs?) {BEFORE}",
    # doubled to 10 from 5
    rf"{{change:x}}(?: [\w'-]+){{0,3}} to {AFTER}[ ,]+from {BEFORE}",
    rf"{AFTER}[ ,(-]+(?:compared (?:with|to)|against|versus) {BEFORE}{NEAR}, {{change:x}}",
    # from 105 to 74, a fall of 31; a fall of 31, from 105 to 74; 74, down 31 from 105
    rf"{FROM_TO}{NEAR}{THEN}(?:{NOUN_OF}|{OPEN_BY}){{step:nm}}(?! ?%)",
    rf"{AFTER_ON}{NEAR}{THEN}(?:{NOUN_OF}|{OPEN_BY}){{step:nm}}(?! ?%)",
    rf"\b(?:{NOUN_OF}|{VERB_BY}){{step:nm}}{NEAR}[ (,]{FROM_TO}",
    rf"{AFTER},? (?:up|down) (?:by )?{{step:nm}} (?:from|on) {BEFORE}",
    # 74, a fall of 31 on the 105
    rf"{AFTER}{THEN}{NOUN_OF}{{step:nm}} {SINCE} {BEFORE}(?! to )",
    # 31 fewer in 2020 (74) than in 2019 (105)
    rf"(?:{{step:nm}}|{{change:p}}) (?P<way>{THAN}) [^#.;:()]{{0,100}}\({{after:nm}}\) than {NEAR}"
    r"\({before:nm}\)",
    # 74 stops, a fall of 38% on the year before (105)
    rf"{AFTER}{THEN}{_BY}{CHANGE}{NEAR} {SINCE} {_FAR}\({{before:nmp}}(?: [\w'-]+){{0,3}}\)",
    rf"{AFTER}{THEN}{_A_CHANGE}{NEAR} {SINCE} {_FAR}\({{before:nmp}}(?: [\w'-]+){{0,3}}\)",
    # 74 stops, down 31 (30%); 74 stops, a fall of 30% (31); 74 stops, a fall of 31, or 30%
    rf"{AFTER}{THEN}(?:{NOUN_OF}|{OPEN_BY}){_STEP}{_IN_PERCENT}",
    rf"{AFTER}{THEN}(?:{NOUN_OF}|{OPEN_BY}){{change:p}} \({{step:nm}}\)",
    # 105, a rise of 31 (42%) on last year's 74
    rf"{AFTER}{THEN}{NOUN_OF}{{step:nm}} \(#p\d+#\){NEAR} {SINCE} {BEFORE}(?! to )",
    # 74, against 105 last year: a fall of 31, or 30%
    rf"{AFTER_ON}{NEAR}(?:{THEN}|: )(?:{NOUN_OF}|{OPEN_BY})#[nm]\d+#(?: [\w'-]+){{0,3}}"
    rf"{_IN_PERCENT}",
    rf"{AFTER_ON}{NEAR}(?:{THEN}|: )(?:{NOUN_OF}|{OPEN_BY}){{step:nm}}(?! ?%)",
    # from 105 to 74, a fall of 30% (31 stops)
    rf"(?:{FROM_TO}|{AFTER_ON}){NEAR}{THEN}{NOUN_OF}#p\d+# \({{step:nm}}(?: [\w-]+){{0,2}}\)",
    # from 105 to 74, or 30%; from 105 to 74. This is a shift of 30%
    rf"{FROM_TO}{NEAR}, (?:or|equivalent to) {CHANGE}",
    rf"(?:{FROM_TO}|{AFTER_ON}){NEAR}{THEN}{_NEUTRAL}",
    rf"{FROM_TO}(?: (?:in|for|during|at)\b[^#.;:(),]{{2,40}})? \((?:(?P<way>{OPEN}) )?{CHANGE}\)",
    rf"{FROM_TO}{NEAR}[ ,(]+(?:an? )?{{change:q}}(?=[.);,]|$)",
    # a 30% fall in stops, which fell from 105 to 74
    rf"{CHANGE} (?:\w+ )?(?P<way>{NOUN}){NEAR}, which {VERB}{_FAR} {FROM_TO}",
    # a fall in stops of 30% (from 105 to 74)
    rf"\b(?P<way>{NOUN}) in [^#.;:(),]{{2,40}} of {CHANGE}[ ,(]+{FROM_TO}",
    # down by 31 (-30%), from 105 to 74; went down by 31 (from 105 to 74)
    rf"\b{OPEN_BY}#[nm]\d+#{CLOSE} \({CHANGE}\),?{NEAR} {FROM_TO}",
    rf"\b{OPEN_BY}{_STEP}[ ,(]+{FROM_TO}",
    # (down 30% due to new rules, from 105 to 74)
    rf"\({OPEN_BY}{CHANGE}[^#()]{{0,140}}, {FROM_TO}",
    # 74 (2022: 105), down 30%; 74 (105 in 2022), a 30% fall; 74 (105 in 2022; -30%)
    rf"{AFTER} {_OLD}\){THEN}{_THE_CHANGE}",
    rf"{AFTER} {_OLD}(?:\), ?\(?|\) \(|[;,] ){{bare:pq}}",
    # fell by 30% to 74 (2022: 105)
    rf"\b{VERB_BY}{CHANGE}{NEAR} to {AFTER} {_OLD}",
    # fell by 31 to 74 (2022: 105); fell by 31 to 74 from 105
    rf"\b(?:{VERB_BY}|{NOUN_OF}){{step:nm}}{_COUNTED} to {AFTER} {_OLD}\)",
    rf"\b(?:{VERB_BY}|{NOUN_OF}){{step:nm}}{_COUNTED} to {AFTER} from {BEFORE}"
    r"(?! (?:in|at|during|to)\b)",
    # 31 less than the budget of 105, at 74
    rf"{{step:nm}} (?P<way>{THAN}) than [^#.;:()]{{0,40}}{{before:nm}},? at {{after:nm}}",
    # rose 25% between 2021 (120) and 2022 (150)
    rf"\b{_THE_CHANGE}{NEAR} between [^#()]{{2,30}} \({{before:nmp}}\) and [^#()]{{2,30}}"
    r" \({after:nmp}\)",
    # a 25% rise from 2021 (120 stops) to 2022 (150 stops); ... in 2022 (150) compared to 2021 (120)
    rf"\b{_THE_CHANGE}{NEAR} {_DATED}\({{before:nmp}}{_UNIT}\) (?:and|to) {_DATED}"
    rf"\({{after:nmp}}{_UNIT}\)(?!,? (?:and|to) )",
    rf"\b{_THE_CHANGE}{NEAR} {_DATED}\({{after:nmp}}{_UNIT}\),? {_THAN} {_DATED}"
    rf"\({{before:nmp}}{_UNIT}\)(?!,? (?:and|to) )",
    # 2022 (150 stops) saw a 25% rise on 2021 (120 stops)
    rf"{_DATED}\({{after:nmp}}{_UNIT}\){NEAR}[ ,]+{_A_CHANGE} {SINCE} {_DATED}"
    rf"\({{before:nmp}}{_UNIT}\)",
    # compared with 2022 (105 stops), stops fell by 30% to 74
    rf"\bcompared (?:with|to) {_FAR}\({{before:nmp}}[^#()]{{0,20}}\),{NEAR} {VERB_BY}{CHANGE}{NEAR}"
    r" to {after:nmp}",
    # has decreased by 30%: 74 stops compared with 105; a 30% fall: 74, against 105
    rf"\b{_THE_CHANGE}{NEAR}[:(] ?{AFTER_ON}",
    # 74, down from 105 (31 percentage points; 30%)
    rf"{AFTER_ON}{NEAR} \({{change:q}}\)",
    # 12% for men and 6% for women, a gap of 6 percentage points
    rf"{{before:p}}{NEAR}(?: and| to|,) (?:[^#.;:()]{{0,30}} )?{{after:p}}{NEAR}, an?"
    r" (?:\w+ )?(?:gap|difference) of {change:q}",
    r"\b(?:gap|difference) between {gap}\({before:p}\) and {gap}\({after:p}\) (?:is|was)"
    r" {change:q}",
    # 74, 31 (30%) fewer than the 105; 74, 31 fewer than in 2019 (105); ..., when there were 105
    rf"{AFTER}{THEN}{{step:nm}} (?P<way>{THAN}) than {BEFORE}",
    rf"{AFTER}{THEN}{{step:nm}} (?P<way>{THAN}) than {_FAR}\({{before:nm}}\)",
    rf"{AFTER}{THEN}{{change:pq}} (?P<way>{THAN}) than {BEFORE}",
    rf"{AFTER}{THEN}(?:an? )?(?:{{change:pq}}|{{step:nm}}) (?:(?P<way>{THAN}) than|(?P<way>{NOUN})"
    rf" {SINCE}) {_FAR}, when there"
    r" (?:was|were) {before:nm}",
    # 31 more stops this year with 105 compared to 74
    rf"{{step:nm}} (?P<way>{THAN}) {_FAR} (?:with|at) {{after:nm}}{NEAR}"
    rf" compared (?:with|to) {BEFORE}",
    # 74, 30% down on the 105; a fall of 31 stops (30%), from 105 to 74
    rf"{AFTER}, {CHANGE} (?P<way>{OPEN}) on {BEFORE}",
    rf"\b{NOUN_OF}{{step:nm}}{CLOSE} \({CHANGE}\),?{NEAR} {FROM_TO}",
    # from 8 minutes to 10 minutes, a rise of 25%; a 25% rise, from 8 minutes to 10 minutes
    rf"{_LASTING}{NEAR}{THEN}{_THE_CHANGE}",
    rf"\b{_THE_CHANGE}{NEAR}[ ,(]+{_LASTING}",
    # twice as many in 2023 (345) as in 2013 (160)
    r"{change:x} as (?:many|much|high|likely)[^#.;:()]{0,60}\({after:nmp}\) as [^#.;:()]{0,60}"
    r"\({before:nmp}\)",
    # a rise of 42% (+31), without what was before
    rf"\b(?:{NOUN_OF}|{VERB_BY}){{change:p}} \({{signed:nm}}\)",
)
PATTERNS = tuple(pattern(named_apart(text)) for text in _TEXTS)
_ON_THAT = (
    rf"{NEAR} (?:from|on|over|than|compared (?:with|to)) (?:[^#.;:()]{{0,40}}? )?{{before:nmp}}"
)
ACROSS = tuple(
    pattern(named_apart(text))
    for text in (
        # Down 38% from 105; This was a fall of 38% on the 105; this was a 38% fall on the 105
        rf"\b(?:{NOUN_OF}|{OPEN_BY}|{VERB_BY}){CHANGE}{_ON_THAT}",
        rf"{CHANGE} (?:\w+ )?(?P<way>{NOUN}){_ON_THAT}",
        # This was 38% lower than when it was first counted (105)
        rf"{CHANGE} (?P<way>{THAN}) than [^#.;:()]{{0,80}}\({{before:nmp}}\)",
    )
)
