"""What a session is made of: its signals, and how the reader looks at the map."""
