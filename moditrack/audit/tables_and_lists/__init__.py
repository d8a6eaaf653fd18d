"""What tables, lists and accounts derive."""
