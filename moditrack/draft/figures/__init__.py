"""Figures and claims of a report, and numbers that are none.

- figures_in_prose.py, figures_in_tables.py; statuses.py, agency_of_figures.py, compared_numbers.py
- claims.py: from the audit
- numerals.py, contents_page_numbers.py, cited_documents.py: numbers that are no figures
"""
