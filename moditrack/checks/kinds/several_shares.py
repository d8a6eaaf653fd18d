"""Several shares of one whole: whether whole numbers can give all of them together."""

from __future__ import annotations

from collections.abc import Sequence

from moditrack.checks.kinds.share import possible_parts
from moditrack.checks.verdicts import Result
from moditrack.documents.quantities import Quantity


def shares(stated: Sequence[Quantity], whole: int, *, exhaustive: bool = False) -> Result:
    """Whether whole numbers of a whole give all printed percentages.

    exhaustive: the shares are all there are, and their parts add up to the whole.
    """
    parts = [possible_parts(share, whole) for share in stated]
    without = [share.printed for share, own in zip(stated, parts, strict=True) if not own]
    if without:
        why = f"no whole number of {whole} gives {' or '.join(without)}"
        return Result("impossible", None, why)
    least, most = sum(own[0] for own in parts), sum(own[-1] for own in parts)
    found = f"{least}" if least == most else f"{least} to {most}"
    if exhaustive and not least <= whole <= most:
        why = f"the whole numbers that give the shares add up to {found}, not to {whole}"
        return Result("impossible", found, why)
    return Result("consistent", found, f"whole numbers of {whole} give all of them")
