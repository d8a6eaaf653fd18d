"""The briefing: what the queries return, put together to hand round as HTML or Markdown."""
