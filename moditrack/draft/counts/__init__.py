"""What a number counts: the measure of a figure, known or new."""
