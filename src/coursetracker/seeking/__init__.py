"""How words are sought: folded, read from what was typed, and marked in a text."""
