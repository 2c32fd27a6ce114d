"""Cross links: the ways of what bears on a second thing, and places for their signs."""
