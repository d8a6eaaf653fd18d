"""JSON: an array of objects for a table, one object for a page."""

from __future__ import annotations

import json
import sys

from moditrack.tables import Page, Table


def write_json(result: Table | Page) -> None:
    """Write to stdout and nothing else there; an empty table is []."""
    data = list(result) if isinstance(result, Table) else result.data
    plain = (sys.stdout.encoding or "").lower().replace("-", "") not in ("utf8", "utf16", "utf32")
    json.dump(data, sys.stdout, ensure_ascii=plain, indent=2)
    sys.stdout.write("\n")
