"""What `argmap lsp` is made of: the Language Server Protocol over what `authoring` knows."""
