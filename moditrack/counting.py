"""Counts in words."""


def counted(number: int, one: str, many: str = "") -> str:
    """A number with what it counts: 1 check, 2 checks; `many` where no s makes the plural."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
