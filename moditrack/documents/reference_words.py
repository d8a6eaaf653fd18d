"""Words before a number that is a name or a reference: Level 2, section 4, charity number 123."""

from __future__ import annotations

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.plain import words_of

REFERENCES = words_of(
    "appendix appendices annex annexe annexes section sections sect subsection paragraph paragraphs"
    " para paras page pages pg pp table tables figure fig chart charts box chapter chapters parts"
    " article articles schedule p clause footnote item items phase stage level levels tier band"
    " category outcome form version volume vol issue nos question questions recommendation"
    " recommendations rec rule regulation act ward room class type step strand grade option"
    " objective priority theme slide sheet ref reference exhibit principle criterion agenda minute"
    " iso zone floor model route map column row"
)
"""Nouns whose number is a name: Level 2."""
OF_PAYMENTS = words_of("statement cheque cheques chq chqs voucher vouchers invoice invoices")
"""The same where the number is no amount: cheque 2163, but "cheques 22.74"."""
OFTEN = words_of(
    "no number numbers figures note notes report reports s ss part group unit team area year point"
    " month week day code codes operation key line standard flat"
)
"""The same where what follows is not counted: Group 4, but "the group 4 officers"."""
SHORTENED = ("no", "s", "ss")
"""Of these, those that a full point shortens: after others it ends a sentence."""
NUMBER_OF = lazy_regex(
    r"\b(?:reference|ref|case|request|incident|crime|order|policy|complaint|application|contract"
    r"|document|serial|account|company|charity|registered|registration|telephone|phone|fax|mobile"
    r"|publication|invoice|foi|isbn|issn|id)\.? (?:number|no\.?|num|id|ref)\s?[:#]? ?$"
    r"|\b(?:registered|ltd|limited) (?:charity|company)\s?[:#]? ?$"
    r"|\b(?:ref|reference|foi|id|isbn|issn|(?P<phone>tel|fax|phone|telephone"
    r"|mobile|minicom))\.?\s?[:#/] ?$|(?<!\S)# $"
)
"""What is printed before the number of one thing."""
