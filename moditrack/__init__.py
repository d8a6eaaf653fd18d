"""moditrack: figures of public reports on human trafficking and the police.

import moditrack

data = moditrack.open()
for row in data.outcomes(years=[2023]):
    print(row["stated_label"], row["offences"])
"""

# Beside the folders, which docs/architecture.md lists:
# - what an answer is: tables.py, pages.py, charts_and_graphs.py, long_rows.py (rows too many to
#   keep)
# - dataset.py: the questions as methods
# - errors.py, nearest_names.py: what went wrong, and "did you mean"
# - extras.py: what to install where a command needs more; extensions.py; progress.py
# - wording that outputs share: citations.py, caveats.py, verdict_names.py, about_london.py,
#   counting.py, period_text.py, record_dates.py, figure_text.py
# - intervals.py, chance.py (p-values), ways_to_round.py
# - names and words as they are compared: name_key.py, search_stemming.py
# - atomic.py: one writer of files; read_file.py; signals.py; escaping.py: text made harmless
# - release.digest: of the database of this release, which `check --integrity` compares

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
