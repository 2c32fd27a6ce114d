"""From a change of a map to a change of its text: only the lines that differ are written again."""
