"""What a session is made of: its signals, its lights, and how the reader looks at the map."""
