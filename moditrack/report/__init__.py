"""The briefing: what the queries return, put together as HTML or Markdown."""
