"""All commands in a list, by their words: the palette, and the sheet where keys are changed."""
