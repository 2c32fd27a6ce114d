"""From the nodes of a YAML text to a map, with all that is wrong with them."""
