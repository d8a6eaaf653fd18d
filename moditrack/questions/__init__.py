"""The questions: each takes a connection and filters, and returns a Table or a Page."""
