"""What a file of a map can hold: one table of keys, and what follows from it."""
