"""Lists of words, one file for each language."""
