"""moditrack: figures of public reports on human trafficking and the police.

import moditrack

data = moditrack.open()
for row in data.outcomes(years=[2023]):
    print(row["stated_label"], row["offences"])
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers assume True; importing typing would double --version
if TYPE_CHECKING:
    from os import PathLike

    from moditrack.dataset import Dataset

__version__ = "0.1.0"


def open(path: str | PathLike[str] | None = None) -> Dataset:
    """Open the dataset read-only: the database at `path`, or the one that the commands read.

    Raises moditrack.errors.DatabaseError if it is missing, damaged or of another schema.
    """
    from moditrack.dataset import Dataset

    return Dataset(None if path is None else str(path))
