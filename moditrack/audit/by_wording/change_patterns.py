"""How documents join a change with what was before and after: patterns over sentences.

The groups are before and after, change (in percent, points or as a multiple), step (the change in
numbers) and way (the word for the change). `signed` and `bare` are a step and a change that need a
sign or a word for the change.
"""

from __future__ import annotations

import re

from moditrack.audit.by_wording.sentences import pattern
from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import COMPARED_WITH, NOUN, OPEN, PAST, THAN, VERB
from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.documents.dates.year_or_count import YEAR

_ABOUT = rf"(?: (?:{BOUND_WORDS}))?"
"""A bound before a number."""
_NEAR = (
    r"(?:(?! (?:as(?! (?:of|at)\b)|and|or|which|who|while|whilst|whereas|but|with|including"
    rf"|rang\w+|aged|{VERB})\b)"
    r"[^#.;:()\[\]]|\.(?=\w)){0,60}?"
)
"""A few words of the same statement: no second verb of change, no other clause."""
_KIND_OF = (
    r"(?:(?:an?|the|this|net|overall|further|total|annual|slight|small|modest|large|sharp|steep"
    r"|significant|substantial|marked|notable|considerable|huge|dramatic|welcome) )*"
)
_YEAR = rf"(?: \((?:in )?(?:[a-z]+ )?{YEAR}[-/\d]*\))?"
"""A year in brackets after a number."""
_WORDS = r"(?:(?!and |or |across |in |any |each )[\w'\[\]/-]+ ){0,6}?"
"""A few words before a number: the, last year's, the 2021-22 total of."""
ON = (
    rf"(?:(?:as |when )?{COMPARED_WITH}|(?:which )?compares (?:with|to)"
    r"|in comparison (?:with|to)|against|versus|vs?|up from|down from|from|on|than)"
)
_SINCE = rf"(?:from|on|over|{COMPARED_WITH})"
_IS = (
    r"(?:is|was|ha[sd] been|represents|represented|equates to|amounts to|amounted to|means|meant"
    r"|marks|marked)"
)
_THEN = (
    rf"(?:(?: ?[,(] ?| - | (?=which ))(?:(?:or|which {_IS}|that is|representing|i\.e\.) )?"
    rf"|[;.,] (?:this|it|that|the (?:latest |new )?figure) {_IS} )"
)
"""What leads from two values to their change."""
_CHANGE = r"{change:pqf}"
_NOUN_OF = rf"(?:{_KIND_OF}(?P<way>{NOUN})(?: (?:of|by)){_ABOUT} )"
_OPEN_BY = rf"(?:(?:also )?(?P<way>{OPEN})(?: by)?{_ABOUT} )"
_VERB_BY = rf"(?:(?P<way>{VERB})(?: by)?{_ABOUT} )"
_BEFORE = rf"{_WORDS}{{before:nmp}}"
_AFTER = rf"{{after:nmp}}{_NEAR}"
_FROM_TO = (
    rf"\bfrom (?:the )?{{before:nmp}}{_NEAR}{_YEAR}(?<!, up)(?<!, down) to {{after:nmp}}{_YEAR}"
)
_PHRASE = rf"(?:(?! (?:as|which|who|while|whilst|but|with|{VERB})\b) [a-z'&-]+){{1,6}}"
"""Words without a number, which may have an "and": 52 theft and robbery offences."""
_AFTER_ON = (
    rf"{{after:nmp}}(?:{_NEAR}|{_PHRASE})(?:[ ,(-]+{ON}|[;.] this compares (?:with|to)) {_BEFORE}"
)
_OR = r"(?:,? or #\w+#[^#.;:()]{0,20},)?"
"""The same in other terms: ", or 3 a week,"."""
_CLOSE = r"(?: [\w'-]+){0,3}"
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
_THAN = rf"(?:(?:when )?{COMPARED_WITH}|in comparison (?:with|to)|against|versus|vs?\.?|than)"
_FAR = r"[^#.;:()]{0,70}"
_FAR_OR = r"(?:[^#.;:()]|\([^#()]*\)){0,90}"
_WHEN_IT = r",? when(?: (?:there|we|it|they) [a-z]+)?"
_BY = rf"(?:{_NOUN_OF}|{_OPEN_BY}|{_VERB_BY})"
_A_CHANGE = rf"(?:an? )?{_CHANGE} (?:\w+ ){{0,2}}(?P<way>{NOUN})"
_THE_CHANGE = rf"(?:{_BY}{_CHANGE}|{_A_CHANGE})"
_STEP = r"{step:nm}(?: [\w'-]+){0,3}"
_COUNTED = r"(?: (?!(?:in|on|at|over|for|since|this|last|each|per|an?)\b)[\w'-]+){0,2}"
"""What a step counts, without a place or time."""
_IN_PERCENT = r"(?: \({change:p}\)|,? (?:or|equivalent to|representing) {change:p},?)"
_LASTING = (
    rf"\bfrom (?:about |around )?{{before:d}}[ -](?P<unit>year|month|week|day|hour|minute)s?{_NEAR}"
    r" to (?:about |around )?{after:d}[ -](?P=unit)s?"
)
_NEUTRAL = r"an? (?:\w+ )?(?:change|shift|movement|difference) of {change:pq}"
_WENT = rf"(?:{OPEN}|{VERB})"
_DOWN_TO = (
    r"^[^#;:]*{before:nmp}(?: (?P<noun>[a-z]+))?[^#;:()]{0,60}?"
    rf"\b(?:{YEAR}|{MONTH_NAMES}|last|ago|earlier|previous)\b[^#;:(),]{{0,20}},"
    rf" (?:(?:was|were|is|are|now|has|have|had|been|then|and) )*(?!up ){_WENT} to{_ABOUT}"
    r"(?: only| just)? {after:nmp}(?! (?:an?|per|each|every) | (?!(?P=noun)\b)[a-z]+s\b)"
)
"""105 in 2022, down to only 74: the first number of the sentence, and that to which it went."""
_OF_NO_OTHER = r"(?! ?%)(?!(?: [\w'-]+){0,3} (?:on|from|since|over|compared|than|against|in)\b)"
_AIM = (
    r"(?:(?:the|an?|its|their|our) )?(?:[\w-]+ ){0,2}(?:budget|forecast) of"
    r" {before:nmp}"
)
_TEXTS = (
    # 105 in 2022, down to 74 in 2023 - a fall of 31; ..., a fall of 30%
    rf"{_DOWN_TO}{_NEAR}{_THEN}{_BY}(?:{{step:nm}}|{{change:pq}}){_OF_NO_OTHER}",
    # fell by 38% from 105 to 74; a fall of 38%, from 105 to 74; a 38% fall in stops, from ...
    rf"\b{_BY}{_CHANGE}{_NEAR}[ (]{_FROM_TO}",
    rf"{_CHANGE} (?:\w+ )?(?P<way>{NOUN}){_NEAR}[ ,(-]+(?:(?:up|down) )?{_FROM_TO}",
    # fell 38% to 74 from 105; fell by 38% to 74, or 3 a week, from 105
    rf"\b{_VERB_BY}{_CHANGE}{_NEAR} to {_AFTER}{_OR}[ ,(]+"
    rf"(?:(?:as |when )?{COMPARED_WITH}|down from|up from|from) {_BEFORE}",
    # a 20% fall, down 31 to 74
    rf"{{change:p}} (?:\w+ )?(?P<way>{NOUN}){_NEAR}, (?:up|down) (?:by )?{{step:nm}} to {_AFTER}",
    # fell 30% to 74, down 31; fell by 30% to 74, a fall of 31
    rf"\b{_VERB_BY}{{change:p}} to {_AFTER}, (?:{_NOUN_OF}|{_OPEN_BY}){{step:nm}}(?=[.;)]|$)",
    # from 105 to 74, a fall of 38%; ..., down 38%; ..., a 38% fall; from 105 to 74 (38%)
    rf"{_FROM_TO}{_NEAR}{_THEN}(?:{_NOUN_OF}|{_OPEN_BY}){_CHANGE}",
    rf"{_FROM_TO}{_NEAR}{_THEN}(?:an? )?{_CHANGE} (?:\w+ )?(?P<way>{NOUN})",
    rf"{_FROM_TO}{_CLOSE} \((?:(?P<way>{OPEN}) )?{_CHANGE}\)",
    # fell by 31 (38%), from 105 to 74; fell by 38% (31), from 105 to 74
    rf"\b{_VERB_BY}#[nm]\d+#{_CLOSE} \({_CHANGE}\)(?: between {YEAR} and {YEAR})?,?{_NEAR}"
    rf" {_FROM_TO}",
    rf"\b{_VERB_BY}{_CHANGE} \(#[nm]\d+#\),?{_NEAR} {_FROM_TO}",
    # 74, compared with 105, a fall of 38%; ..., down 38%; ..., a 38% fall; 74 against 105 (-38%)
    rf"{_AFTER_ON}{_NEAR}{_THEN}(?:{_NOUN_OF}|{_OPEN_BY}){_CHANGE}",
    rf"{_AFTER_ON}{_NEAR}{_THEN}(?:an? )?{_CHANGE} (?:\w+ )?(?P<way>{NOUN})",
    rf"{_AFTER_ON}{_CLOSE} \((?:(?P<way>{OPEN}) )?{{bare:pq}}\)",
    # 74, down 38% from 105; 74, a 38% fall on the 105; 74, a fall of 38% on 105
    rf"{_AFTER}{_THEN}(?:{_NOUN_OF}|{_OPEN_BY}){_CHANGE}{_NEAR} {_SINCE} {_BEFORE}(?! to )",
    rf"{_AFTER}{_THEN}(?:an? )?{_CHANGE} (?:\w+ )?(?P<way>{NOUN}) {_SINCE} {_BEFORE}(?! to )",
    # a 38% fall (105 to 74); up 38% (105 to 74); fell by 38% (105 stops to 74)
    rf"{_THE_CHANGE}{_NEAR} \((?:from )?{{before:nmp}}{_NEAR} to {{after:nmp}}\)",
    # 38% lower than in 2019 (74 against 105)
    rf"{_CHANGE} (?P<way>{THAN}) than [^#.;:()]{{0,40}}\({_AFTER}[ ,]+{ON} {_BEFORE}",
    # (74 against 105), down 38%; (74 v 105; -38%)
    rf"\({_AFTER}[ ,]+{ON} {_BEFORE}{_NEAR}\)?[,;] ?(?:{_OPEN_BY})?{_CHANGE}",
    # 74, 38% less than in 2019 (105)
    rf"{{after:nmp}}\)?{_NEAR}[, (-]+{_CHANGE} (?P<way>{THAN}) than [^#.;:()]{{0,40}}"
    r"\({before:nmp}\)",
    # a rise of 31 (42%) to 105; ... on 74
    rf"\b(?:{_NOUN_OF}|{_VERB_BY}){{step:nm}}{_NEAR}"
    rf"[(,] ?(?:or )?{{change:p}}(?! of\b)\)?,?{_NEAR} to {{after:nm}}",
    rf"\b(?:{_NOUN_OF}|{_VERB_BY}){{step:nm}}{_NEAR}[(,] ?{{change:p}}\)?,?{_NEAR}"
    rf" (?:from|on) {_BEFORE}(?! to )",
    # 105 (+31, +42%)
    r"{after:nm} \({signed:nm}[,;] {change:p}\)",
    # doubled from 5 to 10
    rf"{{change:x}}(?: [\w'-]+){{0,4}}[ (,]+{_FROM_TO}",
    # 10 times as likely (50 per 1,000 compared with 5); 50 compared with 5, 10 times the rate
    rf"{{change:x}}[^#.;()]{{0,60}} \({_AFTER}[ ,]+(?:{COMPARED_WITH}|against|vs?) {_BEFORE}",
    # doubled to 10 from 5
    rf"{{change:x}}(?: [\w'-]+){{0,3}} to {_AFTER}[ ,]+from {_BEFORE}",
    rf"{_AFTER}[ ,(-]+(?:{COMPARED_WITH}|against|versus) {_BEFORE}{_NEAR}, {{change:x}}",
    # from 105 to 74, a fall of 31; a fall of 31, from 105 to 74; 74, down 31 from 105
    rf"{_FROM_TO}{_NEAR}{_THEN}(?:{_NOUN_OF}|{_OPEN_BY}){{step:nm}}(?! ?%)",
    rf"{_AFTER_ON}{_NEAR}(?:{_THEN}|: )(?:{_NOUN_OF}|{_OPEN_BY}){{step:nm}}(?! ?%)",
    rf"\b(?:{_NOUN_OF}|{_VERB_BY}){{step:nm}}{_NEAR}[ (,]{_FROM_TO}",
    rf"{_AFTER},? (?:up|down) (?:by )?{{step:nm}} (?:from|on) {_BEFORE}",
    # 74, a fall of 31 on the 105
    rf"{_AFTER}{_THEN}{_NOUN_OF}{{step:nm}}{_COUNTED} {_SINCE} {_BEFORE}(?! to )",
    # 31 fewer in 2020 (74) than in 2019 (105)
    rf"(?:{{step:nm}}|{{change:p}}) (?P<way>{THAN}) [^#.;:()]{{0,100}}\({{after:nm}}\) than {_NEAR}"
    r"\({before:nm}\)",
    # 74 stops, a fall of 38% on the year before (105)
    rf"{_AFTER}{_THEN}{_BY}{_CHANGE}{_NEAR} {_SINCE} {_FAR}\({{before:nmp}}(?: [\w'-]+){{0,3}}\)",
    rf"{_AFTER}{_THEN}{_A_CHANGE}{_NEAR} {_SINCE} {_FAR}\({{before:nmp}}(?: [\w'-]+){{0,3}}\)",
    # 74 stops, down 31 (30%); 74 stops, a fall of 30% (31); 74 stops, a fall of 31, or 30%
    rf"{_AFTER}{_THEN}(?:{_NOUN_OF}|{_OPEN_BY}){_STEP}{_IN_PERCENT}",
    rf"{_AFTER}{_THEN}(?:{_NOUN_OF}|{_OPEN_BY}){{change:p}} \({{step:nm}}\)",
    # there were 74 stops, which was down 30% or 31 on the year before
    rf"^[^#.;:()]{{0,60}}{_AFTER}{_THEN}{_OPEN_BY}{{change:p}},? or (?:by )?{{step:nm}}"
    rf" {_SINCE} {_WHEN}",
    # 105 stops, a +42% change from 74
    rf"^[^#.;:()]{{0,60}}{_AFTER}{_THEN}an? {{change:p}} change {_SINCE} {_BEFORE}(?! to )",
    # 105, a rise of 31 (42%) on last year's 74
    rf"{_AFTER}{_THEN}{_NOUN_OF}{{step:nm}} \(#p\d+#\){_NEAR} {_SINCE} {_BEFORE}(?! to )",
    # 74, against 105 last year: a fall of 31, or 30%; from 105 to 74, a fall of 31, or 30%
    rf"(?:{_AFTER_ON}|{_FROM_TO}){_NEAR}(?:{_THEN}|: )(?:{_NOUN_OF}|{_OPEN_BY})"
    rf"#[nm]\d+#(?: [\w'-]+){{0,3}}{_IN_PERCENT}",
    # from 105 to 74, a fall of 30% (31 stops)
    rf"(?:{_FROM_TO}|{_AFTER_ON}){_NEAR}{_THEN}{_NOUN_OF}#p\d+# \({{step:nm}}(?: [\w-]+){{0,2}}\)",
    # from 105 to 74, or 30%; from 105 to 74. This is a shift of 30%
    rf"{_FROM_TO}{_NEAR}, (?:or|equivalent to) {_CHANGE}",
    rf"(?:{_FROM_TO}|{_AFTER_ON}){_NEAR}{_THEN}{_NEUTRAL}",
    rf"{_FROM_TO}(?: (?:in|for|during|at)\b[^#.;:(),]{{2,40}})? \((?:(?P<way>{OPEN}) )?{_CHANGE}\)",
    rf"{_FROM_TO}{_NEAR}[ ,(]+(?:an? )?{{change:q}}(?=[.);,]|$)",
    # a 30% fall in stops, which fell from 105 to 74
    rf"{_CHANGE} (?:\w+ )?(?P<way>{NOUN}){_NEAR}, which {VERB}{_FAR} {_FROM_TO}",
    # a fall in stops of 30% (from 105 to 74)
    rf"\b(?P<way>{NOUN}) in [^#.;:(),]{{2,40}} of {_CHANGE}[ ,(]+{_FROM_TO}",
    # down by 31 (-30%), from 105 to 74; went down by 31 (from 105 to 74)
    rf"\b{_OPEN_BY}#[nm]\d+#{_CLOSE} \({_CHANGE}\),?{_NEAR} {_FROM_TO}",
    rf"\b{_OPEN_BY}{_STEP}[ ,(]+{_FROM_TO}",
    # (down 30% due to new rules, from 105 to 74)
    rf"\({_OPEN_BY}{_CHANGE}[^#()]{{0,140}}, {_FROM_TO}",
    # 74 (2022: 105), down 30%; 74 (105 in 2022), a 30% fall; 74 (105 in 2022; -30%)
    rf"{_AFTER} {_OLD}\){_THEN}{_THE_CHANGE}",
    rf"{_AFTER} {_OLD}(?:\), ?\(?|\) \(|[;,] ){{bare:pq}}",
    # fell by 30% to 74 (2022: 105)
    rf"\b{_VERB_BY}{_CHANGE}{_NEAR} to {_AFTER} {_OLD}",
    # fell by 31 to 74 (2022: 105); fell by 31 to 74 from 105
    rf"\b(?:{_VERB_BY}|{_NOUN_OF}){{step:nm}}{_COUNTED} to {_AFTER} {_OLD}\)",
    rf"\b(?:{_VERB_BY}|{_NOUN_OF}){{step:nm}}{_COUNTED} to {_AFTER} from {_BEFORE}"
    r"(?! (?:in|at|during|to)\b)",
    # 31 less than the budget of 105, at 74
    rf"{{step:nm}} (?P<way>{THAN}) than [^#.;:()]{{0,40}}{{before:nm}},? at {{after:nm}}",
    # rose 25% between 2021 (120) and 2022 (150)
    rf"\b{_THE_CHANGE}{_NEAR} between [^#()]{{2,30}} \({{before:nmp}}\) and [^#()]{{2,30}}"
    r" \({after:nmp}\)",
    # a 25% rise from 2021 (120 stops) to 2022 (150 stops); ... in 2022 (150) compared to 2021 (120)
    rf"\b{_THE_CHANGE}{_NEAR} {_DATED}\({{before:nmp}}{_UNIT}\) (?:and|to) {_DATED}"
    rf"\({{after:nmp}}{_UNIT}\)(?!,? (?:and|to) )",
    rf"\b{_THE_CHANGE}{_NEAR} {_DATED}\({{after:nmp}}{_UNIT}\),? {_THAN} {_DATED}"
    rf"\({{before:nmp}}{_UNIT}\)(?!,? (?:and|to) )",
    # 2022 (150 stops) saw a 25% rise on 2021 (120 stops)
    rf"{_DATED}\({{after:nmp}}{_UNIT}\){_NEAR}[ ,]+{_A_CHANGE} {_SINCE} {_DATED}"
    rf"\({{before:nmp}}{_UNIT}\)",
    # compared with 2022 (105 stops), stops fell by 30% to 74
    rf"\b{COMPARED_WITH} {_FAR}\({{before:nmp}}[^#()]{{0,20}}\),{_NEAR} {_VERB_BY}{_CHANGE}"
    rf"{_NEAR} to {{after:nmp}}",
    # has decreased by 30%: 74 stops compared with 105; a 30% fall, with 74, against 105
    rf"\b{_THE_CHANGE}{_NEAR}(?:[:(] ?|,? with (?:only )?){_AFTER_ON}",
    # rose by 3%, with 74 stops, 72 in the same period of 2019
    rf"\b{_THE_CHANGE}{_NEAR},? with {_AFTER}, (?:from )?{{before:nmp}} (?:in|for|during) the"
    r" (?:same|corresponding|previous|preceding|prior)\b",
    # 74, a rise of 3% on the same period last year, when we received 72
    rf"{_AFTER}{_THEN}{_THE_CHANGE}{_NEAR} {_SINCE} {_FAR_OR}{_WHEN_IT} {{before:nm}}",
    # 74, a fall on last year's 105 of 30%; 74, a fall on the 105 of last year, or 30%
    rf"{_AFTER}{_THEN}an? (?P<way>{NOUN}) {_SINCE} {_BEFORE}{_NEAR}(?:,? or| of|,) {_CHANGE}",
    # 74, down from 105 (31 percentage points; 30%)
    rf"{_AFTER_ON}{_NEAR} \({{change:q}}\)",
    # 12% for men and 6% for women, a gap of 6 percentage points
    rf"{{before:p}}{_NEAR}(?: and| to|,) (?:[^#.;:()]{{0,30}} )?{{after:p}}{_NEAR}, an?"
    r" (?:\w+ )?(?:gap|difference) of {change:q}",
    r"\b(?:gap|difference) between {gap}\({before:p}\) and {gap}\({after:p}\) (?:is|was)"
    r" {change:q}",
    # 74, 31 fewer than in 2019 (105); 74, 30% (31) fewer than the 105; ..., when there were 105
    rf"{_AFTER}{_THEN}{{step:nm}} (?P<way>{THAN}) than {_FAR}\({{before:nm}}\)",
    rf"{_AFTER}{_THEN}{{change:pq}} (?P<way>{THAN})(?: \((?:or )?#[nm]\d+#[^#()]*\))? than"
    rf" {_BEFORE}",
    rf"{_AFTER}{_THEN}(?:an? )?(?:{{change:pq}}|{{step:nm}}) (?:(?P<way>{THAN}) than"
    rf"|(?P<way>{NOUN}) {_SINCE}) {_FAR_OR}{_WHEN_IT} {{before:nm}}",
    # 74, 31 (30%) fewer than in 2019; 74, which was 31 (30%) below the plan and 40 (35%) below ...
    rf"{_AFTER}[,;] {{step:nm}} \({{change:p}}\) (?P<way>{THAN}) than (?:in )?{_WHEN}",
    rf"{_AFTER}{_THEN}{{step:nm}} \({{change:p}}\) (?P<way>{PAST}) (?:the|its|our)\b",
    rf"{_AFTER}{_THEN}#[nm]\d+# \(#p\d+#\) {PAST} [^#.;:()]{{0,40}} and {{step:nm}}"
    rf" \({{change:p}}\) (?P<way>{PAST}) (?:the|its|our)\b",
    # 74 was 30% under the budget of 105; 74 against a budget of 105, 30% under
    rf"{_AFTER} (?:is|are|was|were) (?:{{change:p}}|{{step:nm}}) (?P<way>{PAST}) {_AIM}",
    rf"{_AFTER}{_NEAR}[ ,(]{ON} {_AIM}[^#.;:()]{{0,20}}[,(] ?(?:{{change:p}}|{{step:nm}})"
    rf" (?P<way>{PAST})(?! (?:the|last|an?)\b)",
    # 74, 30% below the 105 of 2019; 12%, 3 points above last year's 9%; from 105 to 74, or 31 fewer
    rf"{_AFTER}(?:{_THEN}| or ){{change:pq}} (?P<way>{PAST}) {_BEFORE}",
    rf"{_FROM_TO}{_NEAR}(?:,| -|[(])(?: or)? ?{{step:nm}} (?P<way>{THAN})\b(?! than)",
    # 31 more stops this year with 105 compared to 74
    rf"{{step:nm}} (?P<way>{THAN}) {_FAR} (?:with|at) {{after:nm}}{_NEAR}"
    rf" {COMPARED_WITH} {_BEFORE}",
    # a fall of 31 stops (30%), from 105 to 74
    rf"\b{_NOUN_OF}{{step:nm}}{_CLOSE} \({_CHANGE}\),?{_NEAR} {_FROM_TO}",
    # from 8 minutes to 10 minutes, a rise of 25%; a 25% rise, from 8 minutes to 10 minutes
    rf"{_LASTING}{_NEAR}{_THEN}{_THE_CHANGE}",
    rf"\b{_THE_CHANGE}{_NEAR}[ ,(]+{_LASTING}",
    # rose by 31 to 105, a rise of 42%
    rf"\b{_VERB_BY}{{step:nm}}{_COUNTED} to {{after:nm}}{_COUNTED}{_THEN}"
    rf"(?:{_NOUN_OF}|{_OPEN_BY}){{change:p}}(?=\.?$)",
    # 36 stops, twice as many as the 18 of 2019
    rf"{_AFTER}, {{change:x}} as (?:many|much|high) as (?:the|last) {_BEFORE}",
    # twice as many in 2023 (345) as in 2013 (160)
    r"{change:x} as (?:many|much|high|likely)[^#.;:()]{0,60}\({after:nmp}\) as [^#.;:()]{0,60}"
    r"\({before:nmp}\)",
    # a rise of 42% (+31), without what was before
    rf"\b(?:{_NOUN_OF}|{_VERB_BY}){{change:p}} \({{signed:nm}}\)",
)


def _named_apart(text: str) -> str:
    """A pattern in which a group that is in several alternatives has a name of its own in each.

    `way_1` is `way`.
    """
    count = iter(range(20))
    text = re.sub(r"\{(\w+):", lambda m: f"{{{m[1]}_{next(count)}:", text)
    return re.sub(r"\?P<way>", lambda _: f"?P<way_{next(count)}>", text)


PATTERNS = tuple(pattern(_named_apart(text)) for text in _TEXTS)
_ON_THAT = rf"{_NEAR} (?:from|on|over|than|{COMPARED_WITH}) (?:[^#.;:()]{{0,40}}? )?{{before:nmp}}"
ACROSS = tuple(
    pattern(_named_apart(text))
    for text in (
        # Down 38% from 105; This was a fall of 38% on the 105; this was a 38% fall on the 105
        rf"\b(?:{_NOUN_OF}|{_OPEN_BY}|{_VERB_BY}){_CHANGE}{_ON_THAT}",
        rf"{_CHANGE} (?:\w+ )?(?P<way>{NOUN}){_ON_THAT}",
        # This was 30% below the 105
        rf"{{change:p}} (?P<way>{PAST}) {_BEFORE}",
    )
)
