"""Text as it is drawn: its characters, how wide they are, and where its lines end."""
