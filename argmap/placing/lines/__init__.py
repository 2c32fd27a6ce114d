"""Lines: the courses of arrows, the ways of cross links, and places for their signs."""
