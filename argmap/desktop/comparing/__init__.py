"""The map beside another version of it: what differs, in words and in a picture, to be taken."""
