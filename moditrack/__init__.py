"""moditrack: what four public reports say about human trafficking and the police in London.

import moditrack

data = moditrack.open()
for row in data.outcomes(years=[2023]):
    print(row["stated_label"], row["offences"])
"""

from __future__ import annotations

TYPE_CHECKING = False  # a type checker takes it for true; loading typing costs more than --version
if TYPE_CHECKING:
    from os import PathLike

    from moditrack.dataset import Dataset

__version__ = "0.1.0"


def open(path: str | PathLike[str] | None = None) -> Dataset:
    """Open the dataset read-only: the database at `path`, else the one that the commands read.

    Raises moditrack.errors.DatabaseError where it is missing, damaged or of another schema.
    """
    from moditrack.dataset import Dataset

    return Dataset(None if path is None else str(path))
