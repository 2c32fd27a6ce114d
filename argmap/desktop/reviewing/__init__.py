"""What pages that show versions of a map share: a list at the left, pictures, words that differ."""
