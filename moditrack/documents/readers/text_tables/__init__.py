"""The tables of plain text, one file for each way in which text prints them."""
