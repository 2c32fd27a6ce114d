"""What a merge could not settle, and the page on which it is settled, question by question."""
