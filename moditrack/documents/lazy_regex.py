"""Regular expressions that are compiled when they are first used.

Reading has some 400 of them, and `seed`, which reads cells, needs a quarter: compiling the others
would take a quarter of its time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Lazy:
    """Looks like a compiled pattern: its methods are added when one of them is first asked for."""

    def __init__(self, pattern: str | bytes, flags: int | re.RegexFlag = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


if TYPE_CHECKING:

    def lazy_regex(pattern: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:
        """A pattern that is compiled when it is first used; as `re.compile` otherwise."""
else:
    lazy_regex = _Lazy
