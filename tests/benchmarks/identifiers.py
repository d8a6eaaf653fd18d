"""Who and what made records are about: forces with their units, operations, documents, dates."""

from __future__ import annotations

import datetime
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

FORCES = 43
UNITS = 20
FIRST, LAST = datetime.date(2003, 1, 1), datetime.date(2030, 12, 31)
_DAYS = (LAST - FIRST).days + 1
_UNIT_KINDS = ("unit", "team", "department", "group", "post", "cell")
_WORDS = (
    "avocet", "bittern", "brambling", "bunting", "chough", "corncrake", "curlew", "dotterel",
    "dunlin", "fulmar", "gadwall", "goldcrest", "goshawk", "grebe", "hawfinch", "hobby", "jackdaw",
    "kestrel", "lapwing", "linnet", "merlin", "nightjar", "nuthatch", "oriole", "osprey", "pipit",
    "plover", "redstart", "sanderling", "shrike", "siskin", "skylark", "stonechat", "teal",
    "turnstone", "wheatear", "whimbrel", "wigeon", "wryneck", "yellowhammer",
)  # fmt: skip
_SYLLABLES = [consonant + vowel for consonant in "bdfghklmnprstvwz" for vowel in "aeiou"]


class Chance:
    """Chance that is the same for the same words, in every version of Python."""

    def __init__(self, *words: object) -> None:
        self._next = random.Random("/".join(map(str, words))).random

    def below(self, number: int) -> int:
        """A whole number from 0 up to, and without, `number`."""
        return int(self._next() * number)

    def pick(self, choices: Sequence[T]) -> T:
        return choices[int(self._next() * len(choices))]

    def one_in(self, number: int) -> bool:
        return self._next() * number < 1

    def some(self, choices: Sequence[T], number: int) -> list[T]:
        """So many of the choices, or all, in their order."""
        left = list(range(len(choices)))
        while len(left) > number:
            left.pop(int(self._next() * len(left)))
        return [choices[index] for index in left]


class Identifiers:
    """Numbered documents, forces and operations, and all their ids, from two numbers alone.

    There is a force for every two documents, up to 43, and an operation for every four documents
    besides four of each force. A force's documents come one after the other.
    """

    def __init__(self, documents: int, seed: int) -> None:
        self.documents = documents
        self.seed = seed
        self.forces = min(FORCES, max(1, documents // 2))
        self.operations = 4 * self.forces + documents // 4
        self._step = _DAYS // -(-documents // self.forces)
        if self._step == 0:
            raise ValueError(f"{documents} documents are more than one a day for every force")

    def force(self, number: int) -> str:
        return f"f{number + 1:02d}"

    def unit(self, force: int, number: int) -> str:
        return f"{self.force(force)}-u{number + 1:02d}"

    def agencies(self) -> list[tuple[str, str, str, str]]:
        """The rows of agencies.csv. A force's first unit is its committee."""
        rows = []
        for force in range(self.forces):
            rows.append((self.force(force), "force", f"PF{force + 1}", f"Police Force {force + 1}"))
            for number in range(UNITS):
                kind = "committee" if number == 0 else _UNIT_KINDS[number % len(_UNIT_KINDS)]
                short = f"PF{force + 1}/{number + 1}"
                name = f"{kind.title()} {number + 1} of Police Force {force + 1}"
                rows.append((self.unit(force, number), kind, short, name))
        return rows

    def operation(self, number: int) -> str:
        turn, word = divmod(number, len(_WORDS))
        return f"{_WORDS[word]}-{turn + 1}" if turn else _WORDS[word]

    def operation_name(self, number: int) -> str:
        return f"Operation {self.operation(number).replace('-', ' ').title()}"

    def operations_of(self, force: int) -> range:
        return range(force, self.operations, self.forces)

    def parent(self, operation: int) -> int | None:
        """The operation that one is a part of; None for the first of a force."""
        place, force = divmod(operation, self.forces)
        return (place - 1) // 3 * self.forces + force if place else None

    def date(self, document: int) -> datetime.date:
        start = document // self.forces * self._step
        chance = Chance(self.seed, "date", document).below(self._step)
        return FIRST + datetime.timedelta(days=start + chance)

    def document(self, document: int) -> str:
        return f"{self.force(document % self.forces)}-{self.date(document)}"

    def before(self, document: int) -> int | None:
        """The document of the same force before one; None for its first."""
        return document - self.forces if document >= self.forces else None

    def place(self, document: int) -> str:
        """A word that one document has and no other."""
        letters = ""
        number = document
        while number or len(letters) < 6:
            number, syllable = divmod(number, len(_SYLLABLES))
            letters = _SYLLABLES[syllable] + letters
        return letters.title()
