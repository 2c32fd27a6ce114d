"""Writing on the canvas: the editor of a card, and where a new card is written."""
