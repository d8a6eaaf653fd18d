"""A document's own text as an HTML page, with parts of it marked. No script needed.

text.py: passages, pages, what was not read; tables; page.css: how it looks.
"""
