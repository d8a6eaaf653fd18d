"""A page of a PDF: its words, lines, columns, running heads and paragraphs, in reading order."""
