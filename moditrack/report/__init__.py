"""The briefing: what the queries return, put together as HTML or Markdown.

briefing.py: its sections (page_one.py, annex.py, of parts.py); html.py, markdown.py, screen.py
render them.
"""
