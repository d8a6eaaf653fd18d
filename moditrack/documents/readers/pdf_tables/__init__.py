"""The tables of a PDF, with and without rulings (the lines that are drawn around cells)."""
