"""What rests on, or repeats, numbers of other sentences, tables or sections."""
