"""Words of parts, as patterns: of which, of whom, of these; the rest, the others."""

WHICH = r"(?:which|whom|these|those|them)"
OF_WHICH = rf"of {WHICH}"
THE_REST = r"the (?:rest|remainder|remaining|others?|balance(?=[ ,(]+[#\d]))"
