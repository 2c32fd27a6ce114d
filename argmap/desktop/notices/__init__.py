"""What the window tells the user: a sentence in a bar, with a button that helps."""
