"""Sources as references: lists of others read, and ours written in the forms of others."""
