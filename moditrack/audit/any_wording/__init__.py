"""What the arithmetic joins, in any wording: numbers near each other that give one another."""
