"""A document's own text as an HTML page, with parts of it marked. No script needed."""
