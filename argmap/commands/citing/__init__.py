"""What `argmap sources` is made of: the list, and adding a source."""
