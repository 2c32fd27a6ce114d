"""The picture that is shown: one graphics item for each card, arrow and frame."""
