"""Definitions, and what a report refers to.

definitions.py: abbreviations and terms that a sentence defines; glossaries.py: lists of terms;
references.py: acts, papers and pages.
"""
