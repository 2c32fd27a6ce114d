"""Every edit: plain functions from a map to a map, by what they do to it."""
