"""The manual inside the program, and what the selected thing is in a sentence."""
