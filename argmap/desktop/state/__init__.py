"""What a session is made of: its signals, its lights, what is typed, the reader's view."""
