"""Finding words in the map, and replacing them."""
