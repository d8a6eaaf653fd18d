"""Words of parts, as patterns: of which, of these; the rest; what lists consist of; while."""

WHICH = r"(?:which|whom|these|those|them)"
OF_WHICH = rf"of {WHICH}"
THE_REST = r"the (?:rest|remainder|remaining|others?|balance(?=[ ,(]+[#\d]))"
LIST_ITEMS = (
    "aims|objectives|areas|priorities|themes|aspects|functions|criteria|strands|principles|pillars"
    "|elements|reasons|factors|recommendations|questions|stages|steps|parts|categories"
)
"""Nouns for the items of a list, which is printed beside their number."""
THOUGH = "while|whilst|whereas|although"
"""What sets a part of a sentence against another."""
