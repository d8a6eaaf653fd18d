"""A document's own text as an HTML page, with parts of it marked. No script needed.

text.py: passages, pages, what was not read; table.py: a table; page.css: how it looks.
"""
