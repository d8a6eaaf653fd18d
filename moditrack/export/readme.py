"""README.md of a package: its files, how to load them, and their limits."""

from __future__ import annotations

from typing import Any

from moditrack.escaping import markdown, markdown_cell, markdown_code
from moditrack.export.resources import LEFT_OUT, VIEWS
from moditrack.export.title_and_licences import ABSTRACT, LIMITS

_FILES = """
`datapackage.json` describes every column: type, unit, meaning, what it allows and what it refers
to, after the Data Package standard, version 2. One property is not of the standard:
`optionalForeignKeys` are keys of several columns that hold where none of these is missing, as in
SQL. `CITATION.cff` says how to cite.

Left out are:

{left_out}
- the views but {views}: `moditrack sql --schema` explains them.

UTF-8, commas, lines that end with a line feed, quotes where RFC 4180 asks for them. An unknown
value is an empty cell, and no text is empty. The values are as they are in the database: a text
that a spreadsheet would run as a formula (`=…`) is not guarded here, as `moditrack … --csv` does.
The same database gives the same bytes.
"""
_LOADING = """## How to load it

Types and keys are in `datapackage.json`. Dates at several precisions (`2003`, `2003-04`,
`2003-04-24`) are text; flags are 0 or 1. A text may hold line breaks, in quotes.

DuckDB, with no preparation:

```sql
SELECT stated_label, offences FROM 'outcome.csv' WHERE year = 2023 ORDER BY position;
```

pandas, where only an empty cell is missing:

```python
pandas.read_csv("figure.csv", keep_default_na=False, na_values=[""])
```

Spark, where quotes are doubled and not escaped:

```python
spark.read.csv("figure.csv", header=True, multiLine=True, escape='"')
```

BigQuery (not tried there), with the types given and not guessed:

```sh
jq '[.resources[] | select(.name == "figure").schema.fields[] | {name, description, type:
  {string: "STRING", integer: "INT64", number: "FLOAT64", date: "DATE"}[.type]}]' \\
  datapackage.json > figure.json
bq load --source_format=CSV --skip_leading_rows=1 --noautodetect --allow_quoted_newlines \\
  DATASET.figure figure.csv figure.json
```

frictionless holds the files to their description, keys and hashes: `frictionless validate
datapackage.json`.
"""
_CITING = """
## How to cite

`CITATION.cff` has the package and the documents. Cite a single fact by its `citation`, the document
and the place in it: `colp-2024-02-22#19.outcome` would be the outcome table of paragraph 19 of a
report of 22 February 2024.
"""


def readme(package: dict[str, Any], counts: dict[str, int]) -> str:
    """The text of README.md for a package as datapackage.json has it; `counts` are the rows of its
    tables."""
    lines = [f"# {package['title']}", "", ABSTRACT, "", f"Version {package['version']}.", ""]
    lines += ["## Documents", ""]
    for source in package["sources"]:
        at = f", <{source['path']}>" if "path" in source else ""
        lines.append(f"- {markdown_code(source['document'])}: {markdown(source['title'])}{at}")
    lines += ["", "## Files", "", "| file | rows | what a row is |", "|---|---:|---|"]
    for resource in package["resources"]:
        note = " Made from the other tables." if resource["name"] in VIEWS else ""
        count = counts[resource["name"]]
        lines.append(
            f"| `{resource['path']}` | {count} | {markdown_cell(resource['description'])}{note} |"
        )
    left_out = "\n".join(f"- `{table}`, which {why};" for table, why in LEFT_OUT.items())
    views = " and ".join(f"`{view}`" for view in VIEWS)
    lines += [_FILES.format(left_out=left_out, views=views), _LOADING]
    lines += ["## Limits", "", *(f"- {limit}" for limit in LIMITS), _CITING]
    return "\n".join(lines)
