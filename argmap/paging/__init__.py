"""Which part of a map goes on which page, where one page would make its text too small."""
