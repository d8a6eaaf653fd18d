"""The measure of a sum of money in running text: the noun or the verb beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.lower_case import words_of
from moditrack.documents.quantities import Quantity
from moditrack.documents.units_and_scales import MONEY as _SUMS
from moditrack.draft.counts.changes_of_money import ABOUT, MANY, REACH, change_of_money
from moditrack.draft.counts.counted_before import Before
from moditrack.draft.counts.measures import Measured, Measures
from moditrack.draft.counts.noun_phrases import (
    is_plural,
    phrase_after,
    phrase_end,
    sentence_case,
    stems,
)
from moditrack.draft.counts.numbers_without_noun import is_compared
from moditrack.draft.counts.rest_of_clause import rest_of_clause
from moditrack.draft.counts.said_before_counts import deed_before, deed_named, is_shared
from moditrack.draft.counts.table_subjects import without_periods
from moditrack.draft.counts.words_around_counts import NEAR, complement, deed_after, noun_before
from moditrack.draft.texts_in_order import id_part

MONEY = (*_SUMS, "pence")
_NOUN = re.compile(
    r"\b(?P<noun>(?:over|under)spends?|savings?|budgets?|spending|expenditure|income|grants?|reserves?"
    r"|deficits?|surplus|losses|fines?|pressures?|shortfalls?|investment|salar(?:y|ies)|debts?)"
    r"(?: [a-z]+){0,3}? (?:of|was|were|is|to|at|totalled|worth)"
    rf"(?: (?:{BOUND_WORDS}))? $",
    re.IGNORECASE,
)
_OF_NOUN = re.compile(
    r"\b(?:an?|the|its|their|our|with|of) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]{4,}(?<!ing)(?<!ed))"
    r" (?:of|exceeding|above|below|totalling)"
    rf"(?: (?:{BOUND_WORDS}|just))? $",
    re.IGNORECASE,
)
"""The noun that a sum is of: a balance of £43, a turnover exceeding £36 million."""
_NO_NOUN = words_of(
    "total sum amount figure value worth cost price range average number minimum"
    " maximum excess rest part half most some result increase decrease rise fall"
)
_WORTH_OF = re.compile(r"[ -]worth of(?: the| these)?")
_WORTH = re.compile(
    rf",? \(?(?:worth|valued at|totall?ing|amounting to|with (?:a|an)(?: \w+){{0,2}} value of"
    rf"|at an? (?:\w+ )?(?:cost|value) of|costing){ABOUT} ?$"
)
_INCLUDING = re.compile(r"\bincluding (?P<noun>[a-z-]+(?: [a-z-]+){0,2})$")
_LABEL = re.compile(
    r"(?:(?:^|[.;,] )(?P<whole>[A-Z][^.;:,()$£€]{3,70})"
    r"|: .*?(?P<last>\b[A-Z][\w'’]+(?: [a-z\d][\w'’/-]*)+)): ?$"
)
"""What a sum is in a list of particulars: Amount awarded for 2009: $351,131."""
_EQUALS = re.compile(r"(?P<whole>[A-Z][^.;:()$£€\d]{3,70}?)(?: [\d/-]+)?: [^:;=]{3,90}= ?")
"""What a sum is that a line works out: Cost a day: 12 boats x $3 = $36."""
_DID = re.compile(
    rf"\b(?P<deed>cost|raised|saved|spent|paid|recovered|seized|awarded|received|generated|earned"
    rf"|returned|obtained|secured|allocated|granted|contributed|stole|lost|laundered|forfeited|confiscated"
    rf"|invested|provided|prevented){ABOUT} ?$"
)
_TO_DO = re.compile(
    rf"\b(?:to|will|would|could|can|should|might) (?P<deed>cost|raise|save|spend|pay|recover|award"
    rf"|receive|generate|earn|return|secure|allocate|grant|contribute|invest|provide){ABOUT} ?$"
)
"""What will be done with a sum: it would raise £2m."""
_DONE = {"cost": "cost", "spend": "spent", "pay": "paid", "raise": "raised", "save": "saved"}
_DID_TO = {"stole": "stolen"}
_PER = re.compile(
    r" ?(?:per|a|an|each|for (?:an?|each|every)) (?P<what>[A-Za-z]{3,}(?: of [a-z]+)?)"
)
"""Of what a sum is the price or the rate: £10 per adult."""
_AMOUNT = "Amount per"
_TIMES = words_of("day week month quarter year annum hour time number total lot further new")
_STANDS = re.compile(
    r" (?:now )?(?:stands? at|stood at|reach(?:es|ed)|(?:has |have |had )?(?:swollen|grown"
    rf"|risen|fallen|dropped) to|totals?|totall?ed|amounts? to|comes? to){ABOUT} ?$"
)
"""What a sum is: the repair bill stands at £2m."""
_SUBJECT = re.compile(
    r"(?:The |Total |Overall )*(?P<noun>[A-Za-z][a-z]+(?: [a-z]+)?s"
    r"(?P<of> (?:due to|resulting from|from|on|for|of|by|through) (?:[a-z-]+ ){0,3}?[a-z-]+s\b))"
    r"(?: [^.;:£$€\d]{0,120})? (?:was|were|stood at|reached|totall?ed|amounted to|came to)"
    rf"{ABOUT} ?"
)
"""What a sum is in a sentence that it ends: losses from late boats at the quays were £2m."""
_FEW = 30
"""Characters after a sum in which a word can say what it is."""
_CLAUSE = re.compile(r"[;:(]|, (?!\d)| (?:resulting|which|while|but|and|as) ")
_IN = re.compile(r" (?:in|of)(?: (?:the|its|their|illegal|suspected))*")


def money(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    """The measure of a sum of money, whose span is that in its sentence."""
    label = _LABEL.search(sentence, max(0, quantity.start - REACH), quantity.start)
    changed = None if label is not None else change_of_money(sentence, quantity, before, measures)
    if changed is not None:
        return changed
    around = sentence[max(0, quantity.start - NEAR) : quantity.end + NEAR]
    clause = stems(label["whole"] or label["last"] if label is not None else around)
    own = _CLAUSE.split(sentence[max(0, quantity.start - 2 * REACH) : quantity.start])[-1][-REACH:]
    own += _CLAUSE.split(sentence[quantity.end : quantity.end + _FEW])[0]
    own_clause = clause if label is not None else stems(own)
    near = sorted(
        key
        for key in measures.fitting
        if measures.unit(key) == quantity.unit and measures.stems_of(key) <= clause
    )
    of_noun = "" if label is not None else _noun_of_sum(sentence, quantity)[0]
    if of_noun and not any(stems(of_noun) <= measures.stems_of(key) for key in near):
        near = []  # the balance of the fund is no funding
    if len(near) == 1 and measures.stems_of(near[0]) <= own_clause:
        return measures.use(near[0], f"money, and '{measures.name(near[0]).lower()}' is printed")
    sum_ = _EQUALS.fullmatch(sentence, 0, quantity.start)
    if label is not None:
        name, rests_on = _label(label["whole"] or label["last"])
    elif sum_ is not None:
        name, rests_on = _label(sum_["whole"])
    else:
        name, rests_on = _named(sentence, quantity, before)
    if not name:
        unnamed = Measured("", "", f"'{quantity.printed}' is money", "measure")
        last = before.total  # £5m, compared with £4m in 2023
        alike = last is not None and not last.needs and near == [last.measure]
        same = alike and is_compared(before.since(sentence, quantity.start))
        asked = "" if same else f"measure: {''.join(near[:1])}?"
        return measures.use(near[0], "money, and its sentence names it", asked) if near else unnamed
    name = sentence_case(name)
    done = deed_after(sentence, quantity.end)[1] if name.startswith("Money ") else quantity.end
    more = (
        ""
        if name.startswith(("Value of ", "Money to ", "Money for ", _AMOUNT))
        else complement(sentence, done)
    )
    general = "" if sum_ is not None else _general(f"{name} {more}".strip(), quantity, measures)
    if general and len(name.split()) <= LONGEST:
        return measures.use(general, rests_on).saying(f"{name} {more}".strip())
    given = f"{name}, as the document gives it"
    found = measures.new_one(id_part(name), quantity.unit, name, given, rests_on)
    if sum_ is not None:
        return replace(found, needs=f"measure: {name.lower()}?")
    if name.startswith("Value of "):
        noun = name.removeprefix("Value of ")
        at = sentence.find(noun, quantity.end, quantity.end + len(noun) + _FEW)
        more = rest_of_clause(sentence, at + len(noun))[0] if at >= 0 else ""
    if len(name.split()) > LONGEST:
        found = replace(found, needs=f"measure: {name.lower()} …?")
    if not more and FOR_WHAT.fullmatch(name):
        found = replace(found, needs=f"measure: {name.lower()} for what?")
    return found.saying(f"{name} {more}" if more else "")


def _general(name: str, quantity: Quantity, measures: Measures) -> str:
    """The known measure of sums by whose name it is surely one of these; empty where none is."""
    fit = {key for key in measures.fitting if measures.unit(key) == quantity.unit}
    return next((key for key, words in _GENERAL.items() if key in fit and words.match(name)), "")


def _named(sentence: str, quantity: Quantity, before: Before) -> tuple[str, str]:
    """The name of a measure for a sum, and what it rests on; empty where nothing says it."""
    if (said := _NOUN.search(sentence, max(0, quantity.start - 60), quantity.start)) is not None:
        noun = said["noun"].lower()
        return sentence_case(noun), f"'{noun}' is before the sum"
    if (worth := _WORTH_OF.match(sentence, quantity.end)) is not None:
        noun = " ".join(phrase_after(sentence, worth.end()))
        deed = deed_after(sentence, phrase_end(sentence, worth.end()))[0] if noun else ""
        deed = deed or deed_named(sentence, quantity.start)
        name = f"Value of {noun} {deed}".strip()
        return (name, f"'worth of {noun}' follows") if noun else ("", "")
    first = max(0, quantity.start - REACH)
    if (worth_before := _WORTH.search(sentence, first, quantity.start)) is not None:
        head, of_what = noun_before(sentence, worth_before.start())
        inside = _INCLUDING.search(sentence, first, worth_before.start())
        plain = bool(head) and (is_plural(head[-1]) or (len(head) < MANY // 2 and not of_what))
        noun = inside["noun"] if inside is not None else " ".join(head) if plain else ""
        noun = noun or (before.count.name.lower() if before.count is not None else "")
        words = worth_before[0].strip(" ,(")
        return (f"Value of {noun}", f"'{words}' is before") if noun else ("", "")
    of_noun = _noun_of_sum(sentence, quantity)
    if of_noun[0]:
        return of_noun
    if (subject := _SUBJECT.fullmatch(sentence, 0, quantity.start)) is not None:
        words = subject["noun"]
        return words, f"'{words}' is before the sum"
    return (
        budgeted(sentence, quantity)
        or _price(sentence, quantity)
        or _done(sentence, quantity, first, before)
        or ("", "")
    )


def _noun_of_sum(sentence: str, quantity: Quantity) -> tuple[str, str]:
    """The noun that a sum is of; empty where it is of none."""
    match = _OF_NOUN.search(sentence, max(0, quantity.start - 60), quantity.start)
    inside = _IN.match(sentence, quantity.end) is not None  # the recovery of £5m in boats
    if match is None or inside or match["noun"].lower() in _NO_NOUN:
        return "", ""
    return sentence_case(match["noun"].lower()), f"'{match['noun']}' is before the sum"


def _price(sentence: str, quantity: Quantity) -> tuple[str, str] | None:
    """What stands at a sum, or what it is the price of; None where nothing says so."""
    stands = _STANDS.search(sentence, max(0, quantity.start - REACH), quantity.start)
    if stands is not None:
        head, of_what = noun_before(sentence, stands.start())
        if 0 < len(head) <= MANY:
            said = f"'{stands[0].strip()}' is before the sum"
            return " ".join([*head, of_what]).strip(), said
    per = _PER.match(sentence, quantity.end)
    if per is not None and per["what"].lower() not in _TIMES:
        return f"{_AMOUNT} {per['what'].lower()}", f"'{per[0].strip()}' follows the sum"
    return None


def _done(sentence: str, quantity: Quantity, first: int, before: Before) -> tuple[str, str] | None:
    """What was done with a sum, or to what it is; None where nothing says so."""
    did = _DID.search(sentence, first, quantity.start) or _TO_DO.search(
        sentence, first, quantity.start
    )
    deed = (
        deed_after(sentence, quantity.end)[0]
        or deed_before(sentence, quantity.start)
        or deed_named(sentence, quantity.start)
        or (before.done if is_shared(sentence[before.end : quantity.start]) else "")
    )
    before.done = deed or before.done
    inside = _IN.match(sentence, quantity.end)
    noun = " ".join(phrase_after(sentence, inside.end() if inside is not None else quantity.end))
    if noun and noun != deed and not noun.endswith("ing"):
        deed = deed or deed_after(sentence, sentence.find(noun, quantity.end) + len(noun))[0]
        name = f"{noun} {deed}".strip()
        return (f"Value of {name}" if inside is not None else name), f"'{noun}' follows the sum"
    if not deed and did is not None:
        deed = (
            _DID_TO.get(did["deed"], did["deed"])
            if did.re is _DID
            else _DONE.get(did["deed"], _participle(did["deed"]))
        )
    return (f"Money {deed}", f"'{deed}' is what was done to it") if deed else None


def _participle(verb: str) -> str:
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def _label(label: str) -> tuple[str, str]:
    """The name that a label gives a sum, without its period."""
    words = without_periods(label).split()
    while words and words[-1].lower() in ("for", "in", "of", "during", "to", "the", "-"):
        words.pop()
    return sentence_case(" ".join(words)), f"'{label}:' is before the sum"


_GENERAL = {
    "cost": re.compile(r"(?:(?:Total|Overall|Annual|Net|Gross) c|C)osts?\b(?! (?:per|a|an|each)\b)"
                       r"|Money spent on "),
    "funding": re.compile("Money (?:allocated|granted) (?:to|for) "),
}  # fmt: skip
"""Names of sums by which they are of a known measure, whatever it is spent on or granted for."""
LONGEST = 12
"""Words that can say what a sum is for."""
_OPENS, _REACH = 5, 180
"""Characters of a mark before the sum that a line begins with, and of what it is for."""
_BUDGET_CLAUSE = re.compile(r"[;:(]|, (?!\d)| (?:resulting|which|while|but|as) ")
FOR_WHAT = re.compile(
    r"Money (?:allocated|invested|spent|provided|granted|contributed|cost|awarded|earned|received)"
)
"""What was done with money that is not said by this alone."""
_BUDGETED = re.compile(
    r"(?: (?:in|of))?(?: (?:additional|extra|new|further))?(?: funding)?"
    r"(?: (?:will|would) be provided)?"
    r"(?: (?:over|for|in) (?:the next )?[\w-]+ (?:years?|months?)(?: in [\d-]+)?)?"
    r" (?P<join>for|to|towards) (?:the |an? )?(?P<what>[A-Za-z].*)"
)
"""What a sum that begins a line of a budget is for: £2m over four years to mend the quay."""


def budgeted(sentence: str, quantity: Quantity) -> tuple[str, str] | None:
    """What the sum that a sentence begins with is for; None elsewhere."""
    match = _BUDGETED.match(sentence, quantity.end) if quantity.start <= _OPENS else None
    if match is None:
        return None
    words = _BUDGET_CLAUSE.split(match["what"][:_REACH])[0].split()[:LONGEST]
    join = "to" if match["join"] == "to" else "for"
    return f"Money {join} {' '.join(words)}", f"'{join} {words[0]}' follows the sum"
