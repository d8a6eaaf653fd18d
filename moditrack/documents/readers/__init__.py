"""One module for each format: `blocks(data)` reads a file's bytes into a Parsed."""
