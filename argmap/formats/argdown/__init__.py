"""Argdown, after its own lexer and model: https://argdown.org.

`lines` takes away comments and front matter and finds the blocks; `inline` reads and writes text
with its marks; `document` holds what an Argdown file says in Argdown's own terms; `parser` builds
it; `reader` makes a map of it and `writer` writes one.
"""
