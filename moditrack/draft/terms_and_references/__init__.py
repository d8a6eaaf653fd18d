"""Definitions, and what a report refers to.

definitions.py: abbreviations and terms that a sentence defines, and glossaries;
references.py: acts, papers and pages.
"""
