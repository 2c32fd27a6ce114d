"""Argdown, after its own lexer and model: https://argdown.org.

`lines` takes away front matter and `comments`, and finds the blocks; `inline` reads and writes text
with its marks; `occurrence` reads one place where a statement or argument stands. `document` holds
what an Argdown file says in Argdown's own terms; `parser` builds it, and `regrouping` groups it as
its front matter says. `reader` makes a map of it, and `writer` writes one.
"""
